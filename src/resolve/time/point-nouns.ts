import { dependents, type SyntaxTree, type Token } from '../../document/index.ts';
import type { Day } from './civil.ts';
import type { TimeGrammar } from './grammar.ts';
import { periodOf, shift } from './reading.ts';
import { isClock } from './steps.ts';
import type { Unit } from './term.ts';

/** The days of a happening; null where unknown. */
export interface PointDays {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** "days before", "weeks after": how many at most, when the number is not told. */
export const VAGUE = 13;

/** "two weeks", "more than a year"; null is a number that is not told. */
export interface Distance {
  readonly count: number | null;
  readonly unit: Unit;
  readonly mod: string | null;
}

/** The days so far after or before a happening, as exact as the unit; null for other relations and untold numbers of days. */
export function distancedDays(
  { from, to }: PointDays,
  relation: string | null,
  distance: Distance | null,
): PointDays | null {
  if (!distance || from === null || (relation !== 'after' && relation !== 'before')) return null;
  const { count, unit, mod } = distance;
  // "hours before", whatever their number, is on that day
  if (count === null) return isClock(unit) ? { from, to: to ?? from } : null;
  const isAfter = relation === 'after';
  const day = isAfter ? shift(to ?? from, unit, count) : shift(from, unit, -count);
  if (mod === 'MORE_THAN' || mod === 'EQUAL_OR_MORE')
    return isAfter ? { from: day, to: null } : { from: null, to: day };
  if (mod === 'LESS_THAN' || mod === 'EQUAL_OR_LESS')
    return isAfter ? { from: (to ?? from) + 1, to: day } : { from: day, to: from - 1 };
  const period = isClock(unit) ? { from: day, to: day } : periodOf(unit, day);
  return { from: period.from, to: period.to };
}

/** Whether a noun names a point in the life of something else: "the eve of", "the day after", "the last days of". */
export function isPointNoun(noun: Token, grammar: TimeGrammar): boolean {
  const lists = ['eve', 'day-of', 'edge-start', 'edge-end', 'anniversary'];
  return lists.some((list) => grammar.tense.get(list)?.has(noun.lemma)) || unitOf(noun, grammar) !== null;
}

/**
 * The days that a point noun gives, counted from the days of what it belongs to; `word` is the preposition between them. Null where
 * it gives none ("the days of the war").
 */
export function pointDays(
  tree: SyntaxTree,
  noun: Token,
  word: string,
  days: PointDays,
  grammar: TimeGrammar,
): PointDays | null {
  const { from, to } = days;
  if (from === null) return null;
  const has = (list: string, lemma: string) => grammar.tense.get(list)?.has(lemma) ?? false;
  if (word === 'of') {
    if (has('eve', noun.lemma)) return { from: from - 1, to: from - 1 };
    if (has('day-of', noun.lemma) && noun.feats.Number !== 'Plur') return { from, to: from };
    if (has('anniversary', noun.lemma)) return days;
    if (has('edge-start', noun.lemma)) return { from, to: from };
    if (has('edge-end', noun.lemma)) return to === null ? null : { from: to, to };
  }
  const unit = unitOf(noun, grammar) ?? (has('day-of', noun.lemma) ? 'day' : null);
  if (unit === null) return null;
  const count = noun.feats.Number === 'Plur' ? VAGUE : 1;
  if (word === 'after') return to === null ? null : { from: to + 1, to: shift(to, unit, count) };
  if (word === 'before') return { from: shift(from, unit, -count), to: from - 1 };
  const words = dependents(tree, noun.index, 'amod').map(({ lemma }) => lemma.toLowerCase());
  if (words.some((lemma) => has('edge-last', lemma)))
    return to === null ? null : { from: Math.max(from, shift(to, unit, -count) + 1), to };
  if (words.some((lemma) => has('edge-first', lemma))) {
    const end = shift(from, unit, count) - 1;
    return { from, to: to === null ? end : Math.min(to, end) };
  }
  return null;
}

function unitOf(noun: Token, grammar: TimeGrammar): Unit | null {
  const entries = grammar.vocabulary.get(noun.lemma.toLowerCase())?.classes.get('LONG-UNIT') ?? [];
  const entry = entries.find(({ words }) => words.length === 1);
  return entry ? (entry.value as Unit) : null;
}
