import type { Kysely } from 'kysely';
import type { MergeDecision } from '../reconcile/index.ts';
import type { Explanation, Report, ReportRecord } from '../record/index.ts';
import type { Decision, ReviewEntry } from '../review/index.ts';
import type { Dialect, Write } from './dialect.ts';
import type { StoreMigration } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** How a store is opened. */
export interface StoreOptions {
  /** `write` makes the store when there is none and brings its tables up to date; `read` does neither. */
  readonly mode: 'read' | 'write';
  /** How long to wait for another program that writes. */
  readonly busyTimeoutMs?: number;
  /** The largest size that a SQLite file may take, in pages of 4,096 bytes. */
  readonly maxPages?: number;
  readonly migrations?: readonly StoreMigration[];
  readonly now?: () => Date;
}

/** One report's record and why each of its events stands as it does. */
export interface Reading {
  readonly record: ReportRecord;
  readonly explanations: readonly Explanation[];
}

/** Who judges, and what he has to say of it. */
export interface Reviewer {
  readonly name: string;
  readonly note?: string | undefined;
}

/** What became of a reading: new, the same as before, or another one of a report that was there. */
export type IngestOutcome = 'added' | 'unchanged' | 'replaced';

/** Where records are kept. Opened with `openStore`, closed by whoever opened it. */
export interface Store {
  /** The file or address, as messages name it. */
  readonly path: string;
  /** For the questions of `src/ask`. */
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;

  /** Runs a transaction that is the only one to write meanwhile: all of it is kept or nothing. */
  write<Result>(use: (trx: Write) => Promise<Result>): Promise<Result>;
  /** Asks about the store as it stands at one moment, whatever is written meanwhile. Nothing can be written through it. */
  snapshot<Result>(use: (store: Store) => Promise<Result>): Promise<Result>;
  /** Keeps a reading, all of it or nothing. `reader` names the version that made it. */
  ingest(reading: Reading, reader: string): Promise<IngestOutcome>;
  /** Whether this report is kept as read by this version, so that it need not be read again. */
  holds(reportId: string, reader: string): Promise<boolean>;
  /** Notes that a report which is already kept was found at another place too. */
  addSource(report: Report): Promise<void>;
  /** A report's record, byte for byte as it was ingested, but for people's corrections; null when there is none. */
  record(reportId: string): Promise<ReportRecord | null>;
  /** A report's record with its explanations; null when there is none. */
  reading(reportId: string): Promise<Reading | null>;
  /** The same as it was read, without anybody's corrections. */
  uncorrected(reportId: string): Promise<Reading | null>;

  /** Appends a person's decisions to the log of a report and lays all of it over the reading, at once or not at all. */
  review(reportId: string, by: Reviewer, decisions: readonly Decision[]): Promise<readonly ReviewEntry[]>;
  /** The log of a report, in order. */
  reviews(reportId: string): Promise<readonly ReviewEntry[]>;
  /** Notes what somebody decided on a merge and has it hold from now on; the decision's number. */
  decideMerge(decision: MergeDecision, by: string): Promise<number>;
  /** Takes a decision back. Throws when there is none of this number that holds. */
  revokeMerge(number: number, by: string): Promise<void>;
  close(): Promise<void>;
}

/** An event's id in the store: its report's id and its own, such as `r_5f0c/e1`. Stable, and unique across reports. */
export function storedEventId(reportId: string, eventId: string): string {
  return `${reportId}/${eventId}`;
}
