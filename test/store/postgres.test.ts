import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { callReading, numberedReading } from './readings.ts';
import { onPostgres } from './stores.ts';

onPostgres('a store', ({ newPlace, newStore }) => {
  it('is named without its password', async () => {
    const store = await newStore();
    expect(store.path).toMatch(/^postgres:\/\/chancery@127\.0\.0\.1:\d+\/chancery_/);
  });

  it('says that another program holds the store, after waiting', async () => {
    const place = await newPlace();
    const one = await openStore(place, { mode: 'write' });
    const other = await openStore(place, { mode: 'write', busyTimeoutMs: 20 });
    const writing = one.write(() => wait(500));
    await wait(100);
    await expect(other.ingest(callReading(), 'v1')).rejects.toMatchObject({ code: 'store/locked' });
    await writing;
    expect(await other.ingest(callReading(), 'v1')).toBe('added');
    await Promise.all([one.close(), other.close()]);
  });

  it('says that the server broke off, and goes on when it is back', async () => {
    const place = await newPlace();
    const store = await openStore(place, { mode: 'write' });
    const broken = store.write(async (trx) => {
      await sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(trx);
    });
    await expect(broken).rejects.toMatchObject({ code: 'store/lost-server' });
    expect(await store.ingest(callReading(), 'v1')).toBe('added');
    await store.close();
  });

  it('brings a new store up once, also when two programs open it at the same moment', async () => {
    const place = await newPlace();
    const both = await Promise.all([openStore(place, { mode: 'write' }), openStore(place, { mode: 'write' })]);
    await Promise.all(both.map((store, number) => store.ingest(numberedReading(number), 'v1')));
    expect(await both[0].holds('r_000001', 'v1')).toBe(true);
    await Promise.all(both.map((store) => store.close()));
  });

  it('takes reports from many writers at once', async () => {
    const store = await newStore();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, number) => store.ingest(numberedReading(number % 10), 'v1')),
    );
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(10);
  });

  it('finds words that stand beside a sign that is no blank', async () => {
    const store = await newStore();
    const { record } = callReading();
    const text = 'The Holm/Lind talks of a U.S.–Sudmark panel, in São Tomé.';
    await store.ingest(
      { record: { ...record, events: [], quotations: [], report: { ...record.report, text } }, explanations: [] },
      'v1',
    );
    const found = async (...words: string[]) =>
      (await store.dialect.reportsHolding(words).execute(store.db)).rows.length;
    expect([await found('lind'), await found('sudmark'), await found('U.S.'), await found('sao tome')]).toEqual([
      1, 1, 1, 1,
    ]);
    expect([await found('sao paulo'), await found("x' | 'lind"), await found('!')]).toEqual([0, 0, 0]);
  });

  const OPENINGS: readonly (readonly [name: string, change: (address: URL) => void, code: string])[] = [
    ['a wrong password', (address) => (address.password = 'wrong'), 'store/wrong-password'],
    ['no password', (address) => (address.password = ''), 'store/wrong-password'],
    ['a database that is not there', (address) => (address.pathname = '/nowhere'), 'store/no-database'],
    ['a port where nobody listens', (address) => (address.port = '1'), 'store/no-server'],
  ];
  it.each(OPENINGS)('says what is wrong with %s', async (_name, change, code) => {
    const address = new URL(await newPlace());
    change(address);
    await expect(openStore(address.href, { mode: 'write' })).rejects.toMatchObject({ code });
  });

  it("refuses another program's database", async () => {
    const place = await newPlace();
    const client = new pg.Client({ connectionString: place });
    await client.connect();
    await client.query('CREATE TABLE events (name TEXT)');
    await client.end();
    await expect(openStore(place, { mode: 'write' })).rejects.toMatchObject({ code: 'store/not-a-store' });
  });

  it('says that a user may not do what the store needs', async () => {
    const place = await newPlace();
    const store = await openStore(place, { mode: 'write' });
    await sql`CREATE ROLE reader LOGIN PASSWORD 'secret'`.execute(store.db);
    try {
      const address = Object.assign(new URL(place), { username: 'reader' });
      await expect(openStore(address.href, { mode: 'read' })).rejects.toMatchObject({ code: 'store/no-right' });
    } finally {
      await sql`DROP ROLE reader`.execute(store.db);
      await store.close();
    }
  });
});

describe('the address of a store', () => {
  it('must be one', async () => {
    await expect(openStore('postgres://a b:c@:x/', { mode: 'read' })).rejects.toMatchObject({
      code: 'store/unknown-address',
    });
  });
});
