import { dependents, type Sentence, type Token } from '../document/index.ts';
import { type QuoteContext, sentencesOf, tokensBetween } from './context.ts';
import { firstFrom } from './first-from.ts';
import type { Governor } from './governor.ts';
import type { MarkedStretch } from './marks.ts';
import type { SpeechFrame } from './speech-frame.ts';
import { framesOutside, isUtterance, isWholeClause } from './stretch.ts';

/** Farthest cue, in words, from the mark that it may bring in beyond the reach of the parse. */
const REACH = { besideClause: 14, besideWords: 3 };

/** `"…" —as X put it`: an aside with its own marker right after the stretch. */
export function asideAfter(context: QuoteContext, stretch: MarkedStretch): Governor | null {
  const sentence = sentencesOf(context, stretch).at(-1);
  const frame =
    sentence &&
    framesOutside(context, sentence, stretch).find((candidate) => isAsideRightAfter(sentence, candidate, stretch));
  return frame ? { frame, isWhole: false, how: 'an aside that follows at once' } : null;
}

function isAsideRightAfter(sentence: Sentence, frame: SpeechFrame, stretch: MarkedStretch): boolean {
  if (frame.host === null || frame.kind !== 'verb' || frame.speaker === null) return false;
  const next = sentence.tokens.find((token) => token.start >= stretch.outerEnd && token.upos !== 'PUNCT');
  const isMarkedAside = next?.upos === 'SCONJ' || next?.upos === 'ADP';
  return isMarkedAside && next !== undefined && frame.cue - next.index <= REACH.besideWords && frame.cue > next.index;
}

/** `"…," said X`, `"…," X told reporters`. */
export function cueAfter(context: QuoteContext, stretch: MarkedStretch): Governor | null {
  const sentence = sentencesOf(context, { start: stretch.start, end: stretch.outerEnd + 1 }).at(-1);
  if (!sentence) return null;
  const limit = nextOpening(context, stretch.outerEnd);
  const words = tokensBetween(sentence, stretch.outerEnd, limit);
  const frame = framesOutside(context, sentence, stretch).find(
    (candidate) =>
      candidate.kind === 'verb' &&
      words.slice(0, reachOf(context, stretch)).some((token) => token.index === candidate.cue),
  );
  const saysMore = frame?.content.some(
    (index) => sentence.tokens[index]!.start > stretch.outerEnd && isClause(context, sentence, index),
  );
  return frame && !saysMore ? { frame, isWhole: true, how: 'the cue that follows it' } : null;
}

function isClause(context: QuoteContext, sentence: Sentence, index: number): boolean {
  return dependents(context.trees[sentence.index]!, index, 'nsubj', 'mark').length > 0;
}

function nextOpening(context: QuoteContext, from: number): number {
  const { stretches } = context.marked;
  return stretches[firstFrom(stretches, (other) => other.outerStart >= from)]?.outerStart ?? Number.POSITIVE_INFINITY;
}

/** `He said, "…"`, `calling it "…"`. */
export function cueBefore(context: QuoteContext, stretch: MarkedStretch): Governor | null {
  const sentence = sentencesOf(context, { start: stretch.outerStart, end: stretch.start + 1 })[0];
  if (!sentence) return null;
  const from = previousClosing(context, stretch);
  const words = tokensBetween(sentence, from, stretch.outerStart);
  const near = words.slice(-reachOf(context, stretch));
  const frame = framesOutside(context, sentence, stretch).findLast(
    (candidate) => isNamedCue(candidate, words.at(-1)) && near.some((token) => token.index === candidate.cue),
  );
  return frame ? { frame, isWhole: true, how: 'the cue before it' } : null;
}

/** A verb brings in words as it stands; a noun only with its owner and right before the marks: "Putin's claim “…”". */
function isNamedCue(frame: SpeechFrame, last: Token | undefined): boolean {
  return frame.kind === 'verb' || (frame.speaker !== null && (frame.kind !== 'noun' || frame.cue === last?.index));
}

function previousClosing(context: QuoteContext, stretch: MarkedStretch): number {
  const { stretches } = context.marked;
  const before = stretches.slice(
    0,
    firstFrom(stretches, (other) => other.outerStart >= stretch.outerStart),
  );
  return before.findLast((other) => other.outerEnd <= stretch.outerStart)?.outerEnd ?? 0;
}

function reachOf(context: QuoteContext, stretch: MarkedStretch): number {
  const standsAlone = isWholeClause(context, stretch) || isUtterance(context, stretch);
  return standsAlone ? REACH.besideClause : REACH.besideWords;
}

/** A line that ends in a colon before the stretch: `He added:`. */
export function announcedBefore(context: QuoteContext, stretch: MarkedStretch): Governor | null {
  const before = context.report.report.text.slice(0, stretch.outerStart).trimEnd();
  if (!before.endsWith(':') && !before.endsWith(',')) return null;
  const sentence = context.report.sentences.findLast(
    (candidate) => candidate.start < before.length && candidate.end >= before.length,
  );
  const frame =
    sentence &&
    context.frames[sentence.index]!.findLast((candidate) => sentence.tokens[candidate.cue]!.end <= before.length);
  return frame ? { frame, isWhole: true, how: 'the line that announces it' } : null;
}

/** `"… conditions." Rumsfeld said.`: a sentence after the stretch that holds a speaker and a cue, and nothing that is said. */
export function namedAfter(context: QuoteContext, stretch: MarkedStretch): Governor | null {
  const last = sentencesOf(context, stretch).at(-1);
  const next = last && context.report.sentences[last.index + 1];
  if (!next || next.paragraph !== last.paragraph || next.tokens.length > REACH.besideClause) return null;
  const frame = context.frames[next.index]!.find(
    (candidate) =>
      candidate.kind === 'verb' &&
      candidate.speaker !== null &&
      candidate.content.length === 0 &&
      next.tokens[candidate.cue]!.head < 0,
  );
  const isFree = next.start >= stretch.outerEnd - 1 && nextOpening(context, stretch.outerEnd) >= next.end;
  return frame && isFree ? { frame, isWhole: true, how: 'the sentence that follows it' } : null;
}
