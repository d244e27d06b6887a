import { createHash } from 'node:crypto';
import type { Event, Interval } from '../record/index.ts';
import { addDays } from '../text/days.ts';
import type { Signature } from './signature.ts';

/** Somebody who takes part, as merging sees him. */
export interface Party {
  readonly id: string;
  /** His state, so that "Beijing" and "Wang Yi" are of one side. */
  readonly country: string | null;
}

/** One event as one report tells it, with what merging looks at. */
export interface Telling {
  /** Where it stands in the store: `r_5f0c/e1`. */
  readonly id: string;
  /** A name that stays the same when the report is read anew: `h_` and twelve hexadecimal digits. */
  readonly handle: string;
  readonly event: Event;
  readonly report: {
    readonly id: string;
    readonly outlet: string | null;
    readonly published: string | null;
    readonly signature: Signature | null;
  };
  readonly actors: readonly Party[];
  /** Recipients, and hosts with them. */
  readonly recipients: readonly Party[];
  /** Its days as far as they can be told. */
  readonly days: Days;
  /** The sentences that it rests on, as stems, without the parties' names and the time expressions. */
  readonly words: ReadonlySet<string>;
  /** Those of the words that are names: of places, ships, treaties, firms. */
  readonly names: ReadonlySet<string>;
  /** Whether the event's place is a whole state. */
  readonly isPlaceState: boolean;
  /** How the text says that plans changed; null when it does not. */
  readonly turn: Turn | null;
}

/** A plan that is put off or called off, with the days that its sentence names: those it had been planned for, or is now. */
export interface Turn {
  readonly kind: 'postponed' | 'cancelled';
  readonly days: readonly Interval[];
}

/** The days of a telling. Where the report does not date it, they are guessed from the report's own date. */
export interface Days extends Interval {
  readonly isGuess: boolean;
}

/** News is of the day or the two days before; a plan without a day is for the weeks to come. */
const DAYS_BEFORE_REPORT = 2;
const DAYS_AFTER_REPORT = 30;

/** The days of an event, guessed where only its report's date bounds it. */
export function daysOfEvent({ status, time }: Pick<Event, 'status' | 'time'>): Days {
  const { from, to, basis } = time;
  if (basis !== 'report' || status === 'negated') return { from, to, isGuess: false };
  if (to !== null && (status === 'occurred' || status === 'ongoing')) {
    return { from: addDays(to, -DAYS_BEFORE_REPORT), to, isGuess: true };
  }
  if (from !== null && status === 'planned') return { from, to: addDays(from, DAYS_AFTER_REPORT), isGuess: true };
  return { from, to, isGuess: false };
}

/**
 * What tells an event from all others, whatever its number: the report, the type, and the words that state it; `nth` counts the events
 * of one report that have all of these in common, from 0.
 */
export function handleOf(reportId: string, { type, trigger }: Event, nth: number): string {
  const parts = [reportId, type, trigger.start, trigger.end, nth];
  return `h_${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12)}`;
}

const STEM_LETTERS = 6;
const MIN_LETTERS = 5;

/** The words by which tellings are compared. */
export interface Wording {
  readonly words: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** The longer words of some sentences, cut to stems, with their names and numbers; `without` are words that say nothing here. */
export function wordingOf(sentences: readonly string[], without: readonly string[]): Wording {
  const left = new Set(without.flatMap(wordsIn).map(stemOf));
  const words = new Set<string>();
  const names = new Set<string>();
  for (const word of sentences.flatMap(wordsIn)) {
    const stem = stemOf(word);
    if (left.has(stem)) continue;
    if (/^\p{Lu}/u.test(word)) names.add(stem);
    if (word.length >= MIN_LETTERS || /^[\p{Lu}\p{N}]/u.test(word)) words.add(stem);
  }
  return { words, names };
}

/** Words of three letters or more and numbers; the first of a sentence is capital for its place alone and counts as small. */
function wordsIn(text: string): readonly string[] {
  const [first = '', ...rest] = text.match(/\p{L}{3,}|\p{N}+/gu) ?? [];
  return [first.toLowerCase(), ...rest];
}

/** The beginning of a word, by which its forms are compared. */
export function stemOf(word: string): string {
  return word.toLowerCase().slice(0, STEM_LETTERS);
}
