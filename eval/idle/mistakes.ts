/**
 * Prints the idle texts that are read wrongly, of the open ones only.
 *
 *   npx tsx eval/idle/mistakes.ts --data FOLDER
 */
import { parseArgs } from 'node:util';
import { openKeptToolkit } from '../core/kept-session.ts';
import { runIdle } from './run.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: '.' } } });
const { table, open } = await runIdle(values.data, await openKeptToolkit());
process.stdout.write(`${table.join('\n')}\n\n`);
for (const { id, class: name, text, gave } of open) process.stdout.write(`${id} ${name}: ${text}\n    → ${gave}\n`);
