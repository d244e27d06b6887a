import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, type Migration, SqliteDialect } from 'kysely';
import { ChanceryError } from '../problems.ts';
import type { Explanation, Report, ReportRecord } from '../record/index.ts';
import { migrateStore, storeVersion } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { readingDigest, recordFromRows } from './rows.ts';
import { sqliteDriver } from './sqlite-driver.ts';
import type { IngestOutcome, Reading, Store } from './store.ts';
import { asStoreError, withStoreErrors } from './store-error.ts';
import type { Tables } from './tables.ts';
import { addReportSource, writeReading } from './write-reading.ts';

export interface SqliteOptions {
  /** `write` makes the file when there is none and brings its tables up to date; `read` does neither. */
  readonly mode: 'read' | 'write';
  /** How long to wait for another program that writes. */
  readonly busyTimeoutMs?: number;
  /** The largest size that the file may take, in pages of 4,096 bytes. */
  readonly maxPages?: number;
  readonly migrations?: Readonly<Record<string, Migration>>;
  readonly now?: () => Date;
}

/** Opens a store in a SQLite file. Throws a `ChanceryError` that says why when it cannot. */
export async function openSqliteStore(path: string, options: SqliteOptions): Promise<Store> {
  const migrations = options.migrations ?? MIGRATIONS;
  checkPath(path, options.mode);
  const database = withStoreErrors(path, () => openFile(path, options));
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqliteDriver(database, path) }) });
  try {
    if (options.mode === 'write') await migrateStore(database, db, path, migrations);
    else checkVersion(database, path, Object.keys(migrations).length);
  } catch (error) {
    database.close();
    throw asStoreError(error, path);
  }
  return new SqliteStore(path, database, db, options.now ?? (() => new Date()));
}

function checkPath(path: string, mode: SqliteOptions['mode']): void {
  const folder = dirname(resolve(path));
  if (!existsSync(folder)) {
    throw new ChanceryError('store/no-folder', `There is no folder ${folder} for the store.`, {
      at: { file: path },
      hint: 'Make the folder first, or name another store with --store PATH.',
    });
  }
  if (mode === 'read' && (!existsSync(path) || statSync(path).size === 0)) {
    throw new ChanceryError('store/missing', 'There is no store here yet.', {
      at: { file: path },
      hint: "'chancery ingest INPUT…' makes one; --store PATH names one elsewhere.",
    });
  }
}

function openFile(path: string, { mode, busyTimeoutMs = 5_000, maxPages }: SqliteOptions): Database.Database {
  const database = new Database(path, { readonly: mode === 'read', timeout: busyTimeoutMs });
  try {
    database.pragma('schema_version');
    if (mode === 'write') prepareToWrite(database);
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    if (maxPages !== undefined) database.pragma(`max_page_count = ${maxPages}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Finds out at once, and not after a report was read, that the file cannot be written to. */
function prepareToWrite(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.exec('BEGIN IMMEDIATE');
  database.exec('ROLLBACK');
}

function checkVersion(database: Database.Database, path: string, latest: number): void {
  const version = storeVersion(database, path, latest);
  if (version === latest) return;
  throw new ChanceryError('store/older', `The store has tables of version ${version}.`, {
    at: { file: path },
    expected: [`version ${latest}`],
    hint: "'chancery ingest' brings it up to date, and keeps a copy of the old one.",
  });
}

class SqliteStore implements Store {
  readonly path: string;
  readonly db: Kysely<Tables>;
  readonly #database: Database.Database;
  readonly #now: () => Date;

  constructor(path: string, database: Database.Database, db: Kysely<Tables>, now: () => Date) {
    this.path = path;
    this.#database = database;
    this.db = db;
    this.#now = now;
  }

  async ingest(reading: Reading, reader: string): Promise<IngestOutcome> {
    const { report } = reading.record;
    return this.db.transaction().execute(async (trx) => {
      const stored = await trx
        .selectFrom('reports')
        .select(['key', 'digest'])
        .where('id', '=', report.id)
        .executeTakeFirst();
      if (stored?.digest === readingDigest(reading)) {
        await trx.updateTable('reports').set({ reader }).where('key', '=', stored.key).execute();
        return 'unchanged';
      }
      await writeReading(trx, reading, reader, this.#now().toISOString());
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
    await this.db.transaction().execute(async (trx) => {
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
    this.#database.close();
  }
}
