/**
 * Load time, speed and memory of one language core, on a text of ours repeated to the length of a long article.
 *
 *   npx tsx bench/core.ts [--json]
 */
import { readFileSync } from 'node:fs';
import { annotateText, openSession } from '../src/annotate/index.ts';

const REPEATS = 8;
const RUNS = 5;

const began = performance.now();
const session = await openSession();
const loadMs = Math.round(performance.now() - began);
const article = readFileSync(new URL('core.txt', import.meta.url), 'utf8').trim();
const text = Array.from({ length: REPEATS }, () => article).join('\n\n');
await annotateText(text, session);
const runs: { wall: number; cpu: number }[] = [];
let words = 0;
for (let run = 0; run < RUNS; run++) {
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const { sentences } = await annotateText(text, session);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  words = sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  runs.push({ wall: words / seconds, cpu: words / ((user + system) / 1e6) });
}
const median = (values: readonly number[]) =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!);
const figures = {
  words,
  loadMs,
  wordsPerSecond: median(runs.map(({ wall }) => wall)),
  wordsPerCpuSecond: median(runs.map(({ cpu }) => cpu)),
  residentMb: Math.round(process.memoryUsage().rss / 1e6),
};
await session.close();
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
else {
  console.log(`load ${figures.loadMs} ms`);
  console.log(`${words} words a run, median of ${RUNS}: ${figures.wordsPerSecond} words/s by the clock`);
  console.log(`${figures.wordsPerCpuSecond} words/s of processor time`);
  console.log(`resident set ${figures.residentMb} MB`);
}
