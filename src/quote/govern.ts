import { ancestorsOf, isRelation, type Sentence, type SyntaxTree, type Token, tokenAt } from '../document/index.ts';
import { isInside, type QuoteContext, sentencesOf } from './context.ts';
import { announcedBefore, asideAfter, cueAfter, cueBefore, namedAfter } from './cues-beside.ts';
import type { Governor } from './governor.ts';
import type { MarkedStretch } from './marks.ts';
import type { SpeechFrame } from './speech-frame.ts';
import { framesOutside, topsOf } from './stretch.ts';

type Search = (context: QuoteContext, stretch: MarkedStretch) => Governor | null;

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
