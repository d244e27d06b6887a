import type { Interval } from './span.ts';

/** How exactly an interval dates something; `open` when an end is missing. */
export type Precision = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'longer' | 'open';

/** The longest stretch, in days, that still counts as each class; a few days more than the unit, so that any such unit fits. */
const LIMITS: readonly (readonly [Precision, number])[] = [
  ['day', 1],
  ['week', 7],
  ['month', 31],
  ['quarter', 92],
  ['year', 366],
];

const MS_OF_DAY = 86_400_000;

/** The precision of an interval: the shortest unit that it fits into. "From Monday to Wednesday" is dated to the week. */
export function precisionOf({ from, to }: Interval): Precision {
  if (from === null || to === null) return 'open';
  const days = (Date.parse(to) - Date.parse(from)) / MS_OF_DAY + 1;
  return LIMITS.find(([, limit]) => days <= limit)?.[0] ?? 'longer';
}
