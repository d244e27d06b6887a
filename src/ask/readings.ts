import { sql } from 'kysely';
import { ChanceryError, type Problem } from '../problems.ts';
import type { Report, ReportRecord } from '../record/index.ts';
import type { Store } from '../store/index.ts';

/** What one version of the program, its dictionaries and its knowledge has read. */
export interface ReaderVersion {
  readonly reader: string;
  /** How many reports it has read, and how many of them stand as it read them. */
  readonly reports: number;
  readonly standing: number;
  /** When it read the first and the last of them. */
  readonly first: string;
  readonly last: string;
}

/** Which versions have read what, the earliest first. */
export async function readerVersions(store: Store): Promise<readonly ReaderVersion[]> {
  const rows = await store.db
    .selectFrom('report_readers')
    .leftJoin('reports', (join) =>
      join.onRef('reports.id', '=', 'report_readers.report').onRef('reports.reader', '=', 'report_readers.reader'),
    )
    .select([
      'report_readers.reader',
      sql<number>`count(*)`.as('reports'),
      sql<number>`count(reports.key)`.as('standing'),
      sql<string>`min(report_readers.read_at)`.as('first'),
      sql<string>`max(report_readers.read_at)`.as('last'),
    ])
    .groupBy('report_readers.reader')
    .orderBy('first')
    .orderBy('report_readers.reader')
    .execute();
  return rows.map((row) => ({ ...row, reports: Number(row.reports), standing: Number(row.standing) }));
}

/** A report as it was before anything was read in it: without the date that its own text gave it, and with what was odd about finding it. */
export function asFound({ report, problems }: ReportRecord): {
  readonly report: Report;
  readonly problems: readonly Problem[];
} {
  const unknown: Report['published'] = { value: null, basis: 'unknown', from: null, to: null, reasons: [] };
  return {
    report: report.published.basis === 'inferred' ? { ...report, published: unknown } : report,
    problems: problems.filter(({ code }) => code.startsWith('read/')),
  };
}

const MAX_SUGGESTIONS = 5;

/** A report of the store as it was found, by its id, which may be cut short as long as it fits one. */
export async function storedReport(store: Store, id: string): Promise<ReturnType<typeof asFound>> {
  const rows = await store.db
    .selectFrom('reports')
    .select('id')
    .where('id', '>=', id)
    .where('id', '<', `${id}~`)
    .orderBy('id')
    .limit(MAX_SUGGESTIONS)
    .execute();
  const found = rows.find((row) => row.id === id) ?? (rows.length === 1 ? rows[0] : undefined);
  const reading = found && (await store.uncorrected(found.id));
  if (reading) return asFound(reading.record);
  throw new ChanceryError('ask/unknown-report', `There is no one report '${id}' in the record.`, {
    expected: rows.map((row) => row.id),
    hint: "'chancery search' prints the ids of reports.",
  });
}
