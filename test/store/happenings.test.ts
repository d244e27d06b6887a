import { expect, it } from 'vitest';
import { decidedBy, Reconciled, tellingsOf } from '../../src/reconcile/index.ts';
import { notedDecisions, type Reading, type Store } from '../../src/store/index.ts';
import { storyReadings, versionReadings } from './happening-readings.ts';
import { onEachStore } from './stores.ts';

/** The happenings as lists of event ids, and which event leads each. */
async function happeningsIn(store: Store): Promise<{ ids: readonly (readonly string[])[]; leads: readonly string[] }> {
  const rows = await store.db
    .selectFrom('tellings')
    .innerJoin('events', 'events.key', 'tellings.event')
    .innerJoin('reports', 'reports.key', 'events.report')
    .select(['reports.id', 'events.local_id', 'tellings.happening', 'tellings.lead', 'events.key'])
    .execute();
  const idOf = (row: (typeof rows)[number]) => `${row.id}/${row.local_id}`;
  const groups = new Map<number, string[]>();
  for (const row of rows) groups.set(row.happening, [...(groups.get(row.happening) ?? []), idOf(row)]);
  return {
    ids: [...groups.values()].map((ids) => ids.sort()).sort((one, other) => (one[0]! < other[0]! ? -1 : 1)),
    leads: rows
      .filter(({ key, lead }) => lead === key)
      .map(idOf)
      .sort(),
  };
}

async function handleOf(store: Store, eventId: string): Promise<string> {
  const [report = '', local = ''] = eventId.split('/');
  const { handle } = await store.db
    .selectFrom('tellings')
    .innerJoin('events', 'events.key', 'tellings.event')
    .innerJoin('reports', 'reports.key', 'events.report')
    .select('handle')
    .where('reports.id', '=', report)
    .where('events.local_id', '=', local)
    .executeTakeFirstOrThrow();
  return handle;
}

/** Every order would be 720: rotations and their mirror images reach each pair in both orders. */
function ordersOf<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  const rotations = values.map((_, start) => [...values.slice(start), ...values.slice(0, start)]);
  return [...rotations, ...rotations.map((order) => [...order].reverse())];
}

const EXPECTED = {
  ids: [['r_a1/e1', 'r_b2/e1'], ['r_b2/e2', 'r_c3/e1', 'r_d4/e1'], ['r_e5/e1'], ['r_f6/e1']],
  leads: ['r_a1/e1', 'r_d4/e1', 'r_e5/e1', 'r_f6/e1'],
};

function reread(reading: Reading): Reading {
  return { ...reading, record: { ...reading.record, report: { ...reading.record.report, title: 'Another title' } } };
}

onEachStore('the happenings of a store', ({ newStore, storeOf }) => {
  it('are those that reconciling gives in memory', async () => {
    const store = await storeOf(...storyReadings());
    expect(await happeningsIn(store)).toEqual(EXPECTED);
    const reconciled = new Reconciled();
    const tellings = storyReadings().flatMap(({ record, explanations }) => tellingsOf(record, explanations));
    await reconciled.change(tellings, [], decidedBy([]));
    expect(reconciled.happenings()).toEqual(EXPECTED.ids);
  });

  it('are the same in whatever order the reports arrive', async () => {
    for (const order of ordersOf(storyReadings())) {
      expect(await happeningsIn(await storeOf(...order))).toEqual(EXPECTED);
    }
  });

  it('stay as they are when a report is read anew, and lose what a newer reading no longer has', async () => {
    const store = await storeOf(...storyReadings());
    const visit = storyReadings()[3]!;
    await store.ingest(reread(visit), 'v2');
    expect(await happeningsIn(store)).toEqual(EXPECTED);
    await store.ingest({ record: { ...visit.record, events: [] }, explanations: [] }, 'v3');
    expect(await happeningsIn(store)).toEqual({
      ids: [['r_a1/e1', 'r_b2/e1'], ['r_b2/e2', 'r_c3/e1'], ['r_e5/e1'], ['r_f6/e1']],
      leads: ['r_a1/e1', 'r_c3/e1', 'r_e5/e1', 'r_f6/e1'],
    });
  });

  it('come apart by a decision, stay apart when a report is read anew, and join again when it is revoked', async () => {
    const store = await storeOf(...storyReadings());
    const groups = [[await handleOf(store, 'r_a1/e1')], [await handleOf(store, 'r_b2/e1')]];
    const number = await store.decideMerge({ kind: 'split', groups }, 'Eva');
    const apart = [['r_a1/e1'], ['r_b2/e1'], ...EXPECTED.ids.slice(1)];
    const sorted = [...apart].sort((one, other) => (one[0]! < other[0]! ? -1 : 1));
    expect((await happeningsIn(store)).ids).toEqual(sorted);
    await store.ingest(reread(storyReadings()[1]!), 'v2');
    expect((await happeningsIn(store)).ids).toEqual(sorted);
    await store.revokeMerge(number, 'Eva');
    expect(await happeningsIn(store)).toEqual(EXPECTED);
    expect(await notedDecisions(store.db)).toMatchObject([
      { number, kind: 'split', groups, by: 'Eva', isRevoked: true },
    ]);
    await expect(store.revokeMerge(number, 'Eva')).rejects.toMatchObject({ code: 'store/unknown-decision' });
  });

  it('join by a decision what merging would keep apart', async () => {
    const store = await storeOf(...storyReadings());
    const groups = [[await handleOf(store, 'r_e5/e1'), await handleOf(store, 'r_f6/e1')]];
    await store.decideMerge({ kind: 'join', groups }, 'Eva');
    expect((await happeningsIn(store)).ids.at(-1)).toEqual(['r_e5/e1', 'r_f6/e1']);
  });

  it('count the latest version of a report only, and name the happening by it', async () => {
    const [first, corrected, copy] = versionReadings();
    for (const order of [
      [first!, corrected!],
      [corrected!, first!],
    ]) {
      expect((await happeningsIn(await storeOf(...order))).leads).toEqual(['r_v2/e1', 'r_v2/e2']);
    }
    const { ids, leads } = await happeningsIn(await storeOf(copy!, first!, corrected!));
    expect(ids).toEqual([
      ['r_v1/e1', 'r_v2/e1', 'r_v3/e1'],
      ['r_v1/e2', 'r_v2/e2', 'r_v3/e2'],
    ]);
    expect(leads).not.toContain('r_v1/e1');
  });

  it('are kept with their report or not at all', async () => {
    const store = await newStore();
    const [reading] = storyReadings();
    const broken = { ...reading!.record.events[0]!, actors: ['per:nobody'] };
    const record = { ...reading!.record, events: [reading!.record.events[0]!, { ...broken, id: 'e2' }] };
    await expect(store.ingest({ record, explanations: [] }, 'v1')).rejects.toMatchObject({
      code: 'store/unlisted-actor',
    });
    expect((await happeningsIn(store)).ids).toEqual([]);
  });
});
