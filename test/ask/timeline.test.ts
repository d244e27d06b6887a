import { expect, it } from 'vitest';
import { type Filter, parseFilter, records, timeline } from '../../src/ask/index.ts';
import { onEachStore } from '../store/stores.ts';

const ALL = ['r_5a4c/e2', 'r_ca11/e1', 'r_ca11/e2', 'r_5a4c/e1', 'r_ca11/e3'];

onEachStore('the timeline', ({ exampleStore }) => {
  async function idsOf(filter: Filter): Promise<readonly string[]> {
    return (await timeline(await exampleStore(), filter)).entries.map(({ id }) => id);
  }

  it('goes by date, with what has none last', async () => {
    expect(await idsOf({})).toEqual(ALL);
  });

  it('turns round for the newest first, with what has no date last all the same', async () => {
    const { entries } = await timeline(await exampleStore(), {}, { newestFirst: true });
    expect(entries.map(({ id }) => id)).toEqual(['r_ca11/e2', 'r_5a4c/e2', 'r_5a4c/e1', 'r_ca11/e1', 'r_ca11/e3']);
  });

  it.each([false, true])('comes page by page, with nothing twice or lost (newest first: %s)', async (newestFirst) => {
    const store = await exampleStore();
    const whole = await timeline(store, {}, { newestFirst });
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof timeline>> = await timeline(
        store,
        {},
        { limit: 2, newestFirst, ...(after && { after }) },
      );
      expect(page.entries.length).toBeLessThanOrEqual(2);
      ids.push(...page.entries.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(ids).toEqual(whole.entries.map(({ id }) => id));
  });

  it('brings the report and everybody whom the event names', async () => {
    const { entries } = await timeline(await exampleStore(), { types: ['AID'] });
    expect(entries[0]?.report).toMatchObject({ id: 'r_ca11', outlet: 'The Courier 🗞', published: '2025-05-14' });
    expect(entries[0]?.actors.map(({ name }) => name)).toEqual(['Sudmark', 'rebels', 'Norland']);
  });

  const FILTERS: readonly (readonly [query: string, ids: readonly string[]])[] = [
    ['actor:NOR', ['r_5a4c/e2', 'r_ca11/e1', 'r_ca11/e2', 'r_5a4c/e1']],
    ['actor:norland', ['r_5a4c/e2', 'r_ca11/e1', 'r_ca11/e2', 'r_5a4c/e1']],
    ['actor:"Ada Holm"', ['r_ca11/e1', 'r_ca11/e2']],
    ['actor:Holm', ['r_ca11/e1', 'r_ca11/e2']],
    ['actor:per:ada-holm counterpart:per:bo-lind', ['r_ca11/e1']],
    ['by:Sudmark', ['r_ca11/e3']],
    ['type:sanction', ['r_5a4c/e1']],
    ['type:SANCTION type:AID', ['r_5a4c/e1', 'r_ca11/e3']],
    ['mode:visit', ['r_ca11/e2']],
    ['status:planned', ['r_ca11/e2']],
    ['place:SUD', ['r_ca11/e2']],
    ['place:sudmark', ['r_ca11/e2']],
    ['outlet:"harbour radio"', ['r_5a4c/e2', 'r_5a4c/e1']],
    ['since:2025-05-20', ['r_5a4c/e2', 'r_ca11/e2', 'r_5a4c/e1']],
    ['until:2024', ['r_5a4c/e2']],
    ['date:2025-05-12..2025-05-13', ['r_5a4c/e2', 'r_ca11/e1']],
    ['date:2025-05-12', ['r_5a4c/e2', 'r_ca11/e1']],
    ['telephone', ['r_ca11/e1']],
    ['"sending arms"', ['r_ca11/e3']],
    ['"arms sending"', []],
    ['sanct*', ['r_5a4c/e1']],
    ['status:planned type:AID', []],
    ['type:x-hostage-swap', []],
  ];
  it.each(FILTERS)('answers %s', async (query, ids) => {
    expect(await idsOf(parseFilter(query))).toEqual(ids);
  });

  it('takes two as "between" only when they do not stand on the same side', async () => {
    expect(await idsOf({ between: ['Norland', 'Sudmark'] })).toEqual([
      'r_5a4c/e2',
      'r_ca11/e1',
      'r_ca11/e2',
      'r_5a4c/e1',
    ]);
    expect(await idsOf({ between: ['Sudmark', 'grp:rebels'] })).toEqual(['r_ca11/e3']);
    expect(await idsOf({ between: ['Norland', 'grp:rebels'] })).toEqual([]);
  });

  const MISTAKES: readonly (readonly [query: string, code: string])[] = [
    ['actor:Atlantis', 'ask/unknown-actor'],
    ['actor:"the minister"', 'ask/unknown-actor'],
    ['type:VISIT', 'ask/unknown-type'],
    ['status:done', 'ask/unknown-status'],
    ['since:yesterday', 'ask/unknown-date'],
    ['since:2023-02-30', 'ask/unknown-date'],
    ['colour:red', 'ask/unknown-field'],
  ];
  it.each(MISTAKES)('says what is wrong with %s', async (query, code) => {
    await expect((async () => idsOf(parseFilter(query)))()).rejects.toMatchObject({ code });
  });

  it('takes words that look like SQL or search operators as words', async () => {
    expect(await idsOf({ words: ['arms" OR "telephoned'] })).toEqual([]);
    expect(await idsOf({ words: ['NEAR('] })).toEqual([]);
    expect(await idsOf({ outlets: ["x' OR 1=1 --"] })).toEqual([]);
  });

  it('refuses a cursor that is none', async () => {
    const store = await exampleStore();
    await expect(timeline(store, {}, { after: 'page two' })).rejects.toMatchObject({ code: 'ask/unknown-page' });
  });
});

onEachStore('records', ({ exampleStore }) => {
  it('come whole and by id without a filter, and with the wanted events alone with one', async () => {
    const store = await exampleStore();
    const found = async (filter: Filter) => {
      const ids: string[] = [];
      for await (const { report, events } of records(store, filter)) ids.push(report.id, ...events.map(({ id }) => id));
      return ids;
    };
    expect(await found({})).toEqual(['r_5a4c', 'e1', 'e2', 'r_ca11', 'e1', 'e2', 'e3']);
    expect(await found({ types: ['AID'] })).toEqual(['r_ca11', 'e3']);
  });
});
