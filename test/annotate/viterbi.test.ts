import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames } from '../../src/annotate/viterbi.ts';

const TAGS = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC'];

/** Scores that want the given tags, with 1 for each. */
function wanting(...tags: readonly string[]): Float32Array {
  return new Float32Array(tags.flatMap((wanted) => TAGS.map((tag) => (tag === wanted ? 1 : 0))));
}

describe('findNames', () => {
  it('reads a name of several words and one beside it', () => {
    expect(findNames(wanting('B-PER', 'I-PER', 'O', 'B-LOC', 'B-LOC'), 5, TAGS)).toEqual([
      { first: 0, last: 1, type: 'PER' },
      { first: 3, last: 3, type: 'LOC' },
      { first: 4, last: 4, type: 'LOC' },
    ]);
  });

  it('does not go on a name that never began', () => {
    const names = findNames(wanting('O', 'I-PER', 'I-PER'), 3, TAGS);
    expect(names).toEqual([{ first: 1, last: 2, type: 'PER' }]);
  });

  it('gives no names for no words', () => {
    expect(findNames(new Float32Array(0), 0, TAGS)).toEqual([]);
  });

  it('finds the best legal sequence of all', () => {
    const grid = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(grid, (rows) => {
        const names = findNames(new Float32Array(rows.flat()), rows.length, TAGS);
        expect(scoreOf(rows, tagsOf(names, rows.length))).toBe(bestScore(rows));
      }),
      { numRuns: 300, seed: 20261124 },
    );
  });
});

function tagsOf(names: ReturnType<typeof findNames>, words: number): string[] {
  const tags = new Array<string>(words).fill('O');
  for (const { first, last, type } of names)
    for (let i = first; i <= last; i++) tags[i] = `${i === first ? 'B' : 'I'}-${type}`;
  return tags;
}

function scoreOf(rows: readonly (readonly number[])[], tags: readonly string[]): number {
  return tags.reduce((sum, tag, word) => sum + rows[word]![TAGS.indexOf(tag)]!, 0);
}

function bestScore(rows: readonly (readonly number[])[], before = 'O', word = 0): number {
  if (word === rows.length) return 0;
  const legal = TAGS.filter((tag) => !tag.startsWith('I-') || before.slice(2) === tag.slice(2));
  return Math.max(...legal.map((tag) => rows[word]![TAGS.indexOf(tag)]! + bestScore(rows, tag, word + 1)));
}
