import { workerData } from 'node:worker_threads';
import { openToolkit, parseReport, type Reading, readReport, type ToolkitOptions } from '../pipeline.ts';
import { ChanceryError, type FaultDetails } from '../problems.ts';
import type { Report } from '../record/index.ts';

/** What a worker is asked to do with a report. */
export interface Task {
  readonly kind: 'read' | 'parse';
  readonly report: Report;
}

/** What comes back. A ChanceryError goes as its parts: between threads an error loses its class. */
export type Answer =
  | { readonly kind: 'done'; readonly value: Reading | string }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly details: FaultDetails };

const own = workerData as Required<ToolkitOptions>;
let toolkit: ReturnType<typeof openToolkit> | undefined;

/** Piscina's entry: one report at a time, with a toolkit that is opened with the first. */
export default async function answer({ kind, report }: Task): Promise<Answer> {
  try {
    toolkit ??= openToolkit(own);
    const value = await (kind === 'read' ? readReport : parseReport)(report, await toolkit);
    return { kind: 'done', value };
  } catch (error) {
    if (!(error instanceof ChanceryError)) throw error;
    const { at, expected, hint } = error.details;
    const details = { ...(at && { at }), ...(expected && { expected }), ...(hint !== undefined && { hint }) };
    return { kind: 'failed', code: error.code, message: error.message, details };
  }
}
