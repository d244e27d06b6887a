import { describe, expect, it } from 'vitest';
import type { Predication } from '../../src/document/index.ts';
import { loadLexicon } from '../../src/lexicon/index.ts';
import { predicate } from '../../src/predicate/index.ts';
import { makeReport } from '../helpers/conllu.ts';

const lexicon = loadLexicon();

/** The predication of a word in a sentence with its parse. */
function read(text: string, conllu: string, word: string): Predication & { say(relation: string): string[] } {
  const report = makeReport(text, conllu);
  const found = predicate(report, lexicon).find((predication) => predication.span.text === word);
  if (!found) throw new Error(`no predication for "${word}"`);
  const tokens = report.sentences[0]!.tokens;
  const say = (relation: string) =>
    found.roles.filter((role) => role.relation === relation).map((role) => tokens[role.token]!.form);
  return { ...found, say };
}

const AGREED = `1 Xi Xi PROPN 2 nsubj
2 agreed agree VERB 0 root Tense=Past|VerbForm=Fin
3 to to PART 4 mark
4 meet meet VERB 2 xcomp VerbForm=Inf
5 Putin Putin PROPN 4 obj`;

const ORDERED = `1 Niger Niger PROPN 2 nsubj
2 ordered order VERB 0 root Tense=Past|VerbForm=Fin
3 police police NOUN 2 obj
4 to to PART 5 mark
5 expel expel VERB 2 xcomp VerbForm=Inf
6 him he PRON 5 obj Number=Sing|Person=3`;

const TOLD = `1 Malanji Malanji PROPN 2 nsubj
2 told tell VERB 0 root Tense=Past|VerbForm=Fin
3 journalists journalist NOUN 2 iobj
4 he he PRON 6 nsubj
5 would would AUX 6 aux VerbForm=Fin
6 protest protest VERB 2 ccomp VerbForm=Inf`;

const LIFTED = `1 ECOWAS ECOWAS PROPN 2 nsubj
2 imposed impose VERB 0 root Tense=Past|VerbForm=Fin
3 sanctions sanction NOUN 2 obj Number=Plur
4 but but CCONJ 5 cc
5 lifted lift VERB 2 conj Tense=Past|VerbForm=Fin
6 them they PRON 5 obj Number=Plur|Person=3`;

const CALLED = `1 Chad Chad PROPN 2 nsubj
2 condemned condemn VERB 0 root Tense=Past|VerbForm=Fin
3 what what PRON 2 obj
4 it it PRON 5 nsubj
5 called call VERB 3 acl:relcl Tense=Past|VerbForm=Fin
6 aggression aggression NOUN 5 obj`;

const NO_LONGER = `1 Rwanda Rwanda PROPN 5 nsubj
2 will will AUX 5 aux VerbForm=Fin
3 no no ADV 4 advmod
4 longer long ADV 5 advmod
5 help help VERB 0 root VerbForm=Inf
6 Congo Congo PROPN 5 obj`;

const REFUSED = `1 China China PROPN 3 nsubj
2 has have AUX 3 aux Tense=Pres|VerbForm=Fin
3 refused refuse VERB 0 root Tense=Past|VerbForm=Part
4 to to PART 5 mark
5 condemn condemn VERB 3 xcomp VerbForm=Inf
6 Russia Russia PROPN 5 obj`;

const DENIED = `1 Iran Iran PROPN 2 nsubj
2 denied deny VERB 0 root Tense=Past|VerbForm=Fin
3 that that SCONJ 6 mark
4 it it PRON 6 nsubj
5 had have AUX 6 aux Tense=Past|VerbForm=Fin
6 sent send VERB 2 ccomp Tense=Past|VerbForm=Part
7 drones drone NOUN 6 obj`;

const CONSIDERING = `1 Officials official NOUN 2 nsubj
2 said say VERB 0 root Tense=Past|VerbForm=Fin
3 China China PROPN 5 nsubj
4 is be AUX 5 aux Tense=Pres|VerbForm=Fin
5 considering consider VERB 2 ccomp Tense=Pres|VerbForm=Part
6 sending send VERB 5 xcomp VerbForm=Ger
7 arms arm NOUN 6 obj
8 to to ADP 9 case
9 Russia Russia PROPN 6 obl`;

