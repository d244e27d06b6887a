import { expect, it } from 'vitest';
import { timeline } from '../../src/ask/index.ts';
import type { Event } from '../../src/record/index.ts';
import { accepting, applyReviews, editing, rejecting, seeEvent } from '../../src/review/index.ts';
import type { Reading } from '../../src/store/index.ts';
import { versionReadings } from './happening-readings.ts';
import { callReading } from './readings.ts';
import { onEachStore } from './stores.ts';

const CALL = callReading();
const VIEW = applyReviews(CALL.record, []);
const ANN = { name: 'ann', note: 'not in the text' };

/** The same report as another version reads it. */
function readAnew(change: (events: Event[]) => Event[]): Reading {
  const { record, explanations } = callReading();
  return { record: { ...record, events: change(record.events) }, explanations };
}

onEachStore('the log of reviews', ({ newStore, exampleStore }) => {
  it('numbers its entries, and keeps who, when and why', async () => {
    const store = await newStore({ now: () => new Date('2025-06-01T12:00:00Z') });
    await store.ingest(CALL, 'v1');
    await store.review('r_ca11', ANN, rejecting(VIEW, ['e1', 'e2']));
    await store.review('r_ca11', { name: 'bob' }, [{ action: 'undo', entry: 1 }]);
    const log = await store.reviews('r_ca11');
    expect(
      log.map(({ number, reviewer, at, note, decision }) => [number, reviewer, at, note, decision.action]),
    ).toEqual([
      [1, 'ann', '2025-06-01T12:00:00.000Z', 'not in the text', 'reject'],
      [2, 'ann', '2025-06-01T12:00:00.000Z', 'not in the text', 'reject'],
      [3, 'bob', '2025-06-01T12:00:00.000Z', null, 'undo'],
    ]);
    expect(log[0]?.decision).toEqual(rejecting(VIEW, ['e1'])[0]);
  });

  it('stands over the reading in every question, and leaves the reading beneath', async () => {
    const store = await exampleStore();
    const mended = seeEvent(CALL.record, { ...CALL.record.events[1]!, status: 'possible' });
    await store.review('r_ca11', ANN, [...rejecting(VIEW, ['e1']), editing(VIEW, 'e2', mended)]);
    const { entries } = await timeline(store, { actors: ['per:ada-holm'] });
    expect(entries.map(({ id, event }) => `${id} ${event.status}`)).toEqual(['r_ca11/e2 possible']);
    expect((await timeline(store, { words: ['telephoned'] })).entries).toEqual([]);
    expect(await store.uncorrected('r_ca11')).toEqual(CALL);
  });

  it('is undone without a trace in the record', async () => {
    const store = await exampleStore();
    await store.review('r_ca11', ANN, rejecting(VIEW, ['e1']));
    await store.review('r_ca11', ANN, [{ action: 'undo', entry: 1 }]);
    expect(await store.reading('r_ca11')).toEqual(CALL);
    expect(await store.reviews('r_ca11')).toHaveLength(2);
  });

  it('outlives every re-reading of its report', async () => {
    const store = await exampleStore();
    await store.review('r_ca11', ANN, [...rejecting(VIEW, ['e2']), ...accepting(VIEW, ['e3'])]);
    const anew = readAnew((events) => [events[0]!, { ...events[1]!, confidence: 0.2 }]);
    expect(await store.ingest(anew, 'v2')).toBe('replaced');
    const record = await store.record('r_ca11');
    expect(record?.events.map(({ id, type }) => `${id} ${type}`)).toEqual(['e1 CONSULT', 'c2 AID']);
    expect((await store.uncorrected('r_ca11'))?.record).toEqual(anew.record);
    expect(await store.ingest(anew, 'v2')).toBe('unchanged');
  });

  it('passes to a revised version of its report, where what no longer fits is told', async () => {
    const [first, revised, copy] = versionReadings();
    const store = await newStore({ now: () => new Date('2025-06-01T12:00:00Z') });
    await store.ingest(first!, 'v1');
    const view = applyReviews(first!.record, []);
    await store.review('r_v1', ANN, [...rejecting(view, ['e2']), ...accepting(view, ['e1']), { action: 'done' }]);
    await store.ingest(revised!, 'v1');
    const log = await store.reviews('r_v2');
    expect(log.map(({ reviewer, note, decision }) => [reviewer, note, decision.action])).toEqual([
      ['ann', 'as of r_v1: not in the text', 'reject'],
      ['ann', 'as of r_v1: not in the text', 'accept'],
    ]);
    expect((await store.record('r_v2'))?.events.map(({ id }) => id)).toEqual(['e1']);
    const { lost, doneBy } = applyReviews(revised!.record, log);
    expect(lost.map(({ entry }) => entry.number)).toEqual([2]);
    expect(doneBy.size).toBe(0);
    expect(await store.uncorrected('r_v2')).toEqual(revised);
    await store.ingest(copy!, 'v1');
    expect(await store.reviews('r_v3')).toEqual([]);
  });

  it('knows no report that the store does not hold', async () => {
    const store = await newStore();
    await expect(store.review('r_none', ANN, [{ action: 'done' }])).rejects.toMatchObject({
      code: 'store/unknown-report',
    });
  });

  it('keeps nothing of a judgement that fails half-way', async () => {
    const store = await exampleStore();
    const broken = { ...CALL.record.events[0]!, actors: ['nobody'] };
    const decision = editing(VIEW, 'e1', { ...seeEvent(CALL.record, broken), actors: [] });
    await expect(store.review('r_ca11', ANN, [decision])).rejects.toMatchObject({ code: 'store/unlisted-actor' });
    expect(await store.reviews('r_ca11')).toEqual([]);
    expect(await store.reading('r_ca11')).toEqual(CALL);
  });

  it('remembers which version read a report when', async () => {
    let now = new Date('2025-06-01T12:00:00Z');
    const store = await newStore({ now: () => now });
    await store.ingest(CALL, 'v1');
    now = new Date('2025-07-01T12:00:00Z');
    await store.ingest(
      readAnew((events) => events.slice(1)),
      'v2',
    );
    await store.ingest(CALL, 'v1');
    const readers = await store.db.selectFrom('report_readers').selectAll().orderBy('reader').execute();
    expect(readers.map(({ report, reader, read_at, events }) => [report, reader, read_at, events])).toEqual([
      ['r_ca11', 'v1', '2025-06-01T12:00:00.000Z', 3],
      ['r_ca11', 'v2', '2025-07-01T12:00:00.000Z', 2],
    ]);
  });
});
