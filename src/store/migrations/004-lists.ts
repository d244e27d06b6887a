import type { Dialect } from '../dialect.ts';
import { mergeReport } from '../happenings/merge-report.ts';
import { standingReading } from '../reviews.ts';
import { runAll, type StoreMigration } from './migration.ts';

/** Events under every name that lists find them by, where their happenings stand; all happenings are put together anew. */
export const lists: StoreMigration = {
  name: '004-lists',
  async up(db, dialect) {
    await runAll(db, tables(dialect.ddl));
    const reports = await db.selectFrom('reports').select(['key', 'id']).orderBy('id').execute();
    for (const { key, id } of reports) await mergeReport(db, key, (await standingReading(db, id))!);
  },
};

function tables({ TEXT, INT, ROWLESS }: Dialect['ddl']): readonly string[] {
  return [
    `CREATE TABLE event_lists (list ${TEXT} NOT NULL, event ${INT} NOT NULL REFERENCES events ON DELETE CASCADE,
       direction ${INT} NOT NULL, type ${TEXT} NOT NULL, date_from ${TEXT} NOT NULL, date_to ${TEXT} NOT NULL,
       lead ${INT}, lead_status ${TEXT} NOT NULL, listed_first_day ${TEXT} NOT NULL, listed_last_day ${TEXT} NOT NULL,
       PRIMARY KEY (list, listed_first_day, event)) ${ROWLESS}`,
    `INSERT INTO event_lists
       SELECT named.list, events.key, named.direction, events.type,
         coalesce(date_from, CASE WHEN date_to IS NULL THEN '9999-99-99' ELSE '0000-00-00' END),
         coalesce(date_to, CASE WHEN date_from IS NULL THEN '0000-00-00' ELSE '9999-99-99' END),
         events.key, events.status, events.first_day, events.last_day
       FROM events JOIN (
         SELECT key AS event, '' AS list, 0 AS direction FROM events
         UNION ALL SELECT event, side, 0 FROM event_sides
         UNION ALL SELECT event, one || ' ' || other, direction FROM event_pairs) AS named ON named.event = events.key`,
    'CREATE INDEX event_lists_last_day ON event_lists (list, listed_last_day, type, lead_status)',
    'CREATE INDEX event_lists_event ON event_lists (event, list)',
    'DROP TABLE event_sides',
    'DROP TABLE event_pairs',
    'DROP INDEX events_first_day',
    'DROP INDEX events_last_day',
    'CREATE INDEX events_place_country ON events (place_country)',

    'DELETE FROM telling_blocks',
    'DELETE FROM report_bands',
    'DELETE FROM report_outlines',
    'DROP TABLE tellings',
    `CREATE TABLE tellings (event ${INT} PRIMARY KEY REFERENCES events ON DELETE CASCADE, handle ${TEXT} NOT NULL,
       happening ${INT} NOT NULL, lead ${INT}, details ${TEXT} NOT NULL) ${ROWLESS}`,
    'CREATE INDEX tellings_handle ON tellings (handle)',
    'CREATE INDEX tellings_happening ON tellings (happening)',
  ];
}
