import type { TimeExpression } from '../../record/index.ts';
import { type Anchored, anchorAll } from './anchor-all.ts';
import { type Day, formatDay, parseDay } from './civil.ts';
import type { Mode } from './context.ts';
import type { TimeGrammar } from './grammar.ts';
import { loadTimeGrammar } from './load.ts';
import { Matcher } from './match.ts';
import { mergeWindows } from './merge-windows.ts';
import { recognise } from './recognise.ts';
import { tenseOfWords } from './tense.ts';
import { wordsOf } from './words.ts';

/** How `parseTimes` reads a text. */
export interface ParseTimesOptions {
  /** The publication date, `YYYY-MM-DD`; or the window that it lies in; null when nothing is known. */
  readonly published: string | Date | { readonly from: string; readonly to: string } | null;
  /** `news` (the default) counts from the publication date, `narrative` from the last date that the text named. */
  readonly mode?: Mode;
  /** Another grammar than the package's own. */
  readonly grammar?: TimeGrammar;
}

/** A time expression of raw text, with the days that it gives to an event ("since March": 1 March to publication) and why. */
export interface DatedExpression extends TimeExpression {
  readonly dates: { readonly from: string | null; readonly to: string | null };
  readonly reason: string;
}

/**
 * Finds every time expression of a text and places it on the calendar, in text order.
 * Needs no parse: tense is read from the words. `from` and `to` are inclusive ISO days, null where open or unknown.
 */
export function parseTimes(text: string, options: ParseTimesOptions): DatedExpression[] {
  const grammar = options.grammar ?? loadTimeGrammar();
  const mode = options.mode ?? 'news';
  const words = wordsOf(text);
  const matcher = new Matcher(words, grammar, mode === 'narrative');
  const founds = recognise(matcher, () => true);
  const setting = {
    words,
    grammar,
    mode,
    tenseOf: tenseOf(words, grammar),
    isAside: () => false,
    isAdnominal: () => false,
  };
  const anchored = anchorInWindow(windowOf(options.published), (today) => anchorAll(founds, setting, today));
  return anchored.map((one) => expressionOf(one, text, words[one.found.first]!.start, words[one.found.end - 1]!.end));
}

/** The rules that took part in each expression of a text, outermost first: what the grammar's own examples are tested with. */
export function traceTimes(text: string, options: ParseTimesOptions): string[][] {
  const grammar = options.grammar ?? loadTimeGrammar();
  const matcher = new Matcher(wordsOf(text), grammar, options.mode === 'narrative');
  return recognise(matcher, () => true).map((found) => found.trace());
}

function tenseOf(words: ReturnType<typeof wordsOf>, grammar: TimeGrammar) {
  return (found: { readonly first: number; readonly end: number }) =>
    tenseOfWords(words, found.first, found.end, grammar);
}

/** Anchors at both ends of the publication window, and joins the two where they differ. Expressions without a date are dropped. */
export function anchorInWindow(
  window: { readonly from: Day; readonly to: Day } | null,
  run: (today: Day | null) => readonly (Anchored | null)[],
): Anchored[] {
  const early = run(window?.from ?? null);
  if (!window || window.from === window.to) return early.filter((one) => one !== null);
  const late = run(window.to);
  return early.map((one, index) => mergeWindows(one, late[index] ?? null)).filter((one) => one !== null);
}

/** The publication window in day numbers; null when nothing is known. */
function windowOf(published: ParseTimesOptions['published']): { from: Day; to: Day } | null {
  if (published === null) return null;
  if (published instanceof Date) return windowOf(published.toISOString().slice(0, 10));
  const [from, to] = typeof published === 'string' ? [published, published] : [published.from, published.to];
  const [first, last] = [parseDay(from), parseDay(to)];
  return first === null || last === null ? null : { from: first, to: last };
}

/** The wire form of an anchored expression. */
export function expressionOf(one: Anchored, text: string, start: number, end: number): DatedExpression {
  const { reading, days } = one;
  return {
    start,
    end,
    text: text.slice(start, end),
    type: reading.type,
    value: reading.value,
    mod: reading.mod,
    from: formatDay(reading.from),
    to: formatDay(reading.to),
    dates: { from: formatDay(days.from), to: formatDay(days.to) },
    reason: reading.reason,
  };
}
