import type { Dialect } from '../dialect.ts';
import { runAll, type StoreMigration } from './migration.ts';

/** Reports with everything that was read in them. */
export const record: StoreMigration = {
  name: '001-record',
  async up(db, dialect) {
    await runAll(db, tables(dialect.ddl));
    await dialect.createReportIndex(db);
    await dialect.createWordIndex(db, 'event_text');
    await dialect.createWordIndex(db, 'quotation_text');
  },
};

function tables({ KEY, TEXT, INT, ROWLESS }: Dialect['ddl']): readonly string[] {
  const OF_REPORT = `report ${INT} NOT NULL REFERENCES reports ON DELETE CASCADE`;
  const OF_EVENT = `event ${INT} NOT NULL REFERENCES events ON DELETE CASCADE`;
  const ACTOR = `actor ${TEXT} NOT NULL REFERENCES actors`;
  return [
    `CREATE TABLE reports (
       key ${KEY}, id ${TEXT} NOT NULL UNIQUE, source ${TEXT} NOT NULL, outlet ${TEXT}, title ${TEXT},
       published ${TEXT}, published_from ${TEXT}, published_to ${TEXT}, text ${TEXT} NOT NULL, record ${TEXT} NOT NULL,
       digest ${TEXT} NOT NULL, reader ${TEXT} NOT NULL, stored_at ${TEXT} NOT NULL)`,
    'CREATE INDEX reports_published ON reports (published)',

    `CREATE TABLE report_sources (${OF_REPORT}, source ${TEXT} NOT NULL, outlet ${TEXT}, outlet_folded ${TEXT}, url ${TEXT},
       PRIMARY KEY (report, source)) ${ROWLESS}`,
    'CREATE INDEX report_sources_outlet ON report_sources (outlet_folded)',

    `CREATE TABLE actors (
       id ${TEXT} PRIMARY KEY, type ${TEXT} NOT NULL, name ${TEXT} NOT NULL, name_folded ${TEXT} NOT NULL,
       wikidata ${TEXT}, country ${TEXT}, sector ${TEXT}) ${ROWLESS}`,
    'CREATE INDEX actors_name ON actors (name_folded)',
    'CREATE INDEX actors_country ON actors (country)',

    `CREATE TABLE report_actors (${OF_REPORT}, ${ACTOR}, office ${TEXT}, PRIMARY KEY (report, actor)) ${ROWLESS}`,
    'CREATE INDEX report_actors_actor ON report_actors (actor)',

    `CREATE TABLE actor_mentions (${OF_REPORT}, ${ACTOR},
       start ${INT} NOT NULL, "end" ${INT} NOT NULL, text ${TEXT} NOT NULL, name_folded ${TEXT}, kind ${TEXT} NOT NULL)`,
    'CREATE INDEX actor_mentions_report ON actor_mentions (report)',
    'CREATE INDEX actor_mentions_name ON actor_mentions (name_folded, actor) WHERE name_folded IS NOT NULL',

    `CREATE TABLE times (${OF_REPORT}, start ${INT} NOT NULL, "end" ${INT} NOT NULL, text ${TEXT} NOT NULL,
       type ${TEXT} NOT NULL, value ${TEXT} NOT NULL, date_from ${TEXT}, date_to ${TEXT})`,
    'CREATE INDEX times_report ON times (report)',

    `CREATE TABLE quotations (key ${KEY}, ${OF_REPORT}, local_id ${TEXT} NOT NULL, ordinal ${INT} NOT NULL,
       kind ${TEXT} NOT NULL, day ${TEXT} NOT NULL, speaker ${TEXT}, addressee ${TEXT}, quotation ${TEXT} NOT NULL)`,
    'CREATE UNIQUE INDEX quotations_id ON quotations (report, local_id)',
    'CREATE INDEX quotations_speaker ON quotations (speaker, day)',
    'CREATE INDEX quotations_day ON quotations (day)',

    `CREATE TABLE events (key ${KEY}, ${OF_REPORT}, local_id ${TEXT} NOT NULL, ordinal ${INT} NOT NULL,
       type ${TEXT} NOT NULL, mode ${TEXT}, status ${TEXT} NOT NULL, date_from ${TEXT}, date_to ${TEXT},
       first_day ${TEXT} NOT NULL, last_day ${TEXT} NOT NULL, place ${TEXT}, place_folded ${TEXT}, place_country ${TEXT},
       count_min ${INT}, count_max ${INT}, cameo ${TEXT}, quad ${INT}, rule ${TEXT} NOT NULL,
       confidence DOUBLE PRECISION NOT NULL, event ${TEXT} NOT NULL)`,
    'CREATE UNIQUE INDEX events_id ON events (report, local_id)',
    'CREATE INDEX events_report ON events (report, date_from, date_to, type, status)',
    'CREATE INDEX events_first_day ON events (first_day)',
    'CREATE INDEX events_last_day ON events (last_day)',
    'CREATE INDEX events_type ON events (type, first_day)',
    'CREATE INDEX events_status ON events (status, first_day)',
    'CREATE INDEX events_place ON events (place_folded)',

    `CREATE TABLE event_parties (${OF_EVENT}, role ${TEXT} NOT NULL, ${ACTOR}, country ${TEXT},
       PRIMARY KEY (event, role, actor)) ${ROWLESS}`,
    'CREATE INDEX event_parties_actor ON event_parties (actor)',

    `CREATE TABLE event_sides (${OF_EVENT}, side ${TEXT} NOT NULL, first_day ${TEXT} NOT NULL, last_day ${TEXT} NOT NULL,
       PRIMARY KEY (side, first_day, event)) ${ROWLESS}`,
    'CREATE INDEX event_sides_last_day ON event_sides (side, last_day)',
    'CREATE INDEX event_sides_event ON event_sides (event)',

    `CREATE TABLE event_pairs (${OF_EVENT}, one ${TEXT} NOT NULL, other ${TEXT} NOT NULL, direction ${INT} NOT NULL,
       first_day ${TEXT} NOT NULL, last_day ${TEXT} NOT NULL, PRIMARY KEY (one, other, first_day, event)) ${ROWLESS}`,
    'CREATE INDEX event_pairs_last_day ON event_pairs (one, other, last_day)',
    'CREATE INDEX event_pairs_event ON event_pairs (event)',

    `CREATE TABLE attribution (${OF_EVENT}, ordinal ${INT} NOT NULL, ${ACTOR}, country ${TEXT},
       stance ${TEXT} NOT NULL, PRIMARY KEY (event, ordinal)) ${ROWLESS}`,
    'CREATE INDEX attribution_actor ON attribution (actor, event)',
    'CREATE INDEX attribution_country ON attribution (country, event)',

    `CREATE TABLE evidence (${OF_EVENT}, ordinal ${INT} NOT NULL, start ${INT} NOT NULL, "end" ${INT} NOT NULL,
       text ${TEXT} NOT NULL, PRIMARY KEY (event, ordinal)) ${ROWLESS}`,

    `CREATE TABLE explanations (event ${INT} PRIMARY KEY REFERENCES events ON DELETE CASCADE, explanation ${TEXT} NOT NULL)`,

    `CREATE TABLE problems (${OF_REPORT}, code ${TEXT} NOT NULL, message ${TEXT} NOT NULL, start ${INT}, "end" ${INT})`,
    'CREATE INDEX problems_report ON problems (report)',
  ];
}
