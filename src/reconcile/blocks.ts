import { addDays } from '../text/days.ts';
import { sidesOf } from './compare-parties.ts';
import { daysOf, MOST_SLACK } from './compare-times.ts';
import { hashOf } from './mix.ts';
import type { Telling } from './telling.ts';
import { familyOf } from './type-families.ts';

/** Where a telling is looked up: under a key, on these days. */
export interface Block {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/** A longer interval dates nothing: such a telling stands alone, unless its very sentence is told in another copy of the report. */
export const MOST_DAYS_TO_LINK = 92;
/** The days of what has none of its own. */
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';
/** Parties beyond the sixth open no further pairs: a summit of twenty would have 190. */
const MOST_SIDES = 6;

/** What a telling is kept under, so that others find it. */
export function blocksOf(telling: Telling): readonly Block[] {
  const sides = sidesIn(telling);
  const keys =
    sides.length > 1 ? [...pairsOf(sides), ...sides.map((side) => `${side} +`)] : sides.map((side) => `${side} -`);
  return blocksUnder(telling, keys, 0);
}

/** Where a telling looks for others: like `blocksOf`, with the days that two dates of one happening may lie apart. */
export function lookupsOf(telling: Telling): readonly Block[] {
  const sides = sidesIn(telling);
  const alone = sides.map((side) => `${side} -`);
  const keys = sides.length > 1 ? [...pairsOf(sides), ...alone] : [...alone, ...sides.map((side) => `${side} +`)];
  return blocksUnder(telling, keys, MOST_SLACK);
}

/** The earliest day on which a block may begin that still reaches a day. */
export function earliestStart(day: string): string {
  return day === FIRST_DAY ? day : addDays(day, -MOST_DAYS_TO_LINK);
}

function blocksUnder(telling: Telling, keys: readonly string[], slack: number): readonly Block[] {
  const { event, days, turn } = telling;
  const family = `${event.count === null ? '' : '#'}${familyOf(event.type)}`;
  const windows = [days, ...(turn?.days ?? [])].filter((time) => daysOf(time) <= MOST_DAYS_TO_LINK);
  if (windows.length === 0) return sentenceBlocks(telling);
  return windows.flatMap(({ from, to }) =>
    keys.map((key) => ({ key: `${family} ${key}`, from: addDays(from!, -slack), to: addDays(to!, slack) })),
  );
}

/** What has no day of its own is found by its sentence alone, in copies of one report. */
function sentenceBlocks({ event, report }: Telling): readonly Block[] {
  if (report.signature === null) return [];
  const sentences = event.evidence.map(({ text }) => text.toLowerCase()).sort();
  return [{ key: `= ${event.type} ${hashOf(sentences.join(' '))}`, from: FIRST_DAY, to: LAST_DAY }];
}

function sidesIn({ actors, recipients }: Telling): readonly string[] {
  return [...sidesOf([...actors, ...recipients])].sort().slice(0, MOST_SIDES);
}

function pairsOf(sides: readonly string[]): readonly string[] {
  return sides.flatMap((side, index) => sides.slice(index + 1).map((other) => `${side} ${other}`));
}
