import type { Insertable, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** SQLite takes at most 32,766 values in one statement, PostgreSQL twice as many; no table here has more than 25 columns. */
const ROWS_AT_ONCE = 500;

/** Inserts rows, as many at once as every database takes. */
export async function insertAll<Table extends keyof Tables>(
  db: Kysely<Tables>,
  table: Table,
  all: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  for (const some of chunks(all)) await db.insertInto(table).values(some).execute();
}

/** Rows in parts that can be inserted at once. */
export function chunks<Row>(all: readonly Row[]): readonly (readonly Row[])[] {
  const count = Math.ceil(all.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, index) => all.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE));
}
