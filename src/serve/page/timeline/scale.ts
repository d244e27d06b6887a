import { dayNumber, isoDate, monthName } from '../parts/dates.ts';

/** Days, as numbers, against pixels. */
export interface Scale {
  readonly first: number;
  readonly last: number;
  readonly width: number;
  /** The pixel at which a day begins. */
  readonly x: (day: number) => number;
}

export interface Tick {
  readonly day: number;
  readonly label: string;
  /** Whether a longer unit begins here: a year among months, a month among days. */
  readonly isMajor: boolean;
}

type Unit = 'day' | 'month' | 'year';

// How far apart ticks may stand, from near to far, with the days that one step covers.
const STEPS: readonly (readonly [unit: Unit, count: number, days: number])[] = [
  ['day', 1, 1],
  ['day', 7, 7],
  ['month', 1, 30],
  ['month', 3, 91],
  ['year', 1, 365],
  ['year', 2, 730],
  ['year', 5, 1826],
  ['year', 10, 3652],
  ['year', 25, 9131],
  ['year', 100, 36524],
];
const MIN_TICK_PX = 72;

/** A linear scale over the days `first` to `last`, both shown whole. */
export function scaleOf(first: number, last: number, width: number): Scale {
  const days = Math.max(1, last + 1 - first);
  return { first, last, width, x: (day) => ((day - first) / days) * width };
}

/** Ticks that stand at least 72 pixels apart, on round days, months or years. */
export function ticksOf(scale: Scale): readonly Tick[] {
  const pixelsPerDay = scale.x(scale.first + 1);
  const [unit, count] = STEPS.find(([, , days]) => days * pixelsPerDay >= MIN_TICK_PX) ?? STEPS.at(-1)!;
  const ticks: Tick[] = [];
  for (let day = roundUp(scale.first, unit, count); day <= scale.last; day = next(day, unit, count)) {
    ticks.push({ day, ...labelOf(day, unit, ticks.length === 0) });
  }
  return ticks;
}

/** The smallest window that shows every day given, with room at both sides; null when no day is known. */
export function windowOver(days: readonly number[]): { readonly first: number; readonly last: number } | null {
  if (days.length === 0) return null;
  const first = Math.min(...days);
  const last = Math.max(...days);
  const room = Math.max(3, Math.round((last - first) * 0.04));
  return { first: first - room, last: last + room };
}

function roundUp(day: number, unit: Unit, count: number): number {
  const [year, month] = isoDate(day).split('-').map(Number) as [number, number];
  switch (unit) {
    case 'day':
      // Day 4 is a Monday (5 January 1970), so weeks begin on one.
      return count === 7 ? day + ((((4 - day) % 7) + 7) % 7) : day;
    case 'month': {
      const start = startOf(year, month - ((month - 1) % count));
      return start >= day ? start : next(start, unit, count);
    }
    case 'year': {
      const start = startOf(Math.floor(year / count) * count, 1);
      return start >= day ? start : next(start, unit, count);
    }
  }
}

function next(day: number, unit: Unit, count: number): number {
  if (unit === 'day') return day + count;
  const [year, month] = isoDate(day).split('-').map(Number) as [number, number];
  return unit === 'month' ? startOf(year, month + count) : startOf(year + count, 1);
}

/** The first day of a month; months past December go on in the next year. */
function startOf(year: number, month: number): number {
  const whole = year + Math.floor((month - 1) / 12);
  const rest = ((month - 1) % 12) + 1;
  return dayNumber(`${String(whole).padStart(4, '0')}-${String(rest).padStart(2, '0')}-01`);
}

function labelOf(day: number, unit: Unit, isFirst: boolean): Omit<Tick, 'day'> {
  const date = isoDate(day);
  const month = monthName(date);
  const [year, monthNumber, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
  if (unit === 'year') return { label: String(year), isMajor: true };
  if (unit === 'month')
    return { label: monthNumber === 1 || isFirst ? `${month} ${year}` : month, isMajor: monthNumber === 1 };
  const isNewMonth = dayOfMonth <= 7;
  return { label: isFirst ? `${dayOfMonth} ${month} ${year}` : `${dayOfMonth} ${month}`, isMajor: isNewMonth };
}
