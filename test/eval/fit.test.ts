import { describe, expect, it } from 'vitest';
import { type Case, fitModel } from '../../eval/confidence/fit.ts';
import { type ConfidenceFeatures, probabilityOf } from '../../src/code/index.ts';
import { CONFIDENCE_FEATURES } from '../../src/lexicon/index.ts';

const NONE = Object.fromEntries(CONFIDENCE_FEATURES.map((name) => [name, 0])) as ConfidenceFeatures;
const LONELY: ConfidenceFeatures = { ...NONE, oneParty: 1 };

/** Of a hundred plain cases 80 are right, of a hundred with one party 30. */
const CASES: readonly Case[] = Array.from({ length: 100 }, (_, index) => [
  { document: 'a', features: NONE, isRight: index < 80 },
  { document: 'b', features: LONELY, isRight: index < 30 },
]).flat();

describe('the model of confidence', () => {
  const model = fitModel(CASES, 'a test');

  it('gives each kind of case nearly its own share', () => {
    expect(Math.abs(probabilityOf(model, NONE) - 0.8)).toBeLessThan(0.06);
    expect(Math.abs(probabilityOf(model, LONELY) - 0.3)).toBeLessThan(0.06);
  });

  it('gives no weight to what never differs', () => {
    expect(model.weights.headline).toBe(0);
  });

  it('keeps a stated weight, whatever the cases say', () => {
    const trusted = CASES.map((one) => ({ ...one, features: { ...one.features, oneSource: Number(one.isRight) } }));
    expect(fitModel(trusted, 'a test').weights.oneSource).toBeLessThan(0);
  });
});
