import { dependents, isRelation, type Sentence, type SyntaxTree, type Token } from '../document/index.ts';
import { isInside, type QuoteContext, sentencesOf, wordsIn } from './context.ts';
import type { MarkedStretch } from './marks.ts';
import type { SpeechFrame } from './speech-frame.ts';

/** The stretch's words that hang outside it, one for each part. */
export function topsOf(sentence: Sentence, stretch: MarkedStretch): readonly Token[] {
  const words = wordsIn(sentence, stretch);
  return words.filter((token) => token.head < 0 || !isInside(sentence.tokens[token.head]!, stretch));
}

/** The frames of a sentence whose cue and speaker stand outside a stretch, and, for a nested one, inside the stretch around it. */
export function framesOutside(
  context: QuoteContext,
  sentence: Sentence,
  stretch: MarkedStretch,
): readonly SpeechFrame[] {
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

/** A stretch that begins its sentence or line, with a capital or dots: words that stand on their own. */
export function beginsSentence(context: QuoteContext, stretch: MarkedStretch): boolean {
  if (!/^[\p{Lu}\p{N}[….]/u.test(stretch.text)) return false;
  const before = context.report.report.text.slice(Math.max(0, stretch.outerStart - 4), stretch.outerStart).trimEnd();
  return before === '' || /[.!?:,…"”’»\n]$/u.test(before) || /\n\s*$/u.test(before);
}

/** Whether a stretch stands on its own and takes its point or comma into the marks: “Why now?”, “A good day,”. */
export function isUtterance(context: QuoteContext, stretch: MarkedStretch): boolean {
  return beginsSentence(context, stretch) && /[.!?,…][’'"”»]?$/u.test(stretch.text);
}

function isFiniteVerb(tree: SyntaxTree, token: Token): boolean {
  const verbs = [token, ...dependents(tree, token.index, 'aux', 'cop')];
  return verbs.some((verb) => verb.feats.VerbForm === 'Fin' || verb.upos === 'AUX');
}
