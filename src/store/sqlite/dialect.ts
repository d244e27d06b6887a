import { type RawBuilder, sql } from 'kysely';
import {
  type AnyDatabase,
  type Dialect,
  MARK_CLOSE,
  MARK_OPEN,
  SNIPPET_WORDS,
  type Snippet,
  WORD_INDEXES,
} from '../dialect.ts';
import { matchExpression } from './match-expression.ts';

/** Marks a SQLite file as a Chancery store: 'CHNC'. */
const APPLICATION_ID = 0x43484e43;
const TOKENIZER = "tokenize='porter unicode61 remove_diacritics 2'";

export const SQLITE: Dialect = {
  name: 'SQLite',
  ddl: { KEY: 'INTEGER PRIMARY KEY', TEXT: 'TEXT', INT: 'INTEGER', ROWLESS: 'WITHOUT ROWID' },

  async version(db) {
    const applicationId = await firstValue<number>(db, sql`SELECT application_id FROM pragma_application_id`);
    const tables = await firstValue<number>(db, sql`SELECT count(*) FROM sqlite_schema`);
    if (applicationId !== APPLICATION_ID && tables > 0) return null;
    return firstValue<number>(db, sql`SELECT user_version FROM pragma_user_version`);
  },

  async setVersion(db, version) {
    await sql.raw(`PRAGMA application_id = ${APPLICATION_ID}`).execute(db);
    await sql.raw(`PRAGMA user_version = ${version}`).execute(db);
  },

  /** Transactions take the write lock when they begin: see `sqliteDriver`. */
  async lockForWriting() {},

  snapshot: (db, use) =>
    db.connection().execute(async (connection) => {
      await sql`BEGIN DEFERRED`.execute(connection);
      try {
        return await use(connection);
      } finally {
        await sql`COMMIT`.execute(connection);
      }
    }),

  async integrity(db) {
    const { rows: pages } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(db);
    const { rows: references } = await sql<{ table: string; parent: string }>`PRAGMA foreign_key_check`.execute(db);
    return [
      ...pages.map(({ integrity_check }) => integrity_check).filter((words) => words !== 'ok'),
      ...references.map(({ table, parent }) => `a row of ${table} refers to nothing in ${parent}`),
    ];
  },

  async compact(db) {
    for (const index of ['report_text', ...Object.keys(WORD_INDEXES)])
      await sql`INSERT INTO ${sql.table(index)} (${sql.ref(index)}) VALUES ('optimize')`.execute(db);
    await sql`VACUUM`.execute(db);
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
  },

  size: (db) => firstValue(db, sql`SELECT page_count * page_size FROM pragma_page_count, pragma_page_size`),

  software: (db) => firstValue(db, sql`SELECT 'SQLite ' || sqlite_version()`),

  /** SQLite takes the greatest key that is there and counts on. */
  async continueKeys() {},

  async createReportIndex(db) {
    await sql
      .raw(`CREATE VIRTUAL TABLE report_text USING fts5 (text, content='reports', content_rowid='key', ${TOKENIZER})`)
      .execute(db);
    await sql
      .raw(
        `CREATE TRIGGER reports_delete_text AFTER DELETE ON reports BEGIN
           INSERT INTO report_text (report_text, rowid, text) VALUES ('delete', old.key, old.text); END`,
      )
      .execute(db);
  },

  async createWordIndex(db, index) {
    const of = WORD_INDEXES[index];
    await sql
      .raw(`CREATE VIRTUAL TABLE ${index} USING fts5 (text, content='', contentless_delete=1, ${TOKENIZER})`)
      .execute(db);
    await sql
      .raw(
        `CREATE TRIGGER ${of}_delete_text AFTER DELETE ON ${of} BEGIN DELETE FROM ${index} WHERE rowid = old.key; END`,
      )
      .execute(db);
  },

  async indexReport(trx, key, text) {
    await sql`INSERT INTO report_text (rowid, text) VALUES (${key}, ${text})`.execute(trx);
  },

  async addWords(trx, index, key, words) {
    await sql`INSERT INTO ${sql.table(index)} (rowid, text) VALUES (${key}, ${words})`.execute(trx);
  },

  reportsHolding: (words) =>
    sql`SELECT rowid AS key, rank AS fit FROM report_text WHERE report_text MATCH ${matchExpression(words)}`,

  indexedRows: (index) => sql`SELECT id AS key FROM ${sql.table(`${index}_docsize`)}`,

  rowsHolding: (index, words) =>
    sql`SELECT rowid AS key FROM ${sql.table(index)} WHERE ${sql.table(index)} MATCH ${matchExpression(words)}`,

  async snippets(db, words, reports) {
    const query = sql<Snippet>`
      SELECT rowid AS key, snippet(report_text, 0, ${MARK_OPEN}, ${MARK_CLOSE}, '…', ${sql.lit(SNIPPET_WORDS)}) AS snippet
      FROM report_text WHERE report_text MATCH ${matchExpression(words)} AND rowid IN (${sql.join(reports)})`;
    return (await query.execute(db)).rows;
  },
};

async function firstValue<Value>(db: AnyDatabase, query: RawBuilder<unknown>): Promise<Value> {
  const [row] = (await query.execute(db)).rows as Record<string, Value>[];
  return Object.values(row!)[0]!;
}
