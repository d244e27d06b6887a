import type { Kysely } from 'kysely';
import type { Explanation, Report, ReportRecord } from '../record/index.ts';
import type { Dialect, Write } from './dialect.ts';
import type { Opened } from './migrations/migrate.ts';
import { readingDigest, recordFromRows } from './rows.ts';
import type { IngestOutcome, Reading, Store } from './store.ts';
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

  async ingest(reading: Reading, reader: string): Promise<IngestOutcome> {
    const { report } = reading.record;
    return this.write(async (trx) => {
      const stored = await trx
        .selectFrom('reports')
        .select(['key', 'digest'])
        .where('id', '=', report.id)
        .executeTakeFirst();
      if (stored?.digest === readingDigest(reading)) {
        await trx.updateTable('reports').set({ reader }).where('key', '=', stored.key).execute();
        return 'unchanged';
      }
      await writeReading(trx, this.dialect, reading, reader, this.#now().toISOString());
      return stored ? 'replaced' : 'added';
    });
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

  async reading(reportId: string): Promise<Reading | null> {
    const record = await this.record(reportId);
    if (!record) return null;
    const rows = await this.db
      .selectFrom('explanations')
      .innerJoin('events', 'events.key', 'explanations.event')
      .innerJoin('reports', 'reports.key', 'events.report')
      .select('explanation')
      .where('reports.id', '=', reportId)
      .orderBy('events.ordinal')
      .execute();
    return { record, explanations: rows.map(({ explanation }) => JSON.parse(explanation) as Explanation) };
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }
}
