import { expect, test } from 'vitest';
import { lines, person, quote } from './quote.ts';

/** A parse in short: `form|lemma/UPOS/head/relation/features`, words parted by blanks, sentences by lines; lemma and features may be left out. */
const parse = (short: string) =>
  short
    .trim()
    .split('\n')
    .map((sentence) => sentence.trim().split(/\s+/u).map(row).join('\n'))
    .join('\n\n');

function row(word: string, index: number): string {
  const [words, upos, head, relation, feats = ''] = word.split('/') as [string, string, string, string, string?];
  const [form, lemma = form.toLowerCase()] = words.split('|') as [string, string?];
  return `${index + 1} ${form} ${lemma} ${upos} ${head} ${relation} ${feats}`;
}

const ASKED =
  '“/PUNCT/2/punct Why/ADV/7/ccomp now/ADV/2/advmod ?/PUNCT/2/punct ”/PUNCT/2/punct Roth/PROPN/7/nsubj asked|ask/VERB/0/root/VerbForm=Fin ./PUNCT/7/punct';
const REPLIED =
  '“/PUNCT/5/punct The/DET/3/det river/NOUN/5/nsubj will/AUX/5/aux/VerbForm=Fin wait/VERB/9/ccomp ,/PUNCT/5/punct ”/PUNCT/5/punct Lund/PROPN/9/nsubj replied|reply/VERB/0/root/VerbForm=Fin ./PUNCT/9/punct';
const IT_HAS =
  '“/PUNCT/4/punct It/PRON/4/nsubj has/AUX/4/aux/VerbForm=Fin waited|wait/VERB/0/root ./PUNCT/4/punct ”/PUNCT/4/punct';

test('words without a clause are direct where they are said whole, with their own point', () => {
  expect(lines(quote('“Why now?” Roth asked.', parse(ASKED), [person('Roth')]))).toEqual([
    'direct | per:roth | Why now?',
  ]);
});

test('between paragraphs in which one answers the other, words without a cue are said in turn', () => {
  const text = '“Why now?” Roth asked.\n\n“The river will wait,” Lund replied.\n\n“It has waited.”';
  const mentions = [person('Roth'), person('Lund')];
  expect(lines(quote(text, parse([ASKED, REPLIED, IT_HAS].join('\n')), mentions))).toEqual([
    'direct | per:roth | Why now?',
    'direct | per:lund | The river will wait,',
    'direct | per:roth | It has waited.',
  ]);
});

test('after one speaker alone the next paragraph in marks is his too', () => {
  const text = '“The river will wait,” Lund replied.\n\n“It has waited.”';
  expect(lines(quote(text, parse([REPLIED, IT_HAS].join('\n')), [person('Lund')]))[1]).toBe(
    'direct | per:lund | It has waited.',
  );
});

const WROTE =
  'Lund/PROPN/2/nsubj wrote|write/VERB/0/root/VerbForm=Fin to/ADP/4/case parliament/NOUN/2/obl ./PUNCT/2/punct';

test('a sentence that says who wrote, and not what, lets the sentence in marks after it be his', () => {
  const text = 'Lund wrote to parliament. “It has waited.”';
  expect(lines(quote(text, parse([WROTE, IT_HAS].join('\n')), [person('Lund')]))).toEqual([
    'direct | per:lund | It has waited.',
  ]);
});

test('a sentence in which nobody speaks lends no speaker', () => {
  const text = 'Lund walked to parliament. “It has waited.”';
  const walked = WROTE.replace('wrote|write', 'walked|walk');
  expect(lines(quote(text, parse([walked, IT_HAS].join('\n')), [person('Lund')]))).toEqual([
    'direct | - | It has waited.',
  ]);
});

test('the second half of a sentence that a cue breaks is direct like the first', () => {
  const text = '“They come,” Lund said, “and we go.”';
  const short =
    '“/PUNCT/3/punct They/PRON/3/nsubj come/VERB/7/ccomp/VerbForm=Fin ,/PUNCT/3/punct ”/PUNCT/3/punct Lund/PROPN/7/nsubj said|say/VERB/0/root/VerbForm=Fin ,/PUNCT/12/punct “/PUNCT/12/punct and/CCONJ/12/cc we/PRON/12/nsubj go/VERB/3/conj/VerbForm=Fin ./PUNCT/12/punct ”/PUNCT/12/punct';
  expect(lines(quote(text, parse(short), [person('Lund')]))).toEqual([
    'direct | per:lund | They come,',
    'direct | per:lund | and we go.',
  ]);
});

test('who says "I" inside his own words is he', () => {
  const text = '“I said, ‘Go home.’” Lund recalled.';
  const short =
    '“/PUNCT/3/punct I/PRON/3/nsubj/Person=1|Number=Sing|PronType=Prs said|say/VERB/12/ccomp/VerbForm=Fin ,/PUNCT/3/punct ‘/PUNCT/6/punct Go|go/VERB/3/ccomp home/ADV/6/advmod ./PUNCT/6/punct ’/PUNCT/6/punct ”/PUNCT/3/punct Lund/PROPN/12/nsubj recalled|recall/VERB/0/root/VerbForm=Fin ./PUNCT/12/punct';
  expect(lines(quote(text, parse(short), [person('Lund')]))).toEqual([
    'direct | per:lund | I said, ‘Go home.’',
    'direct | per:lund | Go home.',
  ]);
});

test('a clause after a semicolon is no aside of the one before', () => {
  const text = '“Fine,” said Lund; Roth spoke.';
  const short =
    '“/PUNCT/2/punct Fine/ADJ/5/ccomp ,/PUNCT/2/punct ”/PUNCT/2/punct said|say/VERB/0/root/VerbForm=Fin Lund/PROPN/5/nsubj ;/PUNCT/9/punct Roth/PROPN/9/nsubj spoke|speak/VERB/5/parataxis/VerbForm=Fin ./PUNCT/5/punct';
  const spoke = quote(text, parse(short), [person('Lund'), person('Roth')]);
  expect(lines(spoke)).toEqual(['direct | per:lund | Fine,']);
});

test('capitalised words in marks are a title, however short', () => {
  const text = 'Lund said “No Way Home”.';
  const short =
    'Lund/PROPN/2/nsubj said|say/VERB/0/root/VerbForm=Fin “/PUNCT/6/punct No/DET/6/det Way/PROPN/6/compound Home/PROPN/2/obj ”/PUNCT/6/punct ./PUNCT/2/punct';
  expect(quote(text, parse(short), [person('Lund')])).toEqual([]);
});

test('"per" brings in somebody, not a measure', () => {
  const per = (noun: string) =>
    `Per/ADP/2/case ${noun}/NOUN/5/obl ,/PUNCT/2/punct they/PRON/5/nsubj left|leave/VERB/0/root/VerbForm=Fin ./PUNCT/5/punct`;
  expect(lines(quote('Per officials, they left.', parse(per('officials|official'))))).toEqual([
    'indirect | - | they left',
  ]);
  expect(quote('Per day, they left.', parse(per('day')))).toEqual([]);
});
