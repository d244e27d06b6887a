import type { Dialect } from '../dialect.ts';
import { runAll, type StoreMigration } from './migration.ts';

/** The log of people's judgements, the readings beneath them, and which version read what when. */
export const reviews: StoreMigration = {
  name: '002-reviews',
  up: (db, dialect) => runAll(db, tables(dialect.ddl)),
};

/** Reports are named by id, not by key: the log outlives any reading. */
function tables({ TEXT, INT, ROWLESS }: Dialect['ddl']): readonly string[] {
  return [
    `CREATE TABLE review_entries (report ${TEXT} NOT NULL, number ${INT} NOT NULL, reviewer ${TEXT} NOT NULL,
       at ${TEXT} NOT NULL, note ${TEXT}, decision ${TEXT} NOT NULL, PRIMARY KEY (report, number)) ${ROWLESS}`,
    `CREATE TABLE readings_beneath (report ${TEXT} PRIMARY KEY, reading ${TEXT} NOT NULL) ${ROWLESS}`,
    `CREATE TABLE report_readers (report ${TEXT} NOT NULL, reader ${TEXT} NOT NULL, read_at ${TEXT} NOT NULL,
       digest ${TEXT} NOT NULL, events ${INT} NOT NULL, PRIMARY KEY (report, reader)) ${ROWLESS}`,
    `INSERT INTO report_readers (report, reader, read_at, digest, events)
       SELECT id, reader, stored_at, digest, (SELECT count(*) FROM events WHERE events.report = reports.key) FROM reports`,
  ];
}
