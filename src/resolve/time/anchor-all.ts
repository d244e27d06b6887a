import { anchor } from './anchor.ts';
import type { Day } from './civil.ts';
import type { Context, Mode } from './context.ts';
import { type Days, datedDays, governorOf } from './governors.ts';
import type { TimeGrammar } from './grammar.ts';
import { Memory } from './memory.ts';
import { recountQuoted } from './quoted.ts';
import { rangeAfter } from './ranges.ts';
import type { Reading } from './reading.ts';
import type { Found } from './recognise.ts';
import type { Tense } from './tense.ts';
import type { Term } from './term.ts';
import type { Word } from './words.ts';

/** An expression with its place on the calendar and the days that it gives to an event. */
export interface Anchored {
  readonly found: Found;
  readonly reading: Reading;
  readonly tense: Tense;
  readonly days: Days;
}

/** What the expressions of one text are anchored with. */
export interface Setting {
  readonly words: readonly Word[];
  readonly grammar: TimeGrammar;
  readonly mode: Mode;
  readonly tenseOf: (found: Found) => Tense;
  /** A date that only describes a noun ("the November 27 deal") is not what the next "following day" counts from. */
  readonly isAside: (found: Found) => boolean;
  /** It hangs on a noun with a preposition ("the memorandum from 1994"). */
  readonly isAdnominal: (found: Found) => boolean;
}

/** The second pass: anchors the expressions in text order, each seeing the dates named before it. `today` is the publication date. */
export function anchorAll(founds: readonly Found[], setting: Setting, today: Day | null): (Anchored | null)[] {
  const memory = new Memory(setting.mode);
  const anchored: (Anchored | null)[] = [];
  for (let index = 0; index < founds.length; index += 1) {
    const found = founds[index]!;
    const range = rangeAfter(founds, index, setting);
    memory.enter(setting.words, found.first);
    const one = anchorOne(found, dayAfter(founds, index, setting.words), setting, today, memory);
    const results = range ? anchorRange(one, founds[index + 1]!, setting, today, memory) : [one];
    anchored.push(...results);
    for (const result of results) if (result) memory.keep(result, setting.isAside(result.found), today);
    index += results.length - 1;
  }
  return recountQuoted(anchored, setting);
}

function anchorOne(
  found: Found,
  next: Found | undefined,
  setting: Setting,
  today: Day | null,
  memory: Memory,
): Anchored | null {
  const tense = setting.tenseOf(found);
  if (found.rule.tense && !found.rule.tense.includes(tense.direction)) return null;
  const context = contextOf(setting, tense, today, memory);
  const term = withDayOfNext(found, next, setting);
  const reading = anchor(term, context);
  if (!reading) return null;
  const governor = governorOf(setting.words, found.first, setting.grammar);
  // "the memorandum from 1994" tells its date, not a beginning.
  const isOrigin = governor === 'from' && setting.isAdnominal(found);
  const days = datedDays(reading, isOrigin ? null : governor, tense, today);
  return { found, reading, tense, days };
}

function contextOf(setting: Setting, tense: Tense, today: Day | null, memory: Memory): Context {
  return {
    mode: setting.mode,
    today,
    direction: tense.direction,
    because: tense.because,
    focus: memory.focus,
    focusDay: tense.direction === 'past' ? (memory.pastDay ?? memory.focusDay) : memory.focusDay,
    namedDays: memory.namedDays,
    sentenceDay: memory.sentenceDay,
    holidays: setting.grammar.holidays,
  };
}

/** The expression that may tell the day of an hour: the next one, past the same hour elsewhere ("3 p.m. (1800 UTC) on Monday"). */
function dayAfter(founds: readonly Found[], index: number, words: readonly Word[]): Found | undefined {
  const next = founds[index + 1];
  const isInBrackets =
    next?.term.op === 'clock' && words[next.first - 1]?.text === '(' && words[next.end]?.text === ')';
  return isInBrackets && next.first - founds[index]!.end <= 1 ? founds[index + 2] : next;
}

/** "around 3 p.m. on Monday": the hour belongs to the day that follows. */
function withDayOfNext(found: Found, next: Found | undefined, setting: Setting): Term {
  const { term } = found;
  if ((term.op !== 'clock' && term.op !== 'daypart') || term.day !== undefined || !next) return term;
  if (!['calendar', 'step'].includes(next.term.op) || next.first - found.end > 6) return term;
  const words = setting.words.slice(found.end, next.first).map((word) => word.text);
  const between = words[0] === '(' ? words.slice(words.indexOf(')') + 1) : words;
  const isLinked = between.length === 0 || between.at(-1) === 'on' || (between.length === 1 && between[0] === ',');
  return isLinked && !between.includes('.') ? { ...term, day: next.term } : term;
}

/**
 * Anchors the two ends of a range together: the second counts from the first ("from Monday to Wednesday"); in the past
 * the first counts back from the second. Both give the whole range to an event.
 */
function anchorRange(
  one: Anchored | null,
  next: Found,
  setting: Setting,
  today: Day | null,
  memory: Memory,
): (Anchored | null)[] {
  if (!one) return [null, anchorOne(next, undefined, setting, today, memory)];
  const context = contextOf(setting, one.tense, today, memory);
  let [first, second] = underWay(one, next, context) ?? [one.reading, anchor(next.term, context)];
  if (second?.from != null && first.from !== null && second.from < first.from) {
    const isPast = one.tense.direction !== 'future' && setting.mode === 'news';
    if (isPast) first = anchor(one.found.term, { ...context, today: second.from, direction: 'past' }) ?? first;
    else second = anchor(next.term, { ...context, today: first.from, focus: first, direction: 'future' }) ?? second;
  } else if (second?.from == null && first.from !== null && setting.mode === 'narrative') {
    second = anchor(next.term, { ...context, focus: first }) ?? second;
  }
  if (!second) return [{ ...one, reading: first }, null];
  const days = { from: first.from, to: second.to };
  const tense = one.tense;
  return [
    { found: one.found, reading: first, tense, days },
    { found: next, reading: second, tense, days },
  ];
}

/** A year and some days less: what the future tense puts ahead by more is a day of the year, no weekday. */
const FAR_AHEAD = 300;

/** "will travel from July 31 to August 6", told on 1 August: the trip is under way, not a year away. */
function underWay({ found, reading }: Anchored, next: Found, context: Context): [Reading, Reading] | null {
  const { today, mode } = context;
  if (today === null || mode !== 'news' || reading.from === null || reading.from <= today + FAR_AHEAD) return null;
  const first = anchor(found.term, { ...context, direction: 'past' });
  if (first?.from == null) return null;
  const second = anchor(next.term, { ...context, today: first.from, focus: first, direction: 'future' });
  return second?.to != null && second.to >= today ? [first, second] : null;
}
