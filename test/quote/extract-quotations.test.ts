import { describe, expect, test } from 'vitest';
import type { MadeMention } from '../helpers/conllu.ts';
import { body, lines, person, quote } from './quote.ts';

type Case = readonly [claim: string, text: string, parse: string, mentions: readonly MadeMention[], expected: string[]];

const ROTH = person('Lena Roth');
const EMBASSY = body('The embassy', 'NOR.GOV.EMB');

const CASES: readonly Case[] = [
  [
    'a clause in marks before an inverted cue is direct, its speaker the name beside the role',
    '“The talks were useful,” said the minister, Lena Roth.',
    `1 “ “ PUNCT 5 punct
     2 The the DET 3 det
     3 talks talk NOUN 5 nsubj
     4 were be AUX 5 cop VerbForm=Fin
     5 useful useful ADJ 8 ccomp
     6 , , PUNCT 5 punct
     7 ” ” PUNCT 5 punct
     8 said say VERB 0 root VerbForm=Fin
     9 the the DET 10 det
     10 minister minister NOUN 8 nsubj
     11 , , PUNCT 12 punct
     12 Lena Lena PROPN 10 appos
     13 Roth Roth PROPN 12 flat
     14 . . PUNCT 8 punct`,
    [ROTH],
    ['direct | per:roth | The talks were useful,'],
  ],
  [
    'words in marks inside a reported clause give the clause and the words',
    'The embassy said the talks would be “brief and frank”.',
    `1 The the DET 2 det
     2 embassy embassy NOUN 3 nsubj
     3 said say VERB 0 root VerbForm=Fin
     4 the the DET 5 det
     5 talks talk NOUN 9 nsubj
     6 would would AUX 9 aux VerbForm=Fin
     7 be be AUX 9 cop VerbForm=Inf
     8 “ “ PUNCT 9 punct
     9 brief brief ADJ 3 ccomp
     10 and and CCONJ 11 cc
     11 frank frank ADJ 9 conj
     12 ” ” PUNCT 9 punct
     13 . . PUNCT 3 punct`,
    [EMBASSY],
    ['indirect | NOR.GOV.EMB | the talks would be “brief and frank”', 'mixed | NOR.GOV.EMB | brief and frank'],
  ],
  [
    'what somebody describes a thing as is his word',
    'Lena Roth described the plan as “a gift to nobody”.',
    `1 Lena Lena PROPN 3 nsubj
     2 Roth Roth PROPN 1 flat
     3 described describe VERB 0 root VerbForm=Fin
     4 the the DET 5 det
     5 plan plan NOUN 3 obj
     6 as as ADP 9 case
     7 “ “ PUNCT 9 punct
     8 a a DET 9 det
     9 gift gift NOUN 3 obl
     10 to to ADP 11 case
     11 nobody nobody PRON 9 nmod
     12 ” ” PUNCT 9 punct
     13 . . PUNCT 3 punct`,
    [ROTH],
    ['mixed | per:roth | a gift to nobody'],
  ],
  [
    'a quotation broken by its cue is two, and the whole sentence after it goes on with the same speaker',
    '“We will wait,” Lena Roth said. “The offer stands.”',
    `1 “ “ PUNCT 4 punct
     2 We we PRON 4 nsubj Person=1|PronType=Prs
     3 will will AUX 4 aux VerbForm=Fin
     4 wait wait VERB 9 ccomp VerbForm=Inf
     5 , , PUNCT 4 punct
     6 ” ” PUNCT 4 punct
     7 Lena Lena PROPN 9 nsubj
     8 Roth Roth PROPN 7 flat
     9 said say VERB 0 root VerbForm=Fin
     10 . . PUNCT 9 punct

     1 “ “ PUNCT 4 punct
     2 The the DET 3 det
     3 offer offer NOUN 4 nsubj
     4 stands stand VERB 0 root VerbForm=Fin
     5 . . PUNCT 4 punct
     6 ” ” PUNCT 4 punct`,
    [ROTH],
    ['direct | per:roth | We will wait,', 'direct | per:roth | The offer stands.'],
  ],
  [
    'a sentence that holds nothing but speaker and cue speaks for the marks before it',
    '“No deal is possible.” Lena Roth said.',
    `1 “ “ PUNCT 5 punct
     2 No no DET 3 det
     3 deal deal NOUN 5 nsubj
     4 is be AUX 5 cop VerbForm=Fin
     5 possible possible ADJ 0 root
     6 . . PUNCT 5 punct
     7 ” ” PUNCT 5 punct

     1 Lena Lena PROPN 3 nsubj
     2 Roth Roth PROPN 1 flat
     3 said say VERB 0 root VerbForm=Fin
     4 . . PUNCT 3 punct`,
    [ROTH],
    ['direct | per:roth | No deal is possible.'],
  ],
  [
    'a cue outside marks is never governed by a verb inside them',
    'The embassy said Norway “cannot agree”, adding that “the door is open”.',
    `1 The the DET 2 det
     2 embassy embassy NOUN 3 nsubj
     3 said say VERB 0 root VerbForm=Fin
     4 Norway Norway PROPN 8 nsubj
     5 “ “ PUNCT 8 punct
     6 can can AUX 8 aux VerbForm=Fin
     7 not not PART 8 advmod Polarity=Neg
     8 agree agree VERB 3 ccomp VerbForm=Inf
     9 ” ” PUNCT 8 punct
     10 , , PUNCT 11 punct
     11 adding add VERB 8 advcl VerbForm=Part
     12 that that SCONJ 17 mark
     13 “ “ PUNCT 17 punct
     14 the the DET 15 det
     15 door door NOUN 17 nsubj
     16 is be AUX 17 cop VerbForm=Fin
     17 open open ADJ 11 ccomp
     18 ” ” PUNCT 17 punct
     19 . . PUNCT 3 punct`,
    [EMBASSY, body('Norway', 'NOR')],
    [
      'indirect | NOR.GOV.EMB | Norway “cannot agree”',
      'mixed | NOR.GOV.EMB | cannot agree',
      'mixed | NOR.GOV.EMB | the door is open',
    ],
  ],
  [
    'a weak cue yields to the speaker above it',
    'The embassy said the two would discuss “borders”.',
    `1 The the DET 2 det
     2 embassy embassy NOUN 3 nsubj
     3 said say VERB 0 root VerbForm=Fin
     4 the the DET 5 det
     5 two two NUM 7 nsubj
     6 would would AUX 7 aux VerbForm=Fin
     7 discuss discuss VERB 3 ccomp VerbForm=Inf
     8 “ “ PUNCT 9 punct
     9 borders border NOUN 7 obj
     10 ” ” PUNCT 9 punct
     11 . . PUNCT 3 punct`,
    [EMBASSY, body('the two', 'per:lund')],
    ['indirect | NOR.GOV.EMB | the two would discuss “borders”', 'mixed | NOR.GOV.EMB | borders'],
  ],
  [
    'a clause with "according to" is reported, without the phrase',
    'According to the embassy, the visit is off.',
    `1 According accord VERB 4 case VerbForm=Part
     2 to to ADP 1 fixed
     3 the the DET 4 det
     4 embassy embassy NOUN 9 obl
     5 , , PUNCT 4 punct
     6 the the DET 7 det
     7 visit visit NOUN 9 nsubj
     8 is be AUX 9 cop VerbForm=Fin
     9 off off ADV 0 root
     10 . . PUNCT 9 punct`,
    [body('the embassy', 'NOR.GOV.EMB')],
    ['indirect | NOR.GOV.EMB | the visit is off'],
  ],
  [
    'an aside at the end speaks for the clause, whatever hangs on it',
    'The visit is off, the embassy said.',
    `1 The the DET 2 det
     2 visit visit NOUN 4 nsubj
     3 is be AUX 4 cop VerbForm=Fin
     4 off off ADV 0 root
     5 , , PUNCT 8 punct
     6 the the DET 7 det
     7 embassy embassy NOUN 8 nsubj
     8 said say VERB 4 acl:relcl VerbForm=Fin
     9 . . PUNCT 4 punct`,
    [body('the embassy', 'NOR.GOV.EMB')],
    ['indirect | NOR.GOV.EMB | The visit is off'],
  ],
  [
    'whom others quote as saying something is its speaker',
    'The paper quoted Roth as saying the bridge was safe.',
    `1 The the DET 2 det
     2 paper paper NOUN 3 nsubj
     3 quoted quote VERB 0 root VerbForm=Fin
     4 Roth Roth PROPN 3 obj
     5 as as SCONJ 6 mark
     6 saying say VERB 3 advcl VerbForm=Part
     7 the the DET 8 det
     8 bridge bridge NOUN 10 nsubj
     9 was be AUX 10 cop VerbForm=Fin
     10 safe safe ADJ 6 ccomp
     11 . . PUNCT 3 punct`,
    [person('Roth')],
    ['indirect | per:roth | the bridge was safe'],
  ],
  [
    'a text speaks for the body that put it out',
    'A statement by the ministry called the plan “premature”.',
    `1 A a DET 2 det
     2 statement statement NOUN 6 nsubj
     3 by by ADP 5 case
     4 the the DET 5 det
     5 ministry ministry NOUN 2 nmod
     6 called call VERB 0 root VerbForm=Fin
     7 the the DET 8 det
     8 plan plan NOUN 6 obj
     9 “ “ PUNCT 10 punct
     10 premature premature ADJ 6 xcomp
     11 ” ” PUNCT 10 punct
     12 . . PUNCT 6 punct`,
    [body('the ministry', 'NOR.GOV.MFA')],
    ['mixed | NOR.GOV.MFA | premature'],
  ],
];

