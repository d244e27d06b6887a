import { expect, it } from 'vitest';
import {
  explain,
  lostJudgements,
  readerVersions,
  recordsAsRead,
  reportsUnderReview,
  reviewedRecords,
  reviewedReport,
} from '../../src/ask/index.ts';
import { accepting, applyReviews, rejecting } from '../../src/review/index.ts';
import { callReading, sanctionReading } from '../store/readings.ts';
import { onEachStore } from '../store/stores.ts';

const VIEW = applyReviews(callReading().record, []);

async function all<Entry>(entries: AsyncIterable<Entry>): Promise<Entry[]> {
  const list: Entry[] = [];
  for await (const entry of entries) list.push(entry);
  return list;
}

onEachStore('reviews', ({ exampleStore }) => {
  it('are seen by each reviewer without those of the others, and by all together', async () => {
    const store = await exampleStore();
    await store.review('r_ca11', { name: 'ann' }, rejecting(VIEW, ['e1']));
    await store.review('r_ca11', { name: 'bob' }, accepting(VIEW, ['e2']));
    const judged = async (reviewer?: string) => {
      const { view } = await reviewedReport(store, 'r_ca', reviewer);
      return [view.record.events.length, [...view.judged.keys()]];
    };
    expect(await judged('ann')).toEqual([2, []]);
    expect(await judged('bob')).toEqual([3, ['e2']]);
    expect(await judged()).toEqual([2, ['e2']]);
  });

  it('know a report by the beginning of its id', async () => {
    const store = await exampleStore();
    expect((await reviewedReport(store, 'r_5')).view.record.report.id).toBe('r_5a4c');
    await expect(reviewedReport(store, 'r_')).rejects.toMatchObject({ code: 'ask/unknown-report' });
  });

  it('are found by report, and those that fit no longer too', async () => {
    const store = await exampleStore();
    await store.review('r_ca11', { name: 'ann' }, rejecting(VIEW, ['e1']));
    expect(
      (await all(reportsUnderReview(store))).map(({ record, entries }) => [record.report.id, entries.length]),
    ).toEqual([['r_ca11', 1]]);
    expect(await all(lostJudgements(store))).toEqual([]);
    const { record, explanations } = callReading();
    await store.ingest({ record: { ...record, events: record.events.slice(1) }, explanations }, 'v2');
    expect((await all(lostJudgements(store))).map(({ entry }) => entry.number)).toEqual([1]);
  });

  it('take a filter, and leave the readings beneath for those who ask for them', async () => {
    const store = await exampleStore();
    await store.review('r_ca11', { name: 'ann' }, rejecting(VIEW, ['e1']));
    expect((await all(reviewedRecords(store, { types: ['AID'] }))).map(({ record }) => record.events.length)).toEqual([
      2,
    ]);
    expect(await all(recordsAsRead(store, {}))).toEqual([sanctionReading().record, callReading().record]);
  });

  it('are told with the reasons of an event', async () => {
    const store = await exampleStore();
    await store.review('r_ca11', { name: 'ann', note: 'heard it' }, accepting(VIEW, ['e1']));
    const { judged } = await explain(store, 'r_ca11/e1');
    expect(judged).toMatchObject({ action: 'accept', entry: { number: 1, reviewer: 'ann', note: 'heard it' } });
    expect((await explain(store, 'r_ca11/e2')).judged).toBeNull();
  });
});

onEachStore('versions of the reader', ({ exampleStore }) => {
  it('are told with what they have read, and how much of it stands', async () => {
    const store = await exampleStore();
    const { record, explanations } = callReading();
    await store.ingest({ record: { ...record, events: [] }, explanations: [] }, 'v2');
    await store.ingest({ record: { ...record, events: [] }, explanations }, 'v2');
    expect((await readerVersions(store)).map(({ reader, reports, standing }) => [reader, reports, standing])).toEqual([
      ['v1', 2, 1],
      ['v2', 1, 1],
    ]);
  });
});
