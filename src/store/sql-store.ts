import type { Kysely } from 'kysely';
import { ChanceryError } from '../problems.ts';
import type { MergeDecision } from '../reconcile/index.ts';
import type { Report, ReportRecord } from '../record/index.ts';
import type { Decision, ReviewEntry } from '../review/index.ts';
import type { Dialect, Write } from './dialect.ts';
import { noteDecision, revokeDecision } from './happenings/merge-decisions.ts';
import { mergeAgain } from './happenings/merge-report.ts';
import type { Opened } from './migrations/migrate.ts';
import { entriesPassedOn } from './passed-on.ts';
import {
  appendEntries,
  corrected,
  keepBeneath,
  noteReader,
  readingBeneath,
  reviewEntries,
  standingReading,
} from './reviews.ts';
import { readingDigest, recordFromRows } from './rows.ts';
import type { IngestOutcome, Reading, Reviewer, Store } from './store.ts';
import type { Tables } from './tables.ts';
import { addReportSource, writeReading } from './write-reading.ts';

/** A store in an SQL database that is open and up to date. */
export class SqlStore implements Store {
  readonly path: string;
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
  readonly #now: () => Date;

  constructor({ path, db, dialect }: Opened, now: () => Date) {
    this.path = path;
    this.db = db;
    this.dialect = dialect;
    this.#now = now;
  }

  async write<Result>(use: (trx: Write) => Promise<Result>): Promise<Result> {
    return this.db.transaction().execute(async (trx) => {
      await this.dialect.lockForWriting(trx);
      return use(trx);
    });
  }

  snapshot<Result>(use: (store: Store) => Promise<Result>): Promise<Result> {
    const { path, dialect } = this;
    return dialect.snapshot(this.db, (db) => use(new SqlStore({ path, db, dialect }, this.#now)));
  }

  async ingest(reading: Reading, reader: string): Promise<IngestOutcome> {
    const { report } = reading.record;
    return this.write(async (trx) => {
      const stored = await trx
        .selectFrom('reports')
        .select(['key', 'digest'])
        .where('id', '=', report.id)
        .executeTakeFirst();
      await noteReader(trx, reading, reader, this.#now().toISOString());
      if (stored?.digest === readingDigest(reading)) {
        await trx.updateTable('reports').set({ reader }).where('key', '=', stored.key).execute();
        return 'unchanged';
      }
      if (!stored) await passOn(trx, report);
      await this.#keep(trx, reading, reader);
      return stored ? 'replaced' : 'added';
    });
  }

  /** Writes a reading with the corrections of its report over it; what lies beneath them is kept too. */
  async #keep(trx: Write, reading: Reading, reader: string): Promise<void> {
    const entries = await reviewEntries(trx, reading.record.report.id);
    if (entries.length > 0) await keepBeneath(trx, reading);
    const standing = entries.length > 0 ? corrected(reading, entries) : reading;
    const read = { reader, digest: readingDigest(reading), storedAt: this.#now().toISOString() };
    await writeReading(trx, this.dialect, standing, read);
  }

  async review(
    reportId: string,
    { name, note = '' }: Reviewer,
    decisions: readonly Decision[],
  ): Promise<readonly ReviewEntry[]> {
    return this.write(async (trx) => {
      const reading = await readingBeneath(trx, reportId);
      const stored = await trx.selectFrom('reports').select('reader').where('id', '=', reportId).executeTakeFirst();
      if (!reading || !stored) throw unknownReport(reportId);
      const first = ((await reviewEntries(trx, reportId)).at(-1)?.number ?? 0) + 1;
      const at = this.#now().toISOString();
      const entries = decisions.map((decision, index) => ({
        report: reportId,
        number: first + index,
        reviewer: name,
        at,
        note: note || null,
        decision,
      }));
      if (entries.length === 0) return entries;
      await appendEntries(trx, entries);
      await this.#keep(trx, reading, stored.reader);
      return entries;
    });
  }

  reviews(reportId: string): Promise<readonly ReviewEntry[]> {
    return reviewEntries(this.db, reportId);
  }

  async holds(reportId: string, reader: string): Promise<boolean> {
    const report = await this.db
      .selectFrom('reports')
      .select('key')
      .where('id', '=', reportId)
      .where('reader', '=', reader)
      .executeTakeFirst();
    return report !== undefined;
  }

  async addSource(report: Report): Promise<void> {
    await this.write(async (trx) => {
      const stored = await trx.selectFrom('reports').select('key').where('id', '=', report.id).executeTakeFirst();
      if (stored) await addReportSource(trx, stored.key, report);
    });
  }

  async record(reportId: string): Promise<ReportRecord | null> {
    const row = await this.db
      .selectFrom('reports')
      .select(['key', 'record', 'text'])
      .where('id', '=', reportId)
      .executeTakeFirst();
    if (!row) return null;
    const events = await this.db
      .selectFrom('events')
      .select('event')
      .where('report', '=', row.key)
      .orderBy('ordinal')
      .execute();
    return recordFromRows(
      row,
      events.map(({ event }) => event),
    );
  }

  reading(reportId: string): Promise<Reading | null> {
    return standingReading(this.db, reportId);
  }

  uncorrected(reportId: string): Promise<Reading | null> {
    return readingBeneath(this.db, reportId);
  }

  async decideMerge(decision: MergeDecision, by: string): Promise<number> {
    return this.write(async (trx) => {
      const number = await noteDecision(trx, decision, by, this.#now().toISOString());
      await mergeAgain(trx, decision.groups.flat());
      return number;
    });
  }

  async revokeMerge(number: number, by: string): Promise<void> {
    await this.write(async (trx) => {
      await mergeAgain(trx, await revokeDecision(trx, number, by, this.#now().toISOString()));
    });
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }
}

/** Lets a report that is new here begin its log with what was judged of an earlier version. */
async function passOn(trx: Write, report: Report): Promise<void> {
  if ((await reviewEntries(trx, report.id)).length > 0) return;
  const entries = await entriesPassedOn(trx, report);
  if (entries.length > 0) await appendEntries(trx, entries);
}

function unknownReport(reportId: string): ChanceryError {
  return new ChanceryError('store/unknown-report', `There is no report '${reportId}' in the store.`, {
    hint: "'chancery timeline' prints the ids of events; the part before the slash is that of the report.",
  });
}
