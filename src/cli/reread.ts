import { asFound, entriesOfRecord, type Filter, reportIds, type TimelineEntry } from '../ask/index.ts';
import type { Event, ReportRecord } from '../record/index.ts';
import { applyReviews, type ComparedField, type Difference, differenceOf } from '../review/index.ts';
import type { Store } from '../store/index.ts';
import type { Reader } from './cli.ts';
import { readFound } from './inputs.ts';
import { keepReading } from './keep-reading.ts';
import type { Progress } from './progress.ts';

/** What reading a store again has changed, or would change. */
export interface RereadSummary {
  readonly reader: string;
  readonly reports: number;
  readonly differing: number;
  readonly gained: Readonly<Record<string, number>>;
  readonly lost: Readonly<Record<string, number>>;
  readonly changed: Readonly<Record<string, number>>;
  /** Judgements of people that find nothing to stand on in the new readings. */
  readonly lostJudgements: number;
  /** The first of each kind, for a look. */
  readonly samples: readonly RereadSample[];
}

export interface RereadSample {
  readonly kind: 'gained' | 'lost' | 'changed';
  /** The event as it is read now; where it is lost, as it was. */
  readonly entry: TimelineEntry;
  readonly before: Event | null;
  readonly fields: readonly ComparedField[];
}

export interface RereadOptions {
  readonly filter: Filter;
  readonly isDryRun: boolean;
  readonly limit: number;
  readonly samples: number;
}

/**
 * Reads the reports of a store again that another version has read. Each is kept whole or not at all before the next begins, so that a
 * command that was stopped goes on where it stopped.
 */
export async function reread(
  store: Store,
  openReader: () => Promise<Reader>,
  version: string,
  progress: Progress,
  { filter, isDryRun, limit, samples: most }: RereadOptions,
): Promise<RereadSummary> {
  const sums = { reports: 0, differing: 0, lostJudgements: 0 };
  const counts = { gained: {}, lost: {}, changed: {} };
  const samples: RereadSample[] = [];
  for await (const id of reportIds(store, filter)) {
    if (sums.reports === limit) break;
    if (await store.holds(id, version)) continue;
    const before = await store.uncorrected(id);
    if (!before) continue;
    const reading = await readFound(await openReader(), asFound(before.record), progress);
    if (!reading || (!isDryRun && !(await keepReading(store, reading, version, progress)))) continue;
    progress.advance(reading.record.report.source);
    sums.reports += 1;
    const difference = differenceOf(before.record, reading.record);
    if (count(counts, difference)) sums.differing += 1;
    addSamples(samples, difference, before.record, reading.record, most);
    sums.lostJudgements += applyReviews(reading.record, await store.reviews(id)).lost.length;
  }
  return { reader: version, ...sums, ...counts, samples };
}

type Counts = Record<'gained' | 'lost' | 'changed', Record<string, number>>;

/** Adds to the counts, by type and by field; false when there is no difference. */
function count(counts: Counts, { gained, lost, changed }: Difference): boolean {
  for (const { type } of gained) counts.gained[type] = (counts.gained[type] ?? 0) + 1;
  for (const { type } of lost) counts.lost[type] = (counts.lost[type] ?? 0) + 1;
  for (const field of changed.flatMap(({ fields }) => fields)) counts.changed[field] = (counts.changed[field] ?? 0) + 1;
  return gained.length + lost.length + changed.length > 0;
}

function addSamples(
  samples: RereadSample[],
  { gained, lost, changed }: Difference,
  before: ReportRecord,
  after: ReportRecord,
  most: number,
): void {
  const add = (kind: RereadSample['kind'], record: ReportRecord, event: Event, more: Partial<RereadSample> = {}) => {
    if (samples.filter((sample) => sample.kind === kind).length === most) return;
    const entry = entriesOfRecord(record).find((candidate) => candidate.event === event)!;
    samples.push({ kind, entry, before: null, fields: [], ...more });
  };
  for (const event of gained) add('gained', after, event);
  for (const event of lost) add('lost', before, event);
  for (const { before: was, after: is, fields } of changed) add('changed', after, is, { before: was, fields });
}
