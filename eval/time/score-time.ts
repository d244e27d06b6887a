/**
 * Scores the time stage on the development sets and prints a table.
 *
 *   npx tsx eval/time/score-time.ts --data DIR [--no-parse] [--mistakes]
 *
 * MEANTIME (news) and WikiWars (narrative mode) by TempEval-3's measures, whole, by halves and as the mean of five parts with
 * its standard deviation, so that a rule fitted to some documents shows; our own probes (of the fourth, mistakes only in the odd
 * sentences: the even ones stay unread); the times of the gold reports, read with the parse; and the windows of reports read
 * without their dates.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { annotate, type Session } from '../../src/annotate/index.ts';
import type { Toolkit } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';
import { loadTimeGrammar, parseTimes, resolveTimes } from '../../src/resolve/time/index.ts';
import { openKeptToolkit } from '../core/kept-session.ts';
import { type Expected, isRight, linesOf } from './days.ts';
import { type ProbePart, scoreProbe } from './probes.ts';
import { addCounts, countTimexes, foldsRowOf, rowOf, type TimexDocument } from './timex-scores.ts';
import { scoreUndated, undatedLine } from './undated.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    parse: { type: 'boolean', default: true },
    mistakes: { type: 'boolean' },
  },
  allowNegative: true,
});

interface Probe {
  readonly file: string;
  readonly part: ProbePart;
}

/** The even sentences of the fourth probe are held back. */
const PROBES: readonly Probe[] = [
  { file: 'probe.jsonl', part: 'all' },
  { file: 'probe-2.jsonl', part: 'all' },
  { file: 'probe-3.jsonl', part: 'all' },
  { file: 'probe-4.jsonl', part: 'odd' },
  { file: 'probe-4.jsonl', part: 'even' },
];

const grammar = loadTimeGrammar();

function scoreSet(name: string, file: string, mode: 'news' | 'narrative'): string[] {
  const documents: TimexDocument[] = linesOf(join(options.data, file));
  const counts = documents.map(({ dct, text, timexes }) =>
    countTimexes(timexes, parseTimes(text, { published: dct.slice(0, 10), mode, grammar })),
  );
  return [
    rowOf(name, addCounts(counts)),
    rowOf(`${name}, even documents`, addCounts(counts.filter((_, index) => index % 2 === 0))),
    rowOf(`${name}, odd documents`, addCounts(counts.filter((_, index) => index % 2 === 1))),
    foldsRowOf(`${name}, mean of five parts`, counts),
  ];
}

/** A line a probe; its mistakes go to the error stream when they are asked for. */
async function probeLine({ file, part }: Probe, toolkit: Toolkit | null): Promise<string> {
  const score = await scoreProbe(file, part, grammar, toolkit);
  if (options.mistakes && part !== 'even') console.error(score.mistakes.join('\n'));
  const ofEvents =
    score.events > 0
      ? `; ${score.eventsFound} of ${score.events} events found, ${score.eventsRight} with the right days`
      : '';
  const name = part === 'all' ? file : `${file}, ${part} ones`;
  return `${name} (${score.sentences} sentences of our own): ${score.timesRight} of ${score.times} expressions to the day${ofEvents}.`;
}

/** The gold readings, with the odd and the even documents apart. */
async function scoreReports(session: Session): Promise<string> {
  const gold = JSON.parse(readFileSync(join(options.data, 'gold/dev.json'), 'utf8'));
  const texts = new Map(reports().map((row) => [row.id, row]));
  const tallies: { id: string; wanted: number; right: number }[] = [];
  for (const reading of gold) {
    const report = makeReport({ ...texts.get(reading.id), published: reading.published, source: reading.id });
    const times = resolveTimes(await annotate(report, session), grammar);
    const wanted: Expected[] = reading.times.flatMap((time: { in: string; from: string | null; to: string | null }) => {
      const start = report.text.indexOf(time.in);
      return start < 0 ? [] : [{ ...time, start, end: start + time.in.length }];
    });
    const right = wanted.filter((time) => isRight(time, times)).length;
    tallies.push({ id: reading.id, wanted: wanted.length, right });
  }
  const share = (part: typeof tallies) =>
    `${sum(part.map((one) => one.right))} of ${sum(part.map((one) => one.wanted))}`;
  const isEven = ({ id }: { id: string }) => Number(id.at(-1)) % 2 === 0;
  return `Gold reports, times with the right days: ${share(tallies)} (even ids ${share(tallies.filter(isEven))}, odd ids ${share(tallies.filter((one) => !isEven(one)))}).`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function reports() {
  return linesOf(join(options.data, 'reports/dev.jsonl'));
}

async function windowsLine(toolkit: Toolkit): Promise<string> {
  const scores = await scoreUndated(reports(), toolkit);
  if (options.mistakes) {
    for (const { id, published, from, to, holds, reasons } of scores) {
      if (!holds) console.error(`${id} ${published} not in ${from}..${to}`, reasons);
    }
  }
  return undatedLine(scores);
}

const table = [
  '| set | timexes | strict F1 | relaxed F1 | type F1 | value F1 | interval recall |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...scoreSet('MEANTIME', 'time/meantime.jsonl', 'news'),
  ...scoreSet('WikiWars, narrative mode', 'time/wikiwars.jsonl', 'narrative'),
];
const toolkit = options.parse ? await openKeptToolkit() : null;
const lines = [...table, ''];
for (const probe of PROBES) lines.push(await probeLine(probe, toolkit));
if (toolkit) lines.push('', await scoreReports(toolkit.session), '', await windowsLine(toolkit));
await toolkit?.session.close();
console.log(lines.join('\n'));
