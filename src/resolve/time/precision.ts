import type { Interval } from '../../record/index.ts';
import { parseDay } from './civil.ts';

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

/** The precision of an interval: the shortest unit that it fits into. "From Monday to Wednesday" is dated to the week. */
export function precisionOf({ from, to }: Interval): Precision {
  const [first, last] = [parseDay(from), parseDay(to)];
  if (first === null || last === null) return 'open';
  const days = last - first + 1;
  return LIMITS.find(([, limit]) => days <= limit)?.[0] ?? 'longer';
}
