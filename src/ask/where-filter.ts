import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { EventType } from '../record/index.ts';
import type { Store } from '../store/index.ts';
import { foldName } from '../text/fold.ts';
import type { Filter } from './filter.ts';
import { findParty, type Party } from './party.ts';

type Condition = RawBuilder<SqlBool>;

/** Acts whose parties are equal: who is named first says nothing. Source: docs/codebook, "Direction". */
export const SYMMETRIC_TYPES: readonly EventType[] = ['CONSULT', 'AGREE', 'COOPERATE'];

/** A filter as one condition on the tables `events` and `reports`. Throws when somebody who is asked for is not known. */
export async function whereFilter(store: Store, filter: Filter): Promise<Condition> {
  const conditions = [
    ...(await partyConditions(store, filter)),
    ...oneOfConditions(filter),
    ...dateConditions(filter),
    ...wordConditions(store, filter),
  ];
  return conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` AND `)})` : sql<SqlBool>`true`;
}

/** Whether a filter asks for anything but words. */
export function asksForEvents({ words: _words, ...rest }: Filter): boolean {
  return Object.keys(rest).length > 0;
}

async function partyConditions(store: Store, { actors = [], between, saidBy }: Filter): Promise<Condition[]> {
  const conditions: Condition[] = [];
  for (const words of actors) conditions.push(takesPart(await findParty(store, words)));
  if (between) conditions.push(areBetween(await findParty(store, between[0]), await findParty(store, between[1])));
  if (saidBy !== undefined) conditions.push(says(await findParty(store, saidBy)));
  return conditions;
}

function takesPart(party: Party): Condition {
  return sql`events.key IN (SELECT event FROM event_parties AS a WHERE ${isParty('a', party)})`;
}

function says(party: Party): Condition {
  return sql`events.key IN (SELECT event FROM attribution AS a WHERE ${isParty('a', party)})`;
}

function areBetween(one: Party, other: Party): Condition {
  return sql`events.key IN (
    SELECT a.event FROM event_parties AS a JOIN event_parties AS b ON b.event = a.event
    WHERE ${isParty('a', one)} AND ${isParty('b', other)} AND a.actor <> b.actor
      AND (a.role <> b.role OR (SELECT type FROM events AS e WHERE e.key = a.event) IN (${sql.join(SYMMETRIC_TYPES)})))`;
}

/** A body's id begins with that of the body above it: `CHN.GOV` stands for `CHN.GOV.MFA` too. */
function isParty(alias: string, party: Party): Condition {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  if (party.kind === 'country') return sql`${column('country')} = ${party.country}`;
  const { actor } = party;
  return sql`(${column('actor')} = ${actor} OR (${column('actor')} > ${`${actor}.`} AND ${column('actor')} < ${`${actor}/`}))`;
}

function oneOfConditions({ types, modes, statuses, places, outlets }: Filter): Condition[] {
  const conditions: Condition[] = [];
  if (types) conditions.push(sql`events.type IN (${sql.join(types)})`);
  if (modes) conditions.push(sql`events.mode IN (${sql.join(modes)})`);
  if (statuses) conditions.push(sql`events.status IN (${sql.join(statuses)})`);
  if (places)
    conditions.push(
      anyOf(places.map((place) => sql`(events.place_folded = ${foldName(place)} OR events.place_country = ${place})`)),
    );
  if (outlets) conditions.push(anyOf(outlets.map(carriedBy)));
  return conditions;
}

/** Reports that an outlet of this name carried. */
export function carriedBy(outlet: string): Condition {
  return sql`reports.key IN (SELECT report FROM report_sources WHERE outlet_folded = ${foldName(outlet)})`;
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

function wordConditions({ dialect }: Store, { words = [] }: Filter): Condition[] {
  if (words.length === 0) return [];
  return [sql`events.key IN (${dialect.rowsHolding('event_text', words)})`];
}
