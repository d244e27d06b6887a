import type { Reader } from './cli.ts';
import { fingerprint } from './fingerprint.ts';
import { programVersion } from './program.ts';

/** The reader that the program ships with: model, dictionaries and knowledge, loaded once. */
export async function openReader(): Promise<Reader> {
  const { openToolkit, readReport, parseReport } = await import('../pipeline.ts');
  const toolkit = await openToolkit();
  return {
    version: `${programVersion()}+${await fingerprint()}`,
    read: async (report, problems) => {
      const { record, explanations } = await readReport(report, toolkit);
      return { record: { ...record, problems: [...problems, ...record.problems] }, explanations };
    },
    parse: (report) => parseReport(report, toolkit),
  };
}
