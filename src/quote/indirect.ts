import { dependents, isRelation, type SyntaxTree, subtreeOf, type Token, tokenAt } from '../document/index.ts';
import type { Span } from '../record/index.ts';
import { isInside, type QuoteContext, sentencesOf, spanOf, wordsIn } from './context.ts';
import type { MarkedQuotation } from './direct.ts';
import { isSameVoice } from './frame-scope.ts';
import type { SpeechFrame } from './speech-frame.ts';
import type { Turn } from './transcript.ts';

/** What a frame reports in the reporter's own words. */
export interface ReportedClause {
  readonly frame: SpeechFrame;
  readonly span: Span;
}

/** A stretch of text in which somebody speaks. */
type Voice = Pick<Span, 'start' | 'end'>;

/** Share of a reported clause that marks may cover before it is the marked words' own quotation, and no further one. */
const MARKED_SHARE = 0.8;

/**
 * The clauses that cues report without marks ("said the visit will …", "according to X, …", "the claim that …"), in text order. Left out: what
 * was not said ("did not say whether"), what nobody says (an infinitive or an order: "it is hard to say"), and what marks already hold.
 */
export function findReportedClauses(
  context: QuoteContext,
  marked: readonly MarkedQuotation[],
  turns: readonly Turn[],
): readonly ReportedClause[] {
  const stretches = bySentence(
    context,
    marked.map(({ stretch }) => stretch),
  );
  const spoken = bySentence(
    context,
    turns.map(({ span }) => span),
  );
  return context.frames.flatMap((frames, index) => {
    const voices = [...stretches[index]!, ...spoken[index]!];
    const said = frames.filter(({ cueClass, isNegated }) => cueClass.indirect && !isNegated);
    return said
      .filter((frame) => !isUnsaid(context, frame) && !isOwnWord(context, frame, voices))
      .flatMap((frame) => clausesOf(context, frame).map((span) => ({ frame, span })))
      .filter((clause) => markedShare(context, clause, stretches[index]!) < MARKED_SHARE)
      .filter((clause) => !holdsOwnWords(clause, marked));
  });
}

/** Stretches of text by the sentences that they touch. */
function bySentence(context: QuoteContext, voices: readonly Voice[]): readonly (readonly Voice[])[] {
  const lists: Voice[][] = context.report.sentences.map(() => []);
  for (const voice of voices) for (const { index } of sentencesOf(context, voice)) lists[index]!.push(voice);
  return lists;
}

/** Nobody speaks: no subject, and no passive or noun that leaves him out; or the speaking is but a purpose ("to determine whether …"). */
function isUnsaid(context: QuoteContext, frame: SpeechFrame): boolean {
  const tree = context.trees[frame.sentence]!;
  const cue = tokenAt(tree, frame.cue);
  if (cue.feats.VerbForm === 'Inf' && (isRelation(cue, 'advcl') || isRelation(cue, 'acl'))) return true;
  if (frame.speaker === null && frame.cue === 0) return true;
  if (frame.speaker !== null || frame.isPassive || frame.kind === 'noun') return false;
  return dependents(tree, frame.cue, 'nsubj', 'expl').length === 0;
}

/** A speaker on himself inside his own quotation or turn ("I think that …"): the quotation says it already. */
function isOwnWord(context: QuoteContext, frame: SpeechFrame, voices: readonly Voice[]): boolean {
  const sentence = context.report.sentences[frame.sentence]!;
  const holder = voices.some((voice) => isInside(sentence.tokens[frame.cue]!, voice));
  return holder && frame.speaker !== null && sentence.tokens[frame.speaker]!.feats.Person === '1';
}

function clausesOf(context: QuoteContext, frame: SpeechFrame): readonly Span[] {
  const tree = context.trees[frame.sentence]!;
  const governed = frame.content.filter((index) => isReported(tree, tokenAt(tree, index), frame));
  if (governed.length > 0) return governed.flatMap((index) => trim(context, tree, ownWords(context, frame, index)));
  if (frame.host === null || frame.speaker === null) return [];
  const isApart = !isSameVoice(context.scopes[frame.sentence]!, frame.host, frame.cue);
  return isApart ? [] : trim(context, tree, hostWords(tree, frame, frame.host));
}

/** The words of a clause without a further cue of the same speaker that the parse hung on it ("said the visit will … and confirmed that …"), on its own side of the cue. */
function ownWords(context: QuoteContext, frame: SpeechFrame, clause: number): readonly number[] {
  const tree = context.trees[frame.sentence]!;
  const others = context.frames[frame.sentence]!.filter(
    ({ cue, speaker }) => cue > clause && speaker !== null && speaker === frame.speaker,
  )
    .map(({ cue }) => tokenAt(tree, cue))
    .filter((cue) => isRelation(cue, 'conj') || isRelation(cue, 'advcl'));
  const left = new Set(others.flatMap((cue) => subtreeOf(tree, cue.index)));
  const isOnSide = (index: number) => index > frame.cue === clause > frame.cue;
  return subtreeOf(tree, clause).filter((index) => !left.has(index) && isOnSide(index));
}

