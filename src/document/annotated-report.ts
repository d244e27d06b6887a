import type { Problem } from '../problems.ts';
import type { Report, Span } from '../record/index.ts';
import type { Token } from './token.ts';

export type NameType = 'PER' | 'ORG' | 'LOC' | 'NORP' | 'MISC';

/** A proper name that the language core found. `first` and `last` are token indexes, inclusive. */
export interface NameSpan extends Span {
  readonly type: NameType;
  readonly first: number;
  readonly last: number;
}

/** A sentence with its parse and names. A headline or heading is one that stands in a paragraph of its own without a stop. */
export interface Sentence {
  readonly index: number;
  readonly paragraph: number;
  readonly kind: 'headline' | 'text';
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly names: readonly NameSpan[];
}

/** A report after the language core: every sentence, in text order. The dateline belongs to none. */
export interface AnnotatedReport {
  readonly report: Report;
  readonly sentences: readonly Sentence[];
  readonly problems: readonly Problem[];
}
