import { z } from 'zod';

/** Something odd in a report: kept in its result, never thrown. `span` points into `report.text` when there is one. */
export const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  span: z.object({ start: z.int(), end: z.int(), text: z.string() }).nullable(),
});
export type Problem = z.infer<typeof problemSchema>;

/** Where a fault lies: a file (or `-`), and a line in it when known. */
export interface FaultPlace {
  readonly file: string;
  readonly line?: number;
}

/** What helps to mend a fault. */
export interface FaultDetails {
  readonly at?: FaultPlace;
  readonly expected?: readonly string[];
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * Something wrong in a call, a dictionary file or the machine, with a word code such as `lexicon/unknown-role`.
 * The message says what was found; `details` says where, what was expected and what to do.
 */
export class ChanceryError extends Error {
  readonly code: string;
  readonly details: FaultDetails;

  constructor(code: string, message: string, details: FaultDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'ChanceryError';
    this.code = code;
    this.details = details;
  }

  /** The whole message on a few lines, as a terminal shows it. */
  describe(): string {
    const { at, expected, hint } = this.details;
    const place = at ? `${at.file}${at.line === undefined ? '' : `:${at.line}`}: ` : '';
    const lines = [`${place}${this.message} [${this.code}]`];
    if (expected?.length) lines.push(`  expected: ${expected.join(', ')}`);
    if (hint) lines.push(`  ${hint}`);
    return lines.join('\n');
  }
}

/** Ends a `switch` over a union: the compiler proves that nothing is left. */
export function assertNever(value: never): never {
  throw new ChanceryError('internal/unreachable', `Unexpected value ${JSON.stringify(value)}.`);
}
