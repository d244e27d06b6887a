import { sql } from 'kysely';
import { type EventType, STATUSES, type Status } from '../../record/index.ts';
import type { Store } from '../../store/index.ts';
import type { Overview, Pair } from '../wire.ts';
import { listReports } from './reports.ts';

/** What a store holds, without what the server allows. */
export type Holdings = Omit<Overview, 'can'>;

const LATEST = 8;
const PAIRS = 12;

/** Tells what a store holds; asked again, it counts again only when a report has come or changed since. */
export function holdingsOf(store: Store): () => Promise<Holdings> {
  let known: { readonly version: string; readonly holdings: Holdings } | null = null;
  return async () => {
    const version = await versionOf(store);
    if (known?.version !== version) known = { version, holdings: await countHoldings(store) };
    return known.holdings;
  };
}

async function versionOf(store: Store): Promise<string> {
  const { rows } = await sql<{ reports: number; latest: string | null }>`
    SELECT count(*) AS reports, max(stored_at) AS latest FROM reports`.execute(store.db);
  return `${rows[0]?.reports} ${rows[0]?.latest}`;
}

async function countHoldings(store: Store): Promise<Holdings> {
  const { rows } = await sql<{
    events: number;
    quotations: number;
    actors: number;
    first: string | null;
    last: string | null;
  }>`SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM quotations) AS quotations,
      (SELECT count(*) FROM actors) AS actors, min(published) AS first, max(published) AS last FROM reports`.execute(
    store.db,
  );
  const { events, quotations, actors, first, last } = rows[0]!;
  const latest = await listReports(store, { limit: LATEST });
  return {
    reports: latest.total,
    events,
    quotations,
    actors,
    published: { from: first, to: last },
    byType: await eventsByType(store),
    byStatus: await eventsByStatus(store),
    latest: [...latest.entries],
    pairs: await frequentPairs(store),
  };
}

async function eventsByType(store: Store): Promise<{ type: EventType; events: number }[]> {
  const { rows } = await sql<{ type: EventType; events: number }>`
    SELECT type, count(*) AS events FROM events GROUP BY type ORDER BY events DESC, type`.execute(store.db);
  return rows;
}

async function eventsByStatus(store: Store): Promise<{ status: Status; events: number }[]> {
  const { rows } = await sql<{ status: Status; events: number }>`
    SELECT status, count(*) AS events FROM events GROUP BY status`.execute(store.db);
  return STATUSES.flatMap((status) => rows.find((row) => row.status === status) ?? []);
}

interface PairRow {
  readonly a: string;
  readonly b: string;
  readonly a_name: string | null;
  readonly b_name: string | null;
  readonly events: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** The pairs with most events: a state stands for all its people and bodies, an organisation for itself. */
async function frequentPairs(store: Store): Promise<Pair[]> {
  const { rows } = await sql<PairRow>`
    WITH parties AS (
      SELECT DISTINCT p.event, coalesce(p.country, p.actor) AS party
      FROM event_parties AS p JOIN actors ON actors.id = p.actor
      WHERE p.country IS NOT NULL OR actors.type NOT IN ('group', 'place', 'person'))
    SELECT one.party AS a, other.party AS b, count(*) AS events, min(events.date_from) AS first, max(events.date_to) AS last,
      (SELECT name FROM actors WHERE id = one.party) AS a_name, (SELECT name FROM actors WHERE id = other.party) AS b_name
    FROM parties AS one JOIN parties AS other ON other.event = one.event AND other.party > one.party
      JOIN events ON events.key = one.event
    GROUP BY one.party, other.party ORDER BY events DESC, a, b LIMIT ${PAIRS}`.execute(store.db);
  return rows.map(({ a, b, a_name, b_name, ...rest }) => ({ ids: [a, b], names: [a_name ?? a, b_name ?? b], ...rest }));
}
