import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportRecordSchema } from '../../src/record/index.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { ran, WORD_READER } from './run-cli.ts';

const TEXT = 'The president of Norland visited Sudmark.';

function fileWith(text: string | Uint8Array, name = 'report.txt'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

/** A folder with two reports, and the words that make a command use a store in it. */
function archive(): { readonly folder: string; readonly store: readonly string[] } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.txt'), TEXT);
  writeFileSync(join(folder, 'b.txt'), 'Her counterpart visited Norland in turn.');
  return { folder, store: ['--store', join(temporaryFolder(), 'test.sqlite')] };
}

describe('chancery read', () => {
  it('prints a report for people', async () => {
    const { code, out, err } = await ran(['read', fileWith(TEXT), '--published', '2025-05-14']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('≈ 14 May 2025  ● occurred  Norland → Sudmark · visit [e1]');
    expect(out).toContain(`“${TEXT}”`);
  });

  it('prints the record to the letter of the contract with --json', async () => {
    const { out } = await ran(['read', fileWith(TEXT), '--json']);
    expect(reportRecordSchema.strict().parse(JSON.parse(out)).events).toHaveLength(1);
  });

  it('prints one line a report with --jsonl, in the order of the inputs', async () => {
    const { folder } = archive();
    const { out } = await ran(['read', join(folder, 'b.txt'), join(folder, 'a.txt'), '--jsonl']);
    const sources = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { report: { source: string } }).report.source);
    expect(sources).toEqual([join(folder, 'b.txt'), join(folder, 'a.txt')]);
  });

  it('prints exports and parses with --format', async () => {
    const path = fileWith(TEXT);
    expect((await ran(['read', path, '--format', 'plover'])).out).toContain('"event":"CONSULT"');
    expect((await ran(['read', path, '--format', 'csv'])).out).toMatch(/^id,type,mode/);
    expect((await ran(['read', path, '--format', 'conllu'])).out).toContain(`# text = ${TEXT}`);
  });

  it('reads standard input', async () => {
    expect((await ran(['read', '-', '--jsonl'], { stdin: TEXT })).out).toContain('"visited"');
  });

  it('prints why with --explain', async () => {
    expect((await ran(['read', fileWith(TEXT), '--explain'])).out).toMatch(/Why e1\n[\s\S]*Rule +consult\.visit\.test/);
  });

  it('tells what could not be read, goes on, and ends with 1', async () => {
    const good = fileWith(TEXT);
    const { code, out, err } = await ran(['read', '/no/such/file', fileWith('unreadable'), good, '--jsonl']);
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('/no/such/file: There is no such file or folder. [read/missing]');
    expect(err).toContain('Chancery failed on this report: no such tree [read/fault]');
    expect(err).not.toContain('    at ');
  });

  it.each([
    ['an empty file', ''],
    ['a binary file', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3])],
  ])('fails clearly on %s', async (_name, bytes) => {
    const { code, out, err } = await ran(['read', fileWith(bytes)]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^chancery: .*\[read\/[a-z-]+\]\n/);
  });

  it.each(['soon', '9999-01-01', '2023-02-30'])('does not start with the date %s', async (date) => {
    const { code, err } = await ran(['read', fileWith(TEXT), '--published', date]);
    expect(code).toBe(2);
    expect(err).toContain('[read/bad-date]');
  });
});

