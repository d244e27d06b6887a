import type { Kysely } from 'kysely';
import { ChanceryError } from '../../problems.ts';
import type { AnyDatabase, Dialect } from '../dialect.ts';
import type { Tables } from '../tables.ts';
import type { StoreMigration } from './migration.ts';

/** A database that a store is opened in. */
export interface Opened {
  /** The file or address, as messages name it. */
  readonly path: string;
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
}

/**
 * Brings tables up to date, in one transaction; `keepCopy` is called before when they already hold records.
 * Two programs may do this at once: the second waits and finds nothing left to do.
 */
export async function migrateStore(
  opened: Opened,
  migrations: readonly StoreMigration[],
  keepCopy: (version: number) => Promise<void>,
): Promise<void> {
  const { db, dialect } = opened;
  const version = await storeVersion(opened, migrations, db);
  if (version === migrations.length) return;
  if (version > 0) await keepCopy(version);
  await db.transaction().execute(async (trx) => {
    await dialect.lockForWriting(trx);
    const left = migrations.slice(await storeVersion(opened, migrations, trx));
    for (const migration of left) await migration.up(trx, dialect);
    await dialect.setVersion(trx, migrations.length);
  });
}

/** Throws when the tables are not of the version that this program knows. */
export async function checkVersion(opened: Opened, migrations: readonly StoreMigration[]): Promise<void> {
  const version = await storeVersion(opened, migrations, opened.db);
  if (version === migrations.length) return;
  if (version === 0)
    throw new ChanceryError('store/missing', 'There is no store here yet.', {
      at: { file: opened.path },
      hint: "'chancery ingest INPUT…' makes one; --store PATH names one elsewhere.",
    });
  throw new ChanceryError('store/older', `The store has tables of version ${version}.`, {
    at: { file: opened.path },
    expected: [`version ${migrations.length}`],
    hint: "'chancery ingest' brings it up to date, and keeps a copy of the old one.",
  });
}

async function storeVersion(
  { dialect, path }: Opened,
  migrations: readonly StoreMigration[],
  db: AnyDatabase,
): Promise<number> {
  const version = await dialect.version(db);
  if (version === null)
    throw new ChanceryError('store/not-a-store', `This ${dialect.name} database was not made by Chancery.`, {
      at: { file: path },
      hint: 'Name the store with --store.',
    });
  if (version <= migrations.length) return version;
  throw new ChanceryError('store/newer', `The store has tables of version ${version}.`, {
    at: { file: path },
    expected: [`version ${migrations.length} or older`],
    hint: 'A newer Chancery made it: update this one.',
  });
}
