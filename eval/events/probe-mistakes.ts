/** Prints what was read otherwise than the open passages of the probes say: npx tsx eval/events/probe-mistakes.ts [NAME]. */
import { openKeptToolkit } from '../core/kept-session.ts';
import { runProbes } from './run-probe.ts';

const { table, open } = await runProbes(await openKeptToolkit());
const name = process.argv[2] ?? '';
process.stdout.write(`${[...open.filter((line) => line.startsWith(name)), '', ...table].join('\n')}\n`);
