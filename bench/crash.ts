import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { checkStore, openStore } from '../src/store/index.ts';
import { benchReading } from './store-readings.ts';

/**
 * Kills a program with SIGKILL while it ingests, again and again at random moments, and looks each time whether the store is whole:
 * `tsx bench/crash.ts [ROUNDS] [REPORTS]`. Ends with exit code 1 when a report is half-stored, lost or doubled.
 */
const READER = 'crash';
const LONGEST_MS = 1_500;
const [first = '50', second = '1500', childStore] = process.argv.slice(2);
const [rounds, reports] = [Number(first), Number(second)];

if (childStore) await ingestAll(childStore);
else process.exitCode = (await crashRounds()) ? 0 : 1;

async function ingestAll(path: string): Promise<void> {
  const store = await openStore(path, { mode: 'write' });
  process.stdout.write('open\n');
  for (let number = 0; number < reports; number += 1) {
    const reading = benchReading(number);
    if (!(await store.holds(reading.record.report.id, READER))) await store.ingest(reading, READER);
  }
  await store.close();
}

async function crashRounds(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-crash-'));
  const path = join(folder, 'crash.sqlite');
  let [killed, isSound] = [0, true];
  for (let round = 1; round <= rounds && isSound; round += 1) {
    if (await ingestAndKill(path, Math.random() * LONGEST_MS)) killed += 1;
    const { held, faults } = await stateOf(path);
    console.log(`round ${round}: ${held} reports, ${faults.length} faults`);
    isSound = faults.length === 0;
    for (const fault of faults) console.log(`  ${fault}`);
  }
  await ingestAndKill(path, null);
  const { held, faults } = await stateOf(path);
  await rm(folder, { recursive: true });
  console.log(
    `${killed} of ${rounds} killed while ingesting; then run to its end: ${held} of ${reports} reports, ${faults.length} faults`,
  );
  return isSound && held === reports && faults.length === 0;
}

/** Whether the program was still ingesting when it was killed. */
async function ingestAndKill(path: string, delayMs: number | null): Promise<boolean> {
  const words = ['--import', 'tsx', fileURLToPath(import.meta.url), String(rounds), String(reports), path];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await once(child.stdout!, 'data');
  if (delayMs !== null) {
    await wait(delayMs);
    child.kill('SIGKILL');
  }
  const [, signal] = (await ended) as [number | null, string | null];
  return signal === 'SIGKILL';
}

/** How many reports there are, and what is wrong: by the store's own check, and against the readings that were to be kept. */
async function stateOf(path: string): Promise<{ readonly held: number; readonly faults: readonly string[] }> {
  const store = await openStore(path, { mode: 'read' });
  const faults: string[] = [];
  for await (const { report, message } of checkStore(store)) faults.push(`${report ?? 'store'}: ${message}`);
  const rows = await store.db.selectFrom('reports').select('id').orderBy('key').execute();
  for (const [number, { id }] of rows.entries()) {
    const kept = JSON.stringify(await store.reading(id));
    if (kept !== JSON.stringify(benchReading(number)))
      faults.push(`${id}: not the reading that was ingested, or out of its order`);
  }
  await store.close();
  return { held: rows.length, faults };
}
