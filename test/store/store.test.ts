import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore, type Reading, type StoreMigration } from '../../src/store/index.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { callReading, sanctionReading } from './readings.ts';
import { rowCounts } from './row-counts.ts';
import { onEachStore } from './stores.ts';

function retitled(reading: Reading, title: string): Reading {
  return { ...reading, record: { ...reading.record, report: { ...reading.record.report, title } } };
}

onEachStore('a store', ({ newPlace, newStore }) => {
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

  it('replaces a reading that found nothing', async () => {
    const store = await newStore();
    const { record } = callReading();
    await store.ingest({ record: { ...record, events: [], quotations: [] }, explanations: [] }, 'v1');
    expect(await store.ingest(callReading(), 'v2')).toBe('replaced');
    expect(await store.reading('r_ca11')).toEqual(callReading());
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
    const hits = async (index: 'event_text' | 'report_text', word: string) => {
      const { reportsHolding, rowsHolding } = store.dialect;
      const query = index === 'report_text' ? reportsHolding([word]) : rowsHolding(index, [word]);
      return (await query.execute(store.db)).rows.length;
    };
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

  it('refuses to write when it was opened for reading', async () => {
    const place = await newPlace();
    const store = await openStore(place, { mode: 'write' });
    await store.ingest(callReading(), 'v1');
    await store.close();
    const readOnly = await openStore(place, { mode: 'read' });
    await expect(readOnly.ingest(sanctionReading(), 'v1')).rejects.toMatchObject({ code: 'store/read-only' });
    expect((await readOnly.record('r_ca11'))?.report.id).toBe('r_ca11');
    await readOnly.close();
  });
});

const LATER: readonly StoreMigration[] = [
  ...MIGRATIONS,
  { name: '999-later', up: (db) => sql`ALTER TABLE reports ADD COLUMN later TEXT`.execute(db).then(() => {}) },
];

onEachStore('opening a store', ({ newPlace }) => {
  it('says that there is none yet, for reading', async () => {
    await expect(openStore(await newPlace(), { mode: 'read' })).rejects.toMatchObject({ code: 'store/missing' });
  });

  it('refuses a store of a newer version, and leaves it as it is', async () => {
    const place = await newPlace();
    await (await openStore(place, { mode: 'write', migrations: LATER })).close();
    await expect(openStore(place, { mode: 'write' })).rejects.toMatchObject({ code: 'store/newer' });
    await expect(openStore(place, { mode: 'read' })).rejects.toMatchObject({ code: 'store/newer' });
  });

  it('brings an older store up to date and keeps its records', async () => {
    const place = await newPlace();
    const older = await openStore(place, { mode: 'write' });
    await older.ingest(callReading(), 'v1');
    await older.close();
    await expect(openStore(place, { mode: 'read', migrations: LATER })).rejects.toMatchObject({ code: 'store/older' });
    const newer = await openStore(place, { mode: 'write', migrations: LATER });
    expect(await newer.reading('r_ca11')).toEqual(callReading());
    await newer.close();
  });

  it('leaves an older store as it is when a migration fails', async () => {
    const place = await newPlace();
    await (await openStore(place, { mode: 'write' })).close();
    const failing = [...LATER, { name: '999-worse', up: () => Promise.reject(new Error('no room')) }];
    await expect(openStore(place, { mode: 'write', migrations: failing })).rejects.toThrow('no room');
    await (await openStore(place, { mode: 'read' })).close();
  });
});
