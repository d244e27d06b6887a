import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../src/cli/options.ts';
import { EXPORTERS } from '../../src/export/index.ts';
import { callReading } from '../store/readings.ts';
import { SQLITE_STORES } from '../store/stores.ts';
import { ran } from './run-cli.ts';

async function asked(...words: readonly string[]) {
  const store = await SQLITE_STORES.exampleStore();
  await store.close();
  return ran([...words, '--store', store.path]);
}

describe('chancery contacts', () => {
  it('counts, and sets the count against what reports claim', async () => {
    const { code, out } = await asked('contacts', 'Norland', 'Sudmark', '--today', '2025-05-15');
    expect(code).toBe(0);
    expect(out).toContain('In the record   1 (1 phone call)');
    expect(out).toContain('Next planned    19–25 May 2025, visit');
    expect(out).toContain(
      'Claimed         39 times, meeting, 21 May 2021 – 21 May 2025: Harbour Radio; in the record 0 [r_5a4c/e2]',
    );
    expect(out).toContain('“President Ada Holm of Norland telephoned');
  });
});

describe('chancery quotes', () => {
  it('says who said what', async () => {
    const { out } = await asked('quotes', 'arms', '--by', 'Bo Lind', '--since', '2025');
    expect(out).toBe('14 May 2025  Bo Lind: “We never sent arms to the rebels,” [The Courier 🗞 r_ca11/q1]\n');
  });
});

describe('chancery claims', () => {
  it('puts claim and denial side by side', async () => {
    const { out } = await asked('claims');
    expect(out).toMatch(
      /^Sudmark → rebels · military aid\nfor +alleged by Norland · possible · The Courier 🗞, 14 May 2025 \[r_ca11\/e3\]\n/,
    );
    expect(out).toMatch(/\nagainst +denied by Sudmark · possible/);
  });
});

describe('chancery search', () => {
  it('finds reports, and counts what happens in them', async () => {
    const { out } = await asked('search', 'sanctions');
    expect(out).toContain('Norland imposed sanctions on Sudmark');
    expect(out).toContain('1 report\n');
    expect(out).toMatch(/type +CONSULT 1 {2}SANCTION 1/);
  });
});

describe('chancery stats', () => {
  it('shows months, the sum, types and reciprocity', async () => {
    const { code, out } = await asked('stats', '--between', 'Norland', 'Sudmark');
    expect(code).toBe(0);
    expect(out).toMatch(/\n2025-05 +2 +1 +0 +0 +1 +−3\.1 +−3\.1 +0\n/);
    expect(out).toMatch(/types +talks 1 {2}sanction 1\n/);
    expect(out).toContain('too little to compare');
  });

  it('wants two parties', async () => {
    const { code, err } = await asked('stats', 'actor:NOR');
    expect(code).toBe(2);
    expect(err).toContain('[cli/two-parties]');
  });
});

describe('chancery store', () => {
  it('says what the store holds, and that it is whole', async () => {
    expect((await asked('store', 'info')).out).toMatch(/\nreports +2\n/);
    expect(await asked('store', 'check')).toMatchObject({ code: 0, out: 'The store is whole.\n' });
    expect((await asked('store', 'compact')).out).toMatch(/^\d+\.\d MB before, \d+\.\d MB now\.\n$/);
  });

  it('ends with 1 when something is wrong', async () => {
    const store = await SQLITE_STORES.exampleStore();
    await store.db.deleteFrom('evidence').execute();
    await store.close();
    const { code, out } = await ran(['store', 'check', '--store', store.path]);
    expect(code).toBe(1);
    expect(out).toContain('r_ca11: has 0 rows in evidence and should have 3\n');
  });

  it('copies and backs up', async () => {
    const store = await SQLITE_STORES.exampleStore();
    await store.close();
    const [copy, backup] = ['copy', 'backup'].map((name) => join(dirname(store.path), `${name}.sqlite`));
    expect((await ran(['store', 'copy', store.path, copy!])).out).toBe(`2 reports copied to ${copy}.\n`);
    expect((await ran(['store', 'backup', backup!, '--store', copy!])).out).toBe(`Copied to ${backup}.\n`);
    expect((await ran(['store', 'check', '--store', backup!])).out).toBe('The store is whole.\n');
  });
});

