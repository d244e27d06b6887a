import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inOrder } from '../../src/workers/in-order.ts';

async function* valuesOf<Value>(...values: Value[]): AsyncGenerator<Value> {
  yield* values;
}

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const collected: Value[] = [];
  for await (const value of values) collected.push(value);
  return collected;
}

it('gives results in the order of the values, whichever is done first', async () => {
  const work = async (ms: number) => {
    await pause(ms);
    return ms;
  };
  expect(await collect(inOrder(valuesOf(20, 0, 10, 5), 3, work))).toEqual([20, 0, 10, 5]);
});

it('has no more under way than the limit', async () => {
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await pause(2);
    running--;
  };
  await collect(inOrder(valuesOf(1, 2, 3, 4, 5, 6), 2, work));
  expect(most).toBe(2);
});

it('ends with the first failure in order, after the results before it', async () => {
  const work = async (value: number) => {
    if (value >= 2) throw new Error(`no ${value}`);
    return value;
  };
  const seen: number[] = [];
  const reading = (async () => {
    for await (const value of inOrder(valuesOf(1, 2, 3), 3, work)) seen.push(value);
  })();
  await expect(reading).rejects.toThrow('no 2');
  expect(seen).toEqual([1]);
});
