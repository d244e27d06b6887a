import { describe, expect, it } from 'vitest';
import type { ResolvedReport } from '../../../src/document/index.ts';
import {
  type AnchorSources,
  findLandmarks,
  type Landmark,
  loadTimeGrammar,
  makeAnchorFinder,
  resolveTimes,
} from '../../../src/resolve/time/index.ts';
import { makeReport } from '../../helpers/conllu.ts';

const grammar = loadTimeGrammar();

const invasion: Landmark = {
  id: 'invasion',
  name: "Freedonia's invasion of Sylvania",
  phrases: ['invasion of Sylvania'],
  words: [
    ['invasion', 'invade'],
    ['sylvania', 'sylvanian'],
  ],
  from: '2022-02-24',
  to: '2022-02-24',
};

/** The days of the event at a token, as "from..to", with the reason. */
function anchorOf(
  text: string,
  conllu: string,
  trigger: string,
  sources: AnchorSources = {},
  mentions: Parameters<typeof makeReport>[2] = [],
) {
  const made = makeReport(text, conllu, mentions);
  const report = {
    ...made.report,
    published: { value: '2023-03-17', basis: 'given' as const, from: '2023-03-17', to: '2023-03-17', reasons: [] },
  };
  const doc: ResolvedReport = { ...made, report, times: resolveTimes({ ...made, report }, grammar) };
  const sentence = doc.sentences.findLast(({ tokens }) => tokens.some(({ form }) => form === trigger))!;
  const token = sentence.tokens.find(({ form }) => form === trigger)!;
  const anchor = makeAnchorFinder(doc, grammar, { landmarks: [invasion], ...sources })(sentence.index, token.index);
  return anchor && `${anchor.from ?? ''}..${anchor.to ?? ''} for ${anchor.reason}`;
}

const SINCE = `1 They they PRON 3 nsubj
  2 have have AUX 3 aux Tense=Pres|VerbForm=Fin
  3 spoken speak VERB 0 root Tense=Past|VerbForm=Part
  4 often often ADV 3 advmod
  5 since since ADP 7 case
  6 the the DET 7 det
  7 invasion invasion NOUN 3 obl`;

