import type { Generated, Selectable } from 'kysely';
import type { ActorType, EventType, Stance, Status } from '../record/index.ts';
import type { Direction } from './sides.ts';

/** The parts that somebody can take in an event, as the columns of the record name them. */
export const PARTY_ROLES = ['actor', 'recipient', 'host', 'mediator'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** One report, with the rest of its record as JSON: `record` without the text and the events, which have places of their own. */
interface ReportsTable {
  key: Generated<number>;
  id: string;
  source: string;
  outlet: string | null;
  title: string | null;
  published: string | null;
  published_from: string | null;
  published_to: string | null;
  text: string;
  record: string;
  /** SHA-256 of the whole reading, to see whether a new one says anything else. */
  digest: string;
  /** Which version of program, dictionaries and knowledge read it. */
  reader: string;
  stored_at: string;
}

/** Every place that the same text was read from. */
interface ReportSourcesTable {
  report: number;
  source: string;
  outlet: string | null;
  outlet_folded: string | null;
  url: string | null;
}

interface ActorsTable {
  id: string;
  type: ActorType;
  name: string;
  name_folded: string;
  wikidata: string | null;
  country: string | null;
  sector: string | null;
}

/** Who a report speaks of, and the office that he held on its date. */
interface ReportActorsTable {
  report: number;
  actor: string;
  office: string | null;
}

interface ActorMentionsTable {
  report: number;
  actor: string;
  start: number;
  end: number;
  text: string;
  /** Of names and metonyms alone, by which somebody can be asked for. */
  name_folded: string | null;
  kind: string;
}

interface TimesTable {
  report: number;
  start: number;
  end: number;
  text: string;
  type: string;
  value: string;
  date_from: string | null;
  date_to: string | null;
}

/** `day` sorts: when it was said, or else when the report was published; never null. */
interface QuotationsTable {
  key: Generated<number>;
  report: number;
  local_id: string;
  ordinal: number;
  kind: string;
  day: string;
  speaker: string | null;
  addressee: string | null;
  quotation: string;
}

/** One event of one report. `first_day` and `last_day` sort: they are never null. */
interface EventsTable {
  key: Generated<number>;
  report: number;
  local_id: string;
  ordinal: number;
  type: EventType;
  mode: string | null;
  status: Status;
  date_from: string | null;
  date_to: string | null;
  first_day: string;
  last_day: string;
  place: string | null;
  place_folded: string | null;
  place_country: string | null;
  count_min: number | null;
  count_max: number | null;
  cameo: string | null;
  quad: number | null;
  rule: string;
  confidence: number;
  event: string;
}

/** One party of one event in one role; `country` is the party's, so that a state stands for all its people and bodies. */
interface EventPartiesTable {
  event: number;
  role: PartyRole;
  actor: string;
  country: string | null;
}

/**
 * An event under every name that lists find it by (see `listNames`), with all that the commonest filters look at, and with the place
 * that its happening has in lists.
 */
interface EventListsTable {
  list: string;
  event: number;
  /** Of lists of two: 1 where the first acts on the second, -1 back, else 0. */
  direction: Direction;
  type: EventType;
  /** The days that the event reaches: an open end reaches any day, an event without a date none. */
  date_from: string;
  date_to: string;
  /** The event that its happening is listed by; null for one that is not counted, because a later version of its report took its place. */
  lead: number | null;
  /** Status and days of the lead, or its own where there is none. */
  lead_status: Status;
  listed_first_day: string;
  listed_last_day: string;
}

interface AttributionTable {
  event: number;
  ordinal: number;
  actor: string;
  country: string | null;
  stance: Stance;
}

interface EvidenceTable {
  event: number;
  ordinal: number;
  start: number;
  end: number;
  text: string;
}

interface ExplanationsTable {
  event: number;
  explanation: string;
}

interface ProblemsTable {
  report: number;
  code: string;
  message: string;
  start: number | null;
  end: number | null;
}

/** One entry of the log of people's judgements; `decision` is JSON. */
interface ReviewEntriesTable {
  report: string;
  number: number;
  reviewer: string;
  at: string;
  note: string | null;
  decision: string;
}

/** A whole reading as JSON, of reports that have corrections over it. */
interface ReadingsBeneathTable {
  report: string;
  reading: string;
}

/** Which version read a report, when first, and what came of it. */
interface ReportReadersTable {
  report: string;
  reader: string;
  read_at: string;
  digest: string;
  events: number;
}

/** An event as merging sees it. `happening` is the key of the first event of its happening; `details` what is compared besides, as JSON. */
interface TellingsTable {
  event: number;
  handle: string;
  happening: number;
  /** The event that stands for the happening in lists; null for one that is not counted. */
  lead: number | null;
  details: string;
}

/** Where a telling is looked up: under a key, on these days. */
interface TellingBlocksTable {
  block: string;
  day_from: string;
  day_to: string;
  event: number;
}

/** What a report's text is compared by; `is_latest` is 0 for a version that a later one took the place of. */
interface ReportOutlinesTable {
  report: number;
  signature: string | null;
  is_latest: number;
}

interface ReportBandsTable {
  band: number;
  report: number;
}

/** What people decided on merges; a row with `revokes` takes an earlier one back. Nothing is ever changed or deleted here. */
interface MergeDecisionsTable {
  number: Generated<number>;
  decided_by: string;
  decided_at: string;
  kind: 'join' | 'split';
  handles: string;
  revokes: number | null;
}

/**
 * The tables of a store. Full-text indexes differ by database and are not listed.
 * Columns that end in `_folded` hold what stands beside them as names are compared: lower case, without accents.
 */
export interface Tables {
  reports: ReportsTable;
  report_sources: ReportSourcesTable;
  actors: ActorsTable;
  report_actors: ReportActorsTable;
  actor_mentions: ActorMentionsTable;
  times: TimesTable;
  quotations: QuotationsTable;
  events: EventsTable;
  event_parties: EventPartiesTable;
  event_lists: EventListsTable;
  attribution: AttributionTable;
  evidence: EvidenceTable;
  explanations: ExplanationsTable;
  problems: ProblemsTable;
  review_entries: ReviewEntriesTable;
  readings_beneath: ReadingsBeneathTable;
  report_readers: ReportReadersTable;
  tellings: TellingsTable;
  telling_blocks: TellingBlocksTable;
  report_outlines: ReportOutlinesTable;
  report_bands: ReportBandsTable;
  merge_decisions: MergeDecisionsTable;
}

/**
 * Every table, each after those that it refers to, with the column by which its rows are taken in parts when a store is copied:
 * one that has an index and stands in every row. A test holds the list complete.
 */
export const TABLE_PARTS = {
  reports: 'key',
  report_sources: 'report',
  actors: 'id',
  report_actors: 'report',
  actor_mentions: 'report',
  times: 'report',
  quotations: 'report',
  events: 'report',
  event_parties: 'event',
  event_lists: 'event',
  attribution: 'event',
  evidence: 'event',
  explanations: 'event',
  problems: 'report',
  review_entries: 'report',
  readings_beneath: 'report',
  report_readers: 'report',
  tellings: 'event',
  telling_blocks: 'event',
  report_outlines: 'report',
  report_bands: 'report',
  merge_decisions: 'number',
} as const satisfies Readonly<Record<keyof Tables, string>>;

/** The tables whose keys the database counts up, and the column that holds them. */
export const COUNTED_KEYS = {
  reports: 'key',
  quotations: 'key',
  events: 'key',
  merge_decisions: 'number',
} as const satisfies Readonly<Partial<Record<keyof Tables, string>>>;

/** What is told of somebody. */
export const ACTOR_COLUMNS = ['id', 'type', 'name', 'wikidata', 'country', 'sector'] as const;
export type ActorRow = Readonly<Pick<Selectable<ActorsTable>, (typeof ACTOR_COLUMNS)[number]>>;
