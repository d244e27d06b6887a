import { sql } from 'kysely';
import { DEFAULT_LIMIT, MAX_LIMIT } from '../../ask/index.ts';
import { ChanceryError } from '../../problems.ts';
import type { Store } from '../../store/index.ts';
import { foldName } from '../../text/fold.ts';
import type { ActorEntry, List } from '../wire.ts';

/** Which actors are asked for: those whose name, id or mention holds some words. */
export interface ActorQuestion {
  readonly name?: string | undefined;
  readonly type?: readonly string[];
  readonly country?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

const CURSOR = /^(\d+)~(.+)$/;

/** Actors, those in most events first. */
export async function listActors(store: Store, question: ActorQuestion = {}): Promise<List<ActorEntry>> {
  const limit = Math.min(question.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
  const counted = sql<ActorEntry>`SELECT id, type, name, wikidata, country, sector,
      (SELECT count(*) FROM report_actors WHERE actor = actors.id) AS reports,
      (SELECT count(DISTINCT event) FROM event_parties WHERE actor = actors.id) AS events
    FROM actors WHERE ${conditionOf(question)}`;
  const { rows } = await sql<ActorEntry>`SELECT * FROM (${counted}) AS counted WHERE ${afterCursor(question.cursor)}
    ORDER BY events DESC, id LIMIT ${limit + 1}`.execute(store.db);
  const { rows: totals } = await sql<{ total: number }>`SELECT count(*) AS total FROM actors
    WHERE ${conditionOf(question)}`.execute(store.db);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    entries: rows.slice(0, limit),
    total: Number(totals[0]?.total ?? 0),
    next: last ? `${last.events}~${last.id}` : null,
  };
}

/** Every actor that is asked for, one by one. */
export async function* allActors(store: Store, question: ActorQuestion): AsyncGenerator<ActorEntry> {
  let cursor: string | undefined;
  do {
    const page: List<ActorEntry> = await listActors(store, { ...question, limit: MAX_LIMIT, cursor });
    yield* page.entries;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

/** One actor by id; null when the record has nobody of that id. */
export async function findActor(store: Store, id: string): Promise<ActorEntry | null> {
  const { rows } = await sql<ActorEntry>`SELECT id, type, name, wikidata, country, sector,
      (SELECT count(*) FROM report_actors WHERE actor = actors.id) AS reports,
      (SELECT count(DISTINCT event) FROM event_parties WHERE actor = actors.id) AS events
    FROM actors WHERE id = ${id}`.execute(store.db);
  return rows[0] ?? null;
}

function conditionOf({ name, type = [], country }: ActorQuestion) {
  const conditions = [
    ...(name === undefined ? [] : [isCalled(name)]),
    ...(type.length === 0 ? [] : [sql<boolean>`type IN (${sql.join(type)})`]),
    ...(country === undefined ? [] : [sql<boolean>`country = ${country}`]),
  ];
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` AND `)})`;
}

function isCalled(name: string) {
  const folded = foldName(name);
  const pattern = `%${name.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`((name_folded LIKE ${`%${folded}%`} AND ${folded} <> '') OR lower(id) LIKE ${pattern} ESCAPE '\\'
    OR id IN (SELECT actor FROM actor_mentions WHERE name_folded = ${folded}))`;
}

function afterCursor(cursor: string | undefined) {
  if (cursor === undefined) return sql<boolean>`true`;
  const [, events, id] = CURSOR.exec(cursor) ?? [];
  if (!events || !id) throw new ChanceryError('serve/bad-cursor', `'${cursor}' is not the 'next' of a page of actors.`);
  return sql<boolean>`(events < ${Number(events)} OR (events = ${Number(events)} AND id > ${id}))`;
}