const SIGNED = `1 The the DET 2 det
2 treaty treaty NOUN 4 nsubj:pass
3 was be AUX 4 aux:pass Tense=Past|VerbForm=Fin
4 signed sign VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
5 by by ADP 6 case
6 Russia Russia PROPN 4 obl:agent
7 and and CCONJ 8 cc
8 China China PROPN 6 conj`;

const PAID = `1 Putin Putin PROPN 3 nsubj
2 will will AUX 3 aux VerbForm=Fin
3 pay pay VERB 0 root VerbForm=Inf
4 a a DET 5 det
5 visit visit NOUN 3 obj
6 to to ADP 7 case
7 Beijing Beijing PROPN 5 nmod`;

const CANCELLED = `1 The the DET 2 det
2 visit visit NOUN 4 nsubj:pass
3 was be AUX 4 aux:pass Tense=Past|VerbForm=Fin
4 cancelled cancel VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass`;

const CONDITION = `1 If if SCONJ 3 mark
2 Russia Russia PROPN 3 nsubj
3 attacks attack VERB 6 advcl Tense=Pres|VerbForm=Fin
4 NATO NATO PROPN 6 nsubj
5 will will AUX 6 aux VerbForm=Fin
6 respond respond VERB 0 root VerbForm=Inf`;

const ACCUSED = `1 Ukraine Ukraine PROPN 2 nsubj
2 accused accuse VERB 0 root Tense=Past|VerbForm=Fin
3 Russia Russia PROPN 2 obj
4 of of SCONJ 5 mark
5 shelling shell VERB 2 advcl VerbForm=Ger
6 Kharkiv Kharkiv PROPN 5 obj`;

const ACCUSED_AND_DENIED = `${ACCUSED}
7 Moscow Moscow PROPN 8 nsubj
8 denied deny VERB 2 parataxis Tense=Past|VerbForm=Fin
9 it it PRON 8 obj`;

const RELATIVE = `1 Lavrov Lavrov PROPN 5 nsubj
2 who who PRON 3 nsubj
3 met meet VERB 1 acl:relcl Tense=Past|VerbForm=Fin
4 Wang Wang PROPN 3 obj
5 praised praise VERB 0 root Tense=Past|VerbForm=Fin
6 China China PROPN 5 obj`;

const FIRST_AND = `1 Xi Xi PROPN 3 nsubj
2 will will AUX 3 aux VerbForm=Fin
3 meet meet VERB 0 root VerbForm=Inf
4 Putin Putin PROPN 3 obj
5 and and CCONJ 6 cc
6 sign sign VERB 3 conj VerbForm=Inf
7 treaties treaty NOUN 6 obj`;

const BETWEEN = `1 Talks talk NOUN 6 nsubj
2 between between ADP 3 case
3 Russia Russia PROPN 1 nmod
4 and and CCONJ 5 cc
5 Ukraine Ukraine PROPN 3 conj
6 failed fail VERB 0 root Tense=Past|VerbForm=Fin`;

const HEADLINE_TO = `1 Xi Xi PROPN 3 nsubj
2 to to PART 3 mark
3 visit visit VERB 0 root VerbForm=Inf
4 Moscow Moscow PROPN 3 obj`;

describe('status', () => {
  const cases: readonly [claim: string, text: string, conllu: string, word: string, status: string][] = [
    ['plans what is agreed on', 'Xi agreed to meet Putin', AGREED, 'meet', 'planned'],
    ['negates what is refused', 'China has refused to condemn Russia', REFUSED, 'condemn', 'negated'],
    ['leaves the refusal a fact', 'China has refused to condemn Russia', REFUSED, 'refused', 'occurred'],
    ['negates what is no longer done', 'Rwanda will no longer help Congo', NO_LONGER, 'help', 'negated'],
    ['negates what is denied', 'Iran denied that it had sent drones', DENIED, 'sent', 'negated'],
    [
      'makes what is considered possible',
      'Officials said China is considering sending arms to Russia',
      CONSIDERING,
      'sending',
      'possible',
    ],
    ['takes a light verb’s tense for its noun', 'Putin will pay a visit to Beijing', PAID, 'visit', 'planned'],
    ['negates a cancelled visit', 'The visit was cancelled', CANCELLED, 'visit', 'negated'],
    ['makes a condition possible', 'If Russia attacks NATO will respond', CONDITION, 'attacks', 'possible'],
    [
      'makes what hangs on a condition possible',
      'If Russia attacks NATO will respond',
      CONDITION,
      'respond',
      'possible',
    ],
    ['shares the auxiliary of the first verb', 'Xi will meet Putin and sign treaties', FIRST_AND, 'sign', 'planned'],
    ['plans a headline’s infinitive', 'Xi to visit Moscow', HEADLINE_TO, 'visit', 'planned'],
    [
      'keeps what one is accused of as a fact alleged',
      'Ukraine accused Russia of shelling Kharkiv',
      ACCUSED,
      'shelling',
      'occurred',
    ],
  ];
  it.each(cases)('%s', (_claim, text, conllu, word, status) => {
    expect(read(text, conllu, word).status).toBe(status);
  });
});

