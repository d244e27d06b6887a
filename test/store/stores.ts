import { join } from 'node:path';
import pg from 'pg';
import { describe, onTestFinished } from 'vitest';
import { openStore, type Reading, type Store, type StoreOptions } from '../../src/store/index.ts';
import { callReading, sanctionReading } from './readings.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A server that tests may make databases on, as `scripts/with-postgres.sh` starts one; without it, its tests are skipped. */
export const POSTGRES_SERVER = process.env.CHANCERY_TEST_POSTGRES;

/** Makes stores of one kind for one suite. */
export interface StoreMaker {
  readonly kind: 'SQLite' | 'PostgreSQL';
  /** A place where no store is yet; it goes when the test ends. */
  newPlace(): Promise<string>;
  newStore(more?: Partial<StoreOptions>): Promise<Store>;
  /** A new store that holds these readings. */
  storeOf(...readings: readonly Reading[]): Promise<Store>;
  /** A store that holds the two readings of our own wording. */
  exampleStore(): Promise<Store>;
}

export const SQLITE_STORES = storeMaker('SQLite', async () => join(temporaryFolder(), 'test.sqlite'));
export const POSTGRES_STORES = storeMaker('PostgreSQL', newDatabase);

/** Runs a suite on every kind of store. */
export function onEachStore(title: string, suite: (stores: StoreMaker) => void): void {
  describe(`${title}, in SQLite`, () => suite(SQLITE_STORES));
  onPostgres(title, suite);
}

/** Runs a suite on PostgreSQL alone, where there is a server. */
export function onPostgres(title: string, suite: (stores: StoreMaker) => void): void {
  describe.skipIf(POSTGRES_SERVER === undefined)(`${title}, in PostgreSQL`, () => suite(POSTGRES_STORES));
}

function storeMaker(kind: StoreMaker['kind'], newPlace: () => Promise<string>): StoreMaker {
  const newStore = async (more: Partial<StoreOptions> = {}) => {
    const store = await openStore(await newPlace(), { mode: 'write', ...more });
    onTestFinished(() => store.close());
    return store;
  };
  const storeOf = async (...readings: readonly Reading[]) => {
    const store = await newStore();
    for (const reading of readings) await store.ingest(reading, 'v1');
    return store;
  };
  return { kind, newPlace, newStore, storeOf, exampleStore: () => storeOf(callReading(), sanctionReading()) };
}

let databases = 0;

async function newDatabase(): Promise<string> {
  databases += 1;
  const name = `chancery_${process.pid}_${Date.now()}_${databases}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE template0`);
  onTestFinished(() => administer(`DROP DATABASE ${name} WITH (FORCE)`));
  return Object.assign(new URL(POSTGRES_SERVER!), { pathname: `/${name}` }).href;
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: POSTGRES_SERVER });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
