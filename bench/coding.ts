/**
 * Speed of everything after the parse, the actors and the times: quotations, predications and events, on one core.
 *
 *   npx tsx bench/coding.ts [REPORTS.jsonl] [--json]
 *
 * Without a file it reads the samples; a file has one report a line, `{ "id", "text", "published"? }`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { codeEvents } from '../src/code/index.ts';
import type { ResolvedReport } from '../src/document/index.ts';
import { analyseResolved, openToolkit, resolveReport } from '../src/pipeline.ts';
import { makeReport } from '../src/read/index.ts';

/** Long enough for the compiler to have settled. */
const WARM_UP_RUNS = 5;
const RUNS = 15;
const SAMPLES = new URL('../samples/', import.meta.url);

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const toolkit = await openToolkit();
const resolved: ResolvedReport[] = [];
for (const report of reportsOf(positionals[0])) {
  resolved.push(await resolveReport(makeReport({ ...report, source: 'bench' }), toolkit));
}
await toolkit.session.close();
for (let run = 0; run < WARM_UP_RUNS; run++) codeAll();
const seconds = Array.from({ length: RUNS }, () => {
  const before = process.cpuUsage();
  codeAll();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
});
const sentences = resolved.reduce((sum, report) => sum + report.sentences.length, 0);
const median = seconds.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
const figures = { reports: resolved.length, sentences, sentencesPerCpuSecond: Math.round(sentences / median) };
if (values.json) console.log(JSON.stringify(figures));
else {
  console.log(`${figures.reports} reports, ${sentences} sentences, median of ${RUNS} runs`);
  console.log(`${figures.sentencesPerCpuSecond} sentences a second of processor time`);
}

function codeAll(): void {
  for (const report of resolved) {
    const { context, predications } = analyseResolved(report, toolkit);
    codeEvents(context, predications);
  }
}

function reportsOf(file: string | undefined): readonly { text: string; published?: string }[] {
  if (file !== undefined) {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as { text: string });
  }
  const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'));
  return names.map((name) => ({ text: readFileSync(new URL(name, SAMPLES), 'utf8') }));
}
