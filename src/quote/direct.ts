import { dependents, isRelation } from '../document/index.ts';
import { namedBeside } from './beside.ts';
import { type QuoteContext, sentencesOf, spanOf, tokensBetween, wordsIn } from './context.ts';
import type { Speaker } from './finding.ts';
import { findGovernor } from './govern.ts';
import type { Governor } from './governor.ts';
import type { MarkedStretch } from './marks.ts';
import { speakerAt } from './speaker.ts';
import type { SpeechFrame } from './speech-frame.ts';
import { beginsSentence, isUtterance, isWholeClause, topsOf } from './stretch.ts';

/** Words between marks that are somebody's, with the frame that says whose. */
export interface MarkedQuotation {
  readonly stretch: MarkedStretch;
  readonly kind: 'direct' | 'mixed';
  readonly frame: SpeechFrame | null;
  readonly speaker: Speaker | null;
  readonly how: string;
}

/**
 * The marked stretches of a report that are quotations, in text order. Words without a cue are left out (scare quotes, names, titles),
 * unless they are whole sentences: those go on with the speaker of the quotation right before them.
 */
export function findMarkedQuotations(context: QuoteContext): readonly MarkedQuotation[] {
  const found: MarkedQuotation[] = [];
  const crowded = crowdedSentences(context);
  for (const stretch of context.marked.stretches) {
    const isList = sentencesOf(context, stretch).some((sentence) => crowded.has(sentence.index));
    const quotation = isList || isName(context, stretch) ? null : readStretch(context, stretch, found);
    if (quotation) found.push(quotation);
  }
  return found;
}

/** More stretches than this in one sentence are a list or a table, not prose. */
const MOST_STRETCHES = 200;

function crowdedSentences(context: QuoteContext): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const stretch of context.marked.stretches) {
    for (const { index } of sentencesOf(context, stretch)) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([index, count]) => (count > MOST_STRETCHES ? [index] : [])));
}

function readStretch(
  context: QuoteContext,
  stretch: MarkedStretch,
  earlier: readonly MarkedQuotation[],
): MarkedQuotation | null {
  const isClause = isWholeClause(context, stretch);
  const governor = findGovernor(context, stretch);
  if (governor) return isAnonymous(governor, isClause) ? null : governed(context, stretch, governor, isClause, earlier);
  const signer = stretch.depth === 0 ? namedBeside(context, stretch) : null;
  if (signer)
    return { stretch, kind: isClause ? 'direct' : 'mixed', frame: null, speaker: signer, how: 'the name beside it' };
  return stretch.depth === 0 ? withoutCue(context, stretch, earlier, isClause) : null;
}

/** Whole sentences in marks without a cue: the other party's turn in an exchange, the speaker before them going on, or whoever the sentence before lets speak. */
function withoutCue(
  context: QuoteContext,
  stretch: MarkedStretch,
  earlier: readonly MarkedQuotation[],
  isClause: boolean,
): MarkedQuotation | null {
  const standsAlone = isClause ? beginsSentence(context, stretch) : isUtterance(context, stretch);
  if (!standsAlone) return null;
  const [first, previous] = earlier.filter((quotation) => quotation.stretch.depth === 0).slice(-2);
  const last = previous ?? first;
  if (last && isNextTo(context, last.stretch, stretch) && isFirstInSentence(context, stretch)) {
    const turn = previous && isExchange(context, first!, previous, stretch) ? first! : null;
    const how = turn ? 'the other party of the exchange' : 'goes on from the quotation before it';
    return { ...(turn ?? last), stretch, kind: 'direct', how };
  }
  if (!isClause) return null;
  const frame = sourceBefore(context, stretch);
  if (!frame) return { stretch, kind: 'direct', frame, speaker: null, how: 'a whole sentence in marks, nobody named' };
  const speaker = speakerAt(context, frame.sentence, frame.speaker!);
  return { stretch, kind: 'direct', frame, speaker, how: 'who speaks in the sentence before it' };
}

/** Whether no words stand before the marks in their sentence. */
function isFirstInSentence(context: QuoteContext, stretch: MarkedStretch): boolean {
  const sentence = sentencesOf(context, stretch)[0];
  return sentence !== undefined && tokensBetween(sentence, 0, stretch.outerStart).length === 0;
}

/** `“Why now?” she asked.`, `“Because,” he replied.`: paragraphs in turn, of which one answers the other; the next is the first's again. */
function isExchange(
  context: QuoteContext,
  first: MarkedQuotation,
  second: MarkedQuotation,
  third: MarkedStretch,
): boolean {
  const places = [first.stretch, second.stretch, third].map(
    (stretch) => sentencesOf(context, stretch)[0]?.paragraph ?? 0,
  );
  const isInTurn = places[1]! - places[0]! === 1 && places[2]! - places[1]! === 1 && second.stretch.isClosed;
  const isOther = first.speaker !== null && second.speaker !== null && !isSameSpeaker(first.speaker, second.speaker);
  return isInTurn && isOther && [first, second].some(({ frame }) => isAnswering(context, frame));
}

