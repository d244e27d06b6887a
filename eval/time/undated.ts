import { analyseReport, type Toolkit } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';
import type { Report } from '../../src/record/index.ts';

/** A report and the window that its text allows when nobody says when it was published. */
export interface UndatedScore {
  readonly id: string;
  readonly published: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly holds: boolean;
  /** Days of the window; null where a bound is missing. */
  readonly days: number | null;
  readonly reasons: Report['published']['reasons'];
}

const UNDATED: Report['published'] = { value: null, basis: 'unknown', from: null, to: null, reasons: [] };

interface DatedText {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly published: string;
}

/** Reads reports without their dates: their dates are taken away, what the text itself says is left. */
export async function scoreUndated(reports: readonly DatedText[], toolkit: Toolkit): Promise<readonly UndatedScore[]> {
  const scores: UndatedScore[] = [];
  for (const { id, title, text, published } of reports) {
    const report = { ...makeReport({ title, text, source: id }), published: UNDATED };
    const { resolved } = await analyseReport(report, toolkit);
    const { from, to, reasons } = resolved.report.published;
    const holds = (from === null || from <= published) && (to === null || published <= to);
    const days = from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
    scores.push({ id, published, from, to, holds, days, reasons });
  }
  return scores;
}

/** One line for the scores. */
export function undatedLine(scores: readonly UndatedScore[]): string {
  const closed = scores.flatMap(({ days }) => (days === null ? [] : [days])).sort((a, b) => a - b);
  const within = (limit: number) => closed.filter((days) => days <= limit).length;
  return (
    `Reports read without their dates: the window holds the true one in ${scores.filter(({ holds }) => holds).length} of ${scores.length}; ` +
    `it has both bounds in ${closed.length} (${within(31)} within a month, ${within(366)} within a year, ${within(1461)} within four; median ${closed[Math.floor(closed.length / 2)]} days).`
  );
}
