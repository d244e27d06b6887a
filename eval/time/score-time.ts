/**
 * Scores the time stage on the development sets and prints a table.
 *
 *   npx tsx eval/time/score-time.ts --data DIR [--no-parse]
 *
 * MEANTIME (news) and WikiWars (narrative mode) by TempEval-3's measures, whole and split by document into even and odd, so
 * that a rule fitted to one part shows; our own two probes; and the times of the gold reports, read with the parse.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { annotate } from '../../src/annotate/index.ts';
import type { Report } from '../../src/record/index.ts';
import { type DatedExpression, loadTimeGrammar, parseTimes, resolveTimes } from '../../src/resolve/time/index.ts';
import { openKeptSession } from '../core/kept-session.ts';
import { addCounts, countTimexes, rowOf, type TimexDocument } from './timex-scores.ts';

const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, parse: { type: 'boolean', default: true } },
  allowNegative: true,
});

const grammar = loadTimeGrammar();

function linesOf(file: string) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function scoreSet(name: string, file: string, mode: 'news' | 'narrative'): string[] {
  const documents: TimexDocument[] = linesOf(join(options.data, file));
  const counts = documents.map(({ dct, text, timexes }) =>
    countTimexes(timexes, parseTimes(text, { published: dct.slice(0, 10), mode, grammar })),
  );
  return [
    rowOf(name, addCounts(counts)),
    rowOf(`${name}, even documents`, addCounts(counts.filter((_, index) => index % 2 === 0))),
    rowOf(`${name}, odd documents`, addCounts(counts.filter((_, index) => index % 2 === 1))),
  ];
}

interface Interval {
  readonly start: string | null;
  readonly end: string | null;
}

interface Expected {
  readonly start: number;
  readonly end: number;
  readonly from: string | null;
  readonly to: string | null;
}

interface Days {
  readonly start: number;
  readonly end: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** An expression of a probe: its own days, and those of the event that it dates where they differ. */
interface ProbeTime {
  readonly start: number;
  readonly end: number;
  readonly interval: Interval;
  readonly dates?: Interval;
}

/** Whether one of the expressions that touch a span, or all of them as a range, have the expected days. */
function isRight(expected: Expected, times: readonly Days[]): boolean {
  const hits = times.filter((time) => time.start < expected.end && time.end > expected.start);
  if (hits.length === 0) return false;
  const whole = { from: hits[0]!.from, to: hits.at(-1)!.to };
  return [...hits, whole].some(({ from, to }) => from === expected.from && to === expected.to);
}

function isRightInProbe(time: ProbeTime, found: readonly DatedExpression[]): boolean {
  const datings = found.map(({ start, end, dates }) => ({ start, end, ...dates }));
  const expect = ({ start, end }: Interval): Expected => ({ ...time, from: start, to: end });
  return isRight(expect(time.interval), found) && (!time.dates || isRight(expect(time.dates), datings));
}

function scoreProbe(file: string): string {
  const sentences = linesOf(fileURLToPath(new URL(file, import.meta.url)));
  const right = sentences.flatMap(({ text, dct, timexes }) => {
    const found = parseTimes(text, { published: dct, grammar });
    return timexes.map((time: ProbeTime) => isRightInProbe(time, found));
  });
  return `${file} (${sentences.length} sentences of our own): ${right.filter(Boolean).length} of ${right.length} expressions to the day.`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

/** The gold readings, with the odd and the even documents apart. */
async function scoreReports(): Promise<string[]> {
  const gold = JSON.parse(readFileSync(join(options.data, 'gold/dev.json'), 'utf8'));
  const texts = new Map(linesOf(join(options.data, 'reports/dev.jsonl')).map((row) => [row.id, row]));
  const session = await openKeptSession();
  const tallies: { id: string; wanted: number; right: number }[] = [];
  for (const reading of gold) {
    const { title, text } = texts.get(reading.id);
    const report = reportOf(title && !text.startsWith(title) ? `${title}\n\n${text}` : text, reading.published);
    const times = resolveTimes(await annotate(report, session), grammar);
    const wanted: Expected[] = reading.times.flatMap((time: { in: string; from: string | null; to: string | null }) => {
      const start = report.text.indexOf(time.in);
      return start < 0 ? [] : [{ ...time, start, end: start + time.in.length }];
    });
    tallies.push({
      id: reading.id,
      wanted: wanted.length,
      right: wanted.filter((time) => isRight(time, times)).length,
    });
  }
  await session.close();
  const share = (part: typeof tallies) =>
    `${sum(part.map((one) => one.right))} of ${sum(part.map((one) => one.wanted))}`;
  const isEven = ({ id }: { id: string }) => Number(id.at(-1)) % 2 === 0;
  return [
    `Gold reports, times with the right days: ${share(tallies)} (even ids ${share(tallies.filter(isEven))}, odd ids ${share(tallies.filter((one) => !isEven(one)))}).`,
  ];
}

function reportOf(text: string, published: string): Report {
  return {
    ...{
      id: 'r_eval',
      source: '-',
      url: null,
      outlet: null,
      title: null,
      byline: null,
      language: 'en',
      dateline: null,
    },
    published: { value: published, basis: 'given', from: published, to: published, reasons: [] },
    text,
  };
}

const table = [
  '| set | timexes | strict F1 | relaxed F1 | type F1 | value F1 | interval recall |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...scoreSet('MEANTIME', 'time/meantime.jsonl', 'news'),
  ...scoreSet('WikiWars, narrative mode', 'time/wikiwars.jsonl', 'narrative'),
];
console.log(
  [
    ...table,
    '',
    scoreProbe('probe.jsonl'),
    scoreProbe('probe-2.jsonl'),
    ...(options.parse ? ['', ...(await scoreReports())] : []),
  ].join('\n'),
);
