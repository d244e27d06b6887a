import { describe, expect, it } from 'vitest';
import { foldName, splitWords } from '../../src/text/fold.ts';

describe('names are compared without accents, hyphens and apostrophes', () => {
  it.each([
    ['Çavuşoğlu', 'cavusoglu'],
    ['Kim Jong-un', 'kim jong un'],
    ["Quai d'Orsay", 'quai d orsay'],
    ['Łódź', 'lodz'],
    ['U.S.', 'us'],
    ['D.P.R.K.', 'dprk'],
    ['Shanghai Cooperation Organisation', 'shanghai cooperation organization'],
    ['George W. Bush', 'george w bush'],
  ])('%s → %s', (name, key) => {
    expect(foldName(name)).toBe(key);
  });
});

it('keeps where each word stands', () => {
  const text = 'the U.S. said';
  expect(splitWords(text).map((word) => text.slice(word.start, word.end))).toEqual(['the', 'U.S.', 'said']);
});
