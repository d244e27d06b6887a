import { expect, it } from 'vitest';
import { parseFilter, search } from '../../src/ask/index.ts';
import { onEachStore } from '../store/stores.ts';

const EMPTY_REPORT = {
  source: 'r.txt',
  outlet: null,
  title: null,
  published: null,
  published_from: null,
  published_to: null,
  record: '{}',
  digest: '',
  reader: 'v1',
  stored_at: '2025-01-01T00:00:00Z',
};

onEachStore('search', ({ exampleStore }) => {
  async function found(query: string) {
    return search(await exampleStore(), parseFilter(query));
  }

  it.each([
    ['sanctions', ['r_5a4c']],
    ['sudmark', ['r_ca11', 'r_5a4c']],
    ['"arms to the rebels"', ['r_ca11']],
    ['sudmark type:SANCTION', ['r_5a4c']],
    ['type:AID', ['r_ca11']],
    ['sudmark status:ongoing', []],
    ['unheard', []],
  ])('finds reports with %s', async (query, ids) => {
    const { hits, total } = await found(query);
    expect(hits.map(({ report }) => report.id).sort()).toEqual([...ids].sort());
    expect(total).toBe(ids.length);
  });

  it('finds somebody’s events among very many reports that hold a word', async () => {
    const store = await exampleStore();
    await store.write(async (trx) => {
      for (let number = 0; number < 1_001; number += 1) {
        const row = { ...EMPTY_REPORT, id: `r_${number}`, text: 'Sudmark again.' };
        const { key } = await trx.insertInto('reports').values(row).returning('key').executeTakeFirstOrThrow();
        await store.dialect.indexReport(trx, key, row.text);
      }
    });
    const { hits, total } = await search(store, parseFilter('sudmark actor:NOR since:2025-05-20'));
    expect(hits.map(({ report }) => report.id).sort()).toEqual(['r_5a4c', 'r_ca11']);
    expect(total).toBe(2);
  });

  it('shows where the words stand', async () => {
    const { snippet, marks } = (await found('imposing')).hits[0]!;
    expect(marks.map(({ start, end }) => snippet.slice(start, end))).toEqual(['imposed']);
    expect(snippet).toMatch(/^Norland imposed sanctions/);
  });

  it('marks a phrase as one', async () => {
    const { snippet, marks } = (await found('"arms to the rebels"')).hits[0]!;
    expect(marks.map(({ start, end }) => snippet.slice(start, end))).toContain('arms to the rebels');
    expect(snippet).toMatch(/^…/);
  });

  it('counts the events of what it found by type, status, country, outlet and month', async () => {
    const { facets } = await found('sudmark');
    expect(facets.type).toEqual([
      { value: 'CONSULT', count: 3 },
      { value: 'AID', count: 1 },
      { value: 'SANCTION', count: 1 },
    ]);
    expect(facets.country).toEqual([
      { value: 'SUD', count: 5 },
      { value: 'NOR', count: 4 },
    ]);
    expect(facets.outlet[0]).toEqual({ value: 'The Courier 🗞', count: 3 });
    expect(facets.month).toContainEqual({ value: '2025-05', count: 3 });
  });

  it('counts only the events that the filter wants', async () => {
    expect((await found('sudmark status:planned')).facets.type).toEqual([{ value: 'CONSULT', count: 1 }]);
  });

  it('goes on where a page ended', async () => {
    const store = await exampleStore();
    const words = ['sudmark'];
    const both = (await search(store, { words })).hits;
    expect((await search(store, { words }, { limit: 1, offset: 1 })).hits).toEqual(both.slice(1));
  });
});
