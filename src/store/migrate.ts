import type { Database } from 'better-sqlite3';
import { type Kysely, type Migration, Migrator } from 'kysely';
import { ChanceryError } from '../problems.ts';
import type { Tables } from './tables.ts';

/** Marks a SQLite file as a Chancery store: 'CHNC'. */
const APPLICATION_ID = 0x43484e43;

/** Which version of the tables a file holds: the number of migrations that were run; 0 for a new file. Throws when it is not ours or newer. */
export function storeVersion(database: Database, path: string, latest: number): number {
  const version = database.pragma('user_version', { simple: true }) as number;
  const applicationId = database.pragma('application_id', { simple: true }) as number;
  if (applicationId !== APPLICATION_ID && !isEmpty(database)) {
    throw new ChanceryError('store/not-a-store', 'This SQLite file was not made by Chancery.', {
      at: { file: path },
      hint: 'Name the store with --store PATH.',
    });
  }
  if (version > latest) {
    throw new ChanceryError('store/newer', `The store has tables of version ${version}.`, {
      at: { file: path },
      expected: [`version ${latest} or older`],
      hint: 'A newer Chancery made it: update this one.',
    });
  }
  return version;
}

function isEmpty(database: Database): boolean {
  return database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
}

/**
 * Brings a file's tables up to date, in one transaction; a file that already has records is copied to `PATH.vN-backup` before.
 * Two programs may do this at once: the second waits and finds nothing left to do.
 */
export async function migrateStore(
  database: Database,
  db: Kysely<Tables>,
  path: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const latest = Object.keys(migrations).length;
  const version = storeVersion(database, path, latest);
  if (version === latest) return;
  if (version > 0) await database.backup(`${path}.v${version}-backup`);
  database.exec('BEGIN IMMEDIATE');
  try {
    if (storeVersion(database, path, latest) < latest) await runMigrations(db, migrations);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${latest}`);
    database.exec('COMMIT');
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
  }
}

async function runMigrations(db: Kysely<Tables>, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
