import type { EventType, Status } from '../record/index.ts';

/**
 * What is asked for: everything given must hold; of several values in one field, one must. A happening fits where one of its counted
 * tellings does, by the status of the whole. Used by every question, export and page.
 */
export interface Filter {
  /** Who takes part: each of them. An id, a name or a country code. */
  readonly actors?: readonly string[];
  /** Two who have to do with one another: not merely on the same side of an act. */
  readonly between?: readonly [string, string] | undefined;
  /** Who says so (or denies it). */
  readonly saidBy?: string;
  readonly types?: readonly EventType[];
  readonly modes?: readonly string[];
  readonly statuses?: readonly Status[];
  /** ISO days, inclusive: an event counts when its own days touch them. Events without any date then drop out. */
  readonly since?: string;
  readonly until?: string;
  readonly places?: readonly string[];
  readonly outlets?: readonly string[];
  /** Words and phrases of the evidence, as `matchExpression` takes them. */
  readonly words?: readonly string[];
  /** Only happenings that several events of reports tell of. */
  readonly isToldAgain?: boolean;
}

/** What is listed: happenings, each once and by the event that stands for it; or every event of every report. */
export type Listed = 'happenings' | 'tellings';

/** Joins two filters; where a field takes one value, the second one's counts. */
export function bothFilters(one: Filter, other: Filter): Filter {
  const joined: Record<string, unknown> = { ...one };
  for (const [field, value] of Object.entries(other)) {
    const before = joined[field];
    joined[field] =
      field !== 'between' && Array.isArray(before) ? [...before, ...(value as readonly unknown[])] : value;
  }
  return joined as Filter;
}
