import { ChanceryError } from '../problems.ts';
import { alternation, calendarWords, once } from './phrases.ts';
import { FIRST_DATE, findWrittenDate, isoDate, LAST_DATE } from './written-date.ts';

/** A date as a page or feed states it, with its clock time and offset from UTC in minutes when these are given. */
export interface StatedDate {
  readonly date: string;
  readonly minuteOfDay: number | null;
  readonly offsetMinutes: number | null;
}

/** Checks a publication date that a caller gives; throws `read/bad-date` where it is no date from 1000 to 2200. */
export function parsePublished(value: string, file?: string): string {
  const stated = parseStatedDate(value);
  if (stated) return stated.date;
  throw new ChanceryError('read/bad-date', `"${value}" is no date that a report can carry.`, {
    expected: [`a day of the calendar from ${FIRST_DATE} to ${LAST_DATE}, such as 2023-03-17`],
    hint: 'Leave the date out when it is not known: Chancery then works out a window from the text.',
    ...(file === undefined ? {} : { at: { file } }),
  });
}

/** Reads a whole date: ISO 8601, RFC 822, or written out ("Friday, 17 March 2023"). Null where it is none, or could be read in two ways. */
export function parseStatedDate(value: string): StatedDate | null {
  const text = value.trim();
  return parseIso(text) ?? parseWritten(text);
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|GMT|([+-])(\d{2}):?(\d{2})?|([A-Z]{2,4}))?)?$/i;

function parseIso(text: string): StatedDate | null {
  const match = ISO.exec(text);
  const date = match && isoDate(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!match || !date) return null;
  const minuteOfDay = match[4] === undefined ? null : Number(match[4]) * 60 + Number(match[5]);
  const zone = match[0].match(/(?:Z|[A-Z]{2,4}|[+-]\d{2}:?\d{0,2})$/i)?.[0] ?? null;
  return { date, minuteOfDay, offsetMinutes: minuteOfDay === null || zone === null ? null : zoneOffset(zone) };
}

const CLOCK = /\b(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?\s*([ap])?\.?\s?(?:m\b\.?)?/i;

/** A written date with nothing beside it but a clock time, a zone, a weekday and marks. */
function parseWritten(text: string): StatedDate | null {
  const found = findWrittenDate(text);
  if (!found || found.date.year === null) return null;
  const date = isoDate(found.date.year, found.date.month, found.date.day);
  const rest = text.slice(0, found.start) + text.slice(found.end);
  const clock = CLOCK.exec(rest);
  const zone = ZONE().exec(clock ? rest.replace(clock[0], ' ') : rest);
  const leftover = rest.replace(clock?.[0] ?? '', ' ').replace(zone?.[0] ?? '', ' ');
  if (!date || !isFurniture(leftover)) return null;
  return { date, minuteOfDay: clock && minuteOf(clock), offsetMinutes: zone && zoneOffset(zone[0].trim()) };
}

function minuteOf(clock: RegExpExecArray): number {
  const hour = Number(clock[1]);
  const half = clock[3]?.toLowerCase();
  const hour24 = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return hour24 * 60 + Number(clock[2]);
}

const ZONE = once(() => new RegExp(`[+-]\\d{2}:?\\d{2}\\b|\\b${alternation(Object.keys(calendarWords().zones))}\\b`));

function zoneOffset(zone: string): number | null {
  const numeric = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (numeric) return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0));
  const hours = calendarWords().zones[zone.toUpperCase()];
  return hours === undefined ? null : hours * 60;
}

const WEEKDAY = once(() => new RegExp(`^${alternation(calendarWords().weekdays)}\\.?$`, 'i'));

function isFurniture(text: string): boolean {
  return text.split(/[\s,;|()·•]+/).every((word) => word === '' || /^[-–—/:.]+$/.test(word) || WEEKDAY().test(word));
}

/**
 * Gives the day on which something was published where its outlet is: a time stated in UTC is moved to the outlet's zone when that is known;
 * a time with another offset already is the outlet's own.
 */
export function localDate(stated: StatedDate, zone: string | null): string {
  if (zone === null || stated.minuteOfDay === null || stated.offsetMinutes !== 0) return stated.date;
  const instant = new Date(Date.parse(`${stated.date}T00:00:00Z`) + stated.minuteOfDay * 60_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );
}
