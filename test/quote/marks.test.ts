import { describe, expect, test } from 'vitest';
import { findMarkedStretches } from '../../src/quote/marks.ts';

const ELISIONS = new Set(['tis', 'n']);

/** The stretches of a text whose paragraphs are its lines. */
function mark(text: string) {
  let at = 0;
  const paragraphs = text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length };
  });
  return findMarkedStretches(text, paragraphs, ELISIONS);
}

describe('quotation marks', () => {
  test.each<[string, string[]]>([
    ['“We came,” she said, “and we saw.”', ['We came,', 'and we saw.']],
    ['"We came," she said, "and we saw."', ['We came,', 'and we saw.']],
    ['She said: «Nous verrons» and left.', ['Nous verrons']],
    ["The 'plan' failed.", ['plan']],
    ['The ‘plan’ failed.', ['plan']],
    ['He said that " we shall see".', ['we shall see']],
    ['He said," we shall come. You will see".', ['we shall come. You will see']],
    ['“He called it ‘a gift’ to us,” she said.', ['He called it ‘a gift’ to us,', 'a gift']],
    ['(“Sure.”) [“Fine.”]', ['Sure.', 'Fine.']],
  ])('%s holds %j', (text, expected) => {
    expect(mark(text).stretches.map((stretch) => stretch.text)).toEqual(expected);
    expect(mark(text).problems).toEqual([]);
  });

  test.each([
    "The leaders' talks and the minister's trip",
    'The leaders’ talks and the minister’s trip',
    "In the '90s 'tis said they met rock 'n' roll",
    'A table 6" wide',
    '',
  ])('%j has no marks', (text) => {
    expect(mark(text).stretches).toEqual([]);
  });

  test('a possessive inside single marks does not close them', () => {
    expect(mark('He praised ‘the ministers’ long talks’ in Oslo.').stretches[0]?.text).toBe(
      'the ministers’ long talks',
    );
  });

  test('words keep their offsets, with and without the marks', () => {
    const text = 'Yes, “so” it is.';
    const [stretch] = mark(text).stretches;
    expect(text.slice(stretch!.start, stretch!.end)).toBe('so');
    expect(text.slice(stretch!.outerStart, stretch!.outerEnd)).toBe('“so”');
  });

  test('a quotation of several paragraphs opens in each and closes in the last, without a problem', () => {
    const { stretches, problems } = mark('“One.\n“Two.”');
    expect(stretches.map((stretch) => stretch.text)).toEqual(['One.', 'Two.']);
    expect(problems).toEqual([]);
  });

  test('a mark that is never closed ends with its paragraph and is a problem', () => {
    const { stretches, problems } = mark('She said “we shall see.\nThen she left.');
    expect(stretches.map((stretch) => stretch.text)).toEqual(['we shall see.']);
    expect(problems).toMatchObject([{ code: 'quote/unbalanced', span: { start: 9, end: 10, text: '“' } }]);
  });

  test('a mark that opens again before it was closed ends the first stretch there', () => {
    expect(mark('“One, she said. “Two.”').stretches.map((stretch) => stretch.text)).toEqual(['One, she said.', 'Two.']);
  });

  test('a long text of marks is read in linear time', () => {
    const started = performance.now();
    mark(`${'"a" \'b\' '.repeat(5_000)}`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
