import { dependents, isRelation, type SyntaxTree, subtreeOf, type Token, tokenAt } from '../document/index.ts';
import type { QuoteContext } from './context.ts';
import { caseLemma } from './frame-speaker.ts';
import type { QuotationLexicon } from './quotation-lexicon.ts';
import { speakerAt } from './speaker.ts';
import type { SpeechFrame } from './speech-frame.ts';

/** To whom, where and when something was said; null is not stated. */
export interface SpeechDetails {
  readonly addressee: string | null;
  readonly channel: string | null;
  readonly time: { readonly from: string | null; readonly to: string | null } | null;
}

/** What the phrases beside a cue say of the act of speaking: "told Wang", "on Twitter", "in a statement on Monday". */
export function detailsOf(context: QuoteContext, frame: SpeechFrame): SpeechDetails {
  const beside = phrasesBeside(context, frame);
  const speaker = frame.speaker === null ? null : speakerAt(context, frame.sentence, frame.speaker).actor;
  const addressee = addresseeOf(context, frame, beside);
  return {
    addressee: addressee === speaker ? null : addressee,
    channel: channelOf(context, frame, beside),
    time: timeOf(context, frame, beside),
  };
}

function addresseeOf(context: QuoteContext, frame: SpeechFrame, beside: readonly number[]): string | null {
  const tree = context.trees[frame.sentence]!;
  if (frame.kind === 'preposition') return null;
  const object = frame.cueClass.addressee
    ? dependents(tree, frame.cue, 'iobj', 'obj')[0]
    : dependents(tree, frame.cue, 'iobj')[0];
  const phrase =
    object ??
    dependents(tree, frame.cue, 'obl').find((child) => context.lexicon.addressees.has(caseLemma(tree, child.index)));
  if (!phrase || (frame.content.includes(phrase.index) && !frame.cueClass.addressee))
    return otherEnd(context, frame, beside);
  const { actor } = speakerAt(context, frame.sentence, phrase.index);
  return actor;
}

/** At the other end of what two share: "in a letter to Guterres", "in a call with Xi". */
function otherEnd(context: QuoteContext, { sentence }: SpeechFrame, beside: readonly number[]): string | null {
  const tree = context.trees[sentence]!;
  const { lexicon } = context;
  for (const index of beside) {
    const isShared = lexicon.exchanged.has(tokenAt(tree, index).lemma.toLowerCase());
    const other = dependents(tree, index, 'nmod').find(
      (child) =>
        lexicon.addressees.has(caseLemma(tree, child.index)) || lexicon.partners.has(caseLemma(tree, child.index)),
    );
    if (isShared && other) return speakerAt(context, sentence, other.index).actor;
  }
  return null;
}

/** Token indexes of the cue, its speaker and the phrases around it, without what is said. */
function phrasesBeside(context: QuoteContext, frame: SpeechFrame): readonly number[] {
  const tree = context.trees[frame.sentence]!;
  const said = saidWords(context, frame);
  const own = frame.kind === 'preposition' ? (frame.speaker ?? frame.cue) : frame.cue;
  const others = frame.kind === 'preposition' ? [] : sharers(tree, frame);
  const near = new Set([
    ...phrasesOf(tree, own, OWN_PHRASES),
    ...others.flatMap((verb) => phrasesOf(tree, verb, ['obl', 'advmod'])),
  ]);
  return [...near].filter((index) => !said.has(index)).sort((a, b) => a - b);
}

/** What is said: the reported clause, or with a cue that only judges or describes, the words in marks. */
function saidWords(context: QuoteContext, frame: SpeechFrame): ReadonlySet<number> {
  const tree = context.trees[frame.sentence]!;
  const isAddressee = (index: number) => frame.cueClass.addressee && isRelation(tokenAt(tree, index), 'obj');
  const clauses = frame.cueClass.indirect ? frame.content.filter((index) => !isAddressee(index)) : [];
  const reported = clauses.flatMap((index) => subtreeOf(tree, index));
  const marked = context.scopes[frame.sentence]!.stretches.flatMap((stretch, index) => (stretch ? [index] : []));
  return new Set([...reported, ...marked]);
}

/** Verbs that share the cue's speaker: "speaking in Berlin, he said", "wrote in a letter, adding". */
function sharers(tree: SyntaxTree, { cue, speaker }: SpeechFrame): readonly number[] {
  const token = tokenAt(tree, cue);
  const isBelow = ['advcl', 'conj', 'xcomp', 'acl'].some((relation) => isRelation(token, relation)) && token.head >= 0;
  const isShared =
    isBelow && (token.head === speaker || dependents(tree, token.head, 'nsubj').some(({ index }) => index === speaker));
  return [...(isShared ? [token.head] : []), ...dependents(tree, cue, 'advcl').map((child) => child.index)];
}

const OWN_PHRASES = ['nsubj', 'obl', 'nmod', 'obj', 'iobj', 'advmod', 'flat', 'appos', 'compound'];

function phrasesOf(tree: SyntaxTree, head: number, relations: readonly string[]): readonly number[] {
  return [head, ...dependents(tree, head, ...relations).flatMap((child) => subtreeOf(tree, child.index))];
}

function channelOf(context: QuoteContext, frame: SpeechFrame, beside: readonly number[]): string | null {
  const { tokens } = context.report.sentences[frame.sentence]!;
  const verb = frame.kind === 'verb' ? tokens[frame.cue]!.lemma.toLowerCase() : null;
  return channelNamed(context.lexicon, tokens, beside, verb);
}

/** The first channel of the lexicon that some of a sentence's words name, or the cue itself; null where none does. */
export function channelNamed(
  lexicon: QuotationLexicon,
  tokens: readonly Token[],
  among: readonly number[],
  cue: string | null = null,
): string | null {
  const nouns = among.filter((index) => tokens[index]!.upos !== 'VERB');
  const said = new Set(nouns.flatMap((index) => [tokens[index]!.lemma.toLowerCase(), tokens[index]!.form]));
  const isHere = (words: readonly string[], formOf: (token: Token) => string) =>
    said.has(words[0]!) &&
    nouns.some((index) => words.every((word, offset) => word === formOf(tokens[index + offset] ?? tokens[index]!)));
  const found = lexicon.channels.find(
    ({ words, verbs, names }) =>
      (cue !== null && verbs.includes(cue)) ||
      words.some((word) => isHere(word, (token) => token.lemma.toLowerCase())) ||
      names.some((name) => isHere(name, (token) => token.form)),
  );
  return found?.channel ?? null;
}

function timeOf(context: QuoteContext, frame: SpeechFrame, beside: readonly number[]): SpeechDetails['time'] {
  const near = new Set(beside);
  const time = context.report.times.find(
    (candidate) =>
      candidate.sentence === frame.sentence &&
      (candidate.type === 'DATE' || candidate.type === 'TIME') &&
      range(candidate.first, candidate.last).some((index) => near.has(index)),
  );
  return time && (time.from !== null || time.to !== null) ? { from: time.from, to: time.to } : null;
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
