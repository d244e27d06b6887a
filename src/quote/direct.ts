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
  if (stretch.depth > 0 || !isClause || !beginsSentence(context, stretch)) return null;
  const previous = earlier.findLast((quotation) => quotation.stretch.depth === 0);
  const goesOn = previous !== undefined && isNextTo(context, previous.stretch, stretch);
  if (goesOn) return { ...previous, stretch, kind: 'direct', how: 'goes on from the quotation before it' };
  return { stretch, kind: 'direct', frame: null, speaker: null, how: 'a whole sentence in marks, nobody named' };
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
  const long = words.filter((token) => /^\p{L}{4,}/u.test(token.form));
  return (
    long.length >= 2 &&
    long.every((token) => /^\p{Lu}/u.test(token.form)) &&
    !words.some((token) => isRelation(token, 'nsubj'))
  );
}

/** The record's span of a marked stretch: the words between the marks. */
export function spanOfStretch(context: QuoteContext, stretch: MarkedStretch) {
  return spanOf(context, stretch.start, stretch.end);
}
