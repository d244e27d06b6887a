import type { Published } from '../../record/index.ts';
import { type Day, parseDay } from './civil.ts';

/** A stretch of days in which something lies; both ends included. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
}

/** The days between which a report was published; null when not both ends are known. */
export function publicationWindow(published: Published): Window | null {
  const from = parseDay(published.value ?? published.from);
  const to = parseDay(published.value ?? published.to);
  return from === null || to === null ? null : { from, to };
}
