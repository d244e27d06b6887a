import { describe, expect, it } from 'vitest';
import { makePhraseTable } from '../../src/text/phrase-table.ts';

const table = makePhraseTable(
  new Map([
    ['peace', 1],
    ['peace talks', 2],
    ['human rights', 3],
  ]),
);

describe('makePhraseTable', () => {
  it('finds a word alone and with the next', () => {
    expect([table.alone('peace'), table.withNext('peace', 'talks')]).toEqual([1, 2]);
  });

  it('is silent on half a pair and on pairs in the wrong order', () => {
    expect([table.alone('human'), table.withNext('rights', 'human'), table.withNext('human', '')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
