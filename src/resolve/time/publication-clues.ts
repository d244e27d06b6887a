import { type AnnotatedReport, ancestorsOf, growTree, type SyntaxTree, tokenAt } from '../../document/index.ts';

import { addMonths, civilOf, type Day, dayOf, monthLength, parseDay, weekdayOf } from './civil.ts';
import type { TimeGrammar } from './grammar.ts';
import { findLandmarks, type Landmark, type LandmarkMention } from './landmarks.ts';
import { type Constraint, notAfter, notBefore, type Stretch } from './publication-constraints.ts';
import { shift } from './reading.ts';
import type { Recognised } from './resolve-times.ts';
import type { StepTerm } from './term.ts';

/** Everything in a text that bounds the day on which it was written. */
export function constraintsOfText(
  doc: AnnotatedReport,
  recognised: readonly Recognised[],
  grammar: TimeGrammar,
  landmarks: readonly Landmark[],
): Constraint[] {
  const mentions = findLandmarks(doc, landmarks);
  const trees = doc.sentences.map(growTree);
  const ofTimes = recognised.flatMap((one) => [
    ...ofNamedDate(one),
    ...ofWeekday(one),
    ...ofDistance(one, mentions, trees, grammar),
    ...ofAnniversary(one, mentions, trees, grammar),
  ]);
  return [...ofLandmarks(mentions), ...ofTimes];
}

/** Whether a sentence tells of a past year: "In 2006 Defence Secretary Rumsfeld said" gives him the office that he held then. */
export function tellsOfPastYear({ anchored }: Recognised): boolean {
  const { term } = anchored.found;
  return term.op === 'calendar' && term.year !== undefined && anchored.tense.direction === 'past';
}

/** The text knows of a landmark: it was written after it. */
function ofLandmarks(mentions: readonly LandmarkMention[]): Constraint[] {
  return mentions.flatMap(({ landmark, span }) => {
    const day = parseDay(landmark.from);
    return day === null
      ? []
      : [{ stretches: notBefore(day), because: `it speaks of ${landmark.name} (${landmark.from})`, span }];
  });
}

/** A full date in the past tense has been, one in the future tense has not. */
function ofNamedDate({ anchored, span, isAside }: Recognised): Constraint[] {
  const { reading, tense, found } = anchored;
  if (found.term.op !== 'calendar' && found.term.op !== 'part') return [];
  if (isAside || reading.from === null || reading.to === null || reading.type !== 'DATE') return [];
  if (tense.direction === 'past')
    return [{ stretches: notBefore(reading.from), because: `"${span.text}" is past (${tense.because})`, span }];
  if (tense.direction === 'future')
    return [{ stretches: notAfter(reading.to), because: `"${span.text}" is to come (${tense.because})`, span }];
  return [];
}

/** "Friday, March 17" without a year: only years in which that day is a Friday; within a year after it when it is told as past. */
function ofWeekday({ anchored, span }: Recognised): Constraint[] {
  const term = anchored.found.term;
  if (term.op !== 'calendar' || term.weekday === undefined || typeof term.month !== 'number' || term.day === undefined)
    return [];
  if (term.year !== undefined || term.shortYear !== undefined) return [];
  const { month, day, weekday } = term;
  const days = years(1900, 2100)
    .map((year) => dayOf(year, month, day))
    .filter((date) => weekdayOf(date) === weekday);
  const because = `"${span.text}" is a day of that name only in some years`;
  const { direction } = anchored.tense;
  const back = direction === 'past' ? 0 : direction === 'unknown' ? YEAR / 2 : YEAR;
  const ahead = direction === 'future' ? 0 : direction === 'unknown' ? YEAR / 2 : YEAR;
  return [{ stretches: days.map((date) => ({ from: date - back, to: date + ahead })), because, span }];
}

const YEAR = 364;

/** "more than a year ago", "last year", "three weeks ago", said of a landmark whose date is known. */
function ofDistance(
  { anchored, span, sentence, head }: Recognised,
  mentions: readonly LandmarkMention[],
  trees: readonly SyntaxTree[],
  grammar: TimeGrammar,
): Constraint[] {
  const term = anchored.found.term;
  if (term.op !== 'step' || term.from !== undefined || typeof term.by !== 'number') return [];
  if (namesAnniversary(trees[sentence]!, grammar)) return [];
  const by = term.by * (term.sign ?? 1);
  if (by >= 0) return [];
  return mentions
    .filter((mention) => mention.sentence === sentence && isSameClause(trees[sentence]!, head, mention.head))
    .flatMap(({ landmark }) => {
      const day = parseDay(landmark.from);
      if (day === null) return [];
      const because = `"${span.text}" is said of ${landmark.name} (${landmark.from})`;
      return [{ stretches: stretchesAfter(term, day, by), because, span }];
    });
}

function stretchesAfter(term: StepTerm, day: Day, by: number): Stretch[] {
  const later = shift(day, term.unit, -by);
  if (term.mod === 'BEFORE') return notBefore(later);
  if (term.mod === 'AFTER') return [{ from: day, to: later }];
  const { year, month } = civilOf(later);
  if (term.unit === 'year') return [{ from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) }];
  if (term.unit === 'month') return [{ from: dayOf(year, month, 1), to: dayOf(year, month, monthLength(year, month)) }];
  if (term.unit === 'week') return [{ from: later - weekdayOf(later) + 1, to: later - weekdayOf(later) + 7 }];
  return [{ from: later, to: later }];
}

/** "Last month … days before the anniversary of the invasion": published in the month after that of the anniversary. */
function ofAnniversary(
  { anchored, span, sentence }: Recognised,
  mentions: readonly LandmarkMention[],
  trees: readonly SyntaxTree[],
  grammar: TimeGrammar,
): Constraint[] {
  const term = anchored.found.term;
  if (
    !namesAnniversary(trees[sentence]!, grammar) ||
    term.op !== 'step' ||
    term.from !== undefined ||
    term.unit !== 'month' ||
    typeof term.by !== 'number'
  )
    return [];
  const by = term.by * (term.sign ?? 1);
  return mentions
    .filter((mention) => mention.sentence === sentence && mention.landmark.from !== null)
    .map(({ landmark }) => {
      const day = parseDay(landmark.from)!;
      const { year, month, day: date } = civilOf(day);
      const months = years(year + 1, year + 60).map((y) =>
        monthAround(addMonths(dayOf(y, month, Math.min(date, 28)), -by)),
      );
      const because = `"${span.text}" is the month of the anniversary of ${landmark.name} (${landmark.from!.slice(5)})`;
      return { stretches: months, because, span };
    });
}

function namesAnniversary({ sentence }: SyntaxTree, grammar: TimeGrammar): boolean {
  return sentence.tokens.some((token) => grammar.tense.get('anniversary')?.has(token.lemma));
}

function monthAround(day: Day): Stretch {
  const { year, month } = civilOf(day);
  return { from: dayOf(year, month, 1), to: dayOf(year, month, monthLength(year, month)) };
}

function years(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Whether the nearest verb above both words is the same. */
function isSameClause(tree: SyntaxTree, a: number, b: number): boolean {
  return verbOver(tree, a) === verbOver(tree, b) || ancestorsOf(tree, a)[0]?.index === b;
}

function verbOver(tree: SyntaxTree, index: number): number {
  const path = [tokenAt(tree, index), ...ancestorsOf(tree, index)];
  return path.find((token) => token.upos === 'VERB' || token.head < 0)?.index ?? -1;
}
