import type { Kysely } from 'kysely';
import type { Explanation } from '../record/index.ts';
import { applyReviews, type Decision, type ReviewEntry } from '../review/index.ts';
import type { Write } from './dialect.ts';
import { readingDigest, recordFromRows } from './rows.ts';
import type { Reading } from './store.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** The record of a report as it stands, with its explanations; null when there is none. */
export async function standingReading(db: Db, reportId: string): Promise<Reading | null> {
  const row = await db
    .selectFrom('reports')
    .select(['key', 'record', 'text'])
    .where('id', '=', reportId)
    .executeTakeFirst();
  if (!row) return null;
  const events = await db
    .selectFrom('events')
    .leftJoin('explanations', 'explanations.event', 'events.key')
    .select(['events.event', 'explanations.explanation'])
    .where('events.report', '=', row.key)
    .orderBy('events.ordinal')
    .execute();
  return {
    record: recordFromRows(
      row,
      events.map(({ event }) => event),
    ),
    explanations: events.flatMap(({ explanation }) => (explanation ? [JSON.parse(explanation) as Explanation] : [])),
  };
}

/** The record of a report as it was read, without corrections; null when there is none. */
export async function readingBeneath(db: Db, reportId: string): Promise<Reading | null> {
  const row = await db
    .selectFrom('readings_beneath')
    .select('reading')
    .where('report', '=', reportId)
    .executeTakeFirst();
  return row ? (JSON.parse(row.reading) as Reading) : standingReading(db, reportId);
}

/** Keeps a reading beneath corrections, in place of an earlier one. */
export async function keepBeneath(trx: Write, reading: Reading): Promise<void> {
  const row = { report: reading.record.report.id, reading: JSON.stringify(reading) };
  await trx
    .insertInto('readings_beneath')
    .values(row)
    .onConflict((conflict) => conflict.column('report').doUpdateSet({ reading: row.reading }))
    .execute();
}

/** The log of a report, in order. */
export async function reviewEntries(db: Db, reportId: string): Promise<readonly ReviewEntry[]> {
  const rows = await db
    .selectFrom('review_entries')
    .selectAll()
    .where('report', '=', reportId)
    .orderBy('number')
    .execute();
  return rows.map(({ decision, ...row }) => ({ ...row, decision: JSON.parse(decision) as Decision }));
}

/** Appends to the log. */
export async function appendEntries(trx: Write, entries: readonly ReviewEntry[]): Promise<void> {
  const rows = entries.map(({ decision, ...entry }) => ({ ...entry, decision: JSON.stringify(decision) }));
  await trx.insertInto('review_entries').values(rows).execute();
}

/** Notes which version read a report when; the first time counts. */
export async function noteReader(trx: Write, reading: Reading, reader: string, readAt: string): Promise<void> {
  const { report, events } = reading.record;
  await trx
    .insertInto('report_readers')
    .values({ report: report.id, reader, read_at: readAt, digest: readingDigest(reading), events: events.length })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A reading with corrections over it; events that only a person saw have no explanation. */
export function corrected({ record, explanations }: Reading, entries: readonly ReviewEntry[]): Reading {
  const reviewed = applyReviews(record, entries).record;
  const kept = new Set(reviewed.events.map(({ id }) => id));
  return { record: reviewed, explanations: explanations.filter(({ event }) => kept.has(event)) };
}
