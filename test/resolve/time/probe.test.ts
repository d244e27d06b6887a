import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseTimes } from '../../../src/resolve/time/index.ts';

interface Interval {
  readonly start: string | null;
  readonly end: string | null;
}

interface ProbeSentence {
  readonly doc: string;
  readonly dct: string;
  readonly text: string;
  /** Each with its own days and, where they differ, those of the event that it dates. */
  readonly timexes: readonly { start: number; end: number; interval: Interval; dates?: Interval }[];
}

it.each([
  ['probe.jsonl', 100, 2],
  ['probe-2.jsonl', 60, 1],
  ['probe-3.jsonl', 80, 2],
])('reads the %s of %i sentences to the day, but for at most %i', (file, count, allowed) => {
  const sentences: ProbeSentence[] = readFileSync(new URL(`../../../eval/time/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const wrong = sentences.filter(({ text, dct, timexes }) => {
    const times = parseTimes(text, { published: dct });
    return !timexes.every(({ start, end, interval, dates }) => {
      const hits = times.filter((time) => time.start < end && time.end > start);
      if (hits.length === 0 || hits[0]!.from !== interval.start || hits.at(-1)!.to !== interval.end) return false;
      return !dates || (hits[0]!.dates.from === dates.start && hits[0]!.dates.to === dates.end);
    });
  });
  expect(sentences).toHaveLength(count);
  expect(wrong.map(({ doc, text }) => `${doc}: ${text}`).slice(allowed)).toEqual([]);
});
