import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/cli.ts';
import { LEXICON_KINDS, REFRESHED } from '../../src/cli/options.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { processTerminal } from '../../src/cli/terminal.ts';
import { EXPORTERS } from '../../src/export/index.ts';
import { REFRESH_SUBJECTS } from '../../src/knowledge/refresh/index.ts';
import { LEXICON_FILES } from '../../src/lexicon/index.ts';

const DOCS = readFileSync('docs/cli.md', 'utf8');
const EXPORTS = readFileSync('docs/exports.md', 'utf8');

function commandsUnder(command: Command, path = command.name()): readonly (readonly [string, Command])[] {
  if (command.commands.length === 0) return [[path, command]];
  return command.commands.flatMap((child) => commandsUnder(child, `${path} ${child.name()}`));
}

const NONE = () => Promise.reject(new Error());
const PROGRAM = buildProgram({ terminal: processTerminal(), readerVersion: NONE, loadReader: NONE, end: () => {} });

describe('docs/cli.md', () => {
  it.each(commandsUnder(PROGRAM))('tells of %s and all its options', (path, command) => {
    expect(DOCS).toContain(`### ${path}`);
    const missing = command.options
      .map(({ long }) => long!)
      .filter((long) => !DOCS.includes(`${long} `) && !DOCS.includes(`${long}\``));
    expect(missing).toEqual([]);
  });

  it.each(EXPORTERS)('names the format $name', ({ name }) => {
    expect(DOCS).toContain(`\`${name}\``);
  });

  it('offers the schema of every kind of lexicon file', () => {
    expect(LEXICON_KINDS).toEqual(LEXICON_FILES);
  });

  it('offers every query to Wikidata, and names it', () => {
    expect(REFRESHED).toEqual(REFRESH_SUBJECTS);
    for (const subject of REFRESHED) expect(DOCS).toContain(`\`${subject}\``);
  });

  it('lists the exit codes', () => {
    for (const code of Object.values(EXIT)) expect(DOCS).toContain(`\n| ${code} |`);
  });
});

describe('docs/exports.md', () => {
  it.each(EXPORTERS)('tells what the format $name is, and what it loses', ({ name, describes, loses }) => {
    expect(EXPORTS).toContain(`| \`${name}\` | ${describes} | ${loses} |`);
  });

  it.each(EXPORTERS)('tells what each column of $name holds', ({ table }) => {
    const missing = (table?.columns ?? []).filter(({ name, describes }) => {
      return !EXPORTS.includes(`| \`${name}\` |`) || !EXPORTS.includes(`| ${describes} |`);
    });
    expect(missing).toEqual([]);
  });
});
