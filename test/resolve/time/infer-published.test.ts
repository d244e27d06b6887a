import { describe, expect, it } from 'vitest';
import { type DatedFact, inferPublished, type Landmark, loadTimeGrammar } from '../../../src/resolve/time/index.ts';
import { makeReport } from '../../helpers/conllu.ts';

const grammar = loadTimeGrammar();

const invasion: Landmark = {
  id: 'invasion',
  name: "Freedonia's invasion of Sylvania",
  phrases: ['invasion of Sylvania'],
  words: [['invasion'], ['sylvania']],
  from: '2022-02-24',
  to: '2022-02-24',
};

const minister: DatedFact = { from: '2022-12-30', to: '2023-07-25', because: 'Roe was foreign minister', span: null };

function infer(text: string, conllu: string, facts: readonly DatedFact[] = []) {
  return inferPublished(makeReport(text, conllu), facts, grammar, [invasion]).published;
}

const LAUNCHED = `1 He he PRON 2 nsubj
  2 launched launch VERB 0 root Tense=Past|VerbForm=Fin
  3 the the DET 4 det
  4 invasion invasion NOUN 2 obj
  5 of of ADP 6 case
  6 Sylvania Sylvania PROPN 4 nmod
  7 more more ADJ 10 advmod
  8 than than ADP 7 fixed
  9 a a DET 10 det
  10 year year NOUN 11 obl:npmod
  11 ago ago ADV 2 advmod`;

const SILENT = '1 They they PRON 2 nsubj\n2 met meet VERB 0 root Tense=Past|VerbForm=Fin';

describe('an undated report', () => {
  it('has no window when its text allows every day', () => {
    expect(infer('They met', SILENT)).toEqual({ value: null, basis: 'unknown', from: null, to: null, reasons: [] });
  });

  it('was written while the people in it held their offices', () => {
    const published = infer('They met', SILENT, [minister]);
    expect(published).toMatchObject({ basis: 'inferred', from: '2022-12-30', to: '2023-07-25' });
    expect(published.reasons.map(({ bound, because }) => `${bound}: ${because}`)).toEqual([
      'from: Roe was foreign minister',
      'to: Roe was foreign minister',
    ]);
  });

  it('need not have been written in an office that it gives somebody in a past year', () => {
    const published = infer(
      'In 2021 Roe met them',
      `1 In in ADP 2 case\n2 2021 2021 NUM 4 obl\n3 Roe Roe PROPN 4 nsubj\n4 met meet VERB 0 root Tense=Past|VerbForm=Fin\n5 them they PRON 4 obj`,
      [{ from: '2020-01-01', to: '2021-12-18', because: 'Roe was minister', span: { start: 8, end: 11, text: 'Roe' } }],
    );
    expect(published).toMatchObject({ from: '2021-01-01', to: null });
  });

  it('was written more than a year after what it calls more than a year ago', () => {
    const published = infer('He launched the invasion of Sylvania more than a year ago', LAUNCHED, [minister]);
    expect(published).toMatchObject({ from: '2023-02-24', to: '2023-07-25' });
    expect(published.reasons[0]?.span?.text).toBe('more than a year ago');
  });

  it('was written after the last day it tells as past, and before the first it tells as to come', () => {
    const published = infer(
      'They met on 3 May 2021. They will meet on 5 June 2021.',
      `1 They they PRON 2 nsubj\n2 met meet VERB 0 root Tense=Past|VerbForm=Fin\n3 on on ADP 5 case\n4 3 3 NUM 5 nummod\n5 May May PROPN 2 obl\n6 2021 2021 NUM 5 nummod\n7 . . PUNCT 2 punct

       1 They they PRON 3 nsubj\n2 will will AUX 3 aux VerbForm=Fin\n3 meet meet VERB 0 root VerbForm=Inf\n4 on on ADP 6 case\n5 5 5 NUM 6 nummod\n6 June June PROPN 3 obl\n7 2021 2021 NUM 6 nummod\n8 . . PUNCT 3 punct`,
    );
    expect(published).toMatchObject({ from: '2021-05-03', to: '2021-06-05' });
  });

  it('was written in the month after that of an anniversary, in one of the years that the rest allows', () => {
    const published = infer(
      'Last month he came before the anniversary of the invasion of Sylvania',
      `1 Last last ADJ 2 amod\n2 month month NOUN 4 obl:tmod\n3 he he PRON 4 nsubj\n4 came come VERB 0 root Tense=Past|VerbForm=Fin\n5 before before ADP 7 case\n6 the the DET 7 det\n7 anniversary anniversary NOUN 4 obl\n8 of of ADP 10 case\n9 the the DET 10 det\n10 invasion invasion NOUN 7 nmod\n11 of of ADP 12 case\n12 Sylvania Sylvania PROPN 10 nmod`,
      [minister],
    );
    expect(published).toMatchObject({ from: '2023-03-01', to: '2023-03-31' });
    expect(published.reasons.map(({ because }) => because)).toContain('Roe was foreign minister');
  });

  it('passes over a clue that contradicts the others', () => {
    const earlier: DatedFact = { from: '1990-01-01', to: '1991-01-01', because: 'a mistaken fact', span: null };
    expect(infer('They met', SILENT, [minister, earlier])).toMatchObject({ from: '2022-12-30', to: '2023-07-25' });
  });
});

describe('clues that do not go together', () => {
  it('become a problem each, and lose to those before them', () => {
    const later: DatedFact = { from: '2024-01-01', to: '2024-12-31', because: 'Doe was minister', span: null };
    const inferred = inferPublished(makeReport('They met', SILENT), [minister, later], grammar, []);
    expect(inferred.published).toMatchObject({ from: '2022-12-30', to: '2023-07-25' });
    expect(inferred.problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'time/contradiction: No day fits this and what the report says before: Doe was minister.',
    ]);
  });
});
