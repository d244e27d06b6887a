import { beforeAll, describe, expect, it } from 'vitest';
import { type LemmaTable, lemmaOf } from '../../src/annotate/lemmas.ts';
import { loadInflection } from '../../src/annotate/load.ts';
import type { Upos } from '../../src/document/index.ts';

/** Words of a vocabulary; what they decide is said beside the cases. */
const WORDS = [
  'travel',
  'shell',
  'add',
  'plan',
  'sever',
  'severe',
  'create',
  'name',
  'call',
  'free',
  'virus',
  'house',
  'shoe',
  'toe',
];
const PAST = { Mood: 'Ind', Tense: 'Past', VerbForm: 'Fin' };
const PRESENT = { Mood: 'Ind', Number: 'Sing', Person: '3', Tense: 'Pres', VerbForm: 'Fin' };

let table: LemmaTable;
beforeAll(async () => {
  table = {
    exceptions: new Map([
      ['VERB\tgon', 'go'],
      ['VERB\tfreed', 'fre'],
      ['NOUN\ttroops', 'troops'],
    ]),
    rules: [{ upos: 'ADV', suffix: 'aly', replace: 'ally', minStem: 2 }],
    inflection: await loadInflection(),
    words: new Set(WORDS),
  };
});

describe('lemmaOf', () => {
  it.each([
    ['met', 'meet'],
    ['withdrew', 'withdraw'],
    ['overthrown', 'overthrow'],
    ['underwent', 'undergo'],
    ['shelled', 'shell'],
    ['travelled', 'travel'],
    ['planned', 'plan'],
    ['added', 'add'],
    ['severed', 'sever'],
    ['created', 'create'],
    ['defeated', 'defeat'],
    ['fined', 'fine'],
    ['rebuked', 'rebuke'],
    ['urged', 'urge'],
    ['belonged', 'belong'],
    ['conceded', 'concede'],
    ['exceeded', 'exceed'],
    ['agreed', 'agree'],
    ['denied', 'deny'],
    ['tied', 'tie'],
    ['vetoed', 'veto'],
    ['argued', 'argue'],
    ['Expelled', 'expel'],
  ])('leads the past %s back to %s', (form, lemma) => {
    expect(lemmaOf(form, 'VERB', PAST, table)).toBe(lemma);
  });

  it.each([
    ['lying', 'lie'],
    ['fleeing', 'flee'],
    ['seizing', 'seize'],
    ['arming', 'arm'],
    ['naming', 'name'],
    ['negotiating', 'negotiate'],
    ['visiting', 'visit'],
    ['undermining', 'undermine'],
    ['remaining', 'remain'],
  ])('leads %s back to %s', (form, lemma) => {
    expect(lemmaOf(form, 'VERB', { VerbForm: 'Ger' }, table)).toBe(lemma);
  });

  it.each([
    ['says', 'say'],
    ['denies', 'deny'],
    ['clashes', 'clash'],
    ['imposes', 'impose'],
    ['goes', 'go'],
  ])('leads the present %s back to %s', (form, lemma) => {
    expect(lemmaOf(form, 'VERB', PRESENT, table)).toBe(lemma);
  });

  it('sees the ending of a verb behind a name in the plural', () => {
    const plural = { VerbForm: 'Fin', Tense: 'Pres', Person: '3', Number: 'Plur' };
    expect(lemmaOf('condemns', 'VERB', plural, table)).toBe('condemn');
    expect(lemmaOf('condemn', 'VERB', plural, table)).toBe('condemn');
    expect(lemmaOf('discuss', 'VERB', plural, table)).toBe('discuss');
  });

  it('leaves an infinitive as it is', () => {
    for (const form of ['need', 'bring', 'bleed', 'bless'])
      expect(lemmaOf(form, 'VERB', { VerbForm: 'Inf' }, table)).toBe(form);
  });

  it.each([
    ['treaties', 'treaty'],
    ['embassies', 'embassy'],
    ['ties', 'tie'],
    ['vetoes', 'veto'],
    ['shoes', 'shoe'],
    ['viruses', 'virus'],
    ['houses', 'house'],
    ['breaches', 'breach'],
    ['losses', 'loss'],
    ['crises', 'crisis'],
    ['spokeswomen', 'spokeswoman'],
    ['wives', 'wife'],
    ['troops', 'troops'],
    ['1970s', '1970s'],
  ])('leads the plural %s back to %s', (form, lemma) => {
    expect(lemmaOf(form, 'NOUN', { Number: 'Plur' }, table)).toBe(lemma);
  });

  it.each<[string, Upos, Record<string, string>, string]>([
    ['news', 'NOUN', { Number: 'Sing' }, 'news'],
    ['Beijing', 'PROPN', { Number: 'Sing' }, 'Beijing'],
    ['Talks', 'PROPN', { Number: 'Plur' }, 'Talks'],
    ['larger', 'ADJ', { Degree: 'Cmp' }, 'large'],
    ['biggest', 'ADJ', { Degree: 'Sup' }, 'big'],
    ['earlier', 'ADJ', { Degree: 'Cmp' }, 'early'],
    ['worst', 'ADJ', { Degree: 'Sup' }, 'bad'],
    ['former', 'ADJ', { Degree: 'Pos' }, 'former'],
    ['gon', 'VERB', { VerbForm: 'Part' }, 'go'],
    ['finaly', 'ADV', {}, 'finally'],
    ['The', 'DET', {}, 'the'],
  ])('gives %s as %s %j the lemma %s', (form, upos, feats, lemma) => {
    expect(lemmaOf(form, upos, feats, table)).toBe(lemma);
  });

  it('does not repeat a slip of what was learned', () => {
    expect(lemmaOf('freed', 'VERB', PAST, table)).toBe('free');
  });
});
