import type { Pool } from '../workers/pool.ts';
import type { Reader, ReaderOptions } from './cli.ts';
import { fingerprint } from './fingerprint.ts';
import { programVersion } from './program.ts';

/** Names program, dictionaries, knowledge and model together, such as `0.1.0+5f0c21d3a7e4`. */
export async function readerVersion({ lexicon }: ReaderOptions = {}): Promise<string> {
  return `${programVersion()}+${await fingerprint(lexicon)}`;
}

/** The reader that the program ships with: model, dictionaries and knowledge, loaded once; with somebody's own rules, where given. */
export async function openReader({ lexicon = [], workers = 1 }: ReaderOptions = {}): Promise<Reader> {
  const { read, parse } = workers > 1 ? await inWorkers(lexicon, workers) : await inThisThread(lexicon);
  return {
    version: await readerVersion({ lexicon }),
    read: async (report, problems) => {
      const { record, explanations } = await read(report);
      return { record: { ...record, problems: [...problems, ...record.problems] }, explanations };
    },
    parse,
  };
}

async function inThisThread(lexiconFolders: readonly string[]): Promise<Pick<Pool, 'read' | 'parse'>> {
  const { openToolkit, readReport, parseReport } = await import('../pipeline.ts');
  const toolkit = await openToolkit({ lexiconFolders });
  return { read: (report) => readReport(report, toolkit), parse: (report) => parseReport(report, toolkit) };
}

async function inWorkers(lexiconFolders: readonly string[], workers: number): Promise<Pool> {
  const { openPool } = await import('../workers/pool.ts');
  return openPool({ lexiconFolders, workers });
}
