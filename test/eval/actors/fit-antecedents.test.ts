import { describe, expect, it } from 'vitest';
import { type Example, fitWeights, shareRight } from '../../../eval/actors/fit-antecedents.ts';

/** A pronoun with a near and a far choice, and nobody; in nine of ten the near one is right. */
const EXAMPLES: readonly Example[] = Array.from({ length: 40 }, (_, index) => ({
  family: 'person',
  choices: [{ near: 1 }, { far: 1 }, { nobody: 1 }],
  isRight: [index % 10 !== 0, index % 10 === 0, false],
}));

describe('the weights of antecedents', () => {
  const weights = fitWeights(EXAMPLES);

  it('say for each choice what the texts say, nobody included', () => {
    expect(weights.person.near).toBeGreaterThan(weights.person.far!);
    expect(weights.person.far).toBeGreaterThan(weights.person.nobody!);
    expect(shareRight(EXAMPLES, weights)).toBe(0.9);
  });

  it('come nearer to 0 the stronger they are pulled there', () => {
    expect(Math.abs(fitWeights(EXAMPLES, 50).person.near!)).toBeLessThan(Math.abs(weights.person.near!));
  });

  it('are told apart by family', () => {
    expect(weights.thing).toEqual({});
  });
});
