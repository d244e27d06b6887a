import { beforeAll, describe, expect, it } from 'vitest';
import { type LexiconCoverage, measureCoverage } from '../../src/lexicon-coverage.ts';
import { openToolkit } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';

const TEXTS = [
  'Chinese Foreign Minister Wang Yi met his Indian counterpart in Beijing on Monday.',
  'The rivalry between France and Italy is old. France outshines Italy. France will outshine Italy again.',
  'Brazil’s ambassador to Chile likes the theatre.',
];

let coverage: LexiconCoverage;
beforeAll(async () => {
  async function* reports() {
    for (const text of TEXTS) yield makeReport({ text, published: '2026-06-15', source: 'test' });
  }
  coverage = await measureCoverage(reports(), await openToolkit());
});

describe('the coverage of a lexicon', () => {
  it('counts the events of each rule, and lists those that never fire', () => {
    expect(coverage).toMatchObject({ reports: 3, sentences: 5, events: 1 });
    expect(coverage.rules[0]).toEqual({ rule: 'consult.meet', events: 1 });
    expect(coverage.rules.at(-1)!.events).toBe(0);
  });

  it('lists verbs between two known actors that no rule covers, the most frequent first', () => {
    expect(coverage.uncovered[0]).toEqual({
      kind: 'verb',
      lemma: 'outshine',
      count: 2,
      constructions: ['subject object'],
      nearest: null,
      samples: ['France outshines Italy.', 'France will outshine Italy again.'],
    });
  });

  it('lists nouns that no rule knows', () => {
    const nouns = coverage.uncovered.filter(({ kind }) => kind === 'noun');
    expect(nouns.map(({ lemma, constructions }) => [lemma, constructions])).toEqual([['rivalry', ['between']]]);
  });
});