describe('quotations', () => {
  test.each(CASES)('%s', (_claim, text, parse, mentions, expected) => {
    expect(lines(quote(text, parse, mentions))).toEqual(expected);
  });

  test('every span is a slice of the text', () => {
    for (const [, text, parse, mentions] of CASES) {
      for (const { start, end, text: words, cue, speakerMention } of quote(text, parse, mentions)) {
        for (const span of [{ start, end, text: words }, cue, speakerMention]) {
          if (span) expect(text.slice(span.start, span.end)).toBe(span.text);
        }
      }
    }
  });

  test('the words inside a reported clause name the clause that holds them', () => {
    const [, text, parse, mentions] = CASES[1]!;
    expect(quote(text, parse, mentions).map(({ id, within }) => [id, within])).toEqual([
      ['q1', null],
      ['q2', 'q1'],
    ]);
  });
});

const SILENT: readonly (readonly [claim: string, text: string, parse: string])[] = [
  [
    'scare quotes',
    'The so-called “peace brigade” met on Monday.',
    `1 The the DET 7 det
     2 so so ADV 4 advmod
     3 - - PUNCT 2 punct
     4 called call VERB 7 amod VerbForm=Part|Tense=Past
     5 “ “ PUNCT 7 punct
     6 peace peace NOUN 7 compound
     7 brigade brigade NOUN 9 nsubj
     8 ” ” PUNCT 7 punct
     9 met meet VERB 0 root VerbForm=Fin
     10 on on ADP 11 case
     11 Monday Monday PROPN 9 obl
     12 . . PUNCT 9 punct`,
  ],
  [
    'a name in marks',
    'A group called “Sunrise” met in Oslo.',
    `1 A a DET 2 det
     2 group group NOUN 7 nsubj
     3 called call VERB 2 acl VerbForm=Part|Tense=Past
     4 “ “ PUNCT 5 punct
     5 Sunrise Sunrise PROPN 3 xcomp
     6 ” ” PUNCT 5 punct
     7 met meet VERB 0 root VerbForm=Fin
     8 in in ADP 9 case
     9 Oslo Oslo PROPN 7 obl
     10 . . PUNCT 7 punct`,
  ],
  [
    'a judgement of nobody',
    'The plan was described as “bold”.',
    `1 The the DET 2 det
     2 plan plan NOUN 4 nsubj:pass
     3 was be AUX 4 aux:pass VerbForm=Fin
     4 described describe VERB 0 root VerbForm=Part|Tense=Past
     5 as as ADP 7 case
     6 “ “ PUNCT 7 punct
     7 bold bold ADJ 4 obl
     8 ” ” PUNCT 7 punct
     9 . . PUNCT 4 punct`,
  ],
  [
    'what was not said',
    'Officials did not say whether the visit is off.',
    `1 Officials official NOUN 4 nsubj
     2 did do AUX 4 aux VerbForm=Fin
     3 not not PART 4 advmod Polarity=Neg
     4 say say VERB 0 root VerbForm=Inf
     5 whether whether SCONJ 9 mark
     6 the the DET 7 det
     7 visit visit NOUN 9 nsubj
     8 is be AUX 9 cop VerbForm=Fin
     9 off off ADV 4 ccomp
     10 . . PUNCT 4 punct`,
  ],
  [
    'what is hard to say',
    'It is hard to say that the visit is off.',
    `1 It it PRON 3 nsubj PronType=Prs|Gender=Neut
     2 is be AUX 3 cop VerbForm=Fin
     3 hard hard ADJ 0 root
     4 to to PART 5 mark
     5 say say VERB 3 advcl VerbForm=Inf
     6 that that SCONJ 10 mark
     7 the the DET 8 det
     8 visit visit NOUN 10 nsubj
     9 is be AUX 10 cop VerbForm=Fin
     10 off off ADV 5 ccomp
     11 . . PUNCT 3 punct`,
  ],
];

describe('no quotation', () => {
  test.each(SILENT)('%s', (_claim, text, parse) => {
    expect(lines(quote(text, parse))).toEqual([]);
  });
});
