import { describe, expect, it } from 'vitest';
import { type LemmaTable, lemmaOf } from '../../src/annotate/lemmas.ts';
import type { Upos } from '../../src/document/index.ts';

const table: LemmaTable = {
  exceptions: new Map([
    ['VERB\tmet', 'meet'],
    ['PROPN\tu.s', 'U.S.'],
  ]),
  rules: [
    { upos: 'NOUN', suffix: 'ies', replace: 'y', minStem: 2 },
    { upos: 'NOUN', suffix: 's', replace: '', minStem: 2 },
    { upos: 'VERB', suffix: 'elled', replace: 'el', minStem: 2 },
  ],
  words: new Set(['shell', 'travel', 'talks']),
};

describe('lemmaOf', () => {
  it.each<[string, Upos, string]>([
    ['Met', 'VERB', 'meet'],
    ['treaties', 'NOUN', 'treaty'],
    ['Talks', 'NOUN', 'talk'],
    ['ties', 'NOUN', 'tie'],
    ['Talks', 'VERB', 'talks'],
    ['Beijing', 'PROPN', 'Beijing'],
    ['U.S', 'PROPN', 'U.S.'],
    ['is', 'NOUN', 'is'],
    ['travelled', 'VERB', 'travel'],
    ['shelled', 'VERB', 'shell'],
    ['brelled', 'VERB', 'brel'],
  ])('gives %s (%s) the lemma %s', (form, upos, lemma) => {
    expect(lemmaOf(form, upos, table)).toBe(lemma);
  });
});
