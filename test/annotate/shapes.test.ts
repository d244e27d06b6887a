import { describe, expect, it } from 'vitest';
import { SHAPE, shapeOf } from '../../src/annotate/shapes.ts';

describe('shapeOf', () => {
  it.each<[string, keyof typeof SHAPE]>([
    ['2023', 'noLetters'],
    ['—', 'noLetters'],
    ['visit', 'lower'],
    ['北京', 'lower'],
    ['Xi', 'title'],
    ['A', 'title'],
    ['Élysée', 'title'],
    ["'S", 'title'],
    ['NATO', 'upper'],
    ['U.S.', 'upper'],
    ['McDonald', 'mixed'],
    ['eU', 'mixed'],
  ])('takes %s as %s', (word, shape) => {
    expect(shapeOf(word)).toBe(SHAPE[shape]);
  });
});
