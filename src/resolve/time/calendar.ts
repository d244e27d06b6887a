import { addMonths, civilOf, type Day, dayOf, isCivil, pad, weekdayOf } from './civil.ts';
import { type Context, referenceDay } from './context.ts';
import { holidayPeriod } from './holidays.ts';
import {
  centuryPeriod,
  dayPeriod,
  decadePeriod,
  halfPeriod,
  mondayOfDay,
  monthPeriod,
  type Period,
  quarterPeriod,
  type Reading,
  seasonPeriod,
  weekendPeriod,
  weekOfYear,
  yearPeriod,
  yearValue,
} from './reading.ts';
import type { CalendarTerm, Term, Unit } from './term.ts';

type Anchor = (term: Term, context: Context) => Reading | null;

/** Anchors calendar fields: what the words leave out comes from the context. Null when they name no date that exists. */
export function anchorCalendar(term: CalendarTerm, context: Context, anchor: Anchor): Reading | null {
  if (term.century !== undefined)
    return reading(centuryPeriod(term.century, term.era === 'BC'), 'century', 'as written');
  if (term.decade !== undefined) return anchorDecade(term, context);
  if (term.in !== undefined) return anchorInWeek(term, context, anchor);
  if (typeof term.month === 'object' && term.day === undefined) return anchorSamePeriod(term, context, anchor);
  const yearly = yearlyPeriod(term, context);
  if (yearly) return anchorYearly(term, yearly, context, anchor);
  if (term.day !== undefined) return anchorDayOfMonth(term, context, anchor);
  if (term.weekday !== undefined) return anchorWeekday(term, context);
  if (term.weekend) return anchorWeekend(term, context);
  return anchorYear(term, context, anchor);
}

function reading(period: Period, grain: Unit, reason: string): Reading {
  return { type: 'DATE', value: period.value, mod: null, from: period.from, to: period.to, grain, reason };
}

function unknown(value: string, grain: Unit): Reading {
  return { type: 'DATE', value, mod: null, from: null, to: null, grain, reason: 'nothing to count from' };
}

/** The term as a period of a given year, with the value that it has without one. */
interface Yearly {
  readonly grain: Unit;
  readonly within: (year: number) => Period | null;
  readonly open: string;
}

function yearlyPeriod(term: CalendarTerm, context: Context): Yearly | null {
  const { day, quarter, half, season, week, holiday } = term;
  if (holiday !== undefined) {
    const { holidays } = context;
    if (!holidays.has(holiday)) return null;
    return { grain: 'day', within: (year) => holidayPeriod(holiday, year, holidays), open: 'XXXX-XX-XX' };
  }
  if (quarter !== undefined)
    return { grain: 'quarter', within: (y) => quarterPeriod(y, quarter), open: `XXXX-Q${quarter}` };
  if (half !== undefined) return { grain: 'half', within: (y) => halfPeriod(y, half), open: `XXXX-H${half}` };
  if (season !== undefined) return { grain: 'season', within: (y) => seasonPeriod(y, season), open: `XXXX-${season}` };
  if (week !== undefined) return { grain: 'week', within: (y) => weekOfYear(y, week), open: `XXXX-W${pad(week)}` };
  if (typeof term.month !== 'number') return null;
  const month = term.month;
  if (day === undefined) return { grain: 'month', within: (y) => monthPeriod(y, month), open: `XXXX-${pad(month)}` };
  const within = (y: number) => (isCivil(y, month, day) ? dayPeriod(dayOf(y, month, day)) : null);
  return { grain: 'day', within, open: `XXXX-${pad(month)}-${pad(day)}` };
}

function anchorYearly(term: CalendarTerm, yearly: Yearly, context: Context, anchor: Anchor): Reading | null {
  const year = statedYear(term, context, anchor);
  if (year !== undefined) {
    if (year === null) return unknown(yearly.open, yearly.grain);
    const period = yearly.within(year);
    return period && reading(period, yearly.grain, 'the year is stated');
  }
  const today = referenceDay(context);
  if (today === null) return unknown(yearly.open, yearly.grain);
  const period = choose(term, yearly, today, context);
  return period && reading(period, yearly.grain, whyYear(term, context));
}

function whyYear(term: CalendarTerm, context: Context): string {
  if (context.mode === 'narrative') return 'the year of the last date named';
  if (term.which !== undefined) return 'counted from the publication date';
  if (context.direction === 'later') return `the one nearest to the publication date, for ${context.because}`;
  if (context.direction === 'future') return `the next one from the publication date, for ${context.because}`;
  if (context.direction === 'past') return `the last one before the publication date, for ${context.because}`;
  return 'the one nearest to the publication date';
}

/** The year that the words state: undefined when they state none, null when it cannot be known. */
export function statedYear(term: CalendarTerm, context: Context, anchor: Anchor): number | null | undefined {
  if (term.shortYear !== undefined && typeof term.year === 'number')
    return Math.floor(term.year / 100) * 100 + term.shortYear;
  if (term.shortYear !== undefined) return centuryOf(term.shortYear, context);
  if (typeof term.year === 'number') return term.era === 'BC' ? 1 - term.year : term.year;
  if (term.year === undefined) return undefined;
  const year = anchor(term.year, context);
  return year?.from == null ? null : civilOf(year.from).year;
}

