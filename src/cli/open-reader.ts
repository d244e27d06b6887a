import type { Reader } from './cli.ts';
import { fingerprint } from './fingerprint.ts';
import { programVersion } from './program.ts';

/** Names program, dictionaries, knowledge and model together, such as `0.1.0+5f0c21d3a7e4`. */
export async function readerVersion(): Promise<string> {
  return `${programVersion()}+${await fingerprint()}`;
}

/** The reader that the program ships with: model, dictionaries and knowledge, loaded once. */
export async function openReader(): Promise<Reader> {
  const { openToolkit, readReport, parseReport } = await import('../pipeline.ts');
  const toolkit = await openToolkit();
  return {
    version: await readerVersion(),
    read: async (report, problems) => {
      const { record, explanations } = await readReport(report, toolkit);
      return { record: { ...record, problems: [...problems, ...record.problems] }, explanations };
    },
    parse: (report) => parseReport(report, toolkit),
  };
}
