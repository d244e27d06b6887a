import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** What each folder (or top-level file) may import from. The order is the one of ARCHITECTURE.md. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'problems.ts': [],
  text: ['problems.ts', 'record'],
  record: ['problems.ts'],
  document: ['record', 'problems.ts', 'text'],
  knowledge: ['document', 'record', 'problems.ts', 'text'],
  lexicon: ['document', 'record', 'problems.ts', 'text'],
  annotate: ['document', 'record', 'problems.ts', 'text', 'lexicon'],
  'resolve/actors': ['document', 'record', 'problems.ts', 'text', 'knowledge', 'lexicon'],
  'resolve/time': ['document', 'record', 'problems.ts', 'text', 'knowledge', 'lexicon'],
  quote: ['document', 'record', 'problems.ts', 'text', 'lexicon'],
  predicate: ['document', 'record', 'problems.ts', 'text', 'lexicon'],
  code: ['document', 'record', 'problems.ts', 'text', 'knowledge', 'lexicon'],
  read: ['record', 'problems.ts', 'text'],
  review: ['record', 'problems.ts', 'text'],
  reconcile: ['record', 'problems.ts', 'text', 'knowledge'],
  'pipeline.ts': [
    'annotate',
    'resolve/actors',
    'resolve/time',
    'quote',
    'predicate',
    'code',
    'knowledge',
    'lexicon',
    'document',
    'record',
    'problems.ts',
  ],
  'check-lexicon.ts': ['pipeline.ts', 'read', 'lexicon', 'record'],
  'lexicon-coverage.ts': ['pipeline.ts', 'predicate', 'code', 'document', 'record'],
  workers: ['pipeline.ts', 'record', 'problems.ts'],
  store: ['record', 'problems.ts', 'text', 'reconcile', 'review'],
  ask: ['store', 'reconcile', 'review', 'record', 'problems.ts', 'text'],
  export: ['ask', 'store', 'review', 'record', 'problems.ts', 'text'],
  serve: ['export', 'ask', 'store', 'record', 'problems.ts', 'pipeline.ts', 'read', 'text'],
  cli: ['*'],
  'index.ts': ['*'],
};

describe('imports', () => {
  it('point one way, as ARCHITECTURE.md draws them', () => {
    const wrong = sourceFiles().flatMap((file) => {
      const home = areaOf(file);
      const allowed = ALLOWED[home];
      if (!allowed) return [`${file}: "${home}" stands in no row of the table`];
      if (allowed.includes('*')) return [];
      return importsOf(file)
        .map(areaOf)
        .filter((area) => area !== home && !allowed.includes(area))
        .map((area) => `${file} imports from ${area}`);
    });
    expect(wrong).toEqual([]);
  });

  it('lets only the edges of the program touch files, clock, network and environment', () => {
    const edges = /^(read|store|cli|serve)\/|(^|\/)load[a-z-]*\.ts$|^annotate\/session\.ts$/;
    const touching = sourceFiles()
      .filter((file) => !edges.test(file))
      .filter((file) =>
        /node:(fs|http|net|child_process)|process\.env|Date\.now\(|new Date\(\)|Math\.random/.test(
          readFileSync(join(SRC, file), 'utf8'),
        ),
      );
    expect(touching).toEqual([]);
  });
});

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(SRC, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('serve/page/'));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const found = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) => match[1]!);
  return found.map((path) => relative(SRC, join(SRC, file, '..', path)));
}

function areaOf(file: string): string {
  const parts = file.split('/');
  if (parts[0] === 'resolve') return parts.slice(0, 2).join('/');
  return parts.length === 1 ? file : parts[0]!;
}
