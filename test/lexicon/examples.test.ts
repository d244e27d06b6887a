import { beforeAll, describe, expect, it } from 'vitest';
import { checkLexicon } from '../../src/check-lexicon.ts';
import { loadLexicon } from '../../src/lexicon/index.ts';
import { openToolkit, type Toolkit } from '../../src/pipeline.ts';

const { rules } = loadLexicon();
let toolkit: Toolkit;
beforeAll(async () => {
  toolkit = await openToolkit();
});

describe('every rule does what its examples say, and is silent on its counterexamples', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', async (_id, rule) => {
    expect(await checkLexicon(toolkit, [rule])).toEqual([]);
  });
});
