import { civilOf, formatDay, mondayOf, parseDay } from '../../src/resolve/time/civil.ts';
import {
  centuryPeriod,
  decadePeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  quarterPeriod,
  seasonPeriod,
  weekendPeriod,
  weekPeriod,
  yearPeriod,
} from '../../src/resolve/time/reading.ts';
import type { Season } from '../../src/resolve/time/term.ts';

/** A time expression of a gold file, or one that we found. */
export interface Timex {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

export interface TimexDocument {
  readonly doc: string;
  readonly dct: string;
  readonly text: string;
  readonly timexes: readonly Timex[];
}

/** Counts that add up over documents. */
export interface TimexCounts {
  readonly gold: number;
  readonly found: number;
  readonly strictGold: number;
  readonly strictFound: number;
  readonly relaxedGold: number;
  readonly relaxedFound: number;
  readonly type: number;
  readonly value: number;
  readonly intervals: number;
  readonly intervalsRight: number;
}

const NOTHING: TimexCounts = {
  gold: 0,
  found: 0,
  strictGold: 0,
  strictFound: 0,
  relaxedGold: 0,
  relaxedFound: 0,
  type: 0,
  value: 0,
  intervals: 0,
  intervalsRight: 0,
};

/** Compares what was found with a gold document. Source: the definitions of TempEval-3 (UzZaman et al. 2013). */
export function countTimexes(gold: readonly Timex[], found: readonly Timex[]): TimexCounts {
  const pairs = gold.map((time) => ({ time, match: bestMatch(time, found) }));
  const matched = pairs.filter(({ match }) => match !== null) as { time: Timex; match: Timex }[];
  const placed = pairs.filter(({ time }) => daysOfValue(time.value) !== null);
  return {
    gold: gold.length,
    found: found.length,
    strictGold: matched.filter(({ time, match }) => isSameSpan(time, match)).length,
    strictFound: found.filter((time) => gold.some((other) => isSameSpan(time, other))).length,
    relaxedGold: matched.length,
    relaxedFound: found.filter((time) => gold.some((other) => overlap(time, other) > 0)).length,
    type: matched.filter(({ time, match }) => time.type === match.type).length,
    value: matched.filter(({ time, match }) => time.value === '' || time.value === match.value).length,
    intervals: placed.length,
    intervalsRight: placed.filter(
      ({ time, match }) => match !== null && daysOfValue(time.value) === daysOfValue(match.value),
    ).length,
  };
}

/** The sum of the counts of many documents. */
export function addCounts(counts: readonly TimexCounts[]): TimexCounts {
  return counts.reduce((sum, one) => {
    const keys = Object.keys(NOTHING) as (keyof TimexCounts)[];
    return Object.fromEntries(keys.map((key) => [key, sum[key] + one[key]])) as unknown as TimexCounts;
  }, NOTHING);
}

/** One row of the report's table, in percent. */
export function rowOf(name: string, counts: TimexCounts): string {
  return `| ${name} | ${counts.gold} | ${percentagesOf(counts)
    .map((cell) => cell.toFixed(1))
    .join(' | ')} |`;
}

/** A row of means over `folds` parts of the documents (every n-th one), each with its standard deviation: how far the figures depend on the documents. */
export function foldsRowOf(name: string, documents: readonly TimexCounts[], folds = 5): string {
  const parts = Array.from({ length: folds }, (_, fold) =>
    addCounts(documents.filter((_document, index) => index % folds === fold)),
  );
  const rows = parts.map(percentagesOf);
  const cells = rows[0]!.map((_, column) => spreadOf(rows.map((row) => row[column]!)));
  const sizes = parts.map(({ gold }) => gold);
  return `| ${name} | ${Math.min(...sizes)}–${Math.max(...sizes)} | ${cells.join(' | ')} |`;
}

function spreadOf(figures: readonly number[]): string {
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const squares = figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0);
  return `${mean.toFixed(1)} ± ${Math.sqrt(squares / (figures.length - 1)).toFixed(1)}`;
}

function percentagesOf(counts: TimexCounts): number[] {
  const strict = f1(counts.strictFound / counts.found, counts.strictGold / counts.gold);
  const relaxed = f1(counts.relaxedFound / counts.found, counts.relaxedGold / counts.gold);
  const [typeShare, valueShare] = [counts.type / counts.relaxedGold, counts.value / counts.relaxedGold];
  const shares = [strict, relaxed, relaxed * typeShare, relaxed * valueShare, counts.intervalsRight / counts.intervals];
  return shares.map((share) => 100 * share);
}

function f1(precision: number, recall: number): number {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
}

function bestMatch(time: Timex, found: readonly Timex[]): Timex | null {
  const same = found.find((other) => isSameSpan(time, other));
  if (same) return same;
  let best: Timex | null = null;
  for (const other of found) if (overlap(time, other) > (best ? overlap(time, best) : 0)) best = other;
  return best;
}

function isSameSpan(a: Timex, b: Timex): boolean {
  return a.start === b.start && a.end === b.end;
}

function overlap(a: Timex, b: Timex): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

/** The days that a TIMEX3 value names, as `from..to`; null where it names none on the calendar. */
export function daysOfValue(value: string): string | null {
  const ends = value.split('/');
  const periods = ends.map(periodOfValue);
  if (periods.some((period) => period === null)) return null;
  return `${formatDay(periods[0]!.from)}..${formatDay(periods.at(-1)!.to)}`;
}

function periodOfValue(value: string): Period | null {
  const day = parseDay(value.slice(0, 10));
  if (/^\d{4}-\d\d-\d\d(T|$)/.test(value)) return day === null ? null : { value, from: day, to: day };
  const match = /^(\d{2,4})X?X?(?:-(W|Q|H)?(\d\d?|[A-Z]{2})(?:-(WE|\d))?)?$/.exec(value);
  if (!match) return null;
  const [, digits, kind, part, sub] = match as unknown as [string, string, string?, string?, string?];
  const year = Number(digits);
  if (part === undefined) return wholePeriod(digits, year);
  if (digits.length !== 4 || (kind !== undefined && !/^\d+$/.test(part))) return null;
  if (kind === 'W') return weekOf(mondayOf(year, Number(part)), sub);
  if (kind === 'Q') return quarterPeriod(year, Number(part));
  if (kind === 'H') return halfPeriod(year, Number(part));
  if (/^\d\d$/.test(part)) return monthPeriod(year, Number(part));
  return ['SP', 'SU', 'FA', 'WI'].includes(part) ? seasonPeriod(year, part as Season) : null;
}

function wholePeriod(digits: string, year: number): Period | null {
  if (digits.length === 4) return yearPeriod(year);
  return digits.length === 3 ? decadePeriod(year) : centuryPeriod(year + 1, false);
}

function weekOf(monday: number, sub: string | undefined): Period {
  if (sub === 'WE') return weekendPeriod(monday);
  if (sub === undefined) return weekPeriod(monday);
  const day = monday + Number(sub) - 1;
  return { value: String(civilOf(day).year), from: day, to: day };
}
