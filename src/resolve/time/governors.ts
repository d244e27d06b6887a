import type { Day } from './civil.ts';
import type { TimeGrammar } from './grammar.ts';
import type { Reading } from './reading.ts';
import { beforeHedges, type Tense } from './tense.ts';
import type { Word } from './words.ts';

/** The days that an event gets from an expression; null is an open end. */
export interface Days {
  readonly from: Day | null;
  readonly to: Day | null;
}

export const GOVERNORS = ['since', 'by', 'until', 'before', 'after', 'from', 'plain'] as const;
export type Governor = (typeof GOVERNORS)[number];

/** The preposition that stands before an expression and changes what it dates; null when none does. */
export function governorOf(words: readonly Word[], first: number, grammar: TimeGrammar): Governor | null {
  const last = beforeHedges(words, first - 1, grammar);
  let best: { governor: Governor; length: number } | null = null;
  for (const governor of GOVERNORS) {
    for (const phrase of grammar.governors.get(governor) ?? []) {
      if (best && best.length >= phrase.length) continue;
      if (phrase.every((text, index) => words[last - phrase.length + 1 + index]?.text === text))
        best = { governor, length: phrase.length };
    }
  }
  return best?.governor ?? null;
}

/**
 * The days of an event that the expression dates: "since March" reaches from 1 March to publication, "by 2024" from
 * publication to its end, "until Friday" up to it, "after May 11" from the next day on.
 */
export function datedDays(reading: Reading, governor: Governor | null, tense: Tense, today: Day | null): Days {
  const plain = reading.dates ?? { from: reading.from, to: reading.to };
  if (governor === null || (reading.type !== 'DATE' && reading.type !== 'TIME')) return plain;
  if (reading.from === null && reading.to === null) return plain;
  switch (governor) {
    case 'since':
      return { from: reading.from, to: today };
    case 'by':
      return { from: isBehind(reading, tense, today) ? null : today, to: reading.to };
    case 'until':
      return { from: null, to: reading.to };
    case 'before':
      return { from: null, to: reading.from === null ? null : reading.from - 1 };
    case 'after':
      return { from: reading.to === null ? null : reading.to + 1, to: null };
    case 'from':
      return { from: reading.from, to: null };
    case 'plain':
      return plain;
  }
}

/** "By 2004 the war had ended": the bound is past, so nothing begins today. */
function isBehind(reading: Reading, tense: Tense, today: Day | null): boolean {
  if (today === null || reading.to === null) return true;
  return (
    reading.to < today ||
    (tense.direction === 'past' && reading.from !== null && reading.from < today && reading.to < today)
  );
}
