import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { INPUT_KINDS, READERS } from '../../src/read/index.ts';
import { outlets } from '../../src/read/phrases.ts';

const docs = readFileSync(new URL('../../docs/reading.md', import.meta.url), 'utf8');
const folder = new URL('../../src/read/', import.meta.url);
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

describe('docs/reading.md', () => {
  it('lists every code that reading gives, and no other', () => {
    const codes = (text: string, quote: string) =>
      new Set([...text.matchAll(new RegExp(`${quote}(read/[a-z0-9-]+)${quote}`, 'g'))].map(([, code]) => code!));
    expect([...codes(docs, '`')].sort()).toEqual([...codes(source, "'")].sort());
  });

  it.each(INPUT_KINDS)('lists the kind %s', (kind) => {
    expect(docs).toContain(`| \`${kind}\` |`);
    expect(READERS.map((reader) => reader.kind)).toContain(kind);
  });
});

describe('lexicon/read/outlets.yaml', () => {
  it('gives a name, an alias or a host to one outlet only', () => {
    const names = outlets().flatMap(({ name, aliases, hosts }) => [...new Set([name, ...aliases, ...hosts])]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('names zones that exist', () => {
    for (const { zone } of outlets())
      if (zone !== null) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
  });
});