/** The full year of two digits: the latest such year not later than ten years after the reference. */
function centuryOf(shortYear: number, context: Context): number {
  const today = referenceDay(context);
  const limit = (today === null ? 2020 : civilOf(today).year) + 10;
  const guess = Math.floor(limit / 100) * 100 + shortYear;
  return guess > limit ? guess - 100 : guess;
}

/** Which year's period is meant, by direction; Feb 29 and holidays that lack a year are passed over. */
function choose(term: CalendarTerm, yearly: Yearly, today: Day, context: Context): Period | null {
  const base = civilOf(today).year;
  if (context.mode === 'narrative' && context.focus && term.which === undefined)
    return ofStory(yearly, base, today, context.focus);
  const periods = range(base - 8, base + 8)
    .map(yearly.within)
    .filter((period) => period !== null);
  return chooseAmong(withItsWeekday(periods, term, today), term, yearly, today, context);
}

function chooseAmong(
  periods: readonly Period[],
  term: CalendarTerm,
  yearly: Yearly,
  today: Day,
  context: Context,
): Period | null {
  const past = periods.findLast((period) => (term.which === -1 ? period.to < today : period.from <= today)) ?? null;
  const future = periods.find((period) => (term.which === 1 ? period.from > today : period.to >= today)) ?? null;
  if (term.which === -1) return past;
  if (term.which === 1) return future;
  if (context.direction === 'past' && term.which === 0) return past ?? future;
  if (context.direction === 'past') return namedBefore(term, yearly, today, context) ?? past ?? future;
  if (context.direction === 'future') return future ?? past;
  if (!past || !future) return past ?? future;
  return today - past.to <= future.from - today ? past : future;
}

/**
 * In a story that has come to December, "in January" is the next year's: the year of the last date named, or the one after
 * where that lies nearer. A year named by itself is kept.
 */
function ofStory(yearly: Yearly, year: number, today: Day, focus: Reading): Period | null {
  const same = yearly.within(year);
  const next = yearly.within(year + 1);
  if (focus.grain === 'year' || !same || !next) return same;
  return today - same.to > WELL_BEFORE && next.from - today < today - same.to ? next : same;
}

const WELL_BEFORE = 300; // of 150 to 300 days the best on WikiWars, 2026-11-24

/** "Monday, September 11": of the years about, one in which that day is a Monday; all of them where there is none. */
function withItsWeekday(periods: readonly Period[], term: CalendarTerm, today: Day): readonly Period[] {
  if (term.weekday === undefined || term.day === undefined) return periods;
  const fitting = periods.filter(({ from }) => weekdayOf(from) === term.weekday && Math.abs(from - today) <= 400);
  return fitting.length > 0 ? fitting : periods;
}

