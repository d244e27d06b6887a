import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { parseFilter, search, timeline } from '../../src/ask/index.ts';
import {
  backupStore,
  checkStore,
  copyStore,
  openStore,
  type Store,
  type StoreFault,
  storeInfo,
} from '../../src/store/index.ts';
import { TABLE_PARTS } from '../../src/store/tables.ts';
import { callReading, numberedReading, sanctionReading } from './readings.ts';
import { rowCounts } from './row-counts.ts';
import { onEachStore, onPostgres, SQLITE_STORES } from './stores.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function faultsOf(store: Store): Promise<readonly string[]> {
  const faults: StoreFault[] = [];
  for await (const fault of checkStore(store)) faults.push(fault);
  return faults.map(({ report, message }) => `${report ?? 'store'}: ${message}`);
}

async function found(store: Store, query: string) {
  const { hits, ...counts } = await search(store, parseFilter(query));
  return { reports: hits.map(({ report }) => report.id), ...counts };
}

/** Expects a copy to hold and to find what the store does, and to take new reports. */
async function expectSame(copy: Store, store: Store): Promise<void> {
  expect(await copy.reading('r_ca11')).toEqual(callReading());
  expect(await rowCounts(copy)).toEqual(await rowCounts(store));
  expect(await faultsOf(copy)).toEqual([]);
  for (const query of ['sanctions', '"arms to the rebels"', 'actor:"Ada Holm"'])
    expect(await found(copy, query)).toEqual(await found(store, query));
  expect(await timeline(copy, {})).toEqual(await timeline(store, {}));
  expect(await copy.ingest(callReading(), 'v1')).toBe('unchanged');
  expect(await copy.ingest(numberedReading(1), 'v1')).toBe('added');
}

onEachStore('looking after a store', ({ exampleStore, newStore }) => {
  it('says what it is and how much it holds', async () => {
    const info = await storeInfo(await exampleStore());
    expect(info.software).toMatch(/^(SQLite 3|PostgreSQL \d)/);
    expect(info.rows).toMatchObject({ reports: 2, events: 5, quotations: 1 });
    expect(info.published).toEqual({ from: '2025-05-14', to: '2025-05-21' });
    expect(info.readers).toEqual([{ reader: 'v1', reports: 2 }]);
    expect(info.bytes).toBeGreaterThan(100_000);
  });

  it('finds nothing wrong with a sound one', async () => {
    expect(await faultsOf(await exampleStore())).toEqual([]);
  });

  it('finds a row that is missing, one too many, a changed word, and words that are not indexed', async () => {
    const store = await exampleStore();
    const event = sql`(SELECT min(key) FROM events WHERE local_id = 'e1' AND status = 'occurred')`;
    await sql`DELETE FROM event_lists WHERE event = ${event} AND list = 'NOR'`.execute(store.db);
    await sql`INSERT INTO problems (report, code, message) SELECT key, 'x', 'y' FROM reports WHERE id = 'r_5a4c'`.execute(
      store.db,
    );
    await sql`UPDATE events SET event = replace(event, 'SANCTION', 'AID')`.execute(store.db);
    const index = store.dialect.name === 'SQLite' ? sql`rowid` : sql`key`;
    await sql`DELETE FROM event_text WHERE ${index} = ${event}`.execute(store.db);
    await sql`UPDATE event_lists SET listed_first_day = '2025-01-01' WHERE list = 'grp:rebels'`.execute(store.db);
    const faults = await faultsOf(store);
    expect(faults).toContain('r_ca11: stands in 1 lists in another place than its happening');
    expect(faults).toContain('store: 1 of events cannot be found by their words');
    expect(faults).toContain('r_ca11: has 18 rows in event_lists and should have 19');
    expect(faults).toContain('r_5a4c: has 1 rows in problems and should have 0');
    expect(faults).toContain('r_5a4c: is not what was stored: its digest differs');
  });

  it('is copied whole into an empty store of the other kind or its own', async () => {
    const store = await exampleStore();
    const copy = await newStore();
    expect(await copyStore(store, copy)).toBe(2);
    await expectSame(copy, store);
  });

  it('is copied into an empty store alone', async () => {
    await expect(copyStore(await exampleStore(), await exampleStore())).rejects.toMatchObject({
      code: 'store/not-empty',
    });
  });

  it('leaves nothing in a copy that broke off', async () => {
    const store = await exampleStore();
    const copy = await newStore();
    await sql`DELETE FROM problems`.execute(copy.db);
    await sql`DROP TABLE problems`.execute(copy.db);
    await expect(copyStore(store, copy)).rejects.toThrow();
    expect(await copy.record('r_ca11')).toBeNull();
  });

  it('is backed up into a SQLite file, once', async () => {
    const store = await exampleStore();
    const file = join(temporaryFolder(), 'backup.sqlite');
    await backupStore(store, file);
    const backup = await openStore(file, { mode: 'write' });
    await expectSame(backup, store);
    await backup.close();
    await expect(backupStore(store, file)).rejects.toMatchObject({ code: 'store/file-there' });
  });

  it('answers as before when it was compacted', async () => {
    const store = await exampleStore();
    await store.ingest({ record: { ...callReading().record, events: [] }, explanations: [] }, 'v2');
    await store.dialect.compact(store.db);
    expect(await faultsOf(store)).toEqual([]);
    expect((await search(store, parseFilter('sanctions'))).total).toBe(1);
  });

  it('shows one moment to a snapshot, whatever is written meanwhile', async () => {
    const store = await exampleStore();
    const other = await openStore(await placeOf(store), { mode: 'write' });
    const counts = await store.snapshot(async (snapshot) => {
      const before = (await storeInfo(snapshot)).rows.reports;
      await other.ingest(numberedReading(1), 'v1');
      return [before, (await storeInfo(snapshot)).rows.reports];
    });
    expect(counts).toEqual([2, 2]);
    expect((await storeInfo(store)).rows.reports).toBe(3);
    await other.close();
  });
});

it('copies every table that there is', async () => {
  const { db } = await SQLITE_STORES.newStore();
  const { rows } = await sql<{ name: string }>`SELECT name FROM sqlite_schema
    WHERE type = 'table' AND name NOT LIKE '%\\_text%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name`.execute(
    db,
  );
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(TABLE_PARTS).sort());
});

onPostgres('a store that moves', ({ newStore }) => {
  it('goes from SQLite to PostgreSQL and back unchanged', async () => {
    const store = await SQLITE_STORES.storeOf(callReading(), sanctionReading());
    const [there, back] = [await newStore(), await SQLITE_STORES.newStore()];
    await copyStore(store, there);
    await copyStore(there, back);
    await expectSame(back, store);
    expect(await there.reading('r_5a4c')).toEqual(sanctionReading());
  });
});

/** The place of a store with the password that its path leaves out. */
async function placeOf({ path }: Store): Promise<string> {
  return path.startsWith('postgres') ? Object.assign(new URL(path), { password: 'secret' }).href : path;
}
