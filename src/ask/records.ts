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
  const isWhole = Object.keys(filter).length === 0;
  let after = '';
  for (;;) {
    const wanted = isWhole ? await reportsAfter(store, after) : await reportsWithEvents(store, filter, after);
    for (const [id, events] of wanted) {
      const record = await store.record(id);
      if (record) yield events ? { ...record, events: record.events.filter((event) => events.has(event.id)) } : record;
    }
    const last = [...wanted.keys()].at(-1);
    if (last === undefined) return;
    after = last;
  }
}

type WantedReports = ReadonlyMap<string, ReadonlySet<string> | null>;

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
