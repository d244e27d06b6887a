import { addMonths, civilOf, type Day, dayOf, isoWeekOf, mondayOf, monthLength, pad, weekdayOf } from './civil.ts';
import type { Season, Unit } from './term.ts';

/** What a term comes to on the calendar. `from` and `to` are inclusive; null is an open or unknown end. */
export interface Reading {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string;
  readonly mod: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  /** The unit that it is told in; null for references and sets. */
  readonly grain: Unit | null;
  readonly reason: string;
  /** The days of an event, where the expression itself says more than its days ("earlier this month"). */
  readonly dates?: { readonly from: Day | null; readonly to: Day | null };
}

/** A stretch of whole days with the TIMEX3 value that names it. */
export interface Period {
  readonly value: string;
  readonly from: Day;
  readonly to: Day;
}

/** A year as TIMEX3 writes it; 0 is 1 BC. */
export function yearValue(year: number): string {
  return year >= 1 ? pad(year, 4) : `BC${pad(1 - year, 4)}`;
}

/** A day as TIMEX3 writes it. */
export function dayValue(day: Day): string {
  const date = civilOf(day);
  return `${yearValue(date.year)}-${pad(date.month)}-${pad(date.day)}`;
}

export function dayPeriod(day: Day): Period {
  return { value: dayValue(day), from: day, to: day };
}

export function monthPeriod(year: number, month: number): Period {
  const from = dayOf(year, month, 1);
  return { value: `${yearValue(year)}-${pad(month)}`, from, to: from + monthLength(year, month) - 1 };
}

export function yearPeriod(year: number): Period {
  return { value: yearValue(year), from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
}

export function weekPeriod(monday: Day): Period {
  const { year, week } = isoWeekOf(monday);
  return { value: `${yearValue(year)}-W${pad(week)}`, from: monday, to: monday + 6 };
}

export function weekendPeriod(monday: Day): Period {
  return { value: `${weekPeriod(monday).value}-WE`, from: monday + 5, to: monday + 6 };
}

export function quarterPeriod(year: number, quarter: number): Period {
  return { ...months(year, quarter * 3 - 2, 3), value: `${yearValue(year)}-Q${quarter}` };
}

export function halfPeriod(year: number, half: number): Period {
  return { ...months(year, half * 6 - 5, 6), value: `${yearValue(year)}-H${half}` };
}

const SEASON_MONTH: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** A season by its first month; the winter of a year begins in its December. */
export function seasonPeriod(year: number, season: Season): Period {
  return { ...months(year, SEASON_MONTH[season], 3), value: `${yearValue(year)}-${season}` };
}

/** Ten years; `decade` is the year divided by ten, 197 for the 1970s. */
export function decadePeriod(decade: number): Period {
  const value = decade >= 0 ? pad(decade, 3) : `BC${pad(-decade, 3)}`;
  const first = decade >= 0 ? decade * 10 : decade * 10 + 1 - 9;
  return { value, from: dayOf(first, 1, 1), to: dayOf(first + 9, 12, 31) };
}

/** A hundred years; 21 is the 21st century, which begins in 2000 as TIMEX3 has it. */
export function centuryPeriod(century: number, isBefore: boolean): Period {
  const first = isBefore ? 1 - century * 100 : (century - 1) * 100;
  const value = `${isBefore ? 'BC' : ''}${pad(century - 1)}`;
  return { value, from: dayOf(Math.max(first, isBefore ? first : 1), 1, 1), to: dayOf(first + 99, 12, 31) };
}

function months(year: number, month: number, count: number): { from: Day; to: Day } {
  const from = dayOf(year, month, 1);
  return { from, to: addMonths(from, count) - 1 };
}

/** The unit of the calendar that a day lies in. Clock units give the day. */
export function periodOf(unit: Unit, day: Day): Period {
  const { year, month } = civilOf(day);
  switch (unit) {
    case 'week':
      return weekPeriod(mondayOfDay(day));
    case 'weekend':
      return weekendPeriod(mondayOfDay(day));
    case 'month':
      return monthPeriod(year, month);
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3));
    case 'half':
      return halfPeriod(year, month <= 6 ? 1 : 2);
    case 'season':
      return seasonOf(day);
    case 'year':
      return yearPeriod(year);
    case 'decade':
      return decadePeriod(Math.floor(year / 10));
    case 'century':
      return centuryPeriod(Math.floor(year / 100) + 1, false);
    default:
      return dayPeriod(day);
  }
}

function seasonOf(day: Day): Period {
  const { year, month } = civilOf(day);
  if (month <= 2) return seasonPeriod(year - 1, 'WI');
  return seasonPeriod(year, month <= 5 ? 'SP' : month <= 8 ? 'SU' : month <= 11 ? 'FA' : 'WI');
}

export function mondayOfDay(day: Day): Day {
  return day - weekdayOf(day) + 1;
}

/** The Monday of an ISO week, again under this name for the weeks of a year. */
export const weekOfYear = (year: number, week: number): Period => weekPeriod(mondayOf(year, week));

const UNIT_DAYS: Partial<Record<Unit, number>> = { hour: 1 / 24, day: 1, week: 7, weekend: 7 };
const UNIT_MONTHS: Partial<Record<Unit, number>> = {
  month: 1,
  season: 3,
  quarter: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
};

/** The day so many units away; fractions of months and years go to the nearest month, hours by whole days. */
export function shift(day: Day, unit: Unit, by: number): Day {
  const days = UNIT_DAYS[unit];
  if (days !== undefined) return day + (unit === 'hour' ? Math.trunc(days * by) : Math.round(days * by));
  const monthsEach = UNIT_MONTHS[unit];
  return monthsEach === undefined ? day : addMonths(day, Math.round(monthsEach * by));
}
