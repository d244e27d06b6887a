import { sql } from 'kysely';
import type { Store } from '../store/index.ts';
import { ENTRY_COLUMNS, entriesFromRows, type TimelineEntry } from './entry.ts';
import type { Filter } from './filter.ts';
import { afterCursor, MAX_LIMIT, type Page, type PageRequest, pageOf, pageSize } from './page.ts';
import { whereFilter } from './where-filter.ts';

/** Who did what when: events by date, those without one last. */
export async function timeline(store: Store, filter: Filter, page: PageRequest = {}): Promise<Page<TimelineEntry>> {
  const limit = pageSize(page);
  const day = page.newestFirst ? 'last_day' : 'first_day';
  const rows = await store.db
    .selectFrom('events')
    .innerJoin('reports', 'reports.key', 'events.report')
    .select(ENTRY_COLUMNS)
    .where(await whereFilter(store, filter))
    .where(afterCursor(`events.${day}`, 'events.ordinal', page))
    .orderBy(`events.${day}`, page.newestFirst ? 'desc' : 'asc')
    .orderBy('reports.id')
    .orderBy('events.ordinal')
    .limit(limit + 1)
    .execute();
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
  const { count } = await store.db
    .selectFrom('events')
    .innerJoin('reports', 'reports.key', 'events.report')
    .select(sql<number>`count(*)`.as('count'))
    .where(await whereFilter(store, filter))
    .executeTakeFirstOrThrow();
  return Number(count);
}
