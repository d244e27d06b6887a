import { sql } from 'kysely';
import type { Store } from '../store/index.ts';
import { ENTRY_COLUMNS, type EntryRow, entriesFromRows, type TimelineEntry } from './entry.ts';
import type { Filter, Listed } from './filter.ts';
import { afterCursor, MAX_LIMIT, type Page, type PageRequest, pageOf, pageSize } from './page.ts';
import { wantedEvents } from './where-filter.ts';

/** Who did what when: happenings by date, those without one last, each by the event that stands for it; or every event of every report. */
export async function timeline(
  store: Store,
  filter: Filter,
  page: PageRequest = {},
  listed: Listed = 'happenings',
): Promise<Page<TimelineEntry>> {
  const limit = pageSize(page);
  const day = page.newestFirst ? 'last_day' : 'first_day';
  const { from, where, firstDay, lastDay } = await wantedEvents(store, filter, listed);
  const column = page.newestFirst ? lastDay : firstDay;
  const { rows } = await sql<EntryRow>`
    SELECT ${sql.join(ENTRY_COLUMNS.map((name) => sql.ref(name)))} FROM ${from}
    WHERE ${where} AND ${afterCursor(column, 'events.ordinal', page)}
    ORDER BY ${sql.ref(column)} ${sql.raw(page.newestFirst ? 'DESC' : 'ASC')}, reports.id, events.ordinal
    LIMIT ${limit + 1}`.execute(store.db);
  const entries = await entriesFromRows(store.db, rows);
  return pageOf(rows, entries, limit, (row) => ({ day: row[day], id: row.id, ordinal: row.ordinal }));
}

/** The whole timeline, entry by entry. */
export async function* wholeTimeline(
  store: Store,
  filter: Filter,
  listed: Listed = 'happenings',
): AsyncGenerator<TimelineEntry> {
  let after: string | null = null;
  do {
    const request = { limit: MAX_LIMIT, ...(after && { after }) };
    const page: Page<TimelineEntry> = await timeline(store, filter, request, listed);
    yield* page.entries;
    after = page.next;
  } while (after !== null);
}

/** How many happenings a filter leaves. */
export async function countEvents(store: Store, filter: Filter): Promise<number> {
  const { from, where } = await wantedEvents(store, filter);
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${from} WHERE ${where}`.execute(store.db);
  return rows[0]!.count;
}

/** The events of these ids, in no order; an id that is not there gives none. */
export async function entriesByIds(store: Store, ids: readonly string[]): Promise<readonly TimelineEntry[]> {
  if (ids.length === 0) return [];
  const pairs = ids.map((id) => [id.slice(0, id.lastIndexOf('/')), id.slice(id.lastIndexOf('/') + 1)] as const);
  const reports = [...new Set(pairs.map(([report]) => report))];
  const { rows } = await sql<EntryRow>`
    SELECT ${sql.join(ENTRY_COLUMNS.map((name) => sql.ref(name)))} FROM reports JOIN events ON events.report = reports.key
    WHERE reports.id IN (${sql.join(reports)})
      AND (${sql.join(
        pairs.map(([report, local]) => sql`(reports.id = ${report} AND events.local_id = ${local})`),
        sql` OR `,
      )})`.execute(store.db);
  return entriesFromRows(store.db, rows);
}
