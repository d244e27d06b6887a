import type { Database, Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';
import { withStoreErrors } from './faults.ts';

type SqliteStatement = ReturnType<SqliteDatabase['prepare']>;

const MAX_KEPT_STATEMENTS = 200;

/**
 * The database as Kysely drives it, with three things added: statements are prepared once, transactions take the write lock
 * when they begin (so that waiting for another writer works), and faults of the file are told as `ChanceryError`.
 */
export function sqliteDriver(database: Database, path: string): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => void database.close(),
    prepare: (sql) => {
      if (sql === 'rollback' && !database.inTransaction) return NOTHING_TO_ROLL_BACK;
      const statement = kept.get(sql) ?? guard(prepare(database, sql, path), path);
      if (kept.size < MAX_KEPT_STATEMENTS) kept.set(sql, statement);
      return statement;
    },
  };
}

function prepare(database: Database, sql: string, path: string): Statement {
  return withStoreErrors(path, () => database.prepare(sql === 'begin' ? 'begin immediate' : sql));
}

function guard(statement: Statement, path: string): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => withStoreErrors(path, () => statement.all(parameters)),
    run: (parameters) => withStoreErrors(path, () => statement.run(parameters)),
    iterate: (parameters) => withStoreErrors(path, () => statement.iterate(parameters)) as IterableIterator<unknown>,
  };
}

/** A full disk makes SQLite roll back by itself; Kysely's own rollback would then hide why. */
const NOTHING_TO_ROLL_BACK: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};
