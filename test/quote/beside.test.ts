import { expect, test } from 'vitest';
import { findQuotationProblems, loadQuotationLexicon } from '../../src/quote/index.ts';
import { makeReport } from '../helpers/conllu.ts';
import { lines, person, quote } from './quote.ts';

const CLAUSE = `1 “ “ PUNCT 4 punct
  2 The the DET 3 det
  3 door door NOUN 4 nsubj
  4 closes close VERB 0 root VerbForm=Fin
  5 . . PUNCT 4 punct
  6 ” ” PUNCT 4 punct`;

/** The clause's rows moved on by some words, its root hung on the first of them. */
const after = (rows: string, shift: number) =>
  rows
    .split('\n')
    .map((row) => row.trim().split(' '))
    .map(([id, form, lemma, upos, head, rest, feats]) => {
      const at = head === '0' ? '1' : String(Number(head) + shift);
      return [String(Number(id) + shift), form, lemma, upos, at, head === '0' ? 'appos' : rest, feats ?? '']
        .join(' ')
        .trim();
    })
    .join('\n');

test('a name and a colon before marks is the speaker', () => {
  const parse = `1 Lund Lund PROPN 0 root\n2 : : PUNCT 1 punct\n${after(CLAUSE, 2)}`;
  expect(lines(quote('Lund: “The door closes.”', parse, [person('Lund')]))).toEqual([
    'direct | per:lund | The door closes.',
  ]);
});

test('a name after marks and a dash signs them', () => {
  const parse = `${CLAUSE}\n7 — — PUNCT 8 punct\n8 Lund Lund PROPN 4 parataxis`;
  expect(lines(quote('“The door closes.” — Lund', parse, [person('Lund')]))).toEqual([
    'direct | per:lund | The door closes.',
  ]);
});

test('a whole sentence in marks stays a quotation where nobody is named', () => {
  expect(lines(quote('“The door closes.”', CLAUSE))).toEqual(['direct | - | The door closes.']);
});

test('"he" whom nobody resolved is the person quoted just before', () => {
  const said = (
    subject: string,
    feats: string,
  ) => `1 ${subject} ${subject} ${feats === '' ? 'PROPN' : 'PRON'} 2 nsubj ${feats}
    2 said say VERB 0 root VerbForm=Fin
    3 trade trade NOUN 4 nsubj
    4 grew grow VERB 2 ccomp VerbForm=Fin
    5 . . PUNCT 2 punct`;
  const parse = `${said('Lund', '')}\n\n${said('He', 'PronType=Prs|Person=3|Number=Sing|Gender=Masc')}`;
  expect(lines(quote('Lund said trade grew. He said trade grew.', parse, [person('Lund')]))).toEqual([
    'indirect | per:lund | trade grew',
    'indirect | per:lund | trade grew',
  ]);
});

test('a mark that nothing closes is reported, and its paragraph still read', () => {
  const parse = CLAUSE.split('\n').slice(0, 5).join('\n');
  const report = makeReport('“The door closes.', parse);
  expect(findQuotationProblems(report, loadQuotationLexicon()).map(({ code }) => code)).toEqual(['quote/unbalanced']);
  expect(lines(quote('“The door closes.', parse))).toEqual(['direct | - | The door closes.']);
});

test('hundreds of marks in one sentence are a list, not prose', () => {
  const words = Array.from(
    { length: 201 },
    (_, index) =>
      `${3 * index + 1} “ “ PUNCT 2 punct\n${3 * index + 2} a a NOUN ${index === 0 ? 0 : 2} dep\n${3 * index + 3} ” ” PUNCT 2 punct`,
  );
  expect(quote('“a” '.repeat(201), words.join('\n'))).toEqual([]);
});
