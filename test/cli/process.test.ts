import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { numberedReading } from '../store/readings.ts';
import { SQLITE_STORES } from '../store/stores.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

function started(...words: readonly string[]) {
  return spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('the program as a process', () => {
  it('ends quietly when nobody reads on', { timeout: 60_000 }, async () => {
    const store = await openStore(join(temporaryFolder(), 'test.sqlite'), { mode: 'write' });
    for (let number = 0; number < 60; number += 1) await store.ingest(numberedReading(number), 'v1');
    await store.close();
    const child = started('export', '--format', 'jsonl', '--store', store.path);
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'exit');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('prints plain text into a pipe', { timeout: 60_000 }, async () => {
    const store = await SQLITE_STORES.exampleStore();
    await store.close();
    const child = started('timeline', '--evidence', '--store', store.path);
    let out = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(out).toContain('Ada Holm → Bo Lind · phone call');
    expect(out).not.toContain('\u001b');
  });
});
