import type { Day } from './civil.ts';
import type { HolidayRule } from './grammar-schema.ts';
import type { Reading } from './reading.ts';

/**
 * Which way an expression without its year or week points, by tense. `later` is the future of something past ("agreed to
 * meet in May"): after the agreement, but perhaps before publication.
 */
export type Direction = 'past' | 'future' | 'later' | 'unknown';

/** News counts from the publication date; a narrative counts from the last date that it named. */
export type Mode = 'news' | 'narrative';

/** What an expression is anchored on. */
export interface Context {
  readonly mode: Mode;
  /** The publication date, one day; null when nothing is known of it. */
  readonly today: Day | null;
  readonly direction: Direction;
  /** Why the direction is what it is, in words. */
  readonly because: string;
  /** The last date that the text named, and the last one that is a day. */
  readonly focus: Reading | null;
  readonly focusDay: Reading | null;
  /** The years that the text has given to days of the year, by month and day ("9-11"). */
  readonly namedDays: ReadonlyMap<string, readonly number[]>;
  /** The last day that the same sentence named, for an hour without a day. */
  readonly sentenceDay: Reading | null;
  readonly holidays: ReadonlyMap<string, HolidayRule>;
}

/** The day that underspecified dates count from. */
export function referenceDay(context: Context): Day | null {
  return context.mode === 'narrative' && context.focus?.from != null ? context.focus.from : context.today;
}
