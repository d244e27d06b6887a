import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { checkStore, openStore, type StoreFault } from '../../src/store/index.ts';
import { numberedReading } from './readings.ts';
import { temporaryFolder } from './temporary-folder.ts';

const REPORTS = 150;
/** When to kill, counted from the moment that the store is open. */
const KILL_AFTER_MS = [3, 40, 110];

function ingesting(path: string, first: number, count: number): ChildProcess {
  const words = ['--import', 'tsx', 'test/store/ingest-readings.ts', path, String(first), String(count)];
  return spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Which readings the store holds, after making sure that each is there whole. */
async function wholeReadings(path: string): Promise<readonly string[]> {
  const store = await openStore(path, { mode: 'write' });
  const rows = await store.db.selectFrom('reports').select('id').orderBy('id').execute();
  for (const [number, { id }] of rows.entries()) expect(await store.reading(id)).toEqual(numberedReading(number));
  await store.close();
  return rows.map(({ id }) => id);
}

async function faultsOf(path: string): Promise<readonly StoreFault[]> {
  const store = await openStore(path, { mode: 'read' });
  const faults: StoreFault[] = [];
  for await (const fault of checkStore(store)) faults.push(fault);
  await store.close();
  return faults;
}

describe('a store whose program is killed', () => {
  it('holds no report by halves, and loses or doubles none when the program runs again', {
    timeout: 120_000,
  }, async () => {
    const path = join(temporaryFolder(), 'test.sqlite');
    for (const delayMs of KILL_AFTER_MS) {
      const child = ingesting(path, 0, REPORTS);
      await once(child.stdout!, 'data');
      await wait(delayMs);
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(await faultsOf(path)).toEqual([]);
      await wholeReadings(path);
    }
    const [code] = await once(ingesting(path, 0, REPORTS), 'exit');
    expect(code).toBe(0);
    expect(await wholeReadings(path)).toHaveLength(REPORTS);
  });

  it('takes two programs at once, from its first moment on', { timeout: 60_000 }, async () => {
    const path = join(temporaryFolder(), 'test.sqlite');
    const both = [ingesting(path, 0, 40), ingesting(path, 40, 40)];
    const ends = await Promise.all(both.map((child) => once(child, 'exit')));
    expect(ends.map(([code]) => code)).toEqual([0, 0]);
    expect(await wholeReadings(path)).toHaveLength(80);
    expect(await faultsOf(path)).toEqual([]);
  });
});
