import type { Event, ReportRecord } from '../record/index.ts';
import { applyReviews, type ReviewedRecord } from './apply-reviews.ts';
import type { Judgement, ReviewEntry } from './decision.ts';
import { overlaps } from './same-telling.ts';
import { idOf } from './seen.ts';

/** A report as it was read, with the judgements of people on it. */
export interface ReportUnderReview {
  readonly record: ReportRecord;
  readonly entries: readonly ReviewEntry[];
}

/** Two numbers of things and how many of them are the same. */
export interface Shared {
  readonly one: number;
  readonly other: number;
  readonly both: number;
  /** Twice the shared ones over all; null when there are none at all. */
  readonly f1: number | null;
}

/** How far two people agree over the reports that both have done. */
export interface Agreement {
  readonly reports: number;
  /** What both did with each event that was read: accepted, mended (edit, split, merge) or rejected. */
  readonly verdicts: {
    readonly judgedByBoth: number;
    readonly same: number;
    /** Cohen's kappa; null when it is not defined: nothing judged by both, or one verdict for all. */
    readonly kappa: number | null;
    /** How often the first gave one verdict and the second another: `accepted rejected` and so on. */
    readonly table: Readonly<Record<string, number>>;
  };
  /** Events that both let stand: the same type in the same sentence; with the same parties; with status and days too. */
  readonly events: { readonly found: Shared; readonly who: Shared; readonly full: Shared };
  readonly quotations: Shared;
}

const VERDICTS: Readonly<Record<Judgement, string>> = {
  accept: 'accepted',
  edit: 'mended',
  split: 'mended',
  merge: 'mended',
  add: 'added',
  reject: 'rejected',
};

/** How far two reviewers agree. Each one's judgements are laid over the reading alone, as if the other had made none. */
export async function agreementOf(
  reports: AsyncIterable<ReportUnderReview>,
  one: string,
  other: string,
): Promise<Agreement> {
  const sums = newSums();
  for await (const { record, entries } of reports) {
    const [first, second] = [one, other].map((reviewer) => applyReviews(record, by(entries, reviewer)));
    if (!first?.doneBy.has(one) || !second?.doneBy.has(other)) continue;
    sums.reports += 1;
    countVerdicts(sums.table, record, first, second);
    countEvents(sums, first, second);
  }
  return {
    reports: sums.reports,
    verdicts: { ...kappaOf(sums.table), table: Object.fromEntries(sums.table) },
    events: {
      found: shared(sums.one, sums.other, sums.found),
      who: shared(sums.one, sums.other, sums.who),
      full: shared(sums.one, sums.other, sums.full),
    },
    quotations: shared(sums.oneQuotations, sums.otherQuotations, sums.quotations),
  };
}

/** The entries of one person. */
export function by(entries: readonly ReviewEntry[], reviewer: string): readonly ReviewEntry[] {
  return entries.filter((entry) => entry.reviewer === reviewer);
}

function newSums() {
  const counts = { reports: 0, one: 0, other: 0, found: 0, who: 0, full: 0 };
  return { ...counts, oneQuotations: 0, otherQuotations: 0, quotations: 0, table: new Map<string, number>() };
}

function countVerdicts(table: Map<string, number>, record: ReportRecord, one: ReviewedRecord, other: ReviewedRecord) {
  for (const { id } of record.events) {
    const [first, second] = [verdictOn(id, one), verdictOn(id, other)];
    if (first === null || second === null) continue;
    const cell = `${first} ${second}`;
    table.set(cell, (table.get(cell) ?? 0) + 1);
  }
}

function verdictOn(id: string, { judged, removed }: ReviewedRecord): string | null {
  const by = judged.get(id) ?? removed.find(({ seen }) => idOf(seen) === id)?.by;
  return by ? VERDICTS[by.action] : null;
}

/** Source: Cohen, "A Coefficient of Agreement for Nominal Scales", 1960. */
function kappaOf(table: ReadonlyMap<string, number>) {
  let [judgedByBoth, same] = [0, 0];
  const margins: [Map<string, number>, Map<string, number>] = [new Map(), new Map()];
  for (const [cell, count] of table) {
    const [first, second] = cell.split(' ') as [string, string];
    judgedByBoth += count;
    if (first === second) same += count;
    margins[0].set(first, (margins[0].get(first) ?? 0) + count);
    margins[1].set(second, (margins[1].get(second) ?? 0) + count);
  }
  const observed = same / judgedByBoth;
  const expected = [...margins[0]].reduce((sum, [verdict, count]) => {
    return sum + (count * (margins[1].get(verdict) ?? 0)) / judgedByBoth ** 2;
  }, 0);
  const isDefined = judgedByBoth > 0 && expected < 1;
  return { judgedByBoth, same, kappa: isDefined ? (observed - expected) / (1 - expected) : null };
}

function countEvents(sums: ReturnType<typeof newSums>, one: ReviewedRecord, other: ReviewedRecord): void {
  const [first, second] = [standing(one), standing(other)];
  sums.one += first.length;
  sums.other += second.length;
  for (const level of pairLevels(first, second)) {
    sums.found += 1;
    if (level >= 2) sums.who += 1;
    if (level >= 3) sums.full += 1;
  }
  const [quotations, others] = [one, other].map(({ record, judged }) =>
    record.quotations.filter(({ id }) => judged.has(id)),
  ) as [ReportRecord['quotations'], ReportRecord['quotations']];
  sums.oneQuotations += quotations.length;
  sums.otherQuotations += others.length;
  sums.quotations += quotations.filter((quotation) =>
    others.some(({ start, end, speaker }) => {
      return start === quotation.start && end === quotation.end && speaker === quotation.speaker;
    }),
  ).length;
}

/** The events that a person let stand. */
function standing({ record, judged }: ReviewedRecord): readonly Event[] {
  return record.events.filter(({ id }) => judged.has(id));
}

/** How far each event of one agrees with its like of the other: 1 found, 2 the parties too, 3 status and days too. The best pairs first. */
function pairLevels(events: readonly Event[], others: readonly Event[]): readonly number[] {
  const pairs = events.flatMap((event) => others.map((other) => ({ event, other, level: levelOf(event, other) })));
  const used = new Set<Event>();
  const levels: number[] = [];
  for (const { event, other, level } of pairs.sort((a, b) => b.level - a.level)) {
    if (level === 0 || used.has(event) || used.has(other)) continue;
    used.add(event).add(other);
    levels.push(level);
  }
  return levels;
}

function levelOf(event: Event, other: Event): number {
  const isSameSentence = event.evidence.some((span) => other.evidence.some((span2) => overlaps(span, span2)));
  if (event.type !== other.type || !isSameSentence) return 0;
  const isSameParties = isSameSet(event.actors, other.actors) && isSameSet(event.recipients, other.recipients);
  if (!isSameParties) return 1;
  const isSameDays = event.time.from === other.time.from && event.time.to === other.time.to;
  return event.status === other.status && isSameDays ? 3 : 2;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

function shared(one: number, other: number, both: number): Shared {
  return { one, other, both, f1: one + other === 0 ? null : (2 * both) / (one + other) };
}
