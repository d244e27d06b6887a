import { expect, it } from 'vitest';
import { type QuoteFilter, quotes } from '../../src/ask/index.ts';
import { onEachStore } from '../store/stores.ts';

onEachStore('quotes', ({ exampleStore }) => {
  it.each([
    [{}, 1],
    [{ by: 'Bo Lind' }, 1],
    [{ by: 'Sudmark' }, 1],
    [{ by: 'Norland' }, 0],
    [{ words: ['ARMS'] }, 1],
    [{ words: ['peace'] }, 0],
    [{ words: ['%'] }, 0],
    [{ since: '2025-05-14', until: '2025-05-14' }, 1],
    [{ since: '2025-05-15' }, 0],
    [{ outlets: ['the courier 🗞'] }, 1],
    [{ to: 'Norland' }, 0],
  ] as readonly (readonly [QuoteFilter, number])[])('answers %j with %s', async (filter, count) => {
    expect((await quotes(await exampleStore(), filter)).entries).toHaveLength(count);
  });

  it('names speaker and report', async () => {
    const [quote] = (await quotes(await exampleStore(), {})).entries;
    expect(quote).toMatchObject({
      id: 'r_ca11/q1',
      speaker: { name: 'Bo Lind' },
      addressee: null,
      report: { id: 'r_ca11' },
    });
  });
});
