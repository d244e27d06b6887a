import { alternation, calendarWords, once } from './phrases.ts';

/** The dates that Chancery can reckon with. */
export const FIRST_DATE = '1000-01-01';
export const LAST_DATE = '2200-12-31';

/** A date found in a text: `year` is null where the text leaves it out. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** A date in a text, with its offsets. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly date: WrittenDate;
}

/** Finds the first written date in a text, or at exactly `at` when that is given: "March 20", "17 March 2023", "Mar. 3rd, 2023", "2023-03-17", "17.3.2023". */
export function findWrittenDate(text: string, at?: number): FoundDate | null {
  const found = datePatterns().flatMap(({ order, anywhere, here }) => {
    const regex = at === undefined ? anywhere : here;
    regex.lastIndex = at ?? 0;
    const match = regex.exec(text);
    const date = match && toDate(match, order);
    return match && date ? [{ start: match.index, end: match.index + match[0].length, date }] : [];
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end)[0] ?? null;
}

type Order = 'month-day-year' | 'day-month-year' | 'numeric-year-month-day' | 'numeric-day-month-year' | 'slashes';

const datePatterns = once(() => {
  const { months, weekdays, ordinals } = calendarWords();
  const month = `(${alternation(Object.values(months).flat())})\\b\\.?`;
  const weekday = `(?:${alternation(weekdays)}\\b\\.?,?\\s+)?`;
  const day = `(\\d{1,2})(?:${alternation(ordinals)})?`;
  const year = '(\\d{4})(?![\\d:])';
  const patterns: readonly { readonly order: Order; readonly pattern: string }[] = [
    {
      order: 'month-day-year',
      pattern: `(?<![\\p{L}\\d])${weekday}${month}\\s+${day}(?![\\d:.]\\d)(?:,?\\s+${year})?(?![\\p{L}\\d])`,
    },
    {
      order: 'day-month-year',
      pattern: `(?<![\\p{L}\\d])${weekday}${day}(?:\\s+of)?[\\s-]+${month}(?:[,\\s-]+${year})?(?![\\p{L}\\d])`,
    },
    { order: 'numeric-year-month-day', pattern: `(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)` },
    { order: 'numeric-day-month-year', pattern: `(?<!\\d)(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?!\\d)` },
    { order: 'slashes', pattern: `(?<!\\d)(\\d{1,2})/(\\d{1,2})/(\\d{4})(?!\\d)` },
  ];
  return patterns.map(({ order, pattern }) => ({
    order,
    anywhere: new RegExp(pattern, 'iu'),
    here: new RegExp(pattern, 'iuy'),
  }));
});

function toDate(match: RegExpExecArray, order: Order): WrittenDate | null {
  const [, a, b, c] = match;
  switch (order) {
    case 'month-day-year':
      return known({ month: monthNumber(a!), day: Number(b), year: c === undefined ? null : Number(c) });
    case 'day-month-year':
      return known({ day: Number(a), month: monthNumber(b!), year: c === undefined ? null : Number(c) });
    case 'numeric-year-month-day':
      return known({ year: Number(a), month: Number(b), day: Number(c) });
    case 'numeric-day-month-year':
      return known({ day: Number(a), month: Number(b), year: Number(c) });
    case 'slashes':
      return bySlashes(Number(a), Number(b), Number(c));
  }
}

/** "17/03/2023" and "03/17/2023" can be read in one way only; "04/03/2023" is left alone unless both ways agree. */
function bySlashes(first: number, second: number, year: number): WrittenDate | null {
  if (first > 12 || first === second) return known({ day: first, month: second, year });
  return second > 12 ? known({ day: second, month: first, year }) : null;
}

function known(date: WrittenDate): WrittenDate | null {
  return isoDate(date.year ?? 2000, date.month, date.day) ? date : null;
}

function monthNumber(word: string): number {
  const name = word.toLowerCase().replace(/\.$/, '');
  const entry = Object.entries(calendarWords().months).find(([, names]) => names.includes(name));
  return Number(entry?.[0]);
}

/** Gives `YYYY-MM-DD`, or null for a day that no calendar has or that lies outside 1000 to 2200. */
export function isoDate(year: number, month: number, day: number): string | null {
  const moment = new Date(Date.UTC(2000, 0, 1));
  moment.setUTCFullYear(year, month - 1, day);
  const isReal = moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  if (!isReal) return null;
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return date >= FIRST_DATE && date <= LAST_DATE ? date : null;
}