describe('an event dated by another', () => {
  it('reaches from a landmark to publication, for "since"', () => {
    const conllu = `${SINCE}\n8 of of ADP 9 case\n9 Sylvania Sylvania PROPN 7 nmod`;
    expect(anchorOf('They have spoken often since the invasion of Sylvania', conllu, 'spoken')).toBe(
      `2022-02-24..2023-03-17 for "since" Freedonia's invasion of Sylvania (2022-02-24)`,
    );
  });

  it('takes "the invasion" for the landmark that the report named before', () => {
    const before = `1 The the DET 2 det\n2 invasion invasion NOUN 5 nsubj\n3 of of ADP 4 case\n4 Sylvania Sylvania PROPN 2 nmod\n5 goes go VERB 0 root Tense=Pres|VerbForm=Fin\n6 on on ADV 5 advmod\n7 . . PUNCT 5 punct`;
    const text = 'The invasion of Sylvania goes on. They have spoken often since the invasion';
    expect(anchorOf(text, `${before}\n\n${SINCE}`, 'spoken')).toContain('2022-02-24..2023-03-17');
  });

  it('is not dated by an invasion that nobody named', () => {
    expect(anchorOf('They have spoken often since the invasion', SINCE, 'spoken')).toBeNull();
  });

  it('is not dated by "his first visit since the invasion"', () => {
    const conllu = `1 He he PRON 2 nsubj
      2 paid pay VERB 0 root Tense=Past|VerbForm=Fin
      3 his his PRON 5 nmod:poss
      4 first first ADJ 5 amod Degree=Pos|NumType=Ord
      5 visit visit NOUN 2 obj
      6 since since ADP 8 case
      7 the the DET 8 det
      8 invasion invasion NOUN 5 nmod
      9 of of ADP 10 case
      10 Sylvania Sylvania PROPN 8 nmod`;
    expect(anchorOf('He paid his first visit since the invasion of Sylvania', conllu, 'visit')).toBeNull();
  });

  it('lies so many days from a summit that the report dates elsewhere', () => {
    const first = `1 The the DET 2 det\n2 summit summit NOUN 3 nsubj\n3 began begin VERB 0 root Tense=Past|VerbForm=Fin\n4 on on ADP 5 case\n5 Monday Monday PROPN 3 obl\n6 . . PUNCT 3 punct`;
    const second = `1 He he PRON 2 nsubj\n2 left leave VERB 0 root Tense=Past|VerbForm=Fin\n3 two two NUM 4 nummod\n4 days day NOUN 7 obl:npmod\n5 after after ADP 7 case\n6 the the DET 7 det\n7 summit summit NOUN 2 obl`;
    const text = 'The summit began on Monday. He left two days after the summit';
    expect(anchorOf(text, `${first}\n\n${second}`, 'left')).toContain('2023-03-15..2023-03-15');
  });

  it('lies on the day of what it came hours before', () => {
    const first = `1 The the DET 2 det\n2 summit summit NOUN 3 nsubj\n3 began begin VERB 0 root Tense=Past|VerbForm=Fin\n4 on on ADP 5 case\n5 Monday Monday PROPN 3 obl\n6 . . PUNCT 3 punct`;
    const second = `1 He he PRON 2 nsubj\n2 left leave VERB 0 root Tense=Past|VerbForm=Fin\n3 several several ADJ 4 amod\n4 hours hour NOUN 7 obl:npmod\n5 before before ADP 7 case\n6 the the DET 7 det\n7 summit summit NOUN 2 obl`;
    const text = 'The summit began on Monday. He left several hours before the summit';
    expect(anchorOf(text, `${first}\n\n${second}`, 'left')).toContain('2023-03-13..2023-03-13');
  });

  it('lies shortly before an anniversary, for "days before"', () => {
    const conllu = `1 He he PRON 2 nsubj
      2 came come VERB 0 root Tense=Past|VerbForm=Fin
      3 days day NOUN 6 obl:npmod
      4 before before ADP 6 case
      5 the the DET 6 det
      6 anniversary anniversary NOUN 2 obl
      7 of of ADP 9 case
      8 the the DET 9 det
      9 invasion invasion NOUN 6 nmod
      10 of of ADP 11 case
      11 Sylvania Sylvania PROPN 9 nmod`;
    expect(anchorOf('He came days before the anniversary of the invasion of Sylvania', conllu, 'came')).toContain(
      '2023-02-11..2023-02-23',
    );
  });

  it('reaches from the day somebody took office', () => {
    const conllu = `1 Doe Doe PROPN 3 nsubj
      2 has have AUX 3 aux Tense=Pres|VerbForm=Fin
      3 travelled travel VERB 0 root Tense=Past|VerbForm=Part
      4 twice twice ADV 3 advmod
      5 since since SCONJ 6 mark
      6 taking take VERB 3 advcl VerbForm=Ger
      7 office office NOUN 6 obj`;
    const offices = [{ actor: 'per:doe', from: '2021-05-01', because: 'Doe became president on 2021-05-01' }];
    const mentions = [{ words: 'Doe', actor: 'per:doe' }];
    expect(
      anchorOf(
        'Doe has travelled twice since taking office',
        conllu,
        'travelled',
        { offices: () => offices },
        mentions,
      ),
    ).toBe('2021-05-01..2023-03-17 for "since" Doe became president on 2021-05-01');
  });

  /** "He left on the eve of the invasion of Sylvania" and the like. */
  const left = (phrase: string, rows: string) =>
    anchorOf(
      `He left ${phrase} the invasion of Sylvania`,
      `1 He he PRON 2 nsubj\n2 left leave VERB 0 root Tense=Past|VerbForm=Fin\n${rows}`,
      'left',
    );
  const end = (index: number, head: number, preposition: string) =>
    [
      `${index} ${preposition} ${preposition} ADP ${index + 2} case`,
      `${index + 1} the the DET ${index + 2} det`,
      `${index + 2} invasion invasion NOUN ${head} nmod`,
      `${index + 3} of of ADP ${index + 4} case`,
      `${index + 4} Sylvania Sylvania PROPN ${index + 2} nmod`,
    ].join('\n');

  it.each([
    [
      'on the eve of',
      `3 on on ADP 5 case\n4 the the DET 5 det\n5 eve eve NOUN 2 obl\n${end(6, 5, 'of')}`,
      '2022-02-23..2022-02-23',
    ],
    [
      'the day after',
      `3 the the DET 4 det\n4 day day NOUN 2 obl:unmarked Number=Sing\n${end(5, 4, 'after')}`,
      '2022-02-25..2022-02-25',
    ],
    [
      'in the first weeks of',
      `3 in in ADP 6 case\n4 the the DET 6 det\n5 first first ADJ 6 amod\n6 weeks week NOUN 2 obl Number=Plur\n${end(7, 6, 'of')}`,
      '2022-02-24..2022-02-24',
    ],
    [
      'on the anniversary of',
      `3 on on ADP 5 case\n4 the the DET 5 det\n5 anniversary anniversary NOUN 2 obl\n${end(6, 5, 'of')}`,
      '2023-02-24..2023-02-24',
    ],
    ['ahead of', `3 ahead ahead ADV 2 advmod\n${end(4, 3, 'of').replace('3 nmod', '3 obl')}`, '..2022-02-23'],
  ])('is counted from it, for "%s"', (phrase, rows, days) => expect(left(phrase, rows)).toContain(days));

  it('has the days of a landmark that it is itself', () => {
    const conllu =
      '1 The the DET 2 det\n2 invasion invasion NOUN 5 nsubj\n3 of of ADP 4 case\n4 Sylvania Sylvania PROPN 2 nmod\n5 goes go VERB 0 root Tense=Pres|VerbForm=Fin\n6 on on ADV 5 advmod';
    expect(anchorOf('The invasion of Sylvania goes on', conllu, 'invasion')).toContain('2022-02-24..2022-02-24');
  });
});

describe('landmarks', () => {
  const named = (text: string) => {
    const words = text.split(' ');
    const rows = words.map(
      (word, index) =>
        `${index + 1} ${word} ${word.toLowerCase()} NOUN ${index === 0 ? 0 : 1} ${index === 0 ? 'root' : 'dep'}`,
    );
    return findLandmarks(makeReport(text, rows.join('\n')), [invasion]).map(({ span }) => span.text);
  };

  it.each([
    ['the invasion of Sylvania began', ['invasion of Sylvania']],
    ['a Sylvanian army met the invasion', ['Sylvanian army met the invasion']],
    ['the 1968 invasion of Sylvania', []],
    ['the invasion of privacy', []],
    ['Sylvania wept', []],
  ])('are found in "%s" as %j', (text, expected) => expect(named(text)).toEqual(expected));
});
