import { sql } from 'kysely';
import type { Store } from '../store/index.ts';
import { ENTRY_COLUMNS, type EntryRow, entriesFromRows, type TimelineEntry } from './entry.ts';
import type { Filter } from './filter.ts';
import { afterCursor, MAX_LIMIT, type Page, type PageRequest, pageOf, pageSize } from './page.ts';
import { wantedEvents } from './where-filter.ts';

/** Who did what when: events by date, those without one last. */
export async function timeline(store: Store, filter: Filter, page: PageRequest = {}): Promise<Page<TimelineEntry>> {
  const limit = pageSize(page);
  const day = page.newestFirst ? 'last_day' : 'first_day';
  const { from, where, firstDay, lastDay } = await wantedEvents(store, filter);
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
export async function* wholeTimeline(store: Store, filter: Filter): AsyncGenerator<TimelineEntry> {
  let after: string | null = null;
  do {
    const page: Page<TimelineEntry> = await timeline(store, filter, { limit: MAX_LIMIT, ...(after && { after }) });
    yield* page.entries;
    after = page.next;
  } while (after !== null);
}

/** How many events a filter leaves. */
export async function countEvents(store: Store, filter: Filter): Promise<number> {
  const { from, where } = await wantedEvents(store, filter);
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${from} WHERE ${where}`.execute(store.db);
  return rows[0]!.count;
}
