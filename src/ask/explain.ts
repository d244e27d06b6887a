import { sql } from 'kysely';
import { ChanceryError } from '../problems.ts';
import type { Explanation } from '../record/index.ts';
import type { Judged } from '../review/index.ts';
import { type Store, storedEventId } from '../store/index.ts';
import { ENTRY_COLUMNS, entriesFromRows, type TimelineEntry } from './entry.ts';
import { type Happening, happening } from './happening.ts';
import { reviewedReport } from './reviews.ts';

/** An event with the reasons for everything that the record says of it; `explanation` is null when none was kept. */
export interface ExplainedEvent {
  readonly entry: TimelineEntry;
  readonly explanation: Explanation | null;
  /** The judgement of a person on it that counts; null when there is none. */
  readonly judged: Judged | null;
  /** The happening that it tells of, with why it was joined to other tellings; null outside a store. */
  readonly happening: Happening | null;
}

const MAX_SUGGESTIONS = 5;

/**
 * Why an event stands in the record as it does. The id may be cut short before the slash, as long as it fits one report; that of a
 * happening (`h_…`) stands for the event that it is listed by.
 */
export async function explain(store: Store, id: string): Promise<ExplainedEvent> {
  const eventId = id.startsWith('h_') ? await leadOf(store, id) : id;
  const [, reportId, localId] = /^(.+)\/([^/]+)$/.exec(eventId) ?? [];
  if (!reportId || !localId) throw unknownEvent(eventId);
  const rows = await store.db
    .selectFrom('events')
    .innerJoin('reports', 'reports.key', 'events.report')
    .leftJoin('explanations', 'explanations.event', 'events.key')
    .select(ENTRY_COLUMNS)
    .select('explanations.explanation')
    .where('events.local_id', '=', localId)
    .where(sql<boolean>`(reports.id >= ${reportId} AND reports.id < ${`${reportId}~`})`)
    .orderBy('reports.id')
    .limit(MAX_SUGGESTIONS)
    .execute();
  const row = rows.find(({ id }) => id === reportId) ?? (rows.length === 1 ? rows[0] : undefined);
  if (!row)
    throw unknownEvent(
      eventId,
      rows.map(({ id }) => storedEventId(id, localId)),
    );
  const [entry] = await entriesFromRows(store.db, [row]);
  const { view } = await reviewedReport(store, row.id);
  const explanation = row.explanation ? (JSON.parse(row.explanation) as Explanation) : null;
  return {
    entry: entry!,
    explanation,
    judged: view.judged.get(localId) ?? null,
    happening: await happening(store, entry!.id),
  };
}

async function leadOf(store: Store, id: string): Promise<string> {
  const { lead, tellings } = await happening(store, id);
  return lead ?? tellings[0]!.entry.id;
}

function unknownEvent(eventId: string, expected: readonly string[] = []): ChanceryError {
  return new ChanceryError('ask/unknown-event', `There is no one event '${eventId}' in the record.`, {
    expected,
    hint: "'chancery timeline' prints the ids of events, such as r_5f0c…/e1.",
  });
}
