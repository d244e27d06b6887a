import type { Span } from '../record/index.ts';
import { type QuoteContext, spanOf } from './context.ts';
import { channelNamed } from './details.ts';
import type { Speaker } from './finding.ts';

/** What one speaker of a transcript says, from his label to the next. */
export interface Turn {
  readonly span: Span;
  readonly speaker: Speaker;
  /** The one who answers, where the turn asks. */
  readonly addressee: string | null;
  /** What the text before the first label calls the occasion: a news conference, an interview. */
  readonly channel: string | null;
}

interface Label {
  readonly start: number;
  /** Where the turn begins, after the colon. */
  readonly from: number;
  readonly speaker: Speaker;
  /** Whether nothing but its place says that it is a label. */
  readonly isStranger: boolean;
}

/** A label begins a paragraph or follows a full stop: up to ten capitalised words (small words between them), then a colon. */
const LABEL =
  /(?:^|[.!?…)\]”"][ \t])[ \t]*(\p{Lu}[\p{L}\p{M}.’'-]*(?:[ \t]+(?:\p{Lu}[\p{L}\p{M}.’'-]*|of|the|and|for|to|de|von|van|al|bin)){0,9})[ \t]?:(?=\s)/gmu;

/** One capital at the beginning of a line, without a colon: "Q  Will he come?" */
const LETTER = /^[ \t]*(\p{Lu})[ \t]+(?=[\p{L}\p{N}“"(—-])/gmu;

/** A text with fewer labelled turns is no transcript. */
const MIN_TURNS = 2;

/** A questioner's outlet or name is no longer than this many words. */
const MOST_WORDS = 5;

/**
 * The turns of a transcript ("MR. PRICE: …", "QUESTION: …", "Q  …", "Vladimir Putin: …"), in text order; empty where a report is none. Once it is
 * one, an unknown label at the beginning of a line is a questioner's where it asks ("Bloomberg: Will there be …?").
 */
export function findTurns(context: QuoteContext): readonly Turn[] {
  const matches = [...context.report.report.text.matchAll(LABEL)];
  const known = [...matches.flatMap((match) => readLabel(context, match)), ...lettersAsking(context)];
  if (known.length < MIN_TURNS) return [];
  const candidates = inOrder([...known, ...matches.flatMap((match) => strangerOf(context, match, known))]);
  const labels = candidates.filter(
    (label, index) => !label.isStranger || isQuestion(wordsOf(context, label, candidates[index + 1])),
  );
  const first = labels[0]!.start;
  const [channel, interviewee] = [occasionOf(context, first), intervieweeOf(context, first)];
  const turns = labels
    .map((label, index) => ({ label, span: wordsOf(context, label, labels[index + 1]) }))
    .filter(({ span }) => span.end > span.start)
    .map(({ label, span }) => ({ span, channel, speaker: answering(context, label.speaker, interviewee) }));
  return turns.map((turn, index) => ({ ...turn, addressee: answererOf(context, turns, index) }));
}

function inOrder(labels: readonly Label[]): readonly Label[] {
  return [...labels].sort((a, b) => a.start - b.start);
}

/** What stands between a label and the next. */
function wordsOf(context: QuoteContext, label: Label, next: Label | undefined): Span {
  return trim(context, label.from, next?.start ?? context.report.report.text.length);
}

function isQuestion({ text }: Span): boolean {
  return text.includes('?');
}

/** The label as it stands, or without its first word, which may end the line before ("7:30 P.M. EDT THE PRESIDENT:"). */
function readLabel(context: QuoteContext, match: RegExpMatchArray): Label[] {
  const words = match[1]!;
  const first = match.index! + match[0].indexOf(words);
  const end = first + words.length;
  const starts = [first, first + (/\s+/u.exec(words)?.index ?? 0) + 1];
  for (const start of starts) {
    const speaker = speakerOfLabel(context, start, end);
    if (speaker) return [{ start, from: match.index! + match[0].length, speaker, isStranger: false }];
  }
  return [];
}

/** Questions under a letter alone, as the lexicon has it. */
function lettersAsking(context: QuoteContext): readonly Label[] {
  const { text } = context.report.report;
  return [...text.matchAll(LETTER)]
    .filter((match) => isOneOf(context.lexicon.questions, match[1]!))
    .map((match) => {
      const start = match.index + match[0].indexOf(match[1]!);
      const span = spanOf(context, start, start + 1);
      const speaker: Speaker = { span, mention: null, actor: null };
      return { start, from: match.index + match[0].length, speaker, isStranger: false };
    });
}

/** A short label at the beginning of a line between two turns that nothing else explains. */
function strangerOf(context: QuoteContext, match: RegExpMatchArray, known: readonly Label[]): readonly Label[] {
  const words = match[1]!;
  const start = match.index! + match[0].indexOf(words);
  const from = match.index! + match[0].length;
  const beginsLine = /(?:^|\n)[ \t]*$/u.test(context.report.report.text.slice(Math.max(0, start - 8), start));
  const isKnown = known.some((label) => label.from === from);
  const isFollowed = known.some((label) => label.start > start);
  if (isKnown || !beginsLine || !isFollowed || words.split(/\s+/u).length > MOST_WORDS) return [];
  const speaker = { span: spanOf(context, start, start + words.length), mention: null, actor: null };
  return [{ start, from, speaker, isStranger: true }];
}

/** How the text before the turns calls the occasion. */
function occasionOf(context: QuoteContext, end: number): string | null {
  const heading = context.report.sentences.filter((sentence) => sentence.end <= end);
  const channels = heading.map(({ tokens }) =>
    channelNamed(
      context.lexicon,
      tokens,
      tokens.map(({ index }) => index),
    ),
  );
  return channels.find((channel) => channel !== null) ?? null;
}

/** The one person whom the text before the turns names, and who answers under "A:"; null where it names more or none. */
function intervieweeOf(context: QuoteContext, end: number): string | null {
  const named = context.report.mentions
    .filter((mention) => mention.end <= end && mention.kind === 'name')
    .flatMap(({ actors }) => actors.filter((actor) => isPerson(context, actor)));
  const persons = new Set(named);
  return persons.size === 1 ? named[0]! : null;
}

function answering(context: QuoteContext, speaker: Speaker, interviewee: string | null): Speaker {
  return isOneOf(context.lexicon.answers, speaker.span.text) ? { ...speaker, actor: interviewee } : speaker;
}

/** Who takes the next turn by name, where a questioner, or somebody unknown with a question, speaks. */
function answererOf(
  context: QuoteContext,
  turns: readonly Pick<Turn, 'span' | 'speaker'>[],
  index: number,
): string | null {
  const { span, speaker } = turns[index]!;
  const isAsking =
    isOneOf(context.lexicon.questions, speaker.span.text) || (speaker.actor === null && isQuestion(span));
  const answer = turns[index + 1]?.speaker.actor ?? null;
  return isAsking && answer !== null && isPerson(context, answer) ? answer : null;
}

/** Who a label names: a word for a questioner or answerer, a title with a name, or the name of a person that the report knows. */
function speakerOfLabel(context: QuoteContext, start: number, end: number): Speaker | null {
  const span = spanOf(context, start, end);
  const mention = context.report.mentions.findLastIndex(
    (candidate) => candidate.start >= start && candidate.end === end && candidate.actors.length > 0,
  );
  const named = context.report.mentions[mention];
  if (named && isPerson(context, named.actors[0]!)) return { span, mention, actor: named.actors[0]! };
  if (isOneOf(context.lexicon.labels, span.text)) return { span, mention: null, actor: null };
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

function isOneOf(labels: readonly string[], label: string): boolean {
  return labels.some((other) => same(other, label));
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
