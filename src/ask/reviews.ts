import { ChanceryError } from '../problems.ts';
import type { ReportRecord } from '../record/index.ts';
import {
  applyReviews,
  by,
  type LostJudgement,
  type ReportUnderReview,
  type ReviewEntry,
  type ReviewedRecord,
} from '../review/index.ts';
import type { Store } from '../store/index.ts';
import type { Filter } from './filter.ts';
import { reportIds } from './records.ts';

/** A report as one person sees it: as it was read, with his own judgements over it. */
export interface ReviewedReport {
  readonly view: ReviewedRecord;
  /** The log of the report, everybody's. */
  readonly entries: readonly ReviewEntry[];
}

/** One report under review. Without a reviewer, everybody's judgements lie over it. Throws when the store does not hold it. */
export async function reviewedReport(store: Store, reportId: string, reviewer?: string): Promise<ReviewedReport> {
  const { record, entries } = await underReview(store, await wholeReportId(store, reportId));
  return { view: applyReviews(record, reviewer === undefined ? entries : by(entries, reviewer)), entries };
}

/** The reports that hold what a filter wants, as one person sees them, by id. */
export async function* reviewQueue(store: Store, filter: Filter, reviewer?: string): AsyncGenerator<ReviewedReport> {
  for await (const id of reportIds(store, filter)) yield await reviewedReport(store, id, reviewer);
}

/** The same without their logs, for exports. */
export async function* reviewedRecords(
  store: Store,
  filter: Filter,
  reviewer?: string,
): AsyncGenerator<ReviewedRecord> {
  for await (const { view } of reviewQueue(store, filter, reviewer)) yield view;
}

/** The records of the reports that hold what a filter wants, whole and as they were read: without anybody's judgements, by id. */
export async function* recordsAsRead(store: Store, filter: Filter): AsyncGenerator<ReportRecord> {
  for await (const id of reportIds(store, filter)) yield (await underReview(store, id)).record;
}

/** Every report that has a log, as it was read, by id. */
export async function* reportsUnderReview(store: Store): AsyncGenerator<ReportUnderReview> {
  let after = '';
  for (;;) {
    const row = await store.db
      .selectFrom('review_entries')
      .innerJoin('reports', 'reports.id', 'review_entries.report')
      .select('reports.id')
      .where('reports.id', '>', after)
      .orderBy('reports.id')
      .limit(1)
      .executeTakeFirst();
    if (!row) return;
    yield await underReview(store, row.id);
    after = row.id;
  }
}

/** Judgements that find nothing to stand on in the reading of today. */
export async function* lostJudgements(store: Store): AsyncGenerator<LostJudgement> {
  for await (const { record, entries } of reportsUnderReview(store)) yield* applyReviews(record, entries).lost;
}

async function underReview(store: Store, reportId: string): Promise<ReportUnderReview> {
  const reading = await store.uncorrected(reportId);
  return { record: reading?.record as ReportRecord, entries: await store.reviews(reportId) };
}

/** A report's id from its beginning, as long as that fits one report. */
export async function wholeReportId(store: Store, beginning: string): Promise<string> {
  const rows = await store.db
    .selectFrom('reports')
    .select('id')
    .where('id', '>=', beginning)
    .where('id', '<', `${beginning}~`)
    .orderBy('id')
    .limit(6)
    .execute();
  const found = rows.find(({ id }) => id === beginning) ?? (rows.length === 1 ? rows[0] : undefined);
  if (found) return found.id;
  throw new ChanceryError('ask/unknown-report', `There is no one report '${beginning}' in the record.`, {
    expected: rows.map(({ id }) => id),
    hint: "'chancery timeline' prints the ids of events; the part before the slash is that of the report.",
  });
}
