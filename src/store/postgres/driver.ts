import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { StoreOptions } from '../store.ts';
import { asStoreError } from './faults.ts';

const INT8 = pg.types.builtins.INT8;
/** A name of the server that it is told who asks by. */
const APPLICATION = 'chancery';
const CONNECT_TIMEOUT_MS = 10_000;

/** Connections as Kysely uses them, with two things added: big numbers come as numbers, and faults are told as `ChanceryError`. */
export function postgresPool(
  address: string,
  path: string,
  { mode, busyTimeoutMs = 30_000 }: StoreOptions,
): PostgresPool {
  const settings = [`lock_timeout=${busyTimeoutMs}`, ...(mode === 'read' ? ['default_transaction_read_only=on'] : [])];
  const pool = new pg.Pool({
    connectionString: address,
    application_name: APPLICATION,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    types: { getTypeParser: (id, format) => (id === INT8 ? Number : pg.types.getTypeParser(id, format)) },
  });
  // A connection that breaks is replaced; whoever asks over it, or next, is told.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return {
    end: () => pool.end(),
    connect: async () => guard(await withStoreErrors(path, () => pool.connect()), path),
  };
}

function guard(client: pg.PoolClient, path: string): PostgresPoolClient {
  const query = client.query.bind(client) as (...all: unknown[]) => Promise<unknown>;
  return {
    query: (...all: unknown[]) => withStoreErrors(path, () => query(...all)),
    release: () => client.release(),
  } as PostgresPoolClient;
}

async function withStoreErrors<Result>(path: string, call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    throw asStoreError(error, path);
  }
}
