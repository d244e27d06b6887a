import type { ReadLimits } from './limits.ts';

/** What every reader is told besides its bytes. */
export interface ReadContext {
  /** What the caller says of every report: it overrules what a text or page says of itself, but not a JSONL line's own fields. */
  readonly given: { readonly published?: string; readonly outlet?: string };
  readonly limits: ReadLimits;
}
