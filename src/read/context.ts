import type { Fetcher } from './fetch/fetcher.ts';
import type { ReadLimits } from './limits.ts';

/** What every reader is told besides its bytes. */
export interface ReadContext {
  /** What the caller says of every report: it overrules what a text or page says of itself, but not the fields of a JSONL line or a feed's item. */
  readonly given: { readonly published?: string; readonly outlet?: string };
  readonly limits: ReadLimits;
  /** Reads the pages that the items of a feed lead to. */
  readonly fetcher: Fetcher;
  /** Whether an item of a feed that gives no full text is read from its page. */
  readonly followLinks: boolean;
}
