import { afterAll, expect, it } from 'vitest';
import { makeReport } from '../../src/read/index.ts';
import { openPool } from '../../src/workers/pool.ts';

const TEXTS = [
  'Antony Blinken met Sergei Lavrov in Geneva on Friday.',
  'Iran denied that it had sent drones to Russia.',
  'Kenya and Uganda signed a treaty on Lake Victoria.',
  'The weather was fine.',
];
const pools = [1, 2].map((workers) => openPool({ workers }));

afterAll(() => Promise.all(pools.map((pool) => pool.close())));

async function* reports() {
  for (let round = 0; round < 3; round++) {
    for (const text of TEXTS) yield makeReport({ text, published: '2023-05-12', source: `${round}` });
  }
}

it('gives the same bytes with one worker and with two', async () => {
  const bytes = await Promise.all(
    pools.map(async (pool) => {
      const lines: string[] = [];
      for await (const reading of pool.readAll(reports())) lines.push(JSON.stringify(reading));
      return lines;
    }),
  );
  expect(bytes[0]).toHaveLength(12);
  expect(bytes[1]).toEqual(bytes[0]);
});

it('refuses a pool of no workers', () => {
  expect(() => openPool({ workers: 0 })).toThrow('0 workers cannot read');
});
