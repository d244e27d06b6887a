import type { Anchored } from './anchor-all.ts';
import type { Day } from './civil.ts';
import type { Mode } from './context.ts';
import type { Reading } from './reading.ts';
import { isSentenceEnd } from './tense.ts';
import type { Word } from './words.ts';

/** The dates that a text has named so far. */
export class Memory {
  focus: Reading | null = null;
  focusDay: Reading | null = null;
  /** The last day named that does not lie after publication. */
  pastDay: Reading | null = null;
  sentenceDay: Reading | null = null;
  readonly namedDays = new Map<string, number[]>();
  readonly #mode: Mode;
  #position = 0;

  constructor(mode: Mode) {
    this.#mode = mode;
  }

  /** Moves on to a word; a new sentence forgets the day of the last. */
  enter(words: readonly Word[], position: number): void {
    for (; this.#position < position; this.#position += 1)
      if (isSentenceEnd(words, this.#position)) this.sentenceDay = null;
  }

  /** Remembers a date that was named; one that stands aside only for its year. */
  keep(anchored: Anchored, isAside: boolean, today: Day | null): void {
    const { reading, found } = anchored;
    if (reading.grain === null || reading.from === null || reading.mod === 'BEFORE') return;
    if (reading.type !== 'DATE' && reading.type !== 'TIME') return;
    this.#keepYear(found.term);
    if (isAside && this.#mode === 'news') return;
    if (this.#mode === 'narrative' && this.#isDigression(reading)) return;
    const date = reading.type === 'TIME' ? dateOf(reading) : reading;
    this.focus = date;
    if (reading.grain !== 'day') return;
    this.focusDay = date;
    this.sentenceDay = date;
    if (today === null || reading.from <= today) this.pastDay = date;
  }

  /** A year far from those told ("as in 1812") is a comparison, not a step of the story. */
  #isDigression(reading: Reading): boolean {
    if (reading.grain !== 'year' || this.focus?.from == null || this.focus.grain === 'year') return false;
    return Math.abs(reading.from! - this.focus.from) > 15 * 365;
  }

  #keepYear(term: Anchored['found']['term']): void {
    if (term.op !== 'calendar' || typeof term.month !== 'number' || term.day === undefined) return;
    const year = typeof term.year === 'object' && term.year.op === 'calendar' ? term.year.year : term.year;
    if (typeof year !== 'number') return;
    const key = `${term.month}-${term.day}`;
    this.namedDays.set(key, [...(this.namedDays.get(key) ?? []), year]);
  }
}

function dateOf(reading: Reading): Reading {
  return { ...reading, type: 'DATE', value: reading.value.split('T')[0]! };
}
