import { type Kysely, type Migration, sql } from 'kysely';

/** A migration takes whatever tables stand before it, so its database has no type. */
// biome-ignore lint/suspicious/noExplicitAny: Kysely's own type for migrations
type AnyDatabase = Kysely<any>;

/** Every version of the tables, in order. A released one is never edited: what changes is a new one at the end. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-record': { up: createRecordTables },
};

async function createRecordTables(db: AnyDatabase): Promise<void> {
  for (const statement of RECORD_TABLES) await sql.raw(statement).execute(db);
}

const OF_REPORT = 'report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE';
const OF_EVENT = 'event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE';

const RECORD_TABLES: readonly string[] = [
  `CREATE TABLE reports (
     key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, outlet TEXT, title TEXT,
     published TEXT, published_from TEXT, published_to TEXT, text TEXT NOT NULL, record TEXT NOT NULL,
     digest TEXT NOT NULL, reader TEXT NOT NULL, stored_at TEXT NOT NULL)`,
  'CREATE INDEX reports_published ON reports (published)',

  `CREATE TABLE report_sources (${OF_REPORT}, source TEXT NOT NULL, outlet TEXT, url TEXT,
     PRIMARY KEY (report, source)) WITHOUT ROWID`,
  'CREATE INDEX report_sources_outlet ON report_sources (outlet COLLATE NOCASE)',

  `CREATE TABLE actors (
     id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, wikidata TEXT, country TEXT, sector TEXT) WITHOUT ROWID`,
  'CREATE INDEX actors_name ON actors (name COLLATE NOCASE)',

  `CREATE TABLE report_actors (${OF_REPORT}, actor TEXT NOT NULL REFERENCES actors, office TEXT,
     PRIMARY KEY (report, actor)) WITHOUT ROWID`,
  'CREATE INDEX report_actors_actor ON report_actors (actor)',

  `CREATE TABLE actor_mentions (${OF_REPORT}, actor TEXT NOT NULL REFERENCES actors,
     start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL)`,
  'CREATE INDEX actor_mentions_report ON actor_mentions (report)',
  `CREATE INDEX actor_mentions_name ON actor_mentions (text COLLATE NOCASE, actor) WHERE kind IN ('name', 'metonym')`,

  `CREATE TABLE times (${OF_REPORT}, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
     type TEXT NOT NULL, value TEXT NOT NULL, date_from TEXT, date_to TEXT)`,
  'CREATE INDEX times_report ON times (report)',

  `CREATE TABLE quotations (key INTEGER PRIMARY KEY, ${OF_REPORT}, local_id TEXT NOT NULL, ordinal INTEGER NOT NULL,
     kind TEXT NOT NULL, day TEXT NOT NULL, speaker TEXT, addressee TEXT, quotation TEXT NOT NULL)`,
  'CREATE UNIQUE INDEX quotations_id ON quotations (report, local_id)',
  'CREATE INDEX quotations_speaker ON quotations (speaker, day)',
  'CREATE INDEX quotations_day ON quotations (day)',

  `CREATE TABLE events (key INTEGER PRIMARY KEY, ${OF_REPORT}, local_id TEXT NOT NULL, ordinal INTEGER NOT NULL,
     type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, date_from TEXT, date_to TEXT,
     first_day TEXT NOT NULL, last_day TEXT NOT NULL, place TEXT, place_country TEXT,
     count_min INTEGER, count_max INTEGER, cameo TEXT, quad INTEGER, rule TEXT NOT NULL, confidence REAL NOT NULL,
     event TEXT NOT NULL)`,
  'CREATE UNIQUE INDEX events_id ON events (report, local_id)',
  'CREATE INDEX events_first_day ON events (first_day)',
  'CREATE INDEX events_last_day ON events (last_day)',
  'CREATE INDEX events_type ON events (type, mode, first_day)',
  'CREATE INDEX events_status ON events (status, first_day)',
  'CREATE INDEX events_quad ON events (quad, first_day)',
  'CREATE INDEX events_place ON events (place COLLATE NOCASE)',

  `CREATE TABLE event_parties (${OF_EVENT}, role TEXT NOT NULL, actor TEXT NOT NULL REFERENCES actors, country TEXT,
     PRIMARY KEY (event, role, actor)) WITHOUT ROWID`,
  'CREATE INDEX event_parties_actor ON event_parties (actor, event)',
  'CREATE INDEX event_parties_country ON event_parties (country, event)',

  `CREATE TABLE attribution (${OF_EVENT}, ordinal INTEGER NOT NULL, actor TEXT NOT NULL REFERENCES actors, country TEXT,
     stance TEXT NOT NULL, PRIMARY KEY (event, ordinal)) WITHOUT ROWID`,
  'CREATE INDEX attribution_actor ON attribution (actor, event)',
  'CREATE INDEX attribution_country ON attribution (country, event)',
  'CREATE INDEX attribution_stance ON attribution (stance, event)',

  `CREATE TABLE evidence (${OF_EVENT}, ordinal INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
     text TEXT NOT NULL, PRIMARY KEY (event, ordinal)) WITHOUT ROWID`,

  'CREATE TABLE explanations (event INTEGER PRIMARY KEY REFERENCES events ON DELETE CASCADE, explanation TEXT NOT NULL)',

  `CREATE TABLE problems (${OF_REPORT}, code TEXT NOT NULL, message TEXT NOT NULL, start INTEGER, "end" INTEGER)`,
  'CREATE INDEX problems_report ON problems (report)',

  `CREATE VIRTUAL TABLE report_text USING fts5 (
     title, text, content='reports', content_rowid='key', tokenize='porter unicode61 remove_diacritics 2')`,
  `CREATE TRIGGER reports_insert_text AFTER INSERT ON reports BEGIN
     INSERT INTO report_text (rowid, title, text) VALUES (new.key, new.title, new.text); END`,
  `CREATE TRIGGER reports_delete_text AFTER DELETE ON reports BEGIN
     INSERT INTO report_text (report_text, rowid, title, text) VALUES ('delete', old.key, old.title, old.text); END`,

  `CREATE VIRTUAL TABLE event_text USING fts5 (
     text, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')`,
  'CREATE TRIGGER events_delete_text AFTER DELETE ON events BEGIN DELETE FROM event_text WHERE rowid = old.key; END',
];
