import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { storyReadings } from '../store/happening-readings.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { ran } from './run-cli.ts';

async function storeOption(): Promise<readonly string[]> {
  const path = join(temporaryFolder(), 'test.sqlite');
  const store = await openStore(path, { mode: 'write' });
  for (const reading of storyReadings()) await store.ingest(reading, 'v1');
  await store.close();
  return ['--store', path];
}

async function mergedIds(store: readonly string[]): Promise<readonly string[]> {
  const { out } = await ran(['merge', 'list', '--json', ...store]);
  return (JSON.parse(out) as { entries: { id: string }[] }).entries.map(({ id }) => id);
}

describe('chancery merge', () => {
  it('lists what several reports tell of', async () => {
    const { out } = await ran(['merge', 'list', ...(await storeOption())]);
    expect(out).toMatch(
      /^12 May 2025 +● occurred +Ada Holm → Bo Lind · phone call · 2 reports, first Northport Gazette/,
    );
    expect(out.match(/\[h_[0-9a-f]{12}\]/g)).toHaveLength(2);
  });

  it('shows accounts side by side with scores, reasons, life and disagreements', async () => {
    const store = await storeOption();
    const call = await ran(['merge', 'show', 'r_a1/e1', ...store]);
    expect(call.out).toContain('date: 2025-05-12 [r_a1/e1] against 2025-05-13 [r_b2/e1]');
    expect(call.out).toMatch(/Joined +to r_a1\/e1, score 0\.76: type 1\.00 \(CONSULT phone\)/);
    const visit = await ran(['merge', 'show', 'r_d4/e1', ...store]);
    expect(visit.out).toMatch(
      /Life +planned since 11 May 2025 .*\n +confirmed since 13 May 2025 .*\n +occurred since 21 May 2025/,
    );
  });

  it('takes a happening apart by a decision that is logged and can be revoked', async () => {
    const store = await storeOption();
    const undone = await ran(['merge', 'undo', 'r_b2/e1', '--reviewer', 'Eva', ...store]);
    expect(undone.out).toMatch(/^1 {2}h_[0-9a-f]{12} now has 1 event\n$/);
    expect(await mergedIds(store)).toEqual(['r_d4/e1']);
    expect((await ran(['merge', 'log', ...store])).out).toMatch(/^1 {2}split by Eva on \d+ \w+ \d+: h_/);
    const revoked = await ran(['merge', 'revoke', '1', '--reviewer', 'Eva', ...store]);
    expect(revoked.out).toBe('Decision 1 is taken back.\n');
    expect(await mergedIds(store)).toEqual(['r_a1/e1', 'r_d4/e1']);
    expect((await ran(['merge', 'log', ...store])).out).toContain(', revoked: ');
  });

  it('splits events off and joins happenings', async () => {
    const store = await storeOption();
    await ran(['merge', 'split', 'r_d4/e1', 'r_c3/e1', '--reviewer', 'Eva', ...store]);
    const { out } = await ran(['merge', 'show', 'r_d4/e1', '--json', ...store]);
    const ids = (JSON.parse(out) as { tellings: { entry: { id: string } }[] }).tellings.map(({ entry }) => entry.id);
    expect(ids).toEqual(['r_b2/e2', 'r_d4/e1']);
    const joined = await ran(['merge', 'join', 'r_e5/e1', 'r_f6/e1', '--reviewer', 'Eva', ...store]);
    expect(joined.out).toMatch(/now has 2 events\n$/);
  });

  it('says what is wrong with an event of another happening, and with a decision of nobody', async () => {
    const store = await storeOption();
    expect((await ran(['merge', 'split', 'r_d4/e1', 'r_a1/e1', '--reviewer', 'Eva', ...store])).err).toContain(
      'r_c3/e1',
    );
    expect((await ran(['merge', 'undo', 'r_d4/e1', ...store])).err).toContain('--reviewer');
  });

  it('tells in explain why an event was joined', async () => {
    const { out } = await ran(['explain', 'r_b2/e1', ...(await storeOption())]);
    expect(out).toMatch(/Happening +h_[0-9a-f]{12}, told in 2 reports, with r_a1\/e1/);
    expect(out).toContain('time 0.70 (a day apart)');
  });
});
