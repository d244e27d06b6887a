import { describe, expect, it } from 'vitest';
import { scoreNames } from '../../../eval/core/names-score.ts';

describe('scoreNames', () => {
  it('wants the exact span and type, and leaves other types out on both sides', () => {
    const gold = [
      [
        { start: 0, end: 3, type: 'politician' },
        { start: 8, end: 12, type: 'MISC' },
      ],
      [{ start: 4, end: 9, type: 'LOC' }],
    ];
    const system = [
      [
        { start: 0, end: 3, type: 'PER' },
        { start: 20, end: 22, type: 'NORP' },
      ],
      [{ start: 4, end: 9, type: 'ORG' }],
    ];
    expect(scoreNames(gold, system)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5, gold: 2 });
  });

  it('gives zero for nothing found', () => {
    expect(scoreNames([[{ start: 0, end: 3, type: 'PER' }]], [[]]).f1).toBe(0);
  });
});
