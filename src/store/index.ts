import { ChanceryError } from '../problems.ts';
import { openSqliteStore } from './sqlite/open-sqlite.ts';
import type { Store, StoreOptions } from './store.ts';

export { MARK_CLOSE, MARK_OPEN, SNIPPET_WORDS } from './dialect.ts';
export * from './happenings/load-tellings.ts';
export { type NotedDecision, notedDecisions } from './happenings/merge-decisions.ts';
export { type KeptOutline, outlinesLike } from './happenings/outline-report.ts';
export type { StoreMigration } from './migrations/index.ts';
export { AFTER_ALL, firstDay } from './rows.ts';
export { LIST_OF_ALL, listOfTwo } from './sides.ts';
export * from './store.ts';
export { ACTOR_COLUMNS, type ActorRow, type PartyRole, type Tables } from './tables.ts';
export { backupStore } from './upkeep/backup-store.ts';
export { checkStore, type StoreFault } from './upkeep/check-store.ts';
export { copyStore } from './upkeep/copy-store.ts';
export { type StoreInfo, storeInfo } from './upkeep/store-info.ts';

/** Opens a store: a SQLite file by its path, or a PostgreSQL database by its address, `postgres://user@server/database`. */
export async function openStore(place: string, options: StoreOptions): Promise<Store> {
  const [scheme] = /^[a-z]+(?=:\/\/)/i.exec(place) ?? [];
  switch (scheme?.toLowerCase()) {
    case undefined:
      return openSqliteStore(place, options);
    case 'postgres':
    case 'postgresql': {
      const { openPostgresStore } = await import('./postgres/open-postgres.ts');
      return openPostgresStore(place, options);
    }
    default:
      throw new ChanceryError('store/unknown-kind', `No store can be opened at ${scheme}://….`, {
        expected: ['the path of a SQLite file', 'postgres://user@server/database'],
      });
  }
}
