import { beforeAll, expect, it } from 'vitest';
import { openToolkit, readReport, type Toolkit } from '../../../src/pipeline.ts';
import { makeReport } from '../../../src/read/index.ts';

let toolkit: Toolkit;

beforeAll(async () => {
  toolkit = await openToolkit();
});

/** Somebody whom no base knows, and the state that the text gives him; null where it gives none. */
const CASES: readonly (readonly [text: string, name: string, country: string | null])[] = [
  ['Tariq Mansour of the Jordanian army left.', 'Tariq Mansour', 'JOR'],
  ['Lotte Maes, an adviser to the Belgian foreign minister, left.', 'Lotte Maes', 'BEL'],
  ['Jordan told Tariq Mansour of the storm.', 'Tariq Mansour', null],
  ['Tariq Mansour left for Jordan.', 'Tariq Mansour', null],
];

it.each(CASES)('"%s": %s is of %s', async (text, name, country) => {
  const report = makeReport({ text, published: '2023-03-17', source: 'test' });
  const { record } = await readReport(report, toolkit);
  expect(record.actors.find((actor) => actor.name === name)?.country).toBe(country);
});
