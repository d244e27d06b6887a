import type { Anchored } from './anchor-all.ts';
import type { Day } from './civil.ts';
import type { Days } from './governors.ts';

/** Joins what an expression comes to at the two ends of the publication window: as wide as both, its value X where they differ. */
export function mergeWindows(early: Anchored | null, late: Anchored | null): Anchored | null {
  if (!early || !late) return early ?? late;
  const [a, b] = [early.reading, late.reading];
  if (a.value === b.value && a.from === b.from && a.to === b.to && a.dates === b.dates)
    return { ...early, days: hull(early.days, late.days) };
  const reading = {
    ...a,
    ...hull(a, b),
    value: commonValue(a.value, b.value),
    reason: `${a.reason}; published within a window`,
  };
  return { ...early, reading, days: hull(early.days, late.days) };
}

function hull(a: Days, b: Days): Days {
  return { from: least(a.from, b.from, Math.min), to: least(a.to, b.to, Math.max) };
}

function least(a: Day | null, b: Day | null, pick: (a: number, b: number) => number): Day | null {
  return a === null || b === null ? null : pick(a, b);
}

/** The value with an X for each digit in which the two differ; all X from the first difference on. */
function commonValue(a: string, b: string): string {
  if (a === b) return a;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const part = Math.max(0, a.lastIndexOf('-', same) + 1);
  return a.slice(0, part) + a.slice(part).replace(/[0-9]/g, 'X');
}
