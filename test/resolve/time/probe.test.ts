import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseTimes } from '../../../src/resolve/time/index.ts';

interface ProbeSentence {
  readonly doc: string;
  readonly dct: string;
  readonly text: string;
  readonly timexes: readonly {
    start: number;
    end: number;
    range?: boolean;
    interval: { start: string | null; end: string | null };
  }[];
}

const PROBE = new URL('../../../eval/time/probe.jsonl', import.meta.url);

it('reads at least 98 of the 100 probe sentences to the day', () => {
  const sentences: ProbeSentence[] = readFileSync(PROBE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const wrong = sentences.filter(({ text, dct, timexes }) => {
    const times = parseTimes(text, { published: dct });
    return !timexes.every(({ start, end, interval }) => {
      const hits = times.filter((time) => time.start < end && time.end > start);
      return hits.length > 0 && hits[0]!.from === interval.start && hits.at(-1)!.to === interval.end;
    });
  });
  expect(sentences).toHaveLength(100);
  expect(wrong.map(({ doc, text }) => `${doc}: ${text}`).slice(2)).toEqual([]);
});
