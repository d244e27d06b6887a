import { sql } from 'kysely';
import type { Store } from '../store.ts';
import { TABLE_PARTS, type Tables } from '../tables.ts';

/** What a store is and how much it holds. */
export interface StoreInfo {
  readonly store: string;
  /** The database with its version. */
  readonly software: string;
  /** The version of the tables. */
  readonly version: number;
  readonly bytes: number;
  readonly rows: Readonly<Record<keyof Tables, number>>;
  /** First and last day of publication that a report states. */
  readonly published: { readonly from: string | null; readonly to: string | null };
  /** Which versions of the program read the reports, the latest first. */
  readonly readers: readonly { readonly reader: string; readonly reports: number }[];
}

/** Counts what a store holds. */
export async function storeInfo({ db, dialect, path }: Store): Promise<StoreInfo> {
  const counts = Object.keys(TABLE_PARTS).map(
    (table) => sql`(SELECT count(*) FROM ${sql.table(table)}) AS ${sql.ref(table)}`,
  );
  const { rows } = await sql<StoreInfo['rows']>`SELECT ${sql.join(counts)}`.execute(db);
  const { rows: published } = await sql<StoreInfo['published']>`
    SELECT min(published) AS "from", max(published) AS "to" FROM reports`.execute(db);
  const { rows: readers } = await sql<StoreInfo['readers'][number]>`
    SELECT reader, count(*) AS reports FROM reports GROUP BY reader ORDER BY max(stored_at) DESC, reader`.execute(db);
  return {
    store: path,
    software: await dialect.software(db),
    version: (await dialect.version(db)) ?? 0,
    bytes: await dialect.size(db),
    rows: rows[0]!,
    published: published[0]!,
    readers,
  };
}