describe('chancery ingest and the questions', () => {
  it('keeps reports once, and says what became of them', async () => {
    const { folder, store } = archive();
    expect((await ran(['ingest', folder, ...store])).out).toMatch(/^2 added, 0 read anew, 0 unchanged, 0 failed: /);
    expect((await ran(['ingest', folder, ...store])).out).toMatch(/^0 added, 0 read anew, 2 unchanged, 0 failed: /);
  });

  it('does not read again what this version has read, unless told to', async () => {
    const { folder, store } = archive();
    await ran(['ingest', folder, ...store]);
    const reader = { ...WORD_READER, read: () => Promise.reject(new Error('read again')) };
    expect((await ran(['ingest', folder, ...store], { reader })).code).toBe(0);
    expect((await ran(['ingest', folder, ...store, '--again'], { reader })).err).toContain('read again');
    expect((await ran(['ingest', folder, ...store], { reader: { ...reader, version: 'test+2' } })).err).toContain(
      'read again',
    );
  });

  it('does not even load the reader when there is nothing new', async () => {
    const { folder, store } = archive();
    await ran(['ingest', folder, ...store]);
    const open = () => Promise.reject(new Error('loaded'));
    expect((await ran(['ingest', folder, ...store], { open })).code).toBe(0);
    expect((await ran(['ingest', folder, ...store, '--again'], { open })).err).toContain('loaded');
  });

  it('shows the record by date', async () => {
    const { folder, store } = archive();
    await ran(['ingest', folder, ...store, '--published', '2025-05-14']);
    const { out } = await ran(['timeline', '--between', 'Norland', 'SUD', ...store]);
    expect(out).toMatch(/^≈ 14 May 2025 +● occurred +Norland → Sudmark · visit · 2 reports \[r_[0-9a-f]+\/e1\]\n$/);
  });

  it('prints a timeline as JSON, CSV and Markdown', async () => {
    const { folder, store } = archive();
    await ran(['ingest', folder, ...store]);
    const json = JSON.parse((await ran(['timeline', ...store, '--format', 'json'])).out) as {
      entries: unknown[];
      next: null;
    };
    expect(json).toMatchObject({ entries: [{}, {}], next: null });
    expect((await ran(['timeline', ...store, '--format', 'csv'])).out).toMatch(/^id,type,mode/);
    expect((await ran(['timeline', ...store, '--format', 'md'])).out).toMatch(/^# Chronology/);
  });

  it('goes through a long timeline page by page', async () => {
    const { folder, store } = archive();
    await ran(['ingest', folder, ...store]);
    const first = await ran(['timeline', ...store, '--limit', '1']);
    const after = /--after '([^']+)'/.exec(first.err)?.[1];
    const second = await ran(['timeline', ...store, '--limit', '1', '--after', after!]);
    expect(second.err).toBe('');
    expect(second.out).not.toBe(first.out);
  });

  it('says whom each mention means, who else was considered, and where nobody is known', async () => {
    const WHO = `Who is meant (knowledge k1)
  “Norland”  Norland [NOR] (name, by its name, 0.90; states.csv:3; rather than Sudmark (0.25))
  “the delegation”  nobody known (NIL) (name, by its name, 0.90; states.csv:3)
`;
    expect((await ran(['read', fileWith(TEXT), '--explain'])).out).toContain(WHO);
    const store = ['--store', join(temporaryFolder(), 'test.sqlite')];
    await ran(['ingest', fileWith(TEXT), ...store]);
    expect(await ran(['explain', 'r_', ...store])).toMatchObject({ code: 0, out: WHO });
    expect((await ran(['explain', 'r_none', ...store])).err).toContain('[ask/unknown-report]');
  });

  it('explains an event by its id', async () => {
    const { folder, store } = archive();
    await ran(['ingest', folder, ...store]);
    const id = /\[(r_[^\]]+)\]/.exec((await ran(['timeline', ...store])).out)![1]!;
    const { code, out } = await ran(['explain', id, ...store]);
    expect(code).toBe(0);
    expect(out).toMatch(/Rule +consult\.visit\.test: a head of state visits a state \(lexicon\/consult\.yaml:12\)/);
  });

  it('takes the store from the environment', async () => {
    const { folder, store } = archive();
    const env = process.env.CHANCERY_STORE;
    process.env.CHANCERY_STORE = store[1];
    try {
      expect((await ran(['ingest', folder])).out).toContain(store[1]);
    } finally {
      if (env === undefined) delete process.env.CHANCERY_STORE;
      else process.env.CHANCERY_STORE = env;
    }
  });

  it.each([
    [['timeline', '--store', '/no/such/folder/x.sqlite'], '[store/no-folder]'],
    [['explain', 'e1', '--store', join('test', 'none.sqlite')], '[store/missing]'],
    [['timeline', '--between', 'A', '--store', 'x'], '[cli/two-parties]'],
    [['read', 'x', '--as', 'novel'], '[cli/unknown-kind]'],
    [['timelin'], "unknown command 'timelin'"],
    [['read'], 'missing required argument'],
    [['read', 'x', '--format', 'pdf'], 'Allowed choices are'],
    [['timeline', '--limit', '0'], 'whole number'],
  ])('ends with 2 and says why: %j', async (words, message) => {
    const { code, out, err } = await ran(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toContain('    at ');
  });
});

describe('the program', () => {
  it('knows its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await ran(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('helps, with examples and exit codes', async () => {
    const { code, out } = await ran(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('Examples:');
    expect(out).toContain('Exit codes:');
    expect((await ran(['read', '--help'])).out).toContain('chancery read report.txt --published');
  });

  it('says that a fault is its own, with the stack only when asked for', async () => {
    const reader = { ...WORD_READER, parse: () => Promise.reject(new Error('broken')) };
    const words = ['read', fileWith(TEXT), '--format', 'conllu'];
    const quiet = await ran(words, { reader });
    expect(quiet.code).toBe(3);
    expect(quiet.err).not.toContain('    at ');
    expect((await ran(words, { reader, env: { CHANCERY_DEBUG: '1' } })).err).toContain('    at ');
  });
});

describe('chancery serve', () => {
  it('reads by rules and facts of your own, which are opened before it listens', async () => {
    const { store, folder } = archive();
    await ran(['ingest', folder, ...store]);
    const opened: unknown[] = [];
    const open = async (options: unknown) => {
      opened.push(options);
      return WORD_READER;
    };
    const own = ['--lexicon', 'rules.yaml', '--knowledge', 'facts.yaml'];
    const { code, out } = await ran(['serve', ...store, '--port', '0', ...own], { open });
    expect({ code, opened }).toEqual({ code: 0, opened: [{ lexicon: ['rules.yaml'], knowledge: ['facts.yaml'] }] });
    expect(out).toContain('Serving');
  });
});
