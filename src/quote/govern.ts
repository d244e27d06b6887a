import {
  ancestorsOf,
  dependents,
  isRelation,
  type Sentence,
  type SyntaxTree,
  type Token,
  tokenAt,
} from '../document/index.ts';
import { isInside, type QuoteContext, sentencesOf, wordsIn } from './context.ts';
import type { MarkedStretch } from './marks.ts';
import type { SpeechFrame } from './speech-frame.ts';

/** What brings in a marked stretch: the frame that governs it, and how directly. */
export interface Governor {
  readonly frame: SpeechFrame;
  /** True where the stretch is all of what the cue brings in, so that it may be a direct quotation. */
  readonly isWhole: boolean;
  readonly how: string;
}

type Search = (context: QuoteContext, stretch: MarkedStretch) => Governor | null;

/** Farthest cue, in words, from the mark that it may bring in beyond the reach of the parse. */
const REACH = { besideClause: 14, besideWords: 3 };

/**
 * The cue that brings in a marked stretch: an aside right after it ("… —as X put it"), the nearest cue above it in the parse, the clause around it
 * with its aside, then what stands right after or right before it, the line that announces it, or the sentence that follows.
 * Null where nothing speaks: such words are scare quotes or a name.
 */
export function findGovernor(context: QuoteContext, stretch: MarkedStretch): Governor | null {
  for (const search of SEARCHES) {
    const governor = search(context, stretch);
    if (governor?.frame.cueClass.quoting && !governor.frame.isNegated) return governor;
  }
  return null;
}

const SEARCHES: readonly Search[] = [
  asideAfter,
  strongCueAbove,
  asideOfClause,
  cueAbove,
  cueAfter,
  cueBefore,
  announcedBefore,
  namedAfter,
];

/** The stretch's words that hang outside it, one for each part. */
export function topsOf(sentence: Sentence, stretch: MarkedStretch): readonly Token[] {
  const words = wordsIn(sentence, stretch);
  return words.filter((token) => token.head < 0 || !isInside(sentence.tokens[token.head]!, stretch));
}

function framesOutside(context: QuoteContext, sentence: Sentence, stretch: MarkedStretch): readonly SpeechFrame[] {
  const inMarks = { start: stretch.outerStart, end: stretch.outerEnd };
  const isIn = (index: number | null) => index !== null && isInside(sentence.tokens[index]!, inMarks);
  const holder = holderOf(context, stretch);
  const isHeld = (index: number) => !holder || isInside(sentence.tokens[index]!, holder);
  return (context.frames[sentence.index] ?? []).filter(
    (frame) => !isIn(frame.cue) && !isIn(frame.speaker) && isHeld(frame.cue),
  );
}

/** The stretch around a nested one: only a cue inside it can bring the inner words in. */
function holderOf(context: QuoteContext, stretch: MarkedStretch): MarkedStretch | undefined {
  if (stretch.depth === 0) return undefined;
  return context.marked.stretches.findLast(
    (other) =>
      other.depth < stretch.depth && other.outerStart < stretch.outerStart && other.outerEnd > stretch.outerEnd,
  );
}

