import { HandleEmptyInListsPlugin, Kysely, PostgresDialect, replaceWithNoncontingentExpression } from 'kysely';
import { ChanceryError } from '../../problems.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { checkVersion, migrateStore } from '../migrations/migrate.ts';
import { SqlStore } from '../sql-store.ts';
import type { Store, StoreOptions } from '../store.ts';
import type { Tables } from '../tables.ts';
import { POSTGRES } from './dialect.ts';
import { postgresPool } from './driver.ts';

/** Opens a store in a PostgreSQL database that is there. Throws a `ChanceryError` that says why when it cannot. */
export async function openPostgresStore(address: string, options: StoreOptions): Promise<Store> {
  const { mode, migrations = MIGRATIONS, now = () => new Date() } = options;
  const path = withoutPassword(address);
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: postgresPool(address, path, options) }),
    // An empty list holds nothing, as in SQLite; PostgreSQL would refuse it.
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
  const opened = { path, db, dialect: POSTGRES };
  try {
    // What a server keeps is copied by its own means (pg_dump), which the documentation says to do before an update.
    if (mode === 'write') await migrateStore(opened, migrations, async () => {});
    else await checkVersion(opened, migrations);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return new SqlStore(opened, now);
}

function withoutPassword(address: string): string {
  if (!URL.canParse(address))
    throw new ChanceryError('store/unknown-address', 'The address of the store cannot be read.', {
      expected: ['postgres://user@server/database'],
      hint: 'Signs such as @ or / in a password are written %40 or %2F.',
    });
  const url = new URL(address);
  url.password = '';
  return url.href;
}
