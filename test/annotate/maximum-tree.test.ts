import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumTree } from '../../src/annotate/maximum-tree.ts';

/** Every assignment of heads that is a tree with one root, by trying all. */
function bruteForce(arcs: Float32Array, words: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Array<number>(words).fill(0);
  const visit = (word: number): void => {
    if (word === words) {
      if (isTree(heads))
        best = Math.max(
          best,
          scoreOf(
            arcs,
            heads.map((head) => head - 1),
          ),
        );
      return;
    }
    for (let head = 0; head <= words; head++) {
      if (head === word + 1) continue;
      heads[word] = head;
      visit(word + 1);
    }
  };
  visit(0);
  return best;
}

function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head === 0).length !== 1) return false;
  return heads.every((_, word) => {
    let at = word + 1;
    for (let steps = 0; at !== 0; steps++) {
      if (steps > heads.length) return false;
      at = heads[at - 1]!;
    }
    return true;
  });
}

function scoreOf(arcs: Float32Array, heads: readonly number[]): number {
  const size = heads.length + 1;
  return heads.reduce((sum, head, word) => sum + arcs[word * size + head + 1]!, 0);
}

describe('maximumTree', () => {
  it('takes the best head of every word where those make a tree', () => {
    // "Putin met Xi": met is the root, the others hang on it.
    const arcs = new Float32Array([0, -9, 5, 0, 7, 0, -9, 0, 0, 0, 5, -9]);
    expect([...maximumTree(arcs, 3)]).toEqual([1, -1, 1]);
  });

  it('opens a cycle where it costs least', () => {
    const arcs = new Float32Array([1, -9, 10, 3, 10, -9]);
    expect([...maximumTree(arcs, 2)]).toEqual([1, -1]);
  });

  it('never gives two roots', () => {
    const arcs = new Float32Array([10, 0, 1, 10, 0, 0]);
    expect([...maximumTree(arcs, 2)].filter((head) => head === -1)).toHaveLength(1);
  });

  it('gives a single word the root', () => {
    expect([...maximumTree(new Float32Array([-3, 8]), 1)]).toEqual([-1]);
    expect([...maximumTree(new Float32Array([]), 0)]).toEqual([]);
  });

  it('finds the tree that trying all trees finds', () => {
    const grid = fc.integer({ min: 1, max: 5 }).chain((words) =>
      fc.tuple(
        fc.constant(words),
        fc.array(fc.integer({ min: -20, max: 20 }), {
          minLength: words * (words + 1),
          maxLength: words * (words + 1),
        }),
      ),
    );
    fc.assert(
      fc.property(grid, ([words, scores]) => {
        const arcs = new Float32Array(scores);
        const heads = [...maximumTree(arcs, words)];
        expect(isTree(heads.map((head) => head + 1))).toBe(true);
        expect(scoreOf(arcs, heads)).toBe(bruteForce(arcs, words));
      }),
      { numRuns: 400, seed: 20261124 },
    );
  });

  it('stays a tree on long sentences and on scores that are no numbers', () => {
    const words = 200;
    const arcs = new Float32Array(words * (words + 1)).map((_, i) => ((i * 7919) % 1000) / 10);
    expect(isTree([...maximumTree(arcs, words)].map((head) => head + 1))).toBe(true);
    expect(isTree([...maximumTree(new Float32Array(30 * 31).fill(Number.NaN), 30)].map((head) => head + 1))).toBe(true);
  });
});
