import { sql } from 'kysely';
import type { EventType } from '../record/index.ts';
import type { Store } from '../store/index.ts';
import type { Filter } from './filter.ts';
import { scoreOf } from './scores.ts';
import { sidesOf, wantedHappenings } from './where-filter.ts';

/** How much was done, and how friendly it was: sums of scores, cooperation from 0 up, conflict from 0 down, and both together. */
export interface Sums {
  readonly events: number;
  readonly cooperation: number;
  readonly conflict: number;
  readonly balance: number;
}

/** What two did in some time: in all, by type and quad class, and by who acted. What both did together is in neither direction. */
export interface DyadSums extends Sums {
  readonly byType: Readonly<Partial<Record<EventType, number>>>;
  /** Verbal cooperation, material cooperation, verbal conflict, material conflict. */
  readonly byQuad: readonly [number, number, number, number];
  /** What the first did to the second. */
  readonly there: Sums;
  /** What the second did to the first. */
  readonly back: Sums;
}

/** One month of two; `month` is null for what has no date. */
export interface DyadMonth extends DyadSums {
  readonly month: string | null;
}

/** What two did to one another, month by month. */
export interface DyadStats {
  readonly between: readonly [string, string];
  readonly total: DyadSums;
  /** Months with any event, in order; those without a date last. */
  readonly months: readonly DyadMonth[];
  /**
   * Whether they repay one another: the correlation of the monthly balances in both directions, from the first month to the last.
   * -1 to 1; null where fewer than three months or an unchanging side leave nothing to compare.
   */
  readonly reciprocity: number | null;
}

/** Events of one month, type, quad class and direction: 1 from the first to the second, -1 back, 0 both or neither. */
export interface CountedEvents {
  readonly month: string | null;
  readonly type: EventType;
  readonly quad: number | null;
  readonly direction: number;
  readonly events: number;
}

const FEWEST_MONTHS = 3;

/**
 * Counts happenings between two by month of their first day. Without a status in the filter, what took place or goes on;
 * what reports count ("39 times") is left out.
 */
export async function stats(store: Store, between: readonly [string, string], filter: Filter = {}): Promise<DyadStats> {
  const [one, other] = await sidesOf(store, between);
  const { from, where } = await wantedHappenings(store, { statuses: ['occurred', 'ongoing'], ...filter, between });
  // The direction is that of the event which stands for the happening, where it is between the two itself.
  const direction = sql`coalesce(max(CASE WHEN found.event = found.lead THEN found.direction END), max(found.direction))`;
  const month = sql`substr(coalesce(events.date_from, events.date_to), 1, 7)`;
  const { rows } = await sql<CountedEvents>`
    SELECT ${month} AS month, events.type, events.quad, wanted.direction, count(*) AS events
    FROM (SELECT found.lead, ${direction} AS direction FROM ${from} WHERE ${where} GROUP BY found.lead) AS wanted
      JOIN events ON events.key = wanted.lead
    WHERE events.count_min IS NULL
    GROUP BY ${month}, events.type, events.quad, wanted.direction`.execute(store.db);
  const turned = one < other ? rows : rows.map((row) => ({ ...row, direction: -row.direction }));
  return sumDyad(between, turned);
}

/** Sums what was counted. */
export function sumDyad(between: readonly [string, string], counted: readonly CountedEvents[]): DyadStats {
  const months = [...new Set(counted.map(({ month }) => month))]
    .map((month) => ({ month, ...sumRows(counted.filter((row) => row.month === month)) }))
    .sort((one, two) => ((one.month ?? '~') < (two.month ?? '~') ? -1 : 1));
  return { between, total: sumRows(counted), months, reciprocity: reciprocityOf(months) };
}

function sumRows(rows: readonly CountedEvents[]): DyadSums {
  const byType: Partial<Record<EventType, number>> = {};
  const byQuad: [number, number, number, number] = [0, 0, 0, 0];
  for (const { type, quad, events } of rows) {
    byType[type] = (byType[type] ?? 0) + events;
    if (quad !== null) byQuad[quad - 1]! += events;
  }
  return {
    ...sumScores(rows),
    byType,
    byQuad,
    there: sumScores(rows.filter(({ direction }) => direction === 1)),
    back: sumScores(rows.filter(({ direction }) => direction === -1)),
  };
}

function sumScores(rows: readonly CountedEvents[]): Sums {
  const sum = (pick: (score: number) => number) =>
    rounded(rows.reduce((total, { type, events }) => total + events * pick(scoreOf(type) ?? 0), 0));
  return {
    events: rows.reduce((total, { events }) => total + events, 0),
    cooperation: sum((score) => Math.max(0, score)),
    conflict: sum((score) => Math.min(0, score)),
    balance: sum((score) => score),
  };
}

/** Scores have one digit after the point, and so have their sums. */
function rounded(sum: number): number {
  return Math.round(sum * 10) / 10;
}

function reciprocityOf(months: readonly DyadMonth[]): number | null {
  const balances = new Map(months.map(({ month, there, back }) => [month, [there.balance, back.balance] as const]));
  const dated = months.flatMap(({ month }) => month ?? []);
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined) return null;
  const series = monthsFrom(first, last).map((month) => balances.get(month) ?? ([0, 0] as const));
  return series.length < FEWEST_MONTHS ? null : correlation(series);
}

function monthsFrom(first: string, last: string): readonly string[] {
  const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const [from, to] = [numberOf(first), numberOf(last)];
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const number = from + index;
    return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}

/** Pearson's correlation, to two digits; null where one side never changes. */
function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const mean = (side: 0 | 1) => pairs.reduce((total, pair) => total + pair[side], 0) / pairs.length;
  const [meanOne, meanOther] = [mean(0), mean(1)];
  let [both, one, other] = [0, 0, 0];
  for (const [x, y] of pairs) {
    both += (x - meanOne) * (y - meanOther);
    one += (x - meanOne) ** 2;
    other += (y - meanOther) ** 2;
  }
  return one === 0 || other === 0 ? null : Math.round((both / Math.sqrt(one * other)) * 100) / 100;
}
