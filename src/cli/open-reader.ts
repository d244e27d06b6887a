import type { Reader, ReaderOptions } from './cli.ts';
import { fingerprint } from './fingerprint.ts';
import { programVersion } from './program.ts';

/** Names program, dictionaries, knowledge and model together, such as `0.1.0+5f0c21d3a7e4`. */
export async function readerVersion({ lexicon }: ReaderOptions = {}): Promise<string> {
  return `${programVersion()}+${await fingerprint(lexicon)}`;
}

/** The reader that the program ships with: model, dictionaries and knowledge, loaded once; with somebody's own rules, where given. */
export async function openReader({ lexicon = [] }: ReaderOptions = {}): Promise<Reader> {
  const { openToolkit, readReport, parseReport } = await import('../pipeline.ts');
  const toolkit = await openToolkit({ lexiconFolders: lexicon });
  return {
    version: await readerVersion({ lexicon }),
    read: async (report, problems) => {
      const { record, explanations } = await readReport(report, toolkit);
      return { record: { ...record, problems: [...problems, ...record.problems] }, explanations };
    },
    parse: (report) => parseReport(report, toolkit),
  };
}
