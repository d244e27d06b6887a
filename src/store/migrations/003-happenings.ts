import type { Dialect } from '../dialect.ts';
import { runAll, type StoreMigration } from './migration.ts';

/** What several reports tell of one happening, which reports are one text, and what people decided of it. */
export const happenings: StoreMigration = {
  name: '003-happenings',
  up: (db, dialect) => runAll(db, tables(dialect.ddl)),
};

function tables({ KEY, TEXT, INT, ROWLESS }: Dialect['ddl']): readonly string[] {
  return [
    `CREATE TABLE tellings (event ${INT} PRIMARY KEY REFERENCES events ON DELETE CASCADE, handle ${TEXT} NOT NULL,
       happening ${INT} NOT NULL, is_lead ${INT} NOT NULL, details ${TEXT} NOT NULL) ${ROWLESS}`,
    'CREATE INDEX tellings_handle ON tellings (handle)',
    'CREATE INDEX tellings_happening ON tellings (happening)',
    `CREATE TABLE telling_blocks (block ${TEXT} NOT NULL, day_from ${TEXT} NOT NULL, day_to ${TEXT} NOT NULL,
       event ${INT} NOT NULL REFERENCES events ON DELETE CASCADE, PRIMARY KEY (block, day_from, day_to, event)) ${ROWLESS}`,
    'CREATE INDEX telling_blocks_event ON telling_blocks (event)',
    `CREATE TABLE report_outlines (report ${INT} PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
       signature ${TEXT}, is_latest ${INT} NOT NULL) ${ROWLESS}`,
    `CREATE TABLE report_bands (band ${INT} NOT NULL, report ${INT} NOT NULL REFERENCES reports ON DELETE CASCADE,
       PRIMARY KEY (band, report)) ${ROWLESS}`,
    'CREATE INDEX report_bands_report ON report_bands (report)',
    `CREATE TABLE merge_decisions (number ${KEY}, decided_by ${TEXT} NOT NULL, decided_at ${TEXT} NOT NULL,
       kind ${TEXT} NOT NULL, handles ${TEXT} NOT NULL, revokes ${INT})`,
  ];
}
