import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Store } from '../store/index.ts';
import { foldName } from '../text/fold.ts';
import type { Filter, Listed } from './filter.ts';
import { findParty, type Party } from './party.ts';

type Condition = RawBuilder<SqlBool>;

/** Events that a filter asks for, as parts of a query. */
export interface WantedEvents {
  /** Stands after FROM: `events`, `reports`, and what finds the wanted ones soonest. */
  readonly from: RawBuilder<unknown>;
  readonly where: Condition;
  /** The columns that hold the days which events are sorted by. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/**
 * The events that a filter asks for, found over the index of its parties: of happenings those that stand for them. Outlets and words are
 * then looked for in all the tellings of a happening. Throws when somebody who is asked for is not known.
 */
export async function wantedEvents(store: Store, filter: Filter, listed: Listed = 'happenings'): Promise<WantedEvents> {
  const { between, actors: [first, ...others] = [], ...rest } = filter;
  // CROSS JOIN has SQLite take the tables in this order, so that the index of the first one sorts the list.
  const joined = sql<SqlBool>`events.key = found.event AND reports.key = events.report`;
  const days = { firstDay: 'found.first_day', lastDay: 'found.last_day' };
  if (between) {
    const where = await whereFilter(store, { ...filter, between: undefined }, listed);
    const isPair = pairIs('found', await sidesOf(store, between));
    return {
      ...days,
      from: sql`event_pairs AS found CROSS JOIN events CROSS JOIN reports`,
      where: allOf([isPair, joined, where]),
    };
  }
  if (first !== undefined) {
    const where = await whereFilter(store, { ...rest, actors: others }, listed);
    const isSide = sql<SqlBool>`found.side = ${await findSide(store, first)}`;
    return {
      ...days,
      from: sql`event_sides AS found CROSS JOIN events CROSS JOIN reports`,
      where: allOf([isSide, joined, where]),
    };
  }
  return {
    from: sql`events JOIN reports ON reports.key = events.report`,
    where: await whereFilter(store, filter, listed),
    firstDay: 'events.first_day',
    lastDay: 'events.last_day',
  };
}

/** A filter as one condition on the tables `events` and `reports`. Throws when somebody who is asked for is not known. */
export async function whereFilter(store: Store, filter: Filter, listed: Listed = 'tellings'): Promise<Condition> {
  return allOf([
    ...oneOfConditions(filter),
    ...dateConditions(filter),
    ...(await partyConditions(store, filter)),
    ...tellingConditions(store, filter).map((keys) => holdsOne(keys, listed)),
    ...(listed === 'happenings' ? [IS_LEAD] : []),
    ...(filter.isToldAgain ? [IS_TOLD_AGAIN] : []),
  ]);
}

/** Whether a filter asks for anything but words. */
export function asksForEvents({ words: _words, ...rest }: Filter): boolean {
  return Object.keys(rest).length > 0;
}

async function partyConditions(store: Store, { actors = [], between, saidBy }: Filter): Promise<Condition[]> {
  const conditions: Condition[] = [];
  for (const words of actors) conditions.push(takesPart(await findSide(store, words)));
  if (between) conditions.push(areBetween(await sidesOf(store, between)));
  if (saidBy !== undefined) conditions.push(says(await findParty(store, saidBy)));
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

function takesPart(side: string): Condition {
  return sql`EXISTS (SELECT 1 FROM event_sides AS s WHERE s.event = events.key AND s.side = ${side})`;
}

function areBetween(sides: readonly [string, string]): Condition {
  return sql`EXISTS (SELECT 1 FROM event_pairs AS p WHERE p.event = events.key AND ${pairIs('p', sides)})`;
}

function pairIs(alias: string, [one, other]: readonly [string, string]): Condition {
  const [first, second] = one < other ? [one, other] : [other, one];
  return sql`(${sql.ref(`${alias}.one`)} = ${first} AND ${sql.ref(`${alias}.other`)} = ${second})`;
}

function says(party: Party): Condition {
  return sql`events.key IN (SELECT event FROM attribution AS a WHERE ${isParty('a', party)})`;
}

/** A body's id begins with that of the body above it: `CHN.GOV` stands for `CHN.GOV.MFA` too. */
function isParty(alias: string, party: Party): Condition {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  if (party.kind === 'country') return sql`${column('country')} = ${party.country}`;
  const { actor } = party;
  return sql`(${column('actor')} = ${actor} OR (${column('actor')} > ${`${actor}.`} AND ${column('actor')} < ${`${actor}/`}))`;
}

function oneOfConditions({ types, modes, statuses, places }: Filter): Condition[] {
  const conditions: Condition[] = [];
  if (types) conditions.push(sql`events.type IN (${sql.join(types)})`);
  if (modes) conditions.push(sql`events.mode IN (${sql.join(modes)})`);
  if (statuses) conditions.push(sql`events.status IN (${sql.join(statuses)})`);
  if (places)
    conditions.push(
      anyOf(places.map((place) => sql`(events.place_folded = ${foldName(place)} OR events.place_country = ${place})`)),
    );
  return conditions;
}

/** Reports that an outlet of this name carried. */
export function carriedBy(outlet: string): Condition {
  return sql`reports.key IN (SELECT report FROM report_sources WHERE outlet_folded = ${foldName(outlet)})`;
}

function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length > 0 ? sql`(${sql.join(conditions, sql` AND `)})` : sql`true`;
}

/** At least one of these. */
export function anyOf(conditions: readonly Condition[]): Condition {
  return sql`(${sql.join(conditions, sql` OR `)})`;
}

function dateConditions({ since, until }: Filter): Condition[] {
  if (since === undefined && until === undefined) return [];
  const conditions: Condition[] = [sql`coalesce(events.date_from, events.date_to) IS NOT NULL`];
  if (since !== undefined) conditions.push(sql`coalesce(events.date_to, '9999-12-31') >= ${since}`);
  if (until !== undefined) conditions.push(sql`coalesce(events.date_from, '0000-01-01') <= ${until}`);
  return conditions;
}

/** Queries for the keys of events that an outlet tells, or that rest on some words. */
function tellingConditions({ dialect }: Store, { outlets, words = [] }: Filter): RawBuilder<unknown>[] {
  const told = sql`SELECT events.key FROM events JOIN reports ON reports.key = events.report WHERE `;
  return [
    ...(outlets ? [sql`${told} ${anyOf(outlets.map(carriedBy))}`] : []),
    ...(words.length > 0 ? [dialect.rowsHolding('event_text', words)] : []),
  ];
}

function holdsOne(keys: RawBuilder<unknown>, listed: Listed): Condition {
  if (listed === 'tellings') return sql`events.key IN (${keys})`;
  return sql`events.key IN (SELECT led.event FROM tellings AS told JOIN tellings AS led ON led.happening = told.happening
    WHERE led.is_lead = 1 AND told.event IN (${keys}))`;
}

const IS_LEAD: Condition = sql`EXISTS (SELECT 1 FROM tellings AS t WHERE t.event = events.key AND t.is_lead = 1)`;
const IS_TOLD_AGAIN: Condition = sql`EXISTS (SELECT 1 FROM tellings AS t JOIN tellings AS o ON o.happening = t.happening
  WHERE t.event = events.key AND o.event <> t.event)`;
