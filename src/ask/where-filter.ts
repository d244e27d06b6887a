import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { LIST_OF_ALL, listOfTwo, type Store } from '../store/index.ts';
import { foldName } from '../text/fold.ts';
import type { Filter, Listed } from './filter.ts';
import { findParty, type Party } from './party.ts';

type Condition = RawBuilder<SqlBool>;

/** What a filter asks for, as parts of a query. */
export interface Wanted {
  /** Stands after FROM. */
  readonly from: RawBuilder<unknown>;
  readonly where: Condition;
}

/**
 * The events that a filter asks for, each in its place in the list of those who are asked for: `found`, the place; `events`, what is listed
 * there; `reports`, its report. Of happenings it is the event that stands for them, as in `wantedHappenings`.
 */
export async function wantedEvents(store: Store, filter: Filter, listed: Listed = 'happenings'): Promise<Wanted> {
  const areHappenings = listed === 'happenings';
  const { from, where } = areHappenings
    ? await wantedHappenings(store, filter)
    : await placesInList(store, filter, EVENT_IN_LIST);
  const shown = areHappenings ? sql`found.lead` : sql`found.event`;
  return {
    from: sql`${from} CROSS JOIN events CROSS JOIN reports`,
    where: sql`(events.key = ${shown} AND reports.key = events.report AND ${where})`,
  };
}

/**
 * The happenings that a filter asks for, in their places in a list, `found`: once for each counted telling that fits all that is asked;
 * their status is that of the whole. Throws when somebody is not known.
 */
export async function wantedHappenings(store: Store, filter: Filter): Promise<Wanted> {
  const { from, where } = await placesInList(store, filter, TOLD_IN_LIST);
  return { from, where: sql`(${where} AND found.lead IS NOT NULL)` };
}

/** A query for the keys of the reports that have an event which a filter asks for. */
export async function reportsWanted(store: Store, filter: Filter): Promise<RawBuilder<unknown>> {
  const { from, where } = await placesInList(store, filter, EVENT_IN_LIST);
  return sql`SELECT events.report FROM ${from} CROSS JOIN events WHERE events.key = found.event AND ${where}`;
}

async function placesInList(store: Store, filter: Filter, fields: Fields): Promise<Wanted> {
  const { list, rest } = await listAskedFor(store, filter);
  const lookup = await lookupFor(store, rest);
  // CROSS JOIN has SQLite take the tables in this order: a list is in order already, unless something rare is looked up first.
  return {
    from: sql`${lookup ? sql`(${lookup.keys}) AS looked_up CROSS JOIN ` : sql``}event_lists AS found`,
    where: allOf([
      // Joined to nothing, the list is no reason for SQLite to go through all of it once for each key.
      lookup ? sql`found.event = looked_up.key AND found.list || '' = ${list}` : sql`found.list = ${list}`,
      ...(await conditionsOn(fields, store, lookup?.rest ?? rest)),
    ]),
  };
}

/** What so few events fit that they are soonest looked up: a query for their keys, and what is asked for besides. Null when nothing is. */
async function lookupFor(
  store: Store,
  filter: Filter,
): Promise<{ readonly keys: RawBuilder<unknown>; readonly rest: Filter } | null> {
  const { words = [], saidBy, places } = filter;
  if (words.length > 0) {
    const keys = store.dialect.rowsHolding('event_text', words);
    if (await areFew(store, keys)) return { keys, rest: without(filter, 'words') };
  }
  if (saidBy !== undefined) {
    const keys = sql`SELECT DISTINCT event AS key FROM attribution AS a WHERE ${isParty('a', await findParty(store, saidBy))}`;
    if (await areFew(store, keys)) return { keys, rest: without(filter, 'saidBy') };
  }
  if (places) {
    const keys = sql`SELECT key FROM events AS told WHERE ${isPlace('told', places)}`;
    if (await areFew(store, keys)) return { keys, rest: without(filter, 'places') };
  }
  return null;
}

/** More than so many events are sooner met on the way through a list. */
const FEW = 1_000;

