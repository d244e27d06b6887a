import { daysBetween } from '../text/days.ts';
import { firstDay, intervalsMeet, lastDay } from './dates.ts';
import type { Term } from './pack.ts';

/** Days that a question is about: one day, or a window in which the day lies. An open end is null. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

/** How a term stands to the days asked about. */
export interface DatedTerm extends Term {
  /** Whether it held all through the days, on some of them only, or ended shortly before. */
  readonly standing: 'held' | 'partly' | 'just-ended' | 'unconfirmed';
}

/** The days of a term; a partial date stands for its first day at the start, its last at the end. */
export function daysOf(term: Term): Days {
  return { from: firstDay(term.from), to: lastDay(term.to) };
}

/** News still speaks of the last holder for a while: days after the end of a term in which it may be meant. */
const LAG_DAYS = 30;

/** Says how a term stands to some days, or null when it has nothing to do with them. */
export function standingOf(term: Term, days: Days): DatedTerm['standing'] | null {
  const held = daysOf(term);
  if (intervalsMeet(held, days)) {
    const covers =
      (held.from === null || (days.from !== null && held.from <= days.from)) &&
      (held.to === null || (days.to !== null && days.to <= held.to));
    const asof = lastDay(term.asof);
    if (covers && held.to === null && asof !== null && days.from !== null && days.from > asof) return 'unconfirmed';
    return covers ? 'held' : 'partly';
  }
  if (held.to !== null && days.from !== null && held.to < days.from && daysBetween(held.to, days.from) <= LAG_DAYS) {
    return 'just-ended';
  }
  return null;
}

/** The terms of one office that answer for some days: those that hold, best first; a term just ended only where none holds. */
export function termsOn(terms: readonly Term[], days: Days): DatedTerm[] {
  const dated = terms.flatMap((term) => {
    const standing = standingOf(term, days);
    return standing === null ? [] : [{ ...term, standing }];
  });
  const holding = dated.filter((term) => term.standing !== 'just-ended');
  return (holding.length > 0 ? holding : dated).sort(compareTerms);
}

const WEIGHT: Readonly<Record<DatedTerm['standing'], number>> = { held: 3, partly: 2, unconfirmed: 1, 'just-ended': 0 };

function compareTerms(a: DatedTerm, b: DatedTerm): number {
  return (
    WEIGHT[b.standing] - WEIGHT[a.standing] ||
    Number(isActing(a)) - Number(isActing(b)) ||
    Number(b.isOwn) - Number(a.isOwn) ||
    b.from.localeCompare(a.from) ||
    sourceWeight(b) - sourceWeight(a)
  );
}

function isActing(term: Term): boolean {
  return /acting|interim|caretaker/iu.test(term.position);
}

/** Facts that two sources bear out go before those of one; what was written by hand from memory comes last. */
export function sourceWeight(term: Term): number {
  return term.source.includes('+') ? 3 : isHandWritten(term.source) ? 1 : 2;
}

/** Whether a source is the hand of whoever keeps the base, from memory, and no other. */
export function isHandWritten(source: string): boolean {
  return source.startsWith('curated') && !source.includes('+');
}

/** Whether only one hand-written, unchecked source gives the term. */
export function isUnverified(term: Term): boolean {
  return sourceWeight(term) === 1;
}

/** "President" of Iran is its head of government: the office's own wording decides between the two heads, where it is known. */
export function headFits(noun: { readonly role: string; readonly lemma: string }, term: Term): boolean {
  // Spain's "President of the Government" is a prime minister in English
  const position = term.position
    .toLowerCase()
    .replace(/^president of the (government|council)\b/u, 'head of government');
  // "Japan's premier": the two words name one office
  const lemma = noun.lemma === 'premier' && position.includes('prime minister') ? 'prime minister' : noun.lemma;
  return position.includes(lemma) || (noun.role === term.role && !WORDED.test(position));
}

const WORDED = /president|prime minister|king|queen|premier|supreme leader/u;
