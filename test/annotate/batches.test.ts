import { describe, expect, it } from 'vitest';
import { planBatches } from '../../src/annotate/batches.ts';
import type { Encoding } from '../../src/annotate/encode.ts';

function encodingOf(words: number): Encoding {
  const pieces = new Array<number>(words + 2).fill(1);
  return { pieces, shapes: pieces, starts: Array.from({ length: words }, (_, i) => i + 1) };
}

describe('planBatches', () => {
  it('takes every sentence once, with others of like length', () => {
    const lengths = [30, 4, 29, 5, 31, 3];
    const batches = planBatches(lengths.map(encodingOf), 50);
    expect(batches.flatMap(({ members }) => members).sort()).toEqual([0, 1, 2, 3, 4, 5]);
    for (const { members, words } of batches) expect(Math.max(...members.map((i) => lengths[i]!))).toBe(words);
  });

  it('keeps the label scores of a batch within 16 MB', () => {
    const batches = planBatches(
      Array.from({ length: 100 }, (_, i) => encodingOf(i + 100)),
      50,
    );
    for (const { members, words } of batches) {
      expect(members.length === 1 || members.length * words * (words + 1) * 50 <= 4_000_000).toBe(true);
    }
  });

  it('plans the same batches for the same sentences', () => {
    const encodings = Array.from({ length: 80 }, (_, i) => encodingOf(1 + ((i * 37) % 40)));
    expect(planBatches(encodings, 50)).toEqual(planBatches(encodings, 50));
  });

  it('plans nothing for nothing', () => {
    expect(planBatches([], 50)).toEqual([]);
  });
});
