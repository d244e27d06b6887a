import { civilOf, type Day, monthLength, weekdayOf } from './civil.ts';
import type { Context } from './context.ts';
import { lengthValue } from './durations.ts';
import { nthWeekday } from './holidays.ts';
import {
  dayPeriod,
  halfPeriod,
  mondayOfDay,
  periodOf,
  quarterPeriod,
  type Reading,
  shift,
  weekPeriod,
} from './reading.ts';
import type { NthTerm, PartTerm, RestTerm, Term, Unit } from './term.ts';

type Anchor = (term: Term, context: Context) => Reading | null;

/** Anchors "the last week of March", "the first Monday of May", "the first three months of 2015". */
export function anchorNth(term: NthTerm, context: Context, anchor: Anchor): Reading | null {
  const whole = anchor(term.within, context);
  if (!whole) return null;
  if (term.count !== undefined) return firstUnits(term, whole);
  if (whole.from === null || whole.to === null) return { ...whole, grain: term.unit, value: openNth(term, whole) };
  const period = nthPeriod(term, whole.from, whole.to, whole.grain);
  return period && { type: 'DATE', ...period, mod: null, grain: term.unit, reason: whole.reason };
}

function openNth(term: NthTerm, whole: Reading): string {
  return term.unit === 'quarter' && term.n > 0 ? `${whole.value}-Q${term.n}` : whole.value;
}

function nthPeriod(term: NthTerm, from: Day, to: Day, grain: Unit | null) {
  const { year, month } = civilOf(from);
  const n = term.n;
  if (term.weekday !== undefined && grain === 'month') return dayPeriod(nthWeekday(year, month, term.weekday, n));
  if (term.unit === 'quarter' && grain === 'year') return quarterPeriod(year, n > 0 ? n : 5 + n);
  if (term.unit === 'half' && grain === 'year') return halfPeriod(year, n > 0 ? n : 3 + n);
  if (term.unit === 'half') return halfOf(from, to, n);
  if (term.unit === 'week') return weekPeriod(n > 0 ? firstWeek(from) + (n - 1) * 7 : lastWeek(to) + (n + 1) * 7);
  const start = n > 0 ? shift(from, term.unit, n - 1) : periodOf(term.unit, shift(to, term.unit, n + 1)).from;
  return start < from || start > to ? null : periodOf(term.unit, start);
}

/** A week belongs to the month that holds its Thursday, as ISO 8601 has it for years. */
function firstWeek(from: Day): Day {
  const monday = mondayOfDay(from);
  return weekdayOf(from) <= 4 ? monday : monday + 7;
}

function lastWeek(to: Day): Day {
  const monday = mondayOfDay(to);
  return weekdayOf(to) >= 4 ? monday : monday - 7;
}

function halfOf(from: Day, to: Day, n: number) {
  const middle = from + Math.floor((to - from + 1) / 2);
  const { value } = periodOf('month', from);
  return n === 1 || n === -2 ? { value, from, to: middle - 1 } : { value, from: middle, to };
}

function firstUnits(term: NthTerm, whole: Reading): Reading {
  const value = lengthValue(term.count!, term.unit);
  const common = { type: 'DURATION', value, mod: null, grain: term.unit, reason: whole.reason } as const;
  if (typeof term.count !== 'number' || whole.from === null || whole.to === null)
    return { ...common, from: whole.from, to: whole.to };
  if (term.n > 0) return { ...common, from: whole.from, to: shift(whole.from, term.unit, term.count) - 1 };
  return { ...common, from: shift(whole.to + 1, term.unit, -term.count), to: whole.to };
}

/** Anchors "early August", "the end of the year", "about 2005". */
export function anchorPart(term: PartTerm, context: Context, anchor: Anchor): Reading | null {
  const whole = anchor(term.of, context);
  if (!whole) return null;
  const part = { ...whole, mod: term.mod };
  if (whole.from === null || whole.to === null) return part;
  const third = term.mod === 'START' ? 0 : term.mod === 'MID' ? 1 : term.mod === 'END' ? 2 : null;
  return third === null ? part : { ...part, ...thirdOf(whole.from, whole.to, whole.grain, third) };
}

/** Early, mid and late: days 1-10, 11-20, 21 on of a month; Jan-Apr, May-Aug, Sep-Dec of a year; other periods by thirds. */
function thirdOf(from: Day, to: Day, grain: Unit | null, third: 0 | 1 | 2): { from: Day; to: Day } {
  if (grain === 'day' || grain === null) return { from, to };
  if (grain === 'month') return cut(from, [0, 10, 20, monthLengthAt(from)], third);
  if (grain === 'week') return cut(from, [0, 2, 4, 7], third);
  if (grain === 'weekend') return cut(from, [0, 1, 1, 2], third);
  if (grain === 'decade') return years(from, [0, 4, 7, 10], third);
  if (grain === 'century') return years(from, [0, 34, 67, 100], third);
  const months = { year: 4, half: 2, quarter: 1, season: 1 }[grain as 'year' | 'half' | 'quarter' | 'season'] ?? 0;
  const start = shift(from, 'month', third * months);
  return months === 0 ? { from, to } : { from: start, to: third === 2 ? to : shift(start, 'month', months) - 1 };
}

function monthLengthAt(from: Day): number {
  const { year, month } = civilOf(from);
  return monthLength(year, month);
}

function cut(from: Day, marks: readonly number[], third: number): { from: Day; to: Day } {
  return { from: from + marks[third]!, to: from + Math.max(marks[third]!, marks[third + 1]! - 1) };
}

function years(from: Day, marks: readonly number[], third: number): { from: Day; to: Day } {
  return { from: shift(from, 'year', marks[third]!), to: shift(from, 'year', marks[third + 1]!) - 1 };
}

/** Anchors "later this year" (from today to its end) and "earlier this month" (the month; an event lies before today). */
export function anchorRest(term: RestTerm, context: Context, anchor: Anchor): Reading | null {
  const whole = anchor(term.of, context);
  if (!whole || whole.from === null || whole.to === null) return whole;
  const today = context.today;
  if (today === null || today < whole.from || today > whole.to || whole.grain === 'day') return whole;
  if (term.side > 0)
    return { ...whole, from: today, mod: term.mod ?? null, reason: `${whole.reason}, what is left of it` };
  return {
    ...whole,
    mod: term.mod ?? null,
    dates: { from: whole.from, to: today },
    reason: `${whole.reason}, what is past of it`,
  };
}
