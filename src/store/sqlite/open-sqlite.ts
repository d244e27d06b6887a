import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { ChanceryError } from '../../problems.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { checkVersion, migrateStore } from '../migrations/migrate.ts';
import { SqlStore } from '../sql-store.ts';
import type { Store, StoreOptions } from '../store.ts';
import type { Tables } from '../tables.ts';
import { copyFile } from './copy-file.ts';
import { SQLITE } from './dialect.ts';
import { sqliteDriver } from './driver.ts';
import { asStoreError, withStoreErrors } from './faults.ts';

/** How much of a file is kept in memory: enough for the upper parts of all indexes of a large store. */
const CACHE_KIB = 65_536;

/** Opens a store in a SQLite file. Throws a `ChanceryError` that says why when it cannot. */
export async function openSqliteStore(path: string, options: StoreOptions): Promise<Store> {
  const { mode, migrations = MIGRATIONS, now = () => new Date() } = options;
  checkPath(path, mode);
  const database = withStoreErrors(path, () => openFile(path, options));
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqliteDriver(database, path) }) });
  const opened = { path, db, dialect: SQLITE };
  try {
    if (mode === 'write')
      await migrateStore(opened, migrations, (version) => copyFile(db, `${path}.v${version}-backup`));
    else await checkVersion(opened, migrations);
  } catch (error) {
    database.close();
    throw asStoreError(error, path);
  }
  return new SqlStore(opened, now);
}

function checkPath(path: string, mode: StoreOptions['mode']): void {
  const folder = dirname(resolve(path));
  if (!existsSync(folder)) {
    throw new ChanceryError('store/no-folder', `There is no folder ${folder} for the store.`, {
      at: { file: path },
      hint: 'Make the folder first, or name another store with --store PATH.',
    });
  }
  if (mode === 'read' && (!existsSync(path) || statSync(path).size === 0)) {
    throw new ChanceryError('store/missing', 'There is no store here yet.', {
      at: { file: path },
      hint: "'chancery ingest INPUT…' makes one; --store PATH names one elsewhere.",
    });
  }
}

function openFile(path: string, { mode, busyTimeoutMs = 5_000, maxPages }: StoreOptions): Database.Database {
  const database = new Database(path, { readonly: mode === 'read', timeout: busyTimeoutMs });
  try {
    database.pragma('schema_version');
    if (mode === 'write') prepareToWrite(database);
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    database.pragma(`cache_size = -${CACHE_KIB}`);
    if (maxPages !== undefined) database.pragma(`max_page_count = ${maxPages}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Finds out at once, and not after a report was read, that the file cannot be written to. */
function prepareToWrite(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.exec('BEGIN IMMEDIATE');
  database.exec('ROLLBACK');
}
