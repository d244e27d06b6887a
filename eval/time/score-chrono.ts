/**
 * Scores chrono-node on our probes, beside chancery/time. It is no dependency: install it anywhere and say where.
 *
 *   npm install --prefix /tmp/peer chrono-node && npx tsx eval/time/score-chrono.ts /tmp/peer/node_modules/chrono-node
 *
 * Kind to it: the grain of a result is read from what chrono says it knows and from the unit words of its text, weeks are
 * Monday to Sunday, and an expression that stands nowhere on the calendar counts as right where chrono finds nothing.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadTimeGrammar, parseTimes } from '../../src/resolve/time/index.ts';
import { type Expected, isRight, linesOf } from './days.ts';

interface ChronoPoint {
  date(): Date;
  isCertain(component: 'day' | 'weekday' | 'month' | 'year'): boolean;
}

interface ChronoResult {
  readonly index: number;
  readonly text: string;
  readonly start: ChronoPoint;
  readonly end: ChronoPoint | null;
}

interface Chrono {
  parse(text: string, reference: { instant: Date; timezone: number }): readonly ChronoResult[];
}

interface ProbeLine {
  readonly dct: string;
  readonly text: string;
  readonly timexes: readonly { start: number; end: number; interval: { start: string | null; end: string | null } }[];
}

const chrono: Chrono = createRequire(import.meta.url)(process.argv[2] ?? 'chrono-node');
const grammar = loadTimeGrammar();

/** Chrono works in the local time zone; its days are read back in the same. */
function dayOf(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function grainOf(point: ChronoPoint, text: string): 'day' | 'week' | 'month' | 'year' {
  if (/\bweeks?\b/i.test(text)) return 'week';
  if (/\bmonths?\b/i.test(text)) return 'month';
  if (/\byears?\b/i.test(text)) return 'year';
  if (point.isCertain('day') || point.isCertain('weekday')) return 'day';
  return point.isCertain('month') ? 'month' : point.isCertain('year') ? 'year' : 'day';
}

function stretchOf(point: ChronoPoint, text: string): { from: string; to: string } {
  const date = point.date();
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  switch (grainOf(point, text)) {
    case 'day':
      return { from: dayOf(date), to: dayOf(date) };
    case 'week': {
      const monday = day - ((date.getDay() + 6) % 7);
      return { from: dayOf(new Date(year, month, monday)), to: dayOf(new Date(year, month, monday + 6)) };
    }
    case 'month':
      return { from: dayOf(new Date(year, month, 1)), to: dayOf(new Date(year, month + 1, 0)) };
    case 'year':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
}

function daysByChrono(text: string, dct: string): Expected[] {
  const [year, month, day] = dct.split('-').map(Number);
  const instant = new Date(year!, month! - 1, day!, 12);
  return chrono.parse(text, { instant, timezone: -instant.getTimezoneOffset() }).map((result) => {
    const first = stretchOf(result.start, result.text);
    const last = result.end ? stretchOf(result.end, result.text) : first;
    return { start: result.index, end: result.index + result.text.length, from: first.from, to: last.to };
  });
}

console.log('| probe | expressions | chrono-node | chancery/time |\n| --- | --- | --- | --- |');
for (const file of ['probe.jsonl', 'probe-2.jsonl', 'probe-3.jsonl']) {
  const tally = { all: 0, chrono: 0, ours: 0 };
  for (const { dct, text, timexes } of linesOf(fileURLToPath(new URL(file, import.meta.url))) as ProbeLine[]) {
    const theirs = daysByChrono(text, dct);
    const ours = parseTimes(text, { published: dct, grammar });
    for (const { start, end, interval } of timexes) {
      const wanted = { start, end, from: interval.start, to: interval.end };
      const isNowhere = wanted.from === null && wanted.to === null;
      const isUnfound = !theirs.some((time) => time.start < end && start < time.end);
      tally.all += 1;
      if (isRight(wanted, theirs) || (isNowhere && isUnfound)) tally.chrono += 1;
      if (isRight(wanted, ours)) tally.ours += 1;
    }
  }
  console.log(`| ${file} | ${tally.all} | ${tally.chrono} | ${tally.ours} |`);
}
