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

/** `17 Mar 2023`; what is not known is `undated`. */
export function formatDay(date: string | null): string {
  return date === null ? 'undated' : dayWords(date);
}

/** An interval as the whole program says it: `20–22 Mar 2023`. */
export const formatInterval = daysWords;
