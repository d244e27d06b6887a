import { InvalidArgumentError, Option } from 'commander';
import type { Cli } from './cli.ts';

/** Options that several commands share, each with one meaning everywhere. */

/** `--store PLACE`, also from the environment. */
export function storeOption(): Option {
  return new Option('--store <place>', 'what keeps the record: a SQLite file, or postgres://user@server/database')
    .env('CHANCERY_STORE')
    .default('chancery.sqlite');
}

/** `--lexicon PLACE`, which may be given again. */
export function lexiconOption(): Option {
  return new Option('--lexicon <place>', 'a folder or file of your own rules, which extend or replace the shipped ones')
    .argParser(collect)
    .default([], 'none');
}

/** `--knowledge PLACE`, which may be given again. */
export function knowledgeOption(): Option {
  return new Option('--knowledge <place>', 'a folder or file of your own facts, laid over the knowledge base')
    .argParser(collect)
    .default([], 'none');
}

/** `--workers NUMBER`. */
export function workersOption(): Option {
  return new Option('--workers <number>', 'threads that read reports beside one another; the output is the same')
    .argParser(positiveNumber)
    .default(1);
}

/** The names of the exporters that a report just read can be written by, here so that the help need not load them. */
export const READ_FORMATS = [
  'jsonl',
  'plover',
  'gdelt',
  'gdelt-mentions',
  'csv',
  'parquet',
  'jsonld',
  'graphml',
  'gexf',
  'ics',
  'md',
  'html',
  'csl',
] as const;

/** The names of all exporters. A test holds the two lists together. */
export const EXPORT_FORMATS = [...READ_FORMATS, 'gold'] as const;

/** The kinds of lexicon files; likewise. */
export const LEXICON_KINDS = [
  'events',
  'classes',
  'codes',
  'coding',
  'domains',
  'operators',
  'carriers',
  'modals',
] as const;

/** What `kb refresh` can ask for; likewise. */
export const REFRESHED = ['heads', 'foreign-ministers', 'defence-ministers', 'memberships', 'names'] as const;

/** Adds a value to those of the same option before it. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** A whole number from 1 up. */
export function positiveNumber(value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It must be a whole number from 1 up.');
}

/** Opens the store for a command, and closes it when the command is done. */
export async function withStore<Result>(
  path: string,
  mode: 'read' | 'write',
  use: (store: import('../store/index.ts').Store) => Promise<Result>,
): Promise<Result> {
  const { openStore } = await import('../store/index.ts');
  const store = await openStore(path, { mode });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** Prints JSON for people and programs alike: indented. */
export function printJson({ terminal }: Cli, value: unknown): Promise<void> {
  return terminal.out.write(`${JSON.stringify(value, null, 2)}\n`);
}
