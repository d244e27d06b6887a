import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../../src/cli/cli.ts';
import { openStore } from '../../src/store/index.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { ran, WORD_READER } from './run-cli.ts';

const LINES = ['one', 'three'].map((id, index) => {
  const text = `Norland visited Sudmark ${id} times.`;
  return JSON.stringify({ id, text, published: `2025-05-${14 + 7 * index}` });
});

/** A version that takes every visit for a plan, and sees none in the third report. */
const NEWER: Reader = {
  ...WORD_READER,
  version: 'test+2',
  read: async (report, problems) => {
    const { record, ...reasons } = await WORD_READER.read(report, problems);
    if (report.text.includes('three')) return { ...reasons, record: { ...record, events: [] }, explanations: [] };
    return {
      record: { ...record, events: record.events.map((event) => ({ ...event, status: 'planned' })) },
      ...reasons,
    };
  },
};

/** A store of two reports that the first version has read. */
async function storeOfTwo(): Promise<string> {
  const path = join(temporaryFolder(), 'test.sqlite');

  await ran(['ingest', '-', '--as', 'jsonl', '--store', path], { stdin: LINES.join('\n') });
  return path;
}

async function statuses(path: string): Promise<readonly string[]> {
  const { out } = await ran(['timeline', '--format', 'json', '--store', path]);
  return (JSON.parse(out) as { entries: { event: { status: string } }[] }).entries
    .map(({ event }) => event.status)
    .sort();
}

describe('chancery reread', () => {
  it('shows what would change, and keeps nothing of it, when it is run dry', async () => {
    const path = await storeOfTwo();
    const { code, out } = await ran(['reread', '--dry-run', '--store', path], { reader: NEWER });
    expect(code).toBe(0);
    expect(out).toMatch(/^2 reports read by test\+2, 2 of them otherwise than before\. Nothing was kept\.\n/);
    expect(out).toContain('Events gained   0\nEvents lost     1  CONSULT 1\nFields changed  1  status 1\n');
    expect(out).toMatch(/\nlost\n.*● occurred {2}Norland → Sudmark · visit/);
    expect(out).toContain('status: occurred → planned');
    expect(await statuses(path)).toEqual(['occurred', 'occurred']);
  });

  it('keeps the new readings, and the next time finds nothing left to do', async () => {
    const path = await storeOfTwo();
    await ran(['reread', '--store', path], { reader: NEWER });
    expect(await statuses(path)).toEqual(['planned']);
    expect((await ran(['reread', '--store', path], { reader: NEWER })).out).toMatch(/^0 reports read by test\+2/);
  });

  it('goes on where it stopped, and takes the filter of every question', async () => {
    const path = await storeOfTwo();
    const first = await ran(['reread', '--limit', '1', '--json', '--store', path], { reader: NEWER });
    expect(JSON.parse(first.out)).toMatchObject({ reader: 'test+2', reports: 1 });
    expect((await ran(['reread', 'type:AID', '--store', path], { reader: NEWER })).out).toMatch(/^0 reports/);
    expect((await ran(['reread', '--store', path], { reader: NEWER })).out).toMatch(/^1 reports/);
    expect(await statuses(path)).toEqual(['planned']);
  });

  it('remembers which version has read what', async () => {
    const path = await storeOfTwo();
    await ran(['reread', '--limit', '1', '--store', path], { reader: NEWER });
    const { out } = await ran(['reread', '--versions', '--store', path]);
    expect(out).toMatch(
      /^test\+1 {2}2 reports, 1 stand as it read them, .*\ntest\+2 {2}1 reports, 1 stand as it read them/,
    );
  });

  it('leaves a report as it stands where the new version fails on it, and goes on', async () => {
    const path = await storeOfTwo();
    const failing: Reader = {
      ...NEWER,
      read: (report, problems) =>
        report.text.includes('one') ? Promise.reject(new Error('no')) : NEWER.read(report, problems),
    };
    const { code, out, err } = await ran(['reread', '--store', path], { reader: failing });
    expect([code, out.slice(0, 9)]).toEqual([1, '1 reports']);
    expect(err).toContain('Chancery failed on this report: no');
    expect(await statuses(path)).toEqual(['occurred']);
  });

  it('leaves people’s judgements over the new reading, and tells of those that fit it no longer', async () => {
    const path = await storeOfTwo();
    const { out } = await ran(['timeline', '--format', 'json', '--store', path]);
    const ids = (JSON.parse(out) as { entries: { id: string }[] }).entries.map(({ id }) => id);
    await ran(['review', 'reject', ...ids, '--reviewer', 'ann', '--store', path]);
    expect((await ran(['reread', '--store', path], { reader: NEWER })).out).toContain(
      '2 judgements of people find nothing to stand on: chancery review log --lost',
    );
    expect((await ran(['review', 'log', '--lost', '--store', path])).out.match(/reads otherwise now/g)).toHaveLength(2);
  });

  it('counts relative dates anew where the report had none: an inferred date is not taken for a given one', async () => {
    const path = join(temporaryFolder(), 'test.sqlite');
    const store = await openStore(path, { mode: 'write' });
    const seen: string[] = [];
    const dating: Reader = {
      ...WORD_READER,
      read: async (report, problems) => {
        seen.push(report.published.basis);
        const { record, ...reasons } = await WORD_READER.read(report, problems);
        const published = { value: '2025-05-14', basis: 'inferred' as const, from: null, to: null, reasons: [] };
        return { record: { ...record, report: { ...record.report, published } }, ...reasons };
      },
    };
    await store.close();
    await ran(['ingest', '-', '--store', path], {
      reader: dating,
      stdin: 'Norland visited Sudmark once more, it said.',
    });
    await ran(['reread', '--store', path], { reader: { ...dating, version: 'test+2' } });
    expect(seen).toEqual(['unknown', 'unknown']);
  });
});