/** "the lives lost on September 11", after a sentence on September 11, 2001: the year given before. */
function namedBefore(term: CalendarTerm, yearly: Yearly, today: Day, context: Context): Period | null {
  if (yearly.grain !== 'day') return null;
  const year = context.namedDays.get(`${term.month}-${term.day}`)?.at(-1);
  const period = year === undefined ? null : yearly.within(year);
  return period && period.from <= today ? period : null;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** "the same month last year", "the same period a year ago": the period named before, in another year. */
function anchorSamePeriod(term: CalendarTerm, context: Context, anchor: Anchor): Reading | null {
  const named = anchor(term.month as Term, context);
  const year = statedYear(term, context, anchor);
  if (named?.from == null || year === null || year === undefined) return unknown('XXXX-XX', 'month');
  const { month } = civilOf(named.from);
  const isQuarter = context.focus?.grain === 'quarter';
  const period = isQuarter ? quarterPeriod(year, Math.ceil(month / 3)) : monthPeriod(year, month);
  return reading(period, isQuarter ? 'quarter' : 'month', 'the period named before, in another year');
}

function anchorDecade(term: CalendarTerm, context: Context): Reading {
  const stated = term.decade!;
  if (term.era === 'BC') return reading(decadePeriod(-Math.floor(stated / 10)), 'decade', 'as written');
  const first = stated >= 100 ? stated : centuryOf(stated, context);
  return reading(decadePeriod(Math.floor(first / 10)), 'decade', 'as written');
}

function anchorInWeek(term: CalendarTerm, context: Context, anchor: Anchor): Reading | null {
  const week = anchor(term.in!, context);
  if (week?.from == null) return unknown(`XXXX-WXX-${term.weekday}`, 'day');
  return reading(dayPeriod(mondayOfDay(week.from) + term.weekday! - 1), 'day', week.reason);
}

/** "the 20th": in the month of the last date named; where that is on the wrong side of publication, or none is named, the nearest on the right side. */
function anchorDayOfMonth(term: CalendarTerm, context: Context, anchor: Anchor): Reading | null {
  const day = term.day!;
  const month = typeof term.month === 'object' ? anchor(term.month, context) : null;
  const focus = context.focus?.grain === 'day' || context.focus?.grain === 'month' ? context.focus : null;
  const base = month?.from ?? focus?.from ?? context.today;
  if (base === null || base === undefined) return unknown(`XXXX-XX-${pad(day)}`, 'day');
  const { year, month: index } = civilOf(base);
  if (!isCivil(year, index, day)) return null;
  const found = dayOf(year, index, day);
  const other = month || context.mode === 'narrative' ? null : besidePublication(found, day, context);
  if (other !== null) return reading(dayPeriod(other), 'day', `the nearest such day, for ${context.because}`);
  return reading(dayPeriod(found), 'day', month || focus ? 'in the month named before' : 'in the month of publication');
}

/** The same day of the month on the side of publication that the tense points to; null when it lies there already. */
function besidePublication(found: Day, day: number, { today, direction }: Context): Day | null {
  if (today === null) return null;
  const isWrong = direction === 'past' ? found > today : direction === 'future' ? found < today : false;
  if (!isWrong) return null;
  const step = direction === 'past' ? -1 : 1;
  const { year, month } = civilOf(today);
  for (const offset of [0, step, 2 * step]) {
    const first = civilOf(addMonths(dayOf(year, month, 1), offset));
    if (!isCivil(first.year, first.month, day)) continue;
    const candidate = dayOf(first.year, first.month, day);
    if (direction === 'past' ? candidate <= today : candidate >= today) return candidate;
  }
  return null;
}

/** The latest such weekday up to the reference day; the next one when the tense is future. */
function anchorWeekday(term: CalendarTerm, context: Context): Reading {
  if (term.from === 'focus' && context.focusDay?.from != null) return besideFocus(term, context.focusDay.from);
  const narrative = context.mode === 'narrative';
  const today = narrative ? (context.focus?.grain === 'day' ? context.focus.from : null) : context.today;
  if (today === null) return unknown(`XXXX-WXX-${term.weekday}`, 'day');
  const back = (((weekdayOf(today) - term.weekday!) % 7) + 7) % 7;
  const ahead = (7 - back) % 7;
  const isFuture = context.direction === 'future' || context.direction === 'later' || narrative;
  if (term.which === -1)
    return reading(dayPeriod(today - (back || 7)), 'day', 'the last one before the publication date');
  if (term.which === 1)
    return reading(dayPeriod(mondayOfDay(today) + 6 + term.weekday!), 'day', 'in the week after publication');
  if (isFuture)
    return reading(dayPeriod(today + ahead), 'day', `the next one from the publication date, for ${context.because}`);
  if (term.which === 0 && context.direction === 'unknown')
    return reading(dayPeriod(today + ahead), 'day', 'the one to come, for "this"');
  return reading(dayPeriod(today - back), 'day', `the last one up to the publication date, for ${context.because}`);
}

/** "the following Monday", "the previous Monday": beside the last day named. */
function besideFocus(term: CalendarTerm, named: Day): Reading {
  const ahead = (term.weekday! - weekdayOf(named) + 7) % 7 || 7;
  const day = term.which === -1 ? named - (7 - (ahead % 7)) : named + ahead;
  return reading(dayPeriod(day), 'day', 'counted from the day named before');
}

function anchorWeekend(term: CalendarTerm, context: Context): Reading {
  const today = referenceDay(context);
  if (today === null) return unknown('XXXX-WXX-WE', 'weekend');
  const monday = mondayOfDay(today);
  const isWeekend = weekdayOf(today) >= 6;
  if (term.which !== undefined)
    return reading(weekendPeriod(monday + term.which * 7), 'weekend', 'counted from the publication date');
  const isPast = (context.direction === 'past' || context.direction === 'unknown') && !isWeekend;
  return reading(weekendPeriod(isPast ? monday - 7 : monday), 'weekend', `for ${context.because}`);
}

function anchorYear(term: CalendarTerm, context: Context, anchor: Anchor): Reading | null {
  const year = statedYear(term, context, anchor);
  if (year === null || year === undefined) return unknown('XXXX', 'year');
  const period = yearPeriod(year);
  if (term.fiscal) return fiscalYear(term, year);
  return reading(period, 'year', 'the year is stated');
}

/**
 * Fiscal years begin in April, July or October of one year or another, and are named by their first year or their last: as
 * wide as all of these, but where the words name both years ("2023-24"), from April of the first to September of the last.
 */
function fiscalYear(term: CalendarTerm, year: number): Reading {
  const isPair = term.shortYear !== undefined && typeof term.year === 'number';
  const from = dayOf(year - 1, 4, 1);
  const to = isPair ? dayOf(year, 9, 30) : dayOf(year + 1, 3, 31);
  return reading({ value: `FY${yearValue(year)}`, from, to }, 'year', 'a fiscal year, by whichever calendar');
}
