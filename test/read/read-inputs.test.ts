import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInputs } from '../../src/read/index.ts';
import { collect, collectBytes, failureCode, readOne } from './collect.ts';

const body =
  'The foreign ministers of the two countries met on Tuesday, and they agreed that the talks should go on in the spring.';

describe('plain text', () => {
  it('takes a first line above a blank line as the title', async () => {
    const { report } = await readOne(`Ministers meet in Vienna\n\n${body}`);
    expect([report.title, report.text]).toEqual(['Ministers meet in Vienna', `Ministers meet in Vienna\n\n${body}`]);
  });

  it('tells English without being told', async () => {
    expect((await readOne(body)).report.language).toBe('en');
  });

  it('tells another language', async () => {
    const german =
      'Die Außenministerin reiste am Dienstag nach Wien, um mit ihrem Kollegen über das Abkommen zu sprechen.';
    expect((await readOne(german)).report.language).toBe('de');
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFThe “talks” began in Malmö.')],
    ['UTF-16, little end first', Buffer.from('\uFEFFThe “talks” began in Malmö.', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFThe “talks” began in Malmö.', 'utf16le').swap16()],
  ])('reads %s', async (_, bytes) => {
    expect((await readOne(bytes)).report.text).toBe('The “talks” began in Malmö.');
  });

  it('reads windows-1252 and says so', async () => {
    const { report, problems } = await readOne(Buffer.from('The \x93talks\x94 began in Malm\xF6.', 'latin1'));
    expect(report.text).toBe('The “talks” began in Malmö.');
    expect(problems.map(({ code }) => code)).toEqual(['read/not-utf8']);
  });

  it('replaces a broken byte in sound UTF-8 and says so', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${'The “talks” began. '.repeat(20)}`),
      Buffer.from([0xe2, 0x80]),
      Buffer.from(' End.'),
    ]);
    const { report, problems } = await readOne(bytes);
    expect(report.text).toContain('“talks”');
    expect(problems.map(({ code }) => code)).toEqual(['read/broken-utf8']);
  });

  it.each([
    ['an empty file', '', 'read/empty'],
    ['a file of blanks', ' \n\n ', 'read/empty'],
    ['a PDF', '%PDF-1.7 and so on', 'read/binary'],
    ['NUL bytes', 'text\0text', 'read/binary'],
    [
      'bytes in no encoding',
      Buffer.from(Array.from({ length: 300 }, (_, index) => 0x81 + (index % 90))),
      'read/encoding',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await failureCode(bytes)).toBe(code);
  });

  it('unpacks gzip, and names gzip that is broken', async () => {
    expect((await readOne(gzipSync(body))).report.text).toBe(body);
    expect(await failureCode(gzipSync(body.repeat(50)).subarray(0, 60))).toBe('read/broken-gzip');
  });

  it('refuses a text that is larger than allowed', async () => {
    expect(await failureCode(body, { limits: { maxDocumentBytes: 50 } })).toBe('read/too-large');
  });
});

describe('JSONL', () => {
  const lines = (...values: unknown[]) =>
    values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

  it('reads a report a line, named by its id or its number', async () => {
    const results = await collectBytes(
      lines({ id: 'a', text: body }, '', { text: 'Another report.' }, { id: 7, text: 'A third.' }),
    );
    expect(results.map((result) => result.kind === 'report' && result.report.source)).toEqual(['-#a', '-#3', '-#7']);
  });

  it('takes the fields of a line before what the caller says', async () => {
    const line = {
      id: 'a',
      text: body,
      title: 'Ministers meet',
      published: '2023-03-17',
      outlet: 'Example Post',
      url: 'https://example.org/a',
    };
    const { report } = await readOne(lines(line), { published: '2020-01-01' });
    expect(report).toMatchObject({
      title: 'Ministers meet',
      outlet: 'Example Post',
      url: 'https://example.org/a',
      published: { value: '2023-03-17', basis: 'given' },
    });
    expect((await readOne(lines({ text: body }), { published: '2020-01-01' })).report.published.value).toBe(
      '2020-01-01',
    );
  });

  it('goes on after a bad line', async () => {
    const results = await collectBytes(
      lines({ id: 'a', text: body }, '{"id": "b", ', { id: 'c' }, { id: 'd', text: ' ' }, { id: 'e', text: body }),
    );
    expect(
      results.map((result) =>
        result.kind === 'report' ? result.report.source : `${result.source} ${result.error.code}`,
      ),
    ).toEqual(['-#a', '-#2 read/bad-json', '-#3 read/bad-line', '-#4 read/empty', '-#e']);
  });

  it('keeps a report whose date is none, and says so', async () => {
    const { report, problems } = await readOne(lines({ text: body, published: '2023-02-30' }));
    expect(report.published.value).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['read/bad-date']);
  });

  it('reads its own records again, word for word', async () => {
    const { report } = await readOne(lines({ id: 'a', text: body, published: '2023-03-17' }));
    const again = await readOne(
      lines({ schema: 'chancery/record@1', report, actors: [], times: [], quotations: [], events: [], problems: [] }),
    );
    expect(again.report).toEqual(report);
  });

  it('drops a line that is too long without holding it, and reads the next', async () => {
    async function* chunks() {
      yield Buffer.from(`${JSON.stringify({ id: 'a', text: body })}\n{"id":"b","text":"`);
      for (let count = 0; count < 800; count++) yield Buffer.alloc(64 * 1024, 'x');
      yield Buffer.from(`"}\n${JSON.stringify({ id: 'c', text: body })}`);
    }
    const before = process.memoryUsage().arrayBuffers;
    const results = await collect(['-'], { stdin: chunks() });
    expect(results.map((result) => (result.kind === 'report' ? result.report.source : result.error.code))).toEqual([
      '-#a',
      'read/line-too-long',
      '-#c',
    ]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * 1024 * 1024);
  });
});

describe('files and folders', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chancery-read-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('reads a folder through, sorted, without files that begin with a dot', async () => {
    await mkdir(join(folder, 'b'));
    for (const name of ['c.txt', 'a.txt', '.hidden', 'b/d.txt']) await writeFile(join(folder, name), `${body} ${name}`);
    await symlink(folder, join(folder, 'b', 'loop'));
    const results = await collect([folder]);
    expect(results.map((result) => result.kind === 'report' && result.report.source)).toEqual(
      ['a.txt', 'b/d.txt', 'c.txt'].map((name) => join(folder, name)),
    );
  });

  it('goes on after an input that is missing, empty or no text', async () => {
    await writeFile(join(folder, 'empty.txt'), '');
    await writeFile(join(folder, 'good.txt'), body);
    await writeFile(join(folder, 'image.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]));
    const results = await collect([join(folder, 'none.txt'), folder]);
    expect(results.map((result) => (result.kind === 'report' ? 'report' : result.error.code))).toEqual([
      'read/missing',
      'read/empty',
      'report',
      'read/binary',
    ]);
  });

  it('says that a folder is empty', async () => {
    const [result] = await collect([folder]);
    expect(result?.kind === 'failure' && result.error.code).toBe('read/empty');
  });

  it('throws at once for a date that is none', async () => {
    const results = readInputs([folder], { published: '2023-02-30' });
    await expect(results[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'read/bad-date' });
  });

  it('takes the kind that it is told', async () => {
    const { report } = await readOne('{"a": 1} is how it begins.', { as: 'text', stdin: Readable.from([]) });
    expect(report.text).toBe('{"a": 1} is how it begins.');
  });
});