/** The words of a clause without the aside in it; an aside that ends the clause takes along what follows it ("…, police said on Monday", "…, he said, speaking in Oslo"). */
function hostWords(tree: SyntaxTree, frame: SpeechFrame, host: number): readonly number[] {
  const top = asideTop(tree, frame);
  const aside = new Set(subtreeOf(tree, top));
  const trailing = (tree.children[host] ?? []).filter((child) => child > top && isTrailing(tree, child, top));
  const dropped = new Set(trailing.flatMap((child) => subtreeOf(tree, child)));
  const openers = new Set(dependents(tree, host, 'mark', 'cc').map((child) => child.index));
  return subtreeOf(tree, host).filter((index) => !aside.has(index) && !dropped.has(index) && !openers.has(index));
}

/** A phrase of the host that stands right after its aside, or a participle after it, belongs to the aside, when the clause itself is over. */
function isTrailing(tree: SyntaxTree, child: number, top: number): boolean {
  const token = tokenAt(tree, child);
  if (token.head > top) return false;
  const first = subtreeOf(tree, child)[0]!;
  const isNext = tree.sentence.tokens.slice(top + 1, first).every((other) => other.upos !== 'PUNCT');
  const isParticiple = isRelation(token, 'advcl') && dependents(tree, child, 'nsubj', 'mark').length === 0;
  return isParticiple || (isNext && isRelation(token, 'obl'));
}

/** A reported clause is a that-clause or a question; of a noun only one with a complementizer ("the claim that …", not "the claim made by …"). */
function isReported(tree: SyntaxTree, content: Token, frame: SpeechFrame): boolean {
  const marks = dependents(tree, content.index, 'mark');
  if (marks.some((mark) => mark.upos === 'PART')) return false;
  const hasMark = marks.length > 0;
  if (frame.kind === 'noun')
    return (isRelation(content, 'acl') || isRelation(content, 'ccomp')) && hasMark && isFiniteClause(tree, content);
  const isClause = isRelation(content, 'ccomp') || (frame.isPassive && isRelation(content, 'csubj'));
  return isClause && (hasMark || isFiniteClause(tree, content));
}

function isFiniteClause(tree: SyntaxTree, clause: Token): boolean {
  return dependents(tree, clause.index, 'nsubj', 'csubj', 'expl').length > 0;
}

/** The token by which an aside hangs on its host. */
function asideTop(tree: SyntaxTree, frame: SpeechFrame): number {
  let top = tokenAt(tree, frame.cue);
  if (isRelation(top, 'parataxis')) return top.index;
  while (top.head !== frame.host && top.head >= 0) top = tokenAt(tree, top.head);
  return top.index;
}

/** From the first word of a clause to its last, without the points at its edges; marks that it would cut through are taken in whole. */
function trim(context: QuoteContext, tree: SyntaxTree, indexes: readonly number[]): Span[] {
  const words = indexes.map((index) => tokenAt(tree, index)).filter((token) => token.upos !== 'PUNCT');
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return [];
  const { stretches } = context.scopes[tree.sentence.index]!;
  const cut = new Set(stretches.slice(first.index, last.index + 1).flatMap((stretch) => stretch ?? []));
  const holdsCue = [...cut].some(({ outerStart, outerEnd }) => outerStart < first.start && outerEnd > last.end);
  if (holdsCue) return [spanOf(context, first.start, last.end)];
  const start = Math.min(first.start, ...[...cut].map(({ outerStart }) => outerStart));
  return [spanOf(context, start, Math.max(last.end, ...[...cut].map(({ outerEnd }) => outerEnd)))];
}

/** `“A,” the envoy went on, “B,” he added.`: what the cue brings in directly is no part of a clause that it reports. */
function holdsOwnWords({ frame, span }: ReportedClause, marked: readonly MarkedQuotation[]): boolean {
  return marked.some(
    (other) =>
      other.kind === 'direct' &&
      other.frame?.sentence === frame.sentence &&
      other.frame.cue === frame.cue &&
      isInside(other.stretch, span),
  );
}

/** The share of a clause's words that the marks of others than its cue hold: a cue inside the marks reports within the quotation. */
function markedShare(context: QuoteContext, { frame, span }: ReportedClause, stretches: readonly Voice[]): number {
  const sentence = context.report.sentences[frame.sentence]!;
  const apart = stretches.filter((stretch) => !isInside(sentence.tokens[frame.cue]!, stretch));
  const words = wordsIn(sentence, span).filter((token) => token.upos !== 'SCONJ');
  const held = words.filter((word) => apart.some((stretch) => isInside(word, stretch)));
  return held.length / Math.max(1, words.length);
}
