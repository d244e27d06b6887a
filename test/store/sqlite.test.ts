import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { callReading } from './readings.ts';
import { rowCounts } from './row-counts.ts';
import { SQLITE_STORES } from './stores.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('a store in a SQLite file', () => {
  it('keeps nothing of the report at hand when the disk is full, and goes on when there is room', async () => {
    const store = await SQLITE_STORES.newStore({ maxPages: 80 });
    const before = await rowCounts(store);
    const reading = callReading();
    const long = { ...reading.record.report, text: 'word after word '.repeat(50_000) };
    const full = store.ingest({ ...reading, record: { ...reading.record, report: long } }, 'v1');
    await expect(full).rejects.toMatchObject({ code: 'store/disk-full' });
    expect(await rowCounts(store)).toEqual(before);
    expect(await store.ingest(reading, 'v1')).toBe('added');
  });

  it('says that another program holds the store, after waiting', async () => {
    const path = join(temporaryFolder(), 'test.sqlite');
    const store = await openStore(path, { mode: 'write', busyTimeoutMs: 20 });
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.ingest(callReading(), 'v1')).rejects.toMatchObject({ code: 'store/locked' });
    other.exec('ROLLBACK');
    other.close();
    expect(await store.ingest(callReading(), 'v1')).toBe('added');
  });

  it('keeps a copy of how it was when it is brought up to date', async () => {
    const path = join(temporaryFolder(), 'test.sqlite');
    const older = await openStore(path, { mode: 'write' });
    await older.ingest(callReading(), 'v1');
    await older.close();
    const migrations = [...MIGRATIONS, { name: '999-later', up: async () => {} }];
    await (await openStore(path, { mode: 'write', migrations })).close();
    const backup = await openStore(`${path}.v${MIGRATIONS.length}-backup`, { mode: 'read' });
    expect(await backup.reading('r_ca11')).toEqual(callReading());
    await backup.close();
  });
});

describe('opening a store in a SQLite file', () => {
  const openings: readonly (readonly [
    name: string,
    prepare: (folder: string) => string,
    mode: 'read' | 'write',
    code: string,
  ])[] = [
    ['a folder that is not there', (folder) => join(folder, 'none', 'a.sqlite'), 'write', 'store/no-folder'],
    ['a file that is not there, for reading', (folder) => join(folder, 'a.sqlite'), 'read', 'store/missing'],
    ['an empty file, for reading', (folder) => written(folder, ''), 'read', 'store/missing'],
    [
      'a text file',
      (folder) => written(folder, 'no database, but long enough to have a header of one. '.repeat(40)),
      'write',
      'store/not-a-store',
    ],
    ["another program's SQLite file", (folder) => foreign(folder), 'write', 'store/not-a-store'],
    ['a folder', (folder) => made(folder), 'write', 'store/cannot-open'],
    ['the address of another kind of server', () => 'mysql://localhost/chancery', 'write', 'store/unknown-kind'],
  ];
  it.each(openings)('says what is wrong with %s', async (_name, prepare, mode, code) => {
    const path = prepare(temporaryFolder());
    await expect(openStore(path, { mode })).rejects.toMatchObject({ code });
  });

  function written(folder: string, text: string): string {
    writeFileSync(join(folder, 'a.sqlite'), text);
    return join(folder, 'a.sqlite');
  }

  function foreign(folder: string): string {
    const path = join(folder, 'a.sqlite');
    new Database(path).exec('CREATE TABLE recipes (name TEXT)').close();
    return path;
  }

  function made(folder: string): string {
    mkdirSync(join(folder, 'a.sqlite'));
    return join(folder, 'a.sqlite');
  }
});
