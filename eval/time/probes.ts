import { fileURLToPath } from 'node:url';
import { readReport, type Toolkit } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';
import { type DatedExpression, parseTimes, type TimeGrammar } from '../../src/resolve/time/index.ts';
import { type Expected, isRight, linesOf } from './days.ts';

/** A sentence of our own with the days that its words stand for, and those of the events that it tells. */
interface ProbeSentence {
  readonly doc: string;
  readonly dct: string;
  readonly text: string;
  readonly timexes: readonly ProbeTime[];
  readonly events?: readonly { readonly in: string; readonly from: string | null; readonly to: string | null }[];
}

interface Interval {
  readonly start: string | null;
  readonly end: string | null;
}

/** An expression of a probe: its own days, and those of the event that it dates where they differ. */
interface ProbeTime {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly interval: Interval;
  readonly dates?: Interval;
}

/** What one probe came to. */
export interface ProbeScore {
  readonly sentences: number;
  readonly times: number;
  readonly timesRight: number;
  readonly events: number;
  readonly eventsFound: number;
  readonly eventsRight: number;
  readonly mistakes: readonly string[];
}

/** The sentences of a probe that are scored: all of them, or those whose number is odd or even. */
export type ProbePart = 'all' | 'odd' | 'even';

/** Scores a probe: expressions in raw text; events, where the probe has them, with the whole pipeline. */
export async function scoreProbe(
  file: string,
  part: ProbePart,
  grammar: TimeGrammar,
  toolkit: Toolkit | null,
): Promise<ProbeScore> {
  const sentences = sentencesOf(file).filter(({ doc }) => part === 'all' || (part === 'odd') === isOdd(doc));
  const mistakes: string[] = [];
  const score = { times: 0, timesRight: 0, events: 0, eventsFound: 0, eventsRight: 0 };
  for (const sentence of sentences) {
    const found = parseTimes(sentence.text, { published: sentence.dct, grammar });
    for (const time of sentence.timexes) {
      score.times += 1;
      if (isRightInProbe(time, found)) score.timesRight += 1;
      else mistakes.push(`${sentence.doc} "${time.text}": ${sentence.text}`);
    }
    if (!toolkit || !sentence.events) continue;
    const report = makeReport({ text: sentence.text, published: sentence.dct, source: sentence.doc });
    const { record } = await readReport(report, toolkit);
    for (const wanted of sentence.events) {
      score.events += 1;
      const start = sentence.text.indexOf(wanted.in);
      const event = record.events.find(({ trigger }) => trigger.start <= start && start < trigger.end);
      if (event) score.eventsFound += 1;
      const { from, to } = event?.time ?? { from: undefined, to: undefined };
      if (from === wanted.from && to === wanted.to) score.eventsRight += 1;
      else
        mistakes.push(
          `${sentence.doc} event "${wanted.in}" ${event ? `${from}..${to}` : 'not found'}: ${sentence.text}`,
        );
    }
  }
  return { sentences: sentences.length, ...score, mistakes };
}

function sentencesOf(file: string): readonly ProbeSentence[] {
  return linesOf(fileURLToPath(new URL(file, import.meta.url)));
}

function isOdd(doc: string): boolean {
  return Number(doc.at(-1)) % 2 === 1;
}

function isRightInProbe(time: ProbeTime, found: readonly DatedExpression[]): boolean {
  const datings = found.map(({ start, end, dates }) => ({ start, end, ...dates }));
  const expect = ({ start, end }: Interval): Expected => ({ ...time, from: start, to: end });
  return isRight(expect(time.interval), found) && (!time.dates || isRight(expect(time.dates), datings));
}
