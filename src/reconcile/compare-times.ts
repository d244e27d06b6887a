import type { Interval } from '../record/index.ts';
import { daysBetween } from '../text/days.ts';
import type { Contradiction, Judgement } from './judgement.ts';
import { haveLikeText } from './like-reports.ts';
import type { Days, Telling } from './telling.ts';
import { isRemote } from './type-families.ts';

/** How many days an interval has at most to date an event; a longer one only bounds it. */
export const PRECISE_DAYS = 10;
/** How far apart, in days, the dates of one happening may lie at all. */
export const MOST_SLACK = 3;

const CALL_SLACK = 1;

/** How likely two tellings are of one time: a shared day counts the more, the shorter the longer of both intervals is. */
export function compareTimes(one: Telling, other: Telling): Judgement | Contradiction {
  const moved = movedTo(one, other);
  if (moved) return { score: 1, because: `moved from or to ${moved}` };
  const [days, otherDays] = [one.days, other.days];
  const gap = gapBetween(days, otherDays);
  if (gap === 0) return judgeOverlap(days, otherDays);
  if (gap > MOST_SLACK || gap > slackOf(one, other))
    return { contradicts: `${wordsOfTime(days)} against ${wordsOfTime(otherDays)}` };
  return { score: 0.7, because: gap === 1 ? 'a day apart' : `${gap} days apart` };
}

function judgeOverlap(one: Days, other: Days): Judgement {
  const days = Math.max(daysOf(one), daysOf(other));
  if (one.isGuess || other.isGuess) return { score: days <= 3 ? 0.6 : 0.4, because: 'about the date of the report' };
  if (!Number.isFinite(days)) return { score: 0.2, because: 'days that are not both known' };
  const score =
    days <= 1 ? 1 : days <= 3 ? 0.95 : days <= PRECISE_DAYS ? 0.8 : days <= 31 ? 0.6 : days <= 92 ? 0.4 : 0.25;
  return { score, because: days <= 1 ? `both on ${one.from}` : `common days within ${days}` };
}

/** A call may be dated a day apart by its two ends, and a corrected report may date anything anew. */
function slackOf(one: Telling, other: Telling): number {
  if (one.report.id !== other.report.id && haveLikeText(one.report, other.report)) return MOST_SLACK;
  const isCall = isRemote(one.event.mode) || isRemote(other.event.mode);
  return isCall ? CALL_SLACK : 0;
}

/** The days that one telling puts off or calls off, or moves to, when they are those of the other. */
function movedTo(one: Telling, other: Telling): string | null {
  for (const [turned, plain] of [
    [one, other],
    [other, one],
  ] as const) {
    if (plain.turn !== null || !isPrecise(plain.days)) continue;
    const days = turned.turn?.days.find((some) => gapBetween(some, plain.days) === 0 && isPrecise(some));
    if (days) return wordsOfTime(days);
  }
  return null;
}

/** Days between two intervals: 0 when they share one; an open end reaches any day. */
export function gapBetween(one: Interval, other: Interval): number {
  if (one.to !== null && other.from !== null && one.to < other.from) return daysBetween(one.to, other.from);
  if (other.to !== null && one.from !== null && other.to < one.from) return daysBetween(other.to, one.from);
  return 0;
}

/** How many days an interval has; without end when one is open. */
export function daysOf({ from, to }: Interval): number {
  return from === null || to === null ? Number.POSITIVE_INFINITY : daysBetween(from, to) + 1;
}

export function isPrecise(time: Interval): boolean {
  return daysOf(time) <= PRECISE_DAYS;
}

function wordsOfTime({ from, to }: Interval): string {
  return from === to ? `${from}` : `${from ?? '…'} to ${to ?? '…'}`;
}
