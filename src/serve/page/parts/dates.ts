import { daysWords, dayWords } from '../../../ask/wording.ts';

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO date. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY);
}

/** The ISO date of a day number. */
export function isoDate(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The first day of `2023`, `2023-03` or `2023-03-17`. */
export function firstDay(date: string): number {
  return dayNumber(`${date}-01-01`.slice(0, 10));
}

/** The last day of `2023`, `2023-03` or `2023-03-17`. */
export function lastDay(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  if (day !== undefined) return dayNumber(date);
  return Math.round(Date.UTC(year!, month ?? 12, 0) / MS_PER_DAY);
}

/** `17 Mar 2023`; what is not known is `undated`. */
export function formatDay(date: string | null): string {
  return date === null ? 'undated' : dayWords(date);
}

/** `Mar` of 2023-03-17. */
export function monthName(date: string): string {
  return dayWords(date).split(' ')[1]!;
}

/** An interval as the whole program says it: `20–22 Mar 2023`. */
export const formatInterval = daysWords;
