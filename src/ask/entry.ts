import type { Kysely } from 'kysely';
import type { Event, ReportRecord } from '../record/index.ts';
import { ACTOR_COLUMNS, type ActorRow, firstDay, storedEventId, type Tables } from '../store/index.ts';
import { type HappeningCard, happeningCards } from './happening-card.ts';

/** What a list says of somebody. */
export type ActorCard = ActorRow;

/** What a list says of the report that something stands in. */
export interface ReportCard {
  readonly id: string;
  readonly source: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly published: string | null;
}

/** A report as it is cited: with its address, where it has one. */
export interface CitedReport extends ReportCard {
  readonly url: string | null;
}

/** An event with what a reader needs beside it: its report, and everybody whom it names. */
export interface TimelineEntry {
  readonly id: string;
  readonly event: Event;
  readonly report: CitedReport;
  readonly actors: readonly ActorCard[];
  /** The happening that it tells of, with other reports perhaps; null outside a store. */
  readonly happening: HappeningCard | null;
}

/** Everybody whom an event names, each once, in the order of its fields. */
export function namedActors(event: Event): readonly string[] {
  const { actors, recipients, hosts, mediators, attribution } = event;
  return [...new Set([...actors, ...recipients, ...hosts, ...mediators, ...attribution.map(({ actor }) => actor)])];
}

/** The columns that make an entry, for a query on `events` and `reports`. */
export const ENTRY_COLUMNS = [
  'events.event',
  'events.ordinal',
  ...(['reports.id', 'reports.source', 'reports.outlet', 'reports.title', 'reports.published'] as const),
] as const;

export interface EntryRow extends ReportCard {
  readonly event: string;
  readonly ordinal: number;
}

/** Makes entries of rows, in their order. */
export async function entriesFromRows(
  db: Kysely<Tables>,
  rows: readonly EntryRow[],
): Promise<readonly TimelineEntry[]> {
  const events = rows.map(({ event }) => JSON.parse(event) as Event);
  const cards = await actorCards(db, events.flatMap(namedActors));
  const urls = await reportUrls(db, rows);
  const idOf = (index: number) => storedEventId(rows[index]!.id, events[index]!.id);
  const happenings = await happeningCards(
    db,
    rows.map((_, index) => idOf(index)),
  );
  return rows.map(({ id, source, outlet, title, published }, index) => {
    const event = events[index]!;
    const actors = namedActors(event).flatMap((actor) => cards.get(actor) ?? []);
    const report = { id, source, outlet, title, published, url: urls.get(id) ?? null };
    return { id: idOf(index), event, report, actors, happening: happenings.get(idOf(index)) ?? null };
  });
}

/** The cards of these actors, by id. */
export async function actorCards(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, ActorCard>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const cards = await db.selectFrom('actors').select(ACTOR_COLUMNS).where('id', 'in', wanted).execute();
  return new Map(cards.map((card) => [card.id, card]));
}

/** The address of each report that has one, by report id. */
async function reportUrls(db: Kysely<Tables>, rows: readonly EntryRow[]): Promise<ReadonlyMap<string, string | null>> {
  const ids = [...new Set(rows.map(({ id }) => id))];
  if (ids.length === 0) return new Map();
  const found = await db
    .selectFrom('reports')
    .innerJoin('report_sources', (join) =>
      join.onRef('report_sources.report', '=', 'reports.key').onRef('report_sources.source', '=', 'reports.source'),
    )
    .select(['reports.id', 'report_sources.url'])
    .where('reports.id', 'in', ids)
    .execute();
  return new Map(found.map(({ id, url }) => [id, url]));
}

/** The events of one record as entries, by date as `timeline` gives them, without any store. */
export function entriesOfRecord({ report, actors, events }: ReportRecord): readonly TimelineEntry[] {
  const cards = new Map(
    actors.map(({ id, type, name, wikidata, country, sector }) => [id, { id, type, name, wikidata, country, sector }]),
  );
  const { id, source, outlet, title, published, url } = report;
  const card: CitedReport = { id, source, outlet, title, published: published.value, url };
  const entries = events.map((event) => ({
    id: storedEventId(id, event.id),
    event,
    report: card,
    actors: namedActors(event).flatMap((actor) => cards.get(actor) ?? []),
    happening: null,
  }));
  return entries.sort(byFirstDay);
}

function byFirstDay(one: TimelineEntry, other: TimelineEntry): number {
  const [day, otherDay] = [firstDay(one.event), firstDay(other.event)];
  return day < otherDay ? -1 : day > otherDay ? 1 : 0;
}

/** The events of several records as one timeline. They are held in memory all at once. */
export async function* entriesOfRecords(records: AsyncIterable<ReportRecord>): AsyncGenerator<TimelineEntry> {
  const entries: TimelineEntry[] = [];
  for await (const record of records) entries.push(...entriesOfRecord(record));
  yield* entries.sort(byFirstDay);
}
