import type { ToolkitOptions } from '../pipeline.ts';
import type { Pool } from '../workers/pool.ts';
import type { Reader, ReaderOptions } from './cli.ts';
import { fingerprint } from './fingerprint.ts';
import { programVersion } from './program.ts';

/** Names program, dictionaries, knowledge and model together, such as `0.1.0+5f0c21d3a7e4`. */
export async function readerVersion({ lexicon = [], knowledge = [] }: ReaderOptions = {}): Promise<string> {
  return `${programVersion()}+${await fingerprint([...lexicon, ...knowledge])}`;
}

/** The reader that the program ships with: model, dictionaries and knowledge, loaded once; with somebody's own rules and facts, where given. */
export async function openReader({ lexicon = [], knowledge = [], workers = 1 }: ReaderOptions = {}): Promise<Reader> {
  const own = { lexiconFolders: lexicon, knowledgeFolders: knowledge };
  const { read, parse } = workers > 1 ? await inWorkers(own, workers) : await inThisThread(own);
  return {
    version: await readerVersion({ lexicon, knowledge }),
    read: async (report, problems) => {
      const { record, ...reasons } = await read(report);
      return { record: { ...record, problems: [...problems, ...record.problems] }, ...reasons };
    },
    parse,
  };
}

async function inThisThread(own: ToolkitOptions): Promise<Pick<Pool, 'read' | 'parse'>> {
  const { openToolkit, readReport, parseReport } = await import('../pipeline.ts');
  const toolkit = await openToolkit(own);
  return { read: (report) => readReport(report, toolkit), parse: (report) => parseReport(report, toolkit) };
}

async function inWorkers(own: ToolkitOptions, workers: number): Promise<Pool> {
  const { openPool } = await import('../workers/pool.ts');
  return openPool({ ...own, workers });
}
