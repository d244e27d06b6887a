import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/resolve/time/civil.ts';
import { readGrammarParts } from '../../../src/resolve/time/load.ts';
import { parseTimes, traceTimes } from '../../../src/resolve/time/parse-times.ts';

const PUBLISHED = '2023-03-17';

/** "[@date] text with {expressions} | value value… [| from..to]", as the grammar files write their examples. */
function readExample(example: string) {
  const [, published, rest] = /^(?:@(\S+) )?(.*)$/s.exec(example)!;
  const [marked, values = '', interval] = rest!.split(' | ');
  const texts = [...marked!.matchAll(/\{(.*?)\}/g)].map((match) => match[1]!);
  return {
    published: published ?? PUBLISHED,
    text: marked!.replace(/[{}]/g, ''),
    texts,
    values: values.split(' '),
    interval,
  };
}

const files = readGrammarParts().filter((part) => part.content.rules.length > 0);

describe.each(files.map((part) => [part.file, part.content.rules] as const))('%s', (_file, rules) => {
  for (const rule of rules) {
    const mode = rule.narrative ? 'narrative' : 'news';

    it(`has examples and silent cases for ${rule.id}`, () => {
      expect(rule.narrative || rule.examples.length > 0).toBe(true);
      expect(rule.silent.length).toBeGreaterThan(0);
    });

    it.each(rule.examples)(`${rule.id} reads: %s`, (example) => {
      const { published, text, texts, values, interval } = readExample(example);
      const found = parseTimes(text, { published, mode });
      const read = texts.map((words) => found.find((time) => time.text === words)?.value);
      expect(read).toEqual(values);
      expect(traceTimes(text, { published, mode }).some((trace) => trace.includes(rule.id))).toBe(true);
      if (interval) expect(intervalOf(found, texts)).toBe(interval);
    });

    it.each(rule.silent)(`${rule.id} stays silent in: %s`, (text) => {
      expect(traceTimes(text, { published: PUBLISHED, mode }).flat()).not.toContain(rule.id);
    });
  }
});

function intervalOf(found: ReturnType<typeof parseTimes>, texts: readonly string[]): string {
  const times = texts.map((words) => found.find((time) => time.text === words)!);
  const [from, to] = [times[0]!.from, times.at(-1)!.to];
  expect(from === null || parseDay(from) !== null).toBe(true);
  return `${from ?? ''}..${to ?? ''}`;
}
