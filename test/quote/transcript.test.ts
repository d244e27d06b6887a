import { expect, test } from 'vitest';
import { lines, person, quote } from './quote.ts';

/** A parse that says nothing: every word hangs on the first of its sentence. */
const flat = (sentences: readonly string[]) =>
  sentences
    .map((sentence) =>
      sentence
        .match(/[\p{L}]+|[^\s\p{L}]/gu)!
        .map((word, index) => row(word, index))
        .join('\n'),
    )
    .join('\n\n');

const row = (word: string, index: number) =>
  `${index + 1} ${word} ${word} ${/\p{L}/u.test(word) ? 'NOUN' : 'PUNCT'} ${index === 0 ? 0 : 1} ${index === 0 ? 'root' : 'dep'}`;

test('the turns of a transcript are quotations of the ones that the labels name', () => {
  const text = 'Kari Lund met the press.\nMR. LUND: Good morning.\nQUESTION: Any news?\nMR. LUND: None.';
  expect(lines(quote(text, flat(text.split('\n')), [person('Kari Lund')]))).toEqual([
    'direct | per:lund | Good morning.',
    'direct | - | Any news?',
    'direct | per:lund | None.',
  ]);
});

test('headings with a colon are no labels', () => {
  const text = 'KEEPING THE PEACE: The mission goes on.\nBUILDING ROADS: Work began.';
  expect(quote(text, flat(text.split('\n')))).toEqual([]);
});

test('one label makes no transcript', () => {
  const text = 'QUESTION: Any news?\nNone came.';
  expect(quote(text, flat(text.split('\n')))).toEqual([]);
});
