import { sql } from 'kysely';
import type { Store } from '../store/index.ts';
import { ENTRY_COLUMNS, type EntryRow, entriesFromRows, type TimelineEntry } from './entry.ts';
import type { Filter, Listed } from './filter.ts';
import {
  afterCursor,
  cursorOf,
  MAX_LIMIT,
  type Page,
  type PageRequest,
  type Position,
  pageOf,
  pageSize,
} from './page.ts';
import { type Wanted, wantedEvents, wantedHappenings } from './where-filter.ts';

/** Who did what when: happenings by date, those without one last, each by the event that stands for it; or every event of every report, each where its happening stands. */
export async function timeline(
  store: Store,
  filter: Filter,
  page: PageRequest = {},
  listed: Listed = 'happenings',
): Promise<Page<TimelineEntry>> {
  const limit = pageSize(page);
  const rows = await listedRows(store, await wantedEvents(store, filter, listed), { ...page, limit: limit + 1 });
  const entries = await entriesFromRows(store.db, rows);
  return pageOf(rows, entries, limit, (row) => row);
}

type ListedRow = EntryRow & Position;

/** As many rows as asked for, each once: a happening that several tellings lead to comes several times, one right after the other. */
async function listedRows(
  store: Store,
  { from, where }: Wanted,
  page: PageRequest & { readonly limit: number },
): Promise<readonly ListedRow[]> {
  const day = page.newestFirst ? 'found.listed_last_day' : 'found.listed_first_day';
  const asked = page.limit * 2;
  const found: ListedRow[] = [];
  for (let { after } = page; ; after = cursorOf(found.at(-1)!)) {
    const { rows } = await sql<ListedRow>`
      SELECT ${sql.join(ENTRY_COLUMNS.map((name) => sql.ref(name)))}, ${sql.ref(day)} AS day FROM ${from}
      WHERE ${where} AND ${afterCursor(day, 'events.ordinal', { ...page, ...(after && { after }) })}
      ORDER BY ${sql.ref(day)} ${sql.raw(page.newestFirst ? 'DESC' : 'ASC')}, reports.id, events.ordinal
      LIMIT ${asked}`.execute(store.db);
    found.push(...rows.filter((row, index) => !isSamePlace(row, rows[index - 1])));
    if (found.length >= page.limit || rows.length < asked) return found.slice(0, page.limit);
  }
}

function isSamePlace(one: ListedRow, other: ListedRow | undefined): boolean {
  return one.id === other?.id && one.ordinal === other.ordinal;
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
  const { from, where } = await wantedHappenings(store, filter);
  const { rows } = await sql<{
    count: number;
  }>`SELECT count(DISTINCT found.lead) AS count FROM ${from} WHERE ${where}`.execute(store.db);
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
