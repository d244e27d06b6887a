import type { Span } from '../../record/index.ts';
import { type Day, dayOf } from './civil.ts';

export interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/** Days on one of which the report was published, for a reason in words. Stretches stand in order and do not overlap. */
export interface Constraint {
  readonly stretches: readonly Stretch[];
  readonly because: string;
  readonly span: Span | null;
}

/** The first and the last day that the record can hold. */
export const FIRST: Day = dayOf(1, 1, 1);
export const LAST: Day = dayOf(9999, 12, 31);

/** The days that both lists allow. */
export function meet(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  const met: Stretch[] = [];
  for (const x of a) {
    for (const y of b) {
      const from = Math.max(x.from, y.from);
      const to = Math.min(x.to, y.to);
      if (from <= to) met.push({ from, to });
    }
  }
  return met.sort((x, y) => x.from - y.from);
}

export const notBefore = (day: Day): Stretch[] => [{ from: day, to: LAST }];
export const notAfter = (day: Day): Stretch[] => [{ from: FIRST, to: day }];
