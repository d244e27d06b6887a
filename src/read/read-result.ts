import { ChanceryError, type Problem } from '../problems.ts';
import type { Report } from '../record/index.ts';
import { detectLanguage } from './language.ts';
import { makeReport, type ReportFields } from './make-report.ts';

/** One report that was read, with what was odd about it, or one input (or line, or item) that could not be. */
export type ReadResult =
  | { readonly kind: 'report'; readonly report: Report; readonly problems: readonly Problem[] }
  | { readonly kind: 'failure'; readonly source: string; readonly error: ChanceryError };

/** Makes a report and tells its language when nobody has; throws `read/empty` for a report without words, `read/bad-date` for a bad date. */
export async function readReport(
  fields: ReportFields,
  problems: readonly Problem[] = [],
): Promise<Extract<ReadResult, { kind: 'report' }>> {
  const report = makeReport(fields);
  if (report.text === '')
    throw new ChanceryError('read/empty', 'There are no words in it.', { at: { file: fields.source } });
  const language = report.language ?? (await detectLanguage(report.text)) ?? fields.statedLanguage ?? null;
  return { kind: 'report', report: { ...report, language }, problems };
}

/** Turns an error that a reader names into a failure; any other is a fault of the program and is thrown on. */
export function failure(source: string, error: unknown): ReadResult {
  if (error instanceof ChanceryError) return { kind: 'failure', source, error };
  const { code, message } = error as NodeJS.ErrnoException;
  if (!(error instanceof Error) || typeof code !== 'string') throw error;
  return { kind: 'failure', source, error: systemError(code, message, source, error) };
}

function systemError(code: string, message: string, file: string, cause: unknown): ChanceryError {
  if (code === 'ENOENT') {
    const hint = 'An input is a file, a folder, a URL, or - for standard input.';
    return new ChanceryError('read/missing', 'There is no such file or folder.', { at: { file }, hint, cause });
  }
  if (code === 'EACCES' || code === 'EPERM')
    return new ChanceryError('read/forbidden', 'It may not be read.', { at: { file }, cause });
  return new ChanceryError('read/unreadable', `It cannot be read: ${message}.`, { at: { file }, cause });
}
