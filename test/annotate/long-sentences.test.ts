import { describe, expect, it } from 'vitest';
import type { EncodedWord } from '../../src/annotate/encode.ts';
import { cutLong, MAX_WORDS } from '../../src/annotate/long-sentences.ts';

const encoded = (words: readonly string[], pieces = 1): EncodedWord[] =>
  words.map(() => ({ pieces: new Array<number>(pieces).fill(1), shape: 2 }));

describe('cutLong', () => {
  it('leaves a sentence of usual length whole', () => {
    const words = ['They', 'met', ',', 'and', 'left', '.'];
    expect(cutLong(words, encoded(words), 512)).toEqual([6]);
    expect(cutLong([], [], 512)).toEqual([]);
  });

  it('cuts a long one after the last semicolon in reach, then after a comma', () => {
    const words = Array.from({ length: 300 }, (_, i) => (i === 150 ? ';' : i === 180 ? ',' : 'word'));
    expect(cutLong(words, encoded(words), 512)).toEqual([151, 300]);
    const commas = words.map((word) => (word === ';' ? 'word' : word));
    expect(cutLong(commas, encoded(commas), 512)).toEqual([181, 300]);
  });

  it('cuts where the pieces are used up, and always goes on', () => {
    const words = new Array<string>(30).fill('word');
    const ends = cutLong(words, encoded(words, 40), 512);
    expect(ends).toEqual([12, 24, 30]);
    expect(cutLong(words, encoded(words, 40), 10)).toHaveLength(30);
  });

  it('gives no part more words than the limit', () => {
    const words = new Array<string>(5000).fill('word');
    const ends = cutLong(words, encoded(words), 512);
    expect(Math.max(...ends.map((end, part) => end - (ends[part - 1] ?? 0)))).toBe(MAX_WORDS);
    expect(ends.at(-1)).toBe(5000);
  });
});
