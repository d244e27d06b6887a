import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { ChanceryError } from '../problems.ts';
import { AFTER_ALL } from '../store/index.ts';

/** How much of a list to give, from where on. */
export interface PageRequest {
  readonly limit?: number;
  /** The `next` of the page before. */
  readonly after?: string;
  /** The latest first; else the earliest. What has no date comes last either way. */
  readonly newestFirst?: boolean;
}

/** A part of a list; `next` asks for the part that follows, and is null at the end. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly next: string | null;
}

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 1_000;

/** Where a list stands: the day, the report and the place in it that sort it. */
export interface Position {
  readonly day: string;
  readonly id: string;
  readonly ordinal: number;
}

const CURSOR = /^(\d{4}-\d\d-\d\d)~(.+)~(\d+)$/;

/** The condition that leaves out everything up to the page before. The three columns must be those that sort the list. */
export function afterCursor(
  dayColumn: string,
  ordinalColumn: string,
  { after, newestFirst }: PageRequest,
): RawBuilder<SqlBool> {
  const column = sql.ref(dayColumn);
  // Every day is before this one, but only where it says so does SQLite read the index of the days from its end.
  if (after === undefined) return newestFirst ? sql<SqlBool>`${column} <= ${AFTER_ALL}` : sql<SqlBool>`true`;
  const [, day, id, ordinal] = CURSOR.exec(after) ?? [];
  if (!day || !id) throw new ChanceryError('ask/unknown-page', `'${after}' is not the 'next' of a page.`);
  const [beyond, from] = newestFirst ? [sql`<`, sql`<=`] : [sql`>`, sql`>=`];
  const within = sql<SqlBool>`(reports.id, ${sql.ref(ordinalColumn)}) > (${id}, ${Number(ordinal)})`;
  // The first part says nothing new, but lets the index of the days begin where the page before ended.
  return sql`(${column} ${from} ${day} AND (${column} ${beyond} ${day} OR (${column} = ${day} AND ${within})))`;
}

/** Cuts a page from rows of which one more than `limit` were fetched. */
export function pageOf<Row, Entry>(
  rows: readonly Row[],
  entries: readonly Entry[],
  limit: number,
  position: (row: Row) => Position,
): Page<Entry> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const next = last ? cursorOf(position(last)) : null;
  return { entries: entries.slice(0, limit), next };
}

/** The `next` of a page that ends there. */
export function cursorOf({ day, id, ordinal }: Position): string {
  return `${day}~${id}~${ordinal}`;
}

/** The size of a page: what was asked for, within bounds. */
export function pageSize({ limit = DEFAULT_LIMIT }: PageRequest): number {
  return Math.min(Math.max(1, limit), MAX_LIMIT);
}