function isSameSpeaker(a: Speaker, b: Speaker): boolean {
  return a.actor !== null ? a.actor === b.actor : a.span.start === b.span.start;
}

function isAnswering(context: QuoteContext, frame: SpeechFrame | null): boolean {
  const cue = frame && context.report.sentences[frame.sentence]!.tokens[frame.cue]!;
  return cue !== null && context.lexicon.exchanges.has(cue.lemma.toLowerCase());
}

/** The cue of the sentence before a stretch, where it is that sentence's own verb or the aside of it: `He wrote on Friday. “…”`. */
function sourceBefore(context: QuoteContext, stretch: MarkedStretch): SpeechFrame | null {
  const here = sentencesOf(context, stretch)[0];
  const before = here && context.report.sentences[here.index - 1];
  if (!before || here.paragraph - before.paragraph > 1) return null;
  const root = before.tokens.findIndex((token) => token.head < 0);
  const isMain = ({ cue, host }: SpeechFrame) => cue === root || host === root;
  const speaking = ({ cueClass, kind, speaker, isNegated }: SpeechFrame) =>
    cueClass.indirect && kind !== 'noun' && speaker !== null && !isNegated;
  return context.frames[before.index]!.findLast((frame) => isMain(frame) && speaking(frame)) ?? null;
}

/** A few words of nobody's, under a cue that passes judgement: "was described as “violent”". */
function isAnonymous({ frame }: Governor, isClause: boolean): boolean {
  return frame.speaker === null && !isClause && !frame.cueClass.indirect;
}

function governed(
  context: QuoteContext,
  stretch: MarkedStretch,
  governor: Governor,
  isClause: boolean,
  earlier: readonly MarkedQuotation[],
): MarkedQuotation {
  const { frame, how } = governor;
  const speaker = frame.speaker === null ? null : speakerAt(context, frame.sentence, frame.speaker);
  const isWhole = isClause
    ? governor.isWhole || beginsSentence(context, stretch) || isLaterPart(context, stretch, frame, earlier)
    : isUtterance(context, stretch) && frame.cueClass.indirect;
  const isDirect = isWhole && !isComplement(context, stretch);
  return { stretch, kind: isDirect ? 'direct' : 'mixed', frame, speaker, how };
}

/** `“If they come,” he said, “we go”`: the sentence that the cue before the comma broke goes on. */
function isLaterPart(
  context: QuoteContext,
  stretch: MarkedStretch,
  frame: SpeechFrame,
  earlier: readonly MarkedQuotation[],
): boolean {
  const first = earlier.findLast((quotation) => quotation.stretch.depth === stretch.depth);
  if (first?.kind !== 'direct' || first.frame?.sentence !== frame.sentence || !/,$/u.test(first.stretch.text))
    return false;
  return /,\s*$/u.test(context.report.report.text.slice(0, stretch.outerStart));
}

/** Whether a complementizer before the marks makes the words part of the reporter's own sentence: `said that "…"`. */
function isComplement(context: QuoteContext, stretch: MarkedStretch): boolean {
  const sentence = sentencesOf(context, stretch)[0];
  if (!sentence) return false;
  const tree = context.trees[sentence.index]!;
  return topsOf(sentence, stretch).some((top) =>
    dependents(tree, top.index, 'mark').some((mark) => mark.end <= stretch.outerStart),
  );
}

/** Whether nothing but a cue stands between two stretches: the second begins the sentence after the one in which the first ends. */
function isNextTo(context: QuoteContext, first: MarkedStretch, second: MarkedStretch): boolean {
  const before = sentencesOf(context, { start: first.start, end: first.outerEnd }).at(-1);
  const after = sentencesOf(context, second)[0];
  if (!before || !after) return false;
  return after.index - before.index <= 1;
}

/** A name or title in marks: two capitalised words or more without a clause, or words that the reporter disowns ("the so-called “…”"). */
function isName(context: QuoteContext, stretch: MarkedStretch): boolean {
  const sentence = sentencesOf(context, stretch)[0];
  if (!sentence) return true;
  const words = wordsIn(sentence, stretch);
  const previous = tokensBetween(sentence, 0, stretch.outerStart).at(-1);
  if (previous && context.lexicon.doubts.has(previous.lemma.toLowerCase())) return true;
  const capitals = words.filter((token) => /^\p{Lu}/u.test(token.form));
  return (
    capitals.length >= 2 &&
    !words.some((token) => /^\p{Ll}\p{L}{3}/u.test(token.form)) &&
    !words.some((token) => isRelation(token, 'nsubj'))
  );
}

/** The record's span of a marked stretch: the words between the marks. */
export function spanOfStretch(context: QuoteContext, stretch: MarkedStretch) {
  return spanOf(context, stretch.start, stretch.end);
}
