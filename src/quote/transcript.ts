import type { Span } from '../record/index.ts';
import { type QuoteContext, spanOf } from './context.ts';
import type { Speaker } from './finding.ts';

/** What one speaker of a transcript says, from his label to the next. */
export interface Turn {
  readonly span: Span;
  readonly speaker: Speaker;
}

interface Label {
  readonly start: number;
  /** Where the turn begins, after the colon. */
  readonly from: number;
  readonly speaker: Speaker;
}

/** A label begins a paragraph or follows a full stop: up to ten capitalised words (small words between them), then a colon. */
const LABEL =
  /(?:^|[.!?…)\]”"][ \t])[ \t]*(\p{Lu}[\p{L}\p{M}.’'-]*(?:[ \t]+(?:\p{Lu}[\p{L}\p{M}.’'-]*|of|the|and|for|to|de|von|van|al|bin)){0,9})[ \t]?:(?=\s)/gmu;

/** A text with fewer labelled turns is no transcript. */
const MIN_TURNS = 2;

/** The turns of a transcript ("MR. PRICE: …", "QUESTION: …", "Vladimir Putin: …"), in text order; empty where a report is none. */
export function findTurns(context: QuoteContext): readonly Turn[] {
  const { text } = context.report.report;
  const labels = [...text.matchAll(LABEL)].flatMap((match) => readLabel(context, match));
  if (labels.length < MIN_TURNS) return [];
  return labels.flatMap((label, index) => {
    const span = trim(context, label.from, labels[index + 1]?.start ?? text.length);
    return span.end > span.start ? [{ span, speaker: label.speaker }] : [];
  });
}

/** The label as it stands, or without its first word, which may end the line before ("7:30 P.M. EDT THE PRESIDENT:"). */
function readLabel(context: QuoteContext, match: RegExpMatchArray): Label[] {
  const words = match[1]!;
  const first = match.index! + match[0].indexOf(words);
  const end = first + words.length;
  const starts = [first, first + (/\s+/u.exec(words)?.index ?? 0) + 1];
  for (const start of starts) {
    const speaker = speakerOfLabel(context, start, end);
    if (speaker) return [{ start, from: match.index! + match[0].length, speaker }];
  }
  return [];
}

/** Who a label names: a word for a questioner or answerer, a title with a name, or the name of a person that the report knows. */
function speakerOfLabel(context: QuoteContext, start: number, end: number): Speaker | null {
  const span = spanOf(context, start, end);
  const mention = context.report.mentions.findLastIndex(
    (candidate) => candidate.start >= start && candidate.end === end && candidate.actors.length > 0,
  );
  const named = context.report.mentions[mention];
  if (named && isPerson(context, named.actors[0]!)) return { span, mention, actor: named.actors[0]! };
  if (context.lexicon.labels.some((label) => same(label, span.text))) return { span, mention: null, actor: null };
  const actor = personBySurname(context, span.text);
  const isTitled = context.lexicon.titles.some((title) => startsWithTitle(span.text.replace(/^the\s+/iu, ''), title));
  const isKnown = isTitled && (actor !== null || span.text === span.text.toUpperCase());
  return isKnown || endsInName(context, span) ? { span, mention: null, actor } : null;
}

function endsInName(context: QuoteContext, span: Span): boolean {
  const names = context.report.sentences.flatMap((sentence) => sentence.names);
  return names.some((name) => name.type === 'PER' && name.end === span.end && name.start >= span.start);
}

function isPerson(context: QuoteContext, actor: string): boolean {
  return context.report.actors.some((candidate) => candidate.id === actor && candidate.type === 'person');
}

/** The one person of the report whose name ends as the label does: "MR. PRICE" is Ned Price. Null where there is none, or more than one. */
function personBySurname(context: QuoteContext, label: string): string | null {
  const surname = label.split(/\s+/u).at(-1)!;
  const found = context.report.actors.filter(
    ({ type, name }) => type === 'person' && same(name.split(/\s+/u).at(-1)!, surname),
  );
  return found.length === 1 ? found[0]!.id : null;
}

function startsWithTitle(label: string, title: string): boolean {
  const [head, rest] = [label.slice(0, title.length), label.slice(title.length)];
  return same(head, title) && /^(?:$|\.?\s+\S)/u.test(rest);
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function trim(context: QuoteContext, from: number, to: number): Span {
  const { text } = context.report.report;
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  return spanOf(context, start, Math.max(start, from + words.trimEnd().length));
}
