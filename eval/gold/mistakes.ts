/**
 * Prints the figures of gold readings and what was read otherwise than they say, a line a mistake. Not for readings that are held back.
 *
 *   npx tsx eval/gold/mistakes.ts --gold FILE --reports FILE
 *   npx tsx eval/gold/mistakes.ts --sentences --data FOLDER
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readReport } from '../../src/pipeline.ts';
import { makeReport } from '../../src/read/index.ts';
import { openKeptToolkit } from '../core/kept-session.ts';
import { runSentences } from '../events/run.ts';
import { decimals } from '../report/figures.ts';
import { type GoldReport, readLines } from './run.ts';
import { type GoldReading, goldFigures, newTally, scoreReading } from './score-gold.ts';

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    reports: { type: 'string' },
    data: { type: 'string' },
    sentences: { type: 'boolean' },
  },
});
const toolkit = await openKeptToolkit();
const lines =
  values.sentences && values.data
    ? await sentenceMistakes(values.data)
    : await reportMistakes(values.gold ?? '', values.reports ?? '');
process.stdout.write(`${lines.join('\n')}\n`);

async function sentenceMistakes(data: string): Promise<readonly string[]> {
  const { table, missed } = await runSentences(data, toolkit);
  return [...missed, '', ...table];
}

async function reportMistakes(goldFile: string, reportsFile: string): Promise<readonly string[]> {
  const golds = JSON.parse(readFileSync(goldFile, 'utf8')) as GoldReading[];
  const reports = readLines<GoldReport>(reportsFile);
  const tally = newTally();
  const lines: string[] = [];
  for (const gold of golds) {
    const report = reports.find(({ id }) => id === gold.id)!;
    const { record } = await readReport(makeReport({ ...report, source: report.id }), toolkit);
    const before = tally.notes.length;
    scoreReading(gold, record, tally);
    lines.push(...tally.notes.slice(before).map((note) => `${report.id}  ${note}`));
  }
  const { found, who, full } = goldFigures(tally);
  const { events } = tally;
  return [
    ...lines,
    '',
    `found P ${decimals(found.precision)} R ${decimals(found.recall)} F1 ${decimals(found.f1)}; who ${decimals(who.f1)}; full ${decimals(full.f1)}; status ${events.status} of ${events.found}; days ${events.datedRight} of ${events.dated}; ${events.gold} gold events, ${events.read} read`,
  ];
}
