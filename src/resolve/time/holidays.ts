import { type Day, dayOf, easterOf, isCivil, monthLength, orthodoxEasterOf, parseDay, weekdayOf } from './civil.ts';
import type { HolidayRule } from './grammar-schema.ts';
import { dayValue, type Period } from './reading.ts';

/** A holiday in a given year; null when the grammar does not know it for that year. */
export function holidayPeriod(name: string, year: number, holidays: ReadonlyMap<string, HolidayRule>): Period | null {
  const rule = holidays.get(name);
  const day = rule ? holidayDay(rule, year) : null;
  if (!rule || day === null) return null;
  const to = lastDay(rule, day, holidays);
  return { value: to === day ? dayValue(day) : `${dayValue(day)}/${dayValue(to)}`, from: day, to };
}

function lastDay(rule: HolidayRule, day: Day, holidays: ReadonlyMap<string, HolidayRule>): Day {
  const next = 'until' in rule && rule.until !== undefined ? holidays.get(rule.until) : undefined;
  const days = next && 'dates' in next ? next.dates.split(' ').flatMap((date) => parseDay(date) ?? []) : [];
  const end = days.find((one) => one > day);
  return end === undefined ? day + rule.days - 1 : end - 1;
}

function holidayDay(rule: HolidayRule, year: number): Day | null {
  if ('dates' in rule) return parseDay(rule.dates.split(' ').find((date) => date.startsWith(String(year))) ?? null);
  if ('easter' in rule) return (rule.easter === 'western' ? easterOf(year) : orthodoxEasterOf(year)) + rule.plus;
  if ('nth' in rule) return nthWeekday(year, rule.month, rule.weekday, rule.nth);
  return isCivil(year, rule.month, rule.day) ? dayOf(year, rule.month, rule.day) : null;
}

/** The n-th weekday of a month, counted from its end when n is negative. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  if (nth > 0) {
    const first = dayOf(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  }
  const last = dayOf(year, month, monthLength(year, month));
  return last - ((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7;
}
