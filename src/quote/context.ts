import {
  type AnnotatedReport,
  growTree,
  type ResolvedReport,
  type Sentence,
  type SyntaxTree,
  type Token,
} from '../document/index.ts';
import type { Span } from '../record/index.ts';
import { firstFrom, touching } from './first-from.ts';
import { type FrameScope, openScope } from './frame-scope.ts';
import { findMarkedStretches, type MarkedText, type Paragraph } from './marks.ts';
import type { QuotationLexicon } from './quotation-lexicon.ts';
import { findSpeechFrames, type SpeechFrame } from './speech-frame.ts';

/** Everything about one report that the search for quotations looks up again and again. */
export interface QuoteContext {
  readonly report: ResolvedReport;
  readonly lexicon: QuotationLexicon;
  readonly trees: readonly SyntaxTree[];
  readonly scopes: readonly FrameScope[];
  /** Frames by sentence. */
  readonly frames: readonly (readonly SpeechFrame[])[];
  /** Indexes of the report's mentions, by sentence. */
  readonly mentions: readonly (readonly number[])[];
  readonly marked: MarkedText;
}

/** Reads a report once for marks, trees, frames and mentions. */
export function openContext(report: ResolvedReport, lexicon: QuotationLexicon): QuoteContext {
  const trees = report.sentences.map(growTree);
  const mentions: number[][] = report.sentences.map(() => []);
  for (const [index, mention] of report.mentions.entries()) mentions[mention.sentence]?.push(index);
  const marked = markText(report, lexicon);
  const outer = marked.stretches.filter((stretch) => stretch.depth === 0);
  const places = new Set(report.actors.filter((actor) => actor.type === 'place').map((actor) => actor.id));
  const scopes = trees.map((tree, index) => openScope(report, tree, lexicon, outer, mentions[index]!, places));
  return { report, lexicon, trees, scopes, mentions, marked, frames: scopes.map(findSpeechFrames) };
}

/** The marked stretches of a report, paragraph by paragraph. */
export function markText(report: AnnotatedReport, lexicon: QuotationLexicon): MarkedText {
  return findMarkedStretches(report.report.text, paragraphsOf(report.sentences), lexicon.elisions);
}

function paragraphsOf(sentences: readonly Sentence[]): readonly Paragraph[] {
  const paragraphs = new Map<number, Paragraph>();
  for (const { paragraph, start, end } of sentences) {
    const known = paragraphs.get(paragraph);
    paragraphs.set(
      paragraph,
      known ? { start: Math.min(known.start, start), end: Math.max(known.end, end) } : { start, end },
    );
  }
  return [...paragraphs.values()];
}

/** The sentences that a stretch of text touches, in text order. */
export function sentencesOf(context: QuoteContext, span: { start: number; end: number }): readonly Sentence[] {
  return touching(context.report.sentences, span);
}

/** The tokens of a sentence between two offsets, punctuation left out. */
export function tokensBetween(sentence: Sentence, start: number, end: number): readonly Token[] {
  const { tokens } = sentence;
  const first = firstFrom(tokens, (token) => token.start >= start);
  const last = firstFrom(tokens, (token) => token.end > end);
  return tokens.slice(first, Math.max(first, last)).filter((token) => token.upos !== 'PUNCT');
}

/** The words of a sentence that stand inside a stretch, punctuation left out. */
export function wordsIn(sentence: Sentence, span: { start: number; end: number }): readonly Token[] {
  return tokensBetween(sentence, span.start, span.end);
}

/** Whether a token stands inside a stretch. */
export function isInside(token: { start: number; end: number }, span: { start: number; end: number }): boolean {
  return token.start >= span.start && token.end <= span.end;
}

/** A span of the report with its words. */
export function spanOf(context: QuoteContext, start: number, end: number): Span {
  return { start, end, text: context.report.report.text.slice(start, end) };
}