describe('chancery export', () => {
  it('offers every exporter', () => {
    expect(EXPORT_FORMATS).toEqual(EXPORTERS.map(({ name }) => name));
  });

  it('prints what a filter wants', async () => {
    const { out } = await asked('export', '--format', 'jsonl', 'type:AID');
    const aid = callReading().record;
    expect(out).toBe(`${JSON.stringify({ ...aid, events: aid.events.slice(2) })}\n`);
  });

  it('writes a file whole, or not at all', async () => {
    const store = await SQLITE_STORES.exampleStore();
    await store.close();
    const file = join(dirname(store.path), 'events.csv');
    await ran(['export', '--format', 'csv', '-o', file, '--store', store.path]);
    expect(readFileSync(file, 'utf8').trim().split('\r\n')).toHaveLength(6);
    const failed = await ran(['export', 'actor:Nobody', '--format', 'md', '-o', `${file}.md`, '--store', store.path]);
    expect(failed.code).toBe(2);
    expect(existsSync(`${file}.md`)).toBe(false);
    expect(readdirSync(dirname(file)).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('puts a data dictionary beside a table of text, and says so', async () => {
    const store = await SQLITE_STORES.exampleStore();
    await store.close();
    const file = join(dirname(store.path), 'events.csv');
    const { err } = await ran(['export', '--format', 'csv', '-o', file, '--store', store.path]);
    expect(err).toBe(`What its columns mean: ${file}.datapackage.json\n`);
    expect(JSON.parse(readFileSync(`${file}.datapackage.json`, 'utf8')).resources[0].path).toBe('events.csv');
  });

  it('says what each format is and loses, without any store', async () => {
    const { code, out } = await ran(['export', '--list', '--store', '/no/such/store']);
    expect(code).toBe(0);
    for (const { name } of EXPORTERS) expect(out).toMatch(new RegExp(`^${name} `, 'm'));
    expect((await ran(['export', '--format', 'csv', '--about'])).out).toMatch(/ {2}date_basis +string +where the days/);
  });

  it('asks for a format', async () => {
    const { code, err } = await asked('export');
    expect(code).toBe(2);
    expect(err).toContain("'chancery export --list' says what each is.");
  });

  it('writes nothing to a screen that is no text', async () => {
    const store = await SQLITE_STORES.exampleStore();
    await store.close();
    const words = ['export', '--format', 'parquet', '--store', store.path];
    expect(await ran(words, { isTerminal: true })).toMatchObject({ code: 2, out: '' });
    expect((await ran(words)).out.slice(0, 4)).toBe('PAR1');
  });

  it('says that a file cannot be written', async () => {
    const { code, err } = await asked('export', '--format', 'csv', '-o', '/no/such/folder/events.csv');
    expect(code).toBe(2);
    expect(err).toContain('/no/such/folder/events.csv: The file cannot be written');
  });
});

describe('chancery schema', () => {
  it('is the JSON Schema of the record', async () => {
    const schema = JSON.parse((await ran(['schema'])).out) as { $id: string; required: string[] };
    expect(schema.$id).toBe('chancery/record@1');
    expect(schema.required).toEqual(['schema', 'report', 'actors', 'times', 'quotations', 'events', 'problems']);
  });
});

describe('every question', () => {
  it.each([
    [['timeline'], 6],
    [['contacts', 'NOR', 'SUD'], 4],
    [['quotes', 'by:SUD', 'date:2025'], 2],
    [['claims', '--all'], 4],
    [['search', 'sudmark'], 3],
    [['stats', '--between', 'NOR', 'SUD'], 2],
  ] as const)('answers as a table for other programs: %s', async (words, lines) => {
    const { code, out } = await asked(...words, '--format', 'csv');
    expect(code).toBe(0);
    expect(out.trimEnd().split('\r\n')).toHaveLength(lines);
  });

  it.each([
    ['timeline', '--format', 'json'],
    ['contacts', 'NOR', 'SUD', '--json'],
    ['quotes', '--json'],
    ['claims', '--json'],
    ['search', 'arms', '--json'],
    ['stats', '--between', 'NOR', 'SUD', '--json'],
    ['explain', 'r_ca11/e1', '--json'],
  ])('answers in JSON too: %s', async (...words) => {
    const { code, out } = await asked(...words);
    expect(code).toBe(0);
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  });
});
