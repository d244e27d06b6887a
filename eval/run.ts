/**
 * Scores everything against the development data and writes eval/scores.md.
 *
 *   npm run eval -- --data FOLDER [--only gold,sentences,idle,probes,confidence,core,times,quotes,actors,merging]
 *
 * Needs `xz` for the treebanks. With CHANCERY_EVAL_CACHE=FOLDER in the environment the model's scores are kept there
 * between runs: another evaluation of the same texts then takes seconds. A part whose data is not there is left out and said so.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Toolkit } from '../src/pipeline.ts';
import { runConfidence } from './confidence/run.ts';
import { costTable } from './core/cost.ts';
import { openKeptToolkit } from './core/kept-session.ts';
import { peersTable } from './core/peers-table.ts';
import { scoreCore, tableOf } from './core/score-core.ts';
import { runSentences } from './events/run.ts';
import { runProbes } from './events/run-probe.ts';
import { runGold } from './gold/run.ts';
import { runIdle } from './idle/run.ts';
import { runMerging } from './merge/run.ts';

interface Part {
  readonly name: string;
  readonly title: string;
  readonly needs: string;
  run(data: string, toolkit: Toolkit): Promise<readonly string[]>;
}

const PARTS: readonly Part[] = [
  { name: 'gold', title: 'Whole reports', needs: 'gold/dev.json', run: runGold },
  {
    name: 'sentences',
    title: 'Gold sentences (PLOVER), parties not given',
    needs: 'events/plover-gsr-dev.jsonl',
    run: async (data, toolkit) => (await runSentences(data, toolkit)).table,
  },
  {
    name: 'idle',
    title: 'Idle texts: any event is a false alarm',
    needs: 'idle/idle-dev.jsonl',
    run: async (data, toolkit) => (await runIdle(data, toolkit)).table,
  },
  {
    name: 'probes',
    title: 'Probes: short passages of our own, in many ways of saying it',
    needs: '.',
    run: async (_data, toolkit) => (await runProbes(toolkit)).table,
  },
  { name: 'confidence', title: 'Confidence of events', needs: 'gold/dev.json', run: runConfidence },
  {
    name: 'core',
    title: 'Language core (int8, through our own runtime)',
    needs: 'treebank/ewt-dev.conllu.xz',
    run: async (data) => ['```', tableOf(await scoreCore(data)), '```', '', ...costTable(), '', ...peersTable()],
  },
  {
    name: 'times',
    title: 'Times',
    needs: 'time/meantime.jsonl',
    run: (data) => runScript('eval/time/score-time.ts', ['--data', data]),
  },
  {
    name: 'quotes',
    title: 'Quotations',
    needs: 'quotes/gum-dev.jsonl.xz',
    run: async (data) => [
      ...(await runScript('eval/quotes/score-quotes.ts', ['--data', data])),
      '',
      ...(await runScript('eval/quotes/probe.ts', [])),
      '',
      ...(await runScript('eval/quotes/attribution.ts', [])),
    ],
  },
  {
    name: 'actors',
    title: 'Actors',
    needs: 'gold/dev.json',
    run: async (data) => [
      ...(await runScript('eval/actors/gold.ts', [data])),
      ...(await runScript('eval/actors/probe.ts', [])),
      ...(await runScript('eval/actors/coreference.ts', [data])),
    ],
  },
  { name: 'merging', title: 'Merging: one happening in several reports', needs: 'reports/dev.jsonl', run: runMerging },
];

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs a scorer that prints its own report. */
async function runScript(script: string, args: readonly string[]): Promise<readonly string[]> {
  const printed = execFileSync('npx', ['tsx', script, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return printed.includes('| --- |') ? [printed.trim()] : ['```', printed.trim(), '```'];
}

const { values } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } });
if (!values.data || !existsSync(values.data)) {
  process.stderr.write('Say where the development data lies: npm run eval -- --data FOLDER\n');
  process.exit(2);
}
const data = resolve(values.data);
const wanted = values.only?.split(',');
const toolkit = await openKeptToolkit();
const chapters: string[] = [
  '# Scores',
  '',
  'Written by `npm run eval -- --data FOLDER`. All sets are for development; nothing here is held out except where said.',
];
for (const part of PARTS.filter(({ name }) => !wanted || wanted.includes(name))) {
  process.stderr.write(`${part.title} …\n`);
  const lines = existsSync(join(data, part.needs))
    ? await part.run(data, toolkit)
    : [`Left out: ${part.needs} is not there.`];
  chapters.push('', `## ${part.title}`, '', ...lines);
}
const report = `${chapters.join('\n')}\n`;
process.stdout.write(report);
if (!wanted) writeFileSync(join(ROOT, 'eval/scores.md'), report);
