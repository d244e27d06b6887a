import type { Problem } from '../problems.ts';
import type { Report } from '../record/index.ts';
import type { Reading } from '../store/index.ts';

/** What reads a report into its record. `version` names program, dictionaries and knowledge together. */
export interface Reader {
  readonly version: string;
  read(report: Report, problems: readonly Problem[]): Promise<Reading>;
}

/** Opens a reader when it is first needed, and once: model and knowledge take seconds to load. */
export type LoadReader = () => Promise<Reader>;

/** The same reader for every call; a failure to open it is tried again by the next call. */
export function onceOpened(load: LoadReader): LoadReader {
  let opened: Promise<Reader> | null = null;
  return () => {
    opened ??= load().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
}
