import type { ReadLimits } from './limits.ts';
import type { Source } from './source.ts';

/** What every reader is told besides its bytes. */
export interface ReadContext {
  /** What the caller says of every report: it overrules what a text or page says of itself, but not the fields of a JSONL line or a feed's item. */
  readonly given: { readonly published?: string; readonly outlet?: string };
  readonly limits: ReadLimits;
  /** Opens an address of the web. */
  readonly openAddress: (address: string) => Promise<Source>;
  /** Whether an item of a feed that gives no full text is read from its page. */
  readonly followLinks: boolean;
}