function asideAfter(context: QuoteContext, stretch: MarkedStretch): Governor | null {
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

function strongCueAbove(context: QuoteContext, stretch: MarkedStretch): Governor | null {
  const governor = cueAbove(context, stretch);
  return governor && !governor.frame.cueClass.weak ? governor : null;
}

function cueAbove(context: QuoteContext, stretch: MarkedStretch): Governor | null {
  for (const sentence of sentencesOf(context, stretch)) {
    const tree = context.trees[sentence.index]!;
    const frames = framesOutside(context, sentence, stretch);
    for (const top of topsOf(sentence, stretch)) {
      const governor = climb(tree, top, frames, stretch);
      if (governor) return governor;
    }
  }
  return null;
}

/** Up from a word to the first cue that it reaches by a relation of content; a cue's own subject is not its content. A weak cue yields to a stronger one above. */
function climb(tree: SyntaxTree, top: Token, frames: readonly SpeechFrame[], stretch: MarkedStretch): Governor | null {
  let child = top;
  let weak: Governor | null = null;
  for (const parent of ancestorsOf(tree, top.index)) {
    const frame = frames.find((candidate) => candidate.cue === parent.index);
    if (frame && frame.kind !== 'noun' && frame.speaker === child.index) return weak;
    if (frame && frame.speaker !== child.index && isContent(frame, child)) {
      const isWhole = child === top && !hasWordsOutside(tree, child, frame, stretch);
      const governor: Governor = { frame, isWhole, how: 'the cue above it in the parse' };
      if (!frame.cueClass.weak) return governor;
      weak ??= governor;
    }
    child = parent;
  }
  return weak;
}

function isContent(frame: SpeechFrame, child: Token): boolean {
  if (isRelation(child, 'nsubj')) return child.deprel === 'nsubj:pass' && frame.isPassive && frame.speaker !== null;
  if (frame.content.includes(child.index)) return true;
  if (frame.kind === 'noun') return frame.speaker !== null && isRelation(child, 'nmod');
  return child.head === frame.cue && frame.cueClass.content.some((relation) => isRelation(child, relation));
}

/** Whether the clause says more than its marks hold: "said Russia “cannot agree”". Complementizers and points do not count. */
function hasWordsOutside(tree: SyntaxTree, clause: Token, frame: SpeechFrame, stretch: MarkedStretch): boolean {
  return (tree.children[clause.index] ?? [])
    .map((child) => tokenAt(tree, child))
    .some(
      (child) =>
        child.upos !== 'PUNCT' &&
        child.index !== frame.cue &&
        !isInside(child, stretch) &&
        !isRelation(child, 'parataxis'),
    );
}

function asideOfClause(context: QuoteContext, stretch: MarkedStretch): Governor | null {
  const found = sentencesOf(context, stretch).flatMap((sentence) => asidesAround(context, sentence, stretch));
  found.sort((a, b) => a.distance - b.distance);
  return found[0]?.governor ?? null;
}

function asidesAround(context: QuoteContext, sentence: Sentence, stretch: MarkedStretch) {
  const tree = context.trees[sentence.index]!;
  const tops = topsOf(sentence, stretch);
  const above = new Set(
    tops.flatMap((top) => [top.index, ...ancestorsOf(tree, top.index).map((token) => token.index)]),
  );
  return framesOutside(context, sentence, stretch)
    .filter(({ host }) => host !== null && (above.has(host) || isInside(sentence.tokens[host]!, stretch)))
    .map((frame) => {
      const isWhole = frame.host !== null && isInside(sentence.tokens[frame.host]!, stretch);
      const governor: Governor = { frame, isWhole, how: 'the aside of the clause that it stands in' };
      return { governor, distance: distanceTo(sentence, frame, stretch) };
    });
}

function distanceTo(sentence: Sentence, frame: SpeechFrame, stretch: MarkedStretch): number {
  const cue = sentence.tokens[frame.cue]!;
  return cue.start >= stretch.outerEnd ? cue.start - stretch.outerEnd : stretch.outerStart - cue.end;
}

/** `"…," said X`, `"…," X told reporters`. */
function cueAfter(context: QuoteContext, stretch: MarkedStretch): Governor | null {
  const sentence = sentencesOf(context, { start: stretch.start, end: stretch.outerEnd + 1 }).at(-1);
  if (!sentence) return null;
  const limit = nextOpening(context, stretch.outerEnd);
  const words = sentence.tokens.filter(
    (token) => token.start >= stretch.outerEnd && token.end <= limit && token.upos !== 'PUNCT',
  );
  const frame = framesOutside(context, sentence, stretch).find(
    (candidate) =>
      candidate.kind === 'verb' &&
      words.slice(0, reachOf(context, stretch)).some((token) => token.index === candidate.cue),
  );
  if (
    !frame ||
    frame.content.some(
      (index) => sentence.tokens[index]!.start > stretch.outerEnd && isClause(context, sentence, index),
    )
  )
    return null;
  return { frame, isWhole: true, how: 'the cue that follows it' };
}

function isClause(context: QuoteContext, sentence: Sentence, index: number): boolean {
  return dependents(context.trees[sentence.index]!, index, 'nsubj', 'mark').length > 0;
}

function nextOpening(context: QuoteContext, from: number): number {
  return context.marked.stretches.find((other) => other.outerStart >= from)?.outerStart ?? Number.POSITIVE_INFINITY;
}

/** `He said, "…"`, `calling it "…"`. */
function cueBefore(context: QuoteContext, stretch: MarkedStretch): Governor | null {
  const sentence = sentencesOf(context, { start: stretch.outerStart, end: stretch.start + 1 })[0];
  if (!sentence) return null;
  const from = previousClosing(context, stretch);
  const words = sentence.tokens.filter(
    (token) => token.end <= stretch.outerStart && token.start >= from && token.upos !== 'PUNCT',
  );
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
  return context.marked.stretches.findLast((other) => other.outerEnd <= stretch.outerStart)?.outerEnd ?? 0;
}

function reachOf(context: QuoteContext, stretch: MarkedStretch): number {
  return isWholeClause(context, stretch) ? REACH.besideClause : REACH.besideWords;
}

/** A line that ends in a colon before the stretch: `He added:`. */
function announcedBefore(context: QuoteContext, stretch: MarkedStretch): Governor | null {
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
function namedAfter(context: QuoteContext, stretch: MarkedStretch): Governor | null {
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

/** Whether a stretch holds a clause with its subject and a finite verb, and begins like one. */
export function isWholeClause(context: QuoteContext, stretch: MarkedStretch): boolean {
  return sentencesOf(context, stretch).some((sentence) => {
    const tree = context.trees[sentence.index]!;
    return wordsIn(sentence, stretch).some(
      (token) =>
        dependents(tree, token.index, 'nsubj', 'csubj', 'expl').some((child) => isInside(child, stretch)) &&
        isFiniteVerb(tree, token) &&
        !isRelation(token, 'acl'),
    );
  });
}

function isFiniteVerb(tree: SyntaxTree, token: Token): boolean {
  const verbs = [token, ...dependents(tree, token.index, 'aux', 'cop')];
  return verbs.some((verb) => verb.feats.VerbForm === 'Fin' || verb.upos === 'AUX');
}
