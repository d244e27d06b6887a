import { sql } from 'kysely';
import { WORD_INDEXES, type WordIndex } from '../dialect.ts';
import { corrected, readingBeneath, reviewEntries, standingReading } from '../reviews.ts';
import * as rows from '../rows.ts';
import type { Reading, Store } from '../store.ts';

/** Something that a store holds otherwise than it should; `report` says in which report. */
export interface StoreFault {
  readonly report: string | null;
  readonly message: string;
}

const REPORTS_AT_ONCE = 500;

/**
 * Looks whether a store holds every report whole and once: the database itself, the digest of each reading, the rows that are made
 * from it, and the full-text indexes. Fault by fault, as they are found.
 */
export async function* checkStore(store: Store): AsyncGenerator<StoreFault> {
  for (const message of await store.dialect.integrity(store.db)) yield { report: null, message };
  for (const index of ['report_text', ...Object.keys(WORD_INDEXES)] as const)
    yield* checkIndex(store, index as WordIndex | 'report_text');
  let after = '';
  for (;;) {
    const reports = await store.db
      .selectFrom('reports')
      .select(['key', 'id', 'digest'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(REPORTS_AT_ONCE)
      .execute();
    for (const report of reports) yield* checkReport(store, report);
    const last = reports.at(-1);
    if (!last) return;
    after = last.id;
  }
}

async function* checkIndex({ db, dialect }: Store, index: WordIndex | 'report_text'): AsyncGenerator<StoreFault> {
  const table = index === 'report_text' ? 'reports' : WORD_INDEXES[index];
  const { rows: counts } = await sql<{ unindexed: number; lost: number }>`
    SELECT (SELECT count(*) FROM ${sql.table(table)} WHERE key NOT IN (${dialect.indexedRows(index)})) AS unindexed,
      (SELECT count(*) FROM (${dialect.indexedRows(index)}) AS i WHERE i.key NOT IN (SELECT key FROM ${sql.table(table)})) AS lost`.execute(
    db,
  );
  const { unindexed, lost } = counts[0]!;
  if (unindexed > 0) yield { report: null, message: `${unindexed} of ${table} cannot be found by their words` };
  if (lost > 0) yield { report: null, message: `${index} holds the words of ${lost} that are gone from ${table}` };
}

async function* checkReport(
  store: Store,
  { key, id, digest }: { readonly key: number; readonly id: string; readonly digest: string },
): AsyncGenerator<StoreFault> {
  const beneath = (await readingBeneath(store.db, id))!;
  const standing = (await standingReading(store.db, id))!;
  if (rows.readingDigest(beneath) !== digest)
    yield { report: id, message: 'is not what was stored: its digest differs' };
  const entries = await reviewEntries(store.db, id);
  if (entries.length > 0 && rows.readingDigest(corrected(beneath, entries)) !== rows.readingDigest(standing))
    yield { report: id, message: 'does not stand as its log of corrections says' };
  const counted = await rowCounts(store, key);
  for (const [table, expected] of Object.entries(expectedCounts(standing))) {
    if (counted[table] !== expected)
      yield { report: id, message: `has ${counted[table]} rows in ${table} and should have ${expected}` };
  }
  const misplaced = await countMisplaced(store, key);
  if (misplaced > 0) yield { report: id, message: `stands in ${misplaced} lists in another place than its happening` };
}

type CountedTable = (typeof OF_REPORTS)[number] | (typeof OF_EVENTS)[number];

/** How many rows a reading has in each table that is made from it. */
function expectedCounts({ record, explanations }: Reading): Readonly<Record<CountedTable, number>> {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const sum = (count: (event: Reading['record']['events'][number]) => number) =>
    record.events.reduce((total, event) => total + count(event), 0);
  const sidesOf = (event: Reading['record']['events'][number]) => rows.sidesOf(event, actors);
  return {
    report_actors: record.actors.length,
    actor_mentions: record.actors.reduce((total, { mentions }) => total + mentions.length, 0),
    times: record.times.length,
    quotations: record.quotations.length,
    events: record.events.length,
    event_parties: sum((event) => sidesOf(event).length),
    event_lists: sum((event) => rows.listRows(0, event, sidesOf(event)).length),
    attribution: sum(({ attribution }) => attribution.length),
    evidence: sum(({ evidence }) => evidence.length),
    explanations: explanations.length,
    problems: record.problems.length,
    tellings: record.events.length,
  };
}

/** In how many lists events of a report do not stand where the lead of their happening puts them. */
async function countMisplaced({ db }: Store, report: number): Promise<number> {
  const { rows: counts } = await sql<{ misplaced: number }>`
    SELECT count(*) AS misplaced FROM events JOIN tellings ON tellings.event = events.key
      JOIN event_lists AS l ON l.event = events.key LEFT JOIN events AS led ON led.key = tellings.lead
    WHERE events.report = ${report} AND (l.lead IS DISTINCT FROM tellings.lead OR l.lead IS DISTINCT FROM led.key
      OR l.lead_status <> coalesce(led.status, events.status)
      OR l.listed_first_day <> coalesce(led.first_day, events.first_day)
      OR l.listed_last_day <> coalesce(led.last_day, events.last_day))`.execute(db);
  return counts[0]!.misplaced;
}

const OF_REPORTS = ['report_actors', 'actor_mentions', 'times', 'quotations', 'events', 'problems'] as const;
const OF_EVENTS = ['event_parties', 'event_lists', 'attribution', 'evidence', 'explanations', 'tellings'] as const;

async function rowCounts({ db }: Store, report: number): Promise<Readonly<Record<string, number>>> {
  const counts = [
    ...OF_REPORTS.map(
      (table) => sql`(SELECT count(*) FROM ${sql.table(table)} WHERE report = ${report}) AS ${sql.ref(table)}`,
    ),
    ...OF_EVENTS.map(
      (table) => sql`(SELECT count(*) FROM events JOIN ${sql.table(table)} AS t ON t.event = events.key
        WHERE events.report = ${report}) AS ${sql.ref(table)}`,
    ),
  ];
  const { rows: all } = await sql<Record<string, number>>`SELECT ${sql.join(counts)}`.execute(db);
  return all[0]!;
}
