import { expect, test } from 'vitest';
import { person, quote } from './quote.ts';

test('whom somebody tells is the addressee, and a day beside the cue is when', () => {
  const parse = `1 She she PRON 2 nsubj PronType=Prs|Person=3
     2 told tell VERB 0 root VerbForm=Fin
     3 Lund Lund PROPN 2 iobj
     4 on on ADP 5 case
     5 Tuesday Tuesday PROPN 2 obl
     6 that that SCONJ 10 mark
     7 the the DET 8 det
     8 border border NOUN 10 nsubj
     9 would would AUX 10 aux VerbForm=Fin
     10 open open VERB 2 ccomp VerbForm=Inf
     11 in in ADP 12 case
     12 May May PROPN 10 obl
     13 . . PUNCT 2 punct`;
  const mentions = [{ ...person('She'), kind: 'pronoun' as const, actor: 'per:roth' }, person('Lund')];
  const times = [
    { words: 'May', from: '2023-05-01', to: '2023-05-31' },
    { words: 'Tuesday', from: '2023-03-14', to: '2023-03-14' },
  ];
  const [quotation] = quote('She told Lund on Tuesday that the border would open in May.', parse, mentions, times);
  expect(quotation).toMatchObject({
    speaker: 'per:roth',
    addressee: 'per:lund',
    time: { from: '2023-03-14', to: '2023-03-14' },
    text: 'that the border would open in May',
  });
});

test('a post is on the platform that the cue or its phrases name', () => {
  const rows = (cue: string, lemma: string) => `1 Roth Roth PROPN 2 nsubj
     2 ${cue} ${lemma} VERB 0 root VerbForm=Fin
     3 on on ADP 4 case
     4 Twitter Twitter PROPN 2 obl
     5 : : PUNCT 9 punct
     6 “ “ PUNCT 9 punct
     7 We we PRON 9 nsubj Person=1|PronType=Prs
     8 shall shall AUX 9 aux VerbForm=Fin
     9 come come VERB 2 ccomp VerbForm=Inf
     10 . . PUNCT 9 punct
     11 ” ” PUNCT 9 punct`;
  const [quotation] = quote('Roth wrote on Twitter: “We shall come.”', rows('wrote', 'write'), [person('Roth')]);
  expect(quotation).toMatchObject({ kind: 'direct', speaker: 'per:roth', channel: 'Twitter', text: 'We shall come.' });
});

test('a verb that only looks like a channel names none', () => {
  const parse = `1 Roth Roth PROPN 2 nsubj
     2 reported report VERB 0 root VerbForm=Fin
     3 that that SCONJ 6 mark
     4 it it PRON 6 nsubj PronType=Prs|Gender=Neut
     5 is be AUX 6 cop VerbForm=Fin
     6 safe safe ADJ 2 ccomp
     7 . . PUNCT 2 punct`;
  expect(quote('Roth reported that it is safe.', parse, [person('Roth')])[0]).toMatchObject({ channel: null });
});

test('at the other end of a letter stands its addressee', () => {
  const parse = `1 In in ADP 3 case
     2 a a DET 3 det
     3 letter letter NOUN 7 obl
     4 to to ADP 5 case
     5 Lund Lund PROPN 3 nmod
     6 Roth Roth PROPN 7 nsubj
     7 said say VERB 0 root VerbForm=Fin
     8 that that SCONJ 11 mark
     9 it it PRON 11 nsubj PronType=Prs|Gender=Neut
     10 is be AUX 11 cop VerbForm=Fin
     11 safe safe ADJ 7 ccomp
     12 . . PUNCT 7 punct`;
  const text = 'In a letter to Lund Roth said that it is safe.';
  expect(quote(text, parse, [person('Lund'), person('Roth')])[0]).toMatchObject({
    channel: 'letter',
    addressee: 'per:lund',
  });
  const road = quote(text.replace('letter', 'road'), parse.replace('letter letter', 'road road'), [
    person('Lund'),
    person('Roth'),
  ]);
  expect(road[0]).toMatchObject({ channel: null, addressee: null });
});
