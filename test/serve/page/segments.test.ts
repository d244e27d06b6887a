import { describe, expect, test } from 'vitest';
import { LAYERS, type Layer, type Mark, marksOf } from '../../../src/serve/page/reader/marks.ts';
import { blocksOf, paragraphsOf } from '../../../src/serve/page/reader/segments.ts';
import { records } from '../fixtures/records.ts';

const all = new Set<Layer>(LAYERS);
const mark = (kind: Mark['kind'], id: string, start: number, end: number): Mark => ({ kind, id, start, end });

/** Segments as `text:lead`, a stop with a star. */
function cut(text: string, marks: readonly Mark[], layers: ReadonlySet<Layer> = all): readonly string[] {
  return paragraphsOf(text, marks, layers).flatMap(({ segments }) =>
    segments.map(({ text: words, lead, isStop }) => `${words}:${lead ? lead.kind : ''}${isStop ? '*' : ''}`),
  );
}

describe('paragraphs', () => {
  test('are the lines of a text, blank ones left out, with their places in it', () => {
    expect(blocksOf('One.\n\n \nTwo.\n')).toEqual([
      { start: 0, end: 4 },
      { start: 8, end: 12 },
    ]);
    expect(blocksOf('')).toEqual([]);
  });

  test.each(records.map((record) => [record.report.id, record] as const))(
    'hold every character of %s that is seen',
    (_, record) => {
      const { text } = record.report;
      const blocks = paragraphsOf(text, marksOf(record), all);
      const shown = blocks.map(({ segments }) => segments.map((segment) => segment.text).join('')).join('\n');
      expect(shown).toBe(text.replace(/\n+/g, '\n'));
      for (const { segments } of blocks)
        for (const { start, end, text: words } of segments) expect(text.slice(start, end)).toBe(words);
    },
  );
});

describe('marks', () => {
  test.each<[string, readonly Mark[], readonly string[]]>([
    ['nothing', [], ['Xi met Putin:']],
    ['one in the middle', [mark('event', 'e1', 3, 6)], ['Xi :', 'met:event*', ' Putin:']],
    [
      'a name inside a quotation',
      [mark('quotation', 'q1', 0, 12), mark('actor', 'a', 7, 12)],
      ['Xi met :quotation*', 'Putin:actor*'],
    ],
    [
      'a quotation that goes on after a name, with one stop',
      [mark('quotation', 'q1', 0, 12), mark('actor', 'a', 3, 6)],
      ['Xi :quotation*', 'met:actor*', ' Putin:quotation'],
    ],
    [
      'an event before the actor on the same words',
      [mark('actor', 'a', 3, 6), mark('event', 'e1', 3, 6)],
      ['Xi :', 'met:event*', ' Putin:'],
    ],
    [
      'two that cross',
      [mark('actor', 'a', 0, 6), mark('time', '0', 3, 12)],
      ['Xi :actor*', 'met:actor', ' Putin:time*'],
    ],
    ['evidence, which is shown and never pressed', [mark('evidence', 'e1', 0, 12)], ['Xi met Putin:']],
  ])('cut the text at their ends: %s', (_, marks, expected) => {
    expect(cut('Xi met Putin', marks)).toEqual(expected);
  });

  test('of a layer that is off let the others lead', () => {
    const marks = [mark('actor', 'a', 3, 6), mark('event', 'e1', 3, 6)];
    expect(cut('Xi met Putin', marks, new Set(['actors']))).toEqual(['Xi :', 'met:actor*', ' Putin:']);
    expect(cut('Xi met Putin', marks, new Set())).toEqual(['Xi :', 'met:', ' Putin:']);
  });
});