describe('roles', () => {
  const cases: readonly [
    claim: string,
    text: string,
    conllu: string,
    word: string,
    relation: string,
    words: string[],
  ][] = [
    ['give an infinitive the subject of its governor', 'Xi agreed to meet Putin', AGREED, 'meet', 'subject', ['Xi']],
    [
      'make the agent of a passive its subject',
      'The treaty was signed by Russia and China',
      SIGNED,
      'signed',
      'subject',
      ['Russia'],
    ],
    [
      'make the subject of a passive its object',
      'The treaty was signed by Russia and China',
      SIGNED,
      'signed',
      'object',
      ['treaty'],
    ],
    [
      'give the accused the act',
      'Ukraine accused Russia of shelling Kharkiv',
      ACCUSED,
      'shelling',
      'subject',
      ['Russia'],
    ],
    ['look through a relative pronoun', 'Lavrov who met Wang praised China', RELATIVE, 'met', 'subject', ['Lavrov']],
    ['share a subject in coordination', 'Xi will meet Putin and sign treaties', FIRST_AND, 'sign', 'subject', ['Xi']],
    [
      'give a carried noun its verb’s subject',
      'Putin will pay a visit to Beijing',
      PAID,
      'visit',
      'subject',
      ['Putin'],
    ],
    [
      'name who orders his own people to do it',
      'Niger ordered police to expel him',
      ORDERED,
      'expel',
      'orderer',
      ['Niger'],
    ],
    [
      'tell what is told from what is asked',
      'Malanji told journalists he would protest',
      TOLD,
      'told',
      'infinitive',
      [],
    ],
    [
      'take up the happening that a pronoun points to',
      'ECOWAS imposed sanctions but lifted them',
      LIFTED,
      'lifted',
      'object',
      ['sanctions'],
    ],
    [
      'see what something is called behind "what"',
      'Chad condemned what it called aggression',
      CALLED,
      'condemned',
      'object',
      ['aggression'],
    ],
    ['keep the noun’s own phrases', 'Putin will pay a visit to Beijing', PAID, 'visit', 'to', ['Beijing']],
    ['name what stands between', 'Talks between Russia and Ukraine failed', BETWEEN, 'Talks', 'between', ['Russia']],
  ];
  it.each(cases)('%s', (_claim, text, conllu, word, relation, words) => {
    expect(read(text, conllu, word).say(relation)).toEqual(words);
  });
});

describe('sources', () => {
  it('name who asserts what is reported', () => {
    const { sources } = read('Officials said China is considering sending arms to Russia', CONSIDERING, 'sending');
    expect(sources).toEqual([{ token: 0, stance: 'asserts', cue: 1 }]);
  });
  it('name who denies', () => {
    expect(read('Iran denied that it had sent drones', DENIED, 'sent').sources).toEqual([
      { token: 0, stance: 'denies', cue: 1 },
    ]);
  });
  it('name who alleges the act that he accuses somebody of', () => {
    expect(read('Ukraine accused Russia of shelling Kharkiv', ACCUSED, 'shelling').sources).toEqual([
      { token: 0, stance: 'alleges', cue: 1 },
    ]);
  });
  it('tell that the charge is denied, not that it is made', () => {
    const text = 'Ukraine accused Russia of shelling Kharkiv Moscow denied it';
    expect(read(text, ACCUSED_AND_DENIED, 'accused').sources).toEqual([]);
    expect(read(text, ACCUSED_AND_DENIED, 'denied').sources).toEqual([]);
    expect(read(text, ACCUSED_AND_DENIED, 'shelling').sources).toContainEqual({ token: 6, stance: 'denies', cue: 7 });
  });
  it('are empty in the outlet’s own words', () => {
    expect(read('Lavrov who met Wang praised China', RELATIVE, 'praised').sources).toEqual([]);
  });
});
