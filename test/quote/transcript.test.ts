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

test('a lone Q asks, and whoever answers by name is its addressee', () => {
  const text = 'Press Briefing\nMS. LUND: Hi.\nQ  Any news?\nMS. LUND: None.';
  const found = quote(text, flat(text.split('\n')).replaceAll('Briefing Briefing', 'Briefing briefing'), [
    person('LUND'),
  ]);
  expect(lines(found)).toEqual(['direct | per:lund | Hi.', 'direct | - | Any news?', 'direct | per:lund | None.']);
  expect(found.map(({ addressee, channel }) => [addressee, channel])).toEqual([
    [null, 'news conference'],
    ['per:lund', 'news conference'],
    [null, 'news conference'],
  ]);
});

test('a letter that begins a line of prose is no question', () => {
  const text = 'MS. LUND: Hi.\nA man left.\nMS. LUND: None.';
  expect(lines(quote(text, flat(text.split('\n')), [person('LUND')]))[0]).toBe('direct | per:lund | Hi.\nA man left.');
});

test('between turns, an unknown label that asks is a questioner, and one that tells is none', () => {
  const text = 'MS. LUND: Hi.\nBloomberg: Any news?\nMS. LUND: None.\nNote: it rained.\nMS. LUND: Bye.';
  expect(lines(quote(text, flat(text.split('\n')), [person('LUND')]))).toEqual([
    'direct | per:lund | Hi.',
    'direct | - | Any news?',
    'direct | per:lund | None.\nNote: it rained.',
    'direct | per:lund | Bye.',
  ]);
});

test('the answers of an interview are of the one person that its heading names', () => {
  const text = 'Interview with Kari Lund\nQ: Any news?\nA: None.';
  expect(lines(quote(text, flat(text.split('\n')), [person('Kari Lund')]))).toEqual([
    'direct | - | Any news?',
    'direct | per:lund | None.',
  ]);
});