/** Whether a query for keys gives no more than that. */
export async function areFew({ db }: Store, keys: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM (SELECT key FROM (${keys}) AS k LIMIT ${FEW + 1}) AS few`.execute(db);
  return rows[0]!.count <= FEW;
}

function without(filter: Filter, field: keyof Filter): Filter {
  const { [field]: _, ...rest } = filter;
  return rest;
}

/** The shortest list that holds all that a filter asks for, and what it asks for besides. */
async function listAskedFor(store: Store, filter: Filter): Promise<{ readonly list: string; readonly rest: Filter }> {
  const { between, actors: [first, ...others] = [], ...rest } = filter;
  if (between) return { list: listOfTwo(...(await sidesOf(store, between))), rest: { ...filter, between: undefined } };
  if (first !== undefined) return { list: await findSide(store, first), rest: { ...rest, actors: others } };
  return { list: LIST_OF_ALL, rest };
}

/** A filter as one condition on single events, in the table `events`. Throws when somebody who is asked for is not known. */
export async function whereFilter(store: Store, filter: Filter): Promise<Condition> {
  return allOf(await conditionsOn(EVENT, store, filter));
}

/** Whether a filter asks for anything but words. */
export function asksForEvents({ words: _words, ...rest }: Filter): boolean {
  return Object.keys(rest).length > 0;
}

/** Whether a filter asks for somebody, so that his list holds all that it wants. */
export function asksForSomebody({ actors = [], between }: Filter): boolean {
  return actors.length > 0 || between !== undefined;
}

/** Where the fields of an event stand that a filter is laid on. */
interface Fields {
  readonly key: RawBuilder<unknown>;
  readonly type: RawBuilder<unknown>;
  readonly status: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  readonly to: RawBuilder<unknown>;
  /** Lays a condition on the columns of a table that holds the event itself. */
  readonly itself: (condition: (table: string) => Condition) => Condition;
}

const EVENT: Fields = {
  key: sql`events.key`,
  type: sql`events.type`,
  status: sql`events.status`,
  from: sql`CASE WHEN events.date_to IS NULL THEN events.date_from ELSE coalesce(events.date_from, '0000-00-00') END`,
  to: sql`CASE WHEN events.date_from IS NULL THEN events.date_to ELSE coalesce(events.date_to, '9999-99-99') END`,
  itself: (condition) => condition('events'),
};

const EVENT_IN_LIST: Fields = {
  ...EVENT,
  type: sql`found.type`,
  from: sql`found.date_from`,
  to: sql`found.date_to`,
};

/** One telling of a happening; the status is the whole one's. */
const TOLD_IN_LIST: Fields = {
  ...EVENT_IN_LIST,
  key: sql`found.event`,
  status: sql`found.lead_status`,
  itself: (condition) =>
    sql`EXISTS (SELECT 1 FROM events AS told WHERE told.key = found.event AND ${condition('told')})`,
};

async function conditionsOn(fields: Fields, store: Store, filter: Filter): Promise<readonly Condition[]> {
  const { types, modes, statuses, since, until, places, outlets, words = [] } = filter;
  const { key, type, status, from, to, itself } = fields;
  return [
    ...(types ? [sql<SqlBool>`${type} IN (${sql.join(types)})`] : []),
    ...(statuses ? [sql<SqlBool>`${status} IN (${sql.join(statuses)})`] : []),
    ...(since === undefined ? [] : [sql<SqlBool>`${to} >= ${since}`]),
    ...(until === undefined ? [] : [sql<SqlBool>`${from} <= ${until}`]),
    ...(modes ? [itself((table) => sql`${sql.ref(`${table}.mode`)} IN (${sql.join(modes)})`)] : []),
    ...(places ? [itself((table) => isPlace(table, places))] : []),
    ...(outlets ? [itself((table) => sql`${sql.ref(`${table}.report`)} IN (${reportsOf(outlets)})`)] : []),
    ...(words.length > 0 ? [sql<SqlBool>`${key} IN (${store.dialect.rowsHolding('event_text', words)})`] : []),
    ...(await partyConditions(key, store, filter)),
    ...(filter.isToldAgain ? [isToldAgain(key)] : []),
  ];
}

async function partyConditions(
  key: RawBuilder<unknown>,
  store: Store,
  { actors = [], between, saidBy }: Filter,
): Promise<Condition[]> {
  const conditions: Condition[] = [];
  for (const words of actors) conditions.push(standsIn(key, await findSide(store, words)));
  if (between) conditions.push(standsIn(key, listOfTwo(...(await sidesOf(store, between)))));
  if (saidBy !== undefined) conditions.push(says(key, await findParty(store, saidBy)));
  return conditions;
}

/** The names under which the events of two are found. */
export async function sidesOf(
  store: Store,
  [one, other]: readonly [string, string],
): Promise<readonly [string, string]> {
  return [await findSide(store, one), await findSide(store, other)];
}

/** The name under which somebody's events are found. */
async function findSide(store: Store, words: string): Promise<string> {
  const party = await findParty(store, words);
  return party.kind === 'country' ? party.country : party.actor;
}

function standsIn(key: RawBuilder<unknown>, list: string): Condition {
  return sql`EXISTS (SELECT 1 FROM event_lists AS l WHERE l.event = ${key} AND l.list = ${list})`;
}

function says(key: RawBuilder<unknown>, party: Party): Condition {
  return sql`${key} IN (SELECT event FROM attribution AS a WHERE ${isParty('a', party)})`;
}

/** A body's id begins with that of the body above it: `CHN.GOV` stands for `CHN.GOV.MFA` too. */
function isParty(alias: string, party: Party): Condition {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  if (party.kind === 'country') return sql`${column('country')} = ${party.country}`;
  const { actor } = party;
  return sql`(${column('actor')} = ${actor} OR (${column('actor')} > ${`${actor}.`} AND ${column('actor')} < ${`${actor}/`}))`;
}

function isPlace(table: string, places: readonly string[]): Condition {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return anyOf(
    places.map(
      (place) => sql`(${column('place_folded')} = ${foldName(place)} OR ${column('place_country')} = ${place})`,
    ),
  );
}

/** A query for the keys of the reports that outlets of these names carried. */
function reportsOf(outlets: readonly string[]): RawBuilder<unknown> {
  return sql`SELECT report FROM report_sources WHERE outlet_folded IN (${sql.join(outlets.map(foldName))})`;
}

/** Reports that an outlet of one of these names carried. */
export function carriedBy(outlets: readonly string[]): Condition {
  return sql`reports.key IN (${reportsOf(outlets)})`;
}

function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length > 0 ? sql`(${sql.join(conditions, sql` AND `)})` : sql`true`;
}

function anyOf(conditions: readonly Condition[]): Condition {
  return sql`(${sql.join(conditions, sql` OR `)})`;
}

function isToldAgain(key: RawBuilder<unknown>): Condition {
  return sql`EXISTS (SELECT 1 FROM tellings AS t JOIN tellings AS o ON o.happening = t.happening
    WHERE t.event = ${key} AND o.event <> t.event)`;
}
