import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore, type Reading, type SqliteOptions, type Store } from '../../src/store/index.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { callReading, sanctionReading } from './readings.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function newStore(more: Partial<SqliteOptions> = {}): Promise<Store> {
  return openStore(join(temporaryFolder(), 'test.sqlite'), { mode: 'write', ...more });
}

const TABLES = [
  'reports',
  'report_sources',
  'report_actors',
  'actor_mentions',
  'times',
  'quotations',
  'events',
  'event_parties',
  'attribution',
  'evidence',
  'explanations',
  'problems',
  'event_text',
];

async function rowCounts(store: Store): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(store.db);
    counts[table] = rows[0]!.n;
  }
  return counts;
}

function retitled(reading: Reading, title: string): Reading {
  return { ...reading, record: { ...reading.record, report: { ...reading.record.report, title } } };
}

describe('a SQLite store', () => {
  it('gives a record back byte for byte, with its explanations', async () => {
    const store = await newStore();
    const reading = callReading();
    await store.ingest(reading, 'v1');
    expect(JSON.stringify(await store.reading('r_ca11'))).toBe(JSON.stringify(reading));
    expect(await store.record('r_none')).toBeNull();
  });

  it('keeps the same report once, however often it is ingested', async () => {
    const store = await newStore();
    expect(await store.ingest(callReading(), 'v1')).toBe('added');
    const before = await rowCounts(store);
    expect(await store.ingest(callReading(), 'v1')).toBe('unchanged');
    expect(await rowCounts(store)).toEqual(before);
  });

  it('replaces a report that a newer version reads otherwise, and leaves nothing of the old reading', async () => {
    const store = await newStore();
    await store.ingest(callReading(), 'v1');
    const before = await rowCounts(store);
    const newer = retitled(callReading(), 'Another title');
    expect(await store.ingest(newer, 'v2')).toBe('replaced');
    expect(await store.reading('r_ca11')).toEqual(newer);
    expect(await rowCounts(store)).toEqual(before);
  });

  it('knows which version read a report', async () => {
    const store = await newStore();
    await store.ingest(callReading(), 'v1');
    expect(await store.holds('r_ca11', 'v1')).toBe(true);
    expect(await store.holds('r_ca11', 'v2')).toBe(false);
    await store.ingest(callReading(), 'v2');
    expect(await store.holds('r_ca11', 'v2')).toBe(true);
  });

  it('keeps every place that a report was found at, also after a new reading', async () => {
    const store = await newStore();
    await store.ingest(callReading(), 'v1');
    await store.addSource({ ...callReading().record.report, source: 'copy.txt', outlet: 'Harbour Radio' });
    await store.ingest(retitled(callReading(), 'Another title'), 'v2');
    const sources = await store.db.selectFrom('report_sources').select('source').orderBy('source').execute();
    expect(sources.map(({ source }) => source)).toEqual(['copy.txt', 'r_ca11.txt']);
  });

  it('finds words of events and reports, and forgets those of a reading that was replaced', async () => {
    const store = await newStore();
    await store.ingest(callReading(), 'v1');
    await store.ingest(sanctionReading(), 'v1');
    const hits = async (table: string, words: string) =>
      (await sql`SELECT rowid FROM ${sql.table(table)} WHERE ${sql.table(table)} MATCH ${words}`.execute(store.db)).rows
        .length;
    expect(await hits('event_text', 'telephone')).toBe(1);
    expect(await hits('report_text', 'sanction')).toBe(1);
    const reading = callReading();
    await store.ingest({ record: { ...reading.record, events: [] }, explanations: [] }, 'v2');
    expect(await hits('event_text', 'telephone')).toBe(0);
    expect(await hits('report_text', 'telephone')).toBe(1);
  });

  it('keeps nothing of a reading that fails half-way', async () => {
    const store = await newStore();
    const { record, explanations } = callReading();
    const actors = record.actors.filter(({ id }) => id !== 'grp:rebels');
    const broken = store.ingest({ record: { ...record, actors }, explanations }, 'v1');
    await expect(broken).rejects.toMatchObject({ code: 'store/unlisted-actor' });
    expect(Object.values(await rowCounts(store)).every((count) => count === 0)).toBe(true);
  });

  it('keeps nothing of the report at hand when the disk is full, and goes on when there is room', async () => {
    const store = await newStore({ maxPages: 60 });
    const before = await rowCounts(store);
    const reading = callReading();
    const long = { ...reading.record.report, text: 'word after word '.repeat(50_000) };
    const full = store.ingest({ ...reading, record: { ...reading.record, report: long } }, 'v1');
    await expect(full).rejects.toMatchObject({ code: 'store/disk-full' });
    expect(await rowCounts(store)).toEqual(before);
    expect(await store.ingest(reading, 'v1')).toBe('added');
  });

  it('refuses to write when it was opened for reading', async () => {
    const path = join(temporaryFolder(), 'test.sqlite');
    const store = await openStore(path, { mode: 'write' });
    await store.ingest(callReading(), 'v1');
    await store.close();
    const readOnly = await openStore(path, { mode: 'read' });
    await expect(readOnly.ingest(sanctionReading(), 'v1')).rejects.toMatchObject({ code: 'store/read-only' });
    expect((await readOnly.record('r_ca11'))?.report.id).toBe('r_ca11');
    await readOnly.close();
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
});

describe('opening a store', () => {
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
    ['the address of a server', () => 'postgres://localhost/chancery', 'write', 'store/unknown-kind'],
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

  const LATER = {
    ...MIGRATIONS,
    '999-later': { up: (db) => sql`ALTER TABLE reports ADD COLUMN later TEXT`.execute(db).then(() => {}) },
  } satisfies SqliteOptions['migrations'];

  it('refuses a store of a newer version, and leaves it as it is', async () => {
    const path = join(temporaryFolder(), 'test.sqlite');
    await (await openStore(path, { mode: 'write', migrations: LATER })).close();
    await expect(openStore(path, { mode: 'write' })).rejects.toMatchObject({ code: 'store/newer' });
    await expect(openStore(path, { mode: 'read' })).rejects.toMatchObject({ code: 'store/newer' });
  });

  it('brings an older store up to date, keeps its records and a copy of how it was', async () => {
    const path = join(temporaryFolder(), 'test.sqlite');
    const older = await openStore(path, { mode: 'write' });
    await older.ingest(callReading(), 'v1');
    await older.close();
    await expect(openStore(path, { mode: 'read', migrations: LATER })).rejects.toMatchObject({ code: 'store/older' });
    const newer = await openStore(path, { mode: 'write', migrations: LATER });
    expect(await newer.reading('r_ca11')).toEqual(callReading());
    await newer.close();
    const backup = await openStore(`${path}.v1-backup`, { mode: 'read' });
    expect(await backup.reading('r_ca11')).toEqual(callReading());
    await backup.close();
  });

  it('leaves an older store as it is when a migration fails', async () => {
    const path = join(temporaryFolder(), 'test.sqlite');
    await (await openStore(path, { mode: 'write' })).close();
    const failing = {
      ...LATER,
      '999-worse': { up: () => Promise.reject(new Error('no room')) },
    } satisfies SqliteOptions['migrations'];
    await expect(openStore(path, { mode: 'write', migrations: failing })).rejects.toThrow('no room');
    await (await openStore(path, { mode: 'read' })).close();
  });
});
