import { ChanceryError } from '../problems.ts';
import { openSqliteStore, type SqliteOptions } from './sqlite-store.ts';
import type { Store } from './store.ts';

export { firstDay } from './rows.ts';
export { openSqliteStore, type SqliteOptions } from './sqlite-store.ts';
export * from './store.ts';
export type { ActorRow, PartyRole, Tables } from './tables.ts';

/** Where records are kept when nobody says otherwise. */
export const DEFAULT_STORE = 'chancery.sqlite';

/** Opens the store at a path. Only SQLite files are known so far. */
export async function openStore(path: string, options: SqliteOptions): Promise<Store> {
  if (/^[a-z]+:\/\//i.test(path)) {
    throw new ChanceryError('store/unknown-kind', `No store can be opened at ${path}.`, {
      expected: ['the path of a SQLite file'],
    });
  }
  return openSqliteStore(path, options);
}
