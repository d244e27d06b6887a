import { ChanceryError } from '../problems.ts';

/** What a database's own word for a failure means to the person at the keyboard. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** Failures by the code that the database gives them, or by its message where it gives none; the first that fits counts. */
export type Faults = readonly (readonly [sign: RegExp, fault: Fault])[];

/** A failure outside the program as a `ChanceryError`; anything else as it is. */
export function faultOf(faults: Faults, error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof ChanceryError) return error;
  const sign = 'code' in error && error.code ? String(error.code) : error.message;
  const fault = faults.find(([pattern]) => pattern.test(sign))?.[1];
  if (!fault) return error;
  return new ChanceryError(fault.code, fault.message, { at: { file: path }, hint: fault.hint, cause: error });
}
