import { sql } from 'kysely';
import type { ReportRecord } from '../record/index.ts';
import type { Store } from '../store/index.ts';
import type { Filter } from './filter.ts';
import { whereFilter } from './where-filter.ts';

const REPORTS_AT_ONCE = 100;

/**
 * The records of the store, by report id. A filter leaves the reports that have an event it wants, each with these events alone;
 * without one, every record comes whole.
 */
export async function* records(store: Store, filter: Filter): AsyncGenerator<ReportRecord> {
  for await (const [id, events] of wantedReports(store, filter)) {
    const record = await store.record(id);
    if (record) yield events ? { ...record, events: record.events.filter((event) => events.has(event.id)) } : record;
  }
}

/** The ids of the reports that have an event which a filter wants, in order; without one, of all. */
export async function* reportIds(store: Store, filter: Filter): AsyncGenerator<string> {
  for await (const [id] of wantedReports(store, filter)) yield id;
}

async function* wantedReports(store: Store, filter: Filter): AsyncGenerator<readonly [string, WantedEvents]> {
  const isWhole = Object.keys(filter).length === 0;
  let after = '';
  for (;;) {
    const wanted = isWhole ? await reportsAfter(store, after) : await reportsWithEvents(store, filter, after);
    yield* wanted;
    const last = [...wanted.keys()].at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** The events of a report that are wanted; null when all are. */
type WantedEvents = ReadonlySet<string> | null;
type WantedReports = ReadonlyMap<string, WantedEvents>;

async function reportsAfter(store: Store, after: string): Promise<WantedReports> {
  const rows = await store.db
    .selectFrom('reports')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(REPORTS_AT_ONCE)
    .execute();
  return new Map(rows.map(({ id }) => [id, null]));
}

async function reportsWithEvents(store: Store, filter: Filter, after: string): Promise<WantedReports> {
  const { rows } = await sql<{ id: string; events: string }>`
    SELECT reports.id, string_agg(events.local_id, ' ') AS events FROM reports CROSS JOIN events
    WHERE events.report = reports.key AND reports.id > ${after} AND ${await whereFilter(store, filter)} GROUP BY reports.id ORDER BY reports.id LIMIT ${REPORTS_AT_ONCE}`.execute(
    store.db,
  );
  return new Map(rows.map(({ id, events }) => [id, new Set(events.split(' '))]));
}
