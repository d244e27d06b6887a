import { sql } from 'kysely';
import { ChanceryError } from '../problems.ts';
import { ACTOR_COLUMNS, type ActorRow, type Store } from '../store/index.ts';
import { foldName } from '../text/fold.ts';

/** Somebody who is asked for: a state with all its people and bodies, or one actor with the bodies under it. */
export type Party =
  | { readonly kind: 'country'; readonly country: string }
  | { readonly kind: 'actor'; readonly actor: string };

const COUNTRY_CODE = /^[A-Z]{3}$/;
const MAX_SUGGESTIONS = 8;
const ACTOR_CARD = sql.raw(ACTOR_COLUMNS.join(', '));

/** Finds who is meant by an id, a name or a country code. Throws when nobody in the store is, or several are. */
export async function findParty(store: Store, words: string): Promise<Party> {
  const byId = await actorsWhere(store, sql`id = ${words}`);
  if (byId[0]) return asParty(byId[0]);
  if (COUNTRY_CODE.test(words)) return { kind: 'country', country: words };
  const steps = [namedExactly, mentionedAs, namedInPart];
  for (const step of foldName(words) === '' ? [] : steps) {
    const found = preferred(await step(store, words));
    if (found.length === 1) return asParty(found[0]!);
    if (found.length > 1) throw ambiguous(words, found);
  }
  throw new ChanceryError('ask/unknown-actor', `Nobody in the record is called '${words}'.`, {
    hint: 'Give a name as reports write it, a country code such as CHN, or an id such as per:….',
  });
}

function asParty(actor: ActorRow): Party {
  if (actor.type === 'state') return { kind: 'country', country: actor.country ?? actor.id };
  return { kind: 'actor', actor: actor.id };
}

function namedExactly(store: Store, words: string): Promise<readonly ActorRow[]> {
  return actorsWhere(store, sql`name_folded = ${foldName(words)}`);
}

function mentionedAs(store: Store, words: string): Promise<readonly ActorRow[]> {
  return actorsWhere(store, sql`id IN (SELECT actor FROM actor_mentions WHERE name_folded = ${foldName(words)})`);
}

function namedInPart(store: Store, words: string): Promise<readonly ActorRow[]> {
  return actorsWhere(store, sql`' ' || name_folded || ' ' LIKE ${`% ${foldName(words)} %`}`);
}

async function actorsWhere(store: Store, condition: ReturnType<typeof sql>): Promise<readonly ActorRow[]> {
  const query = sql<ActorRow>`SELECT ${ACTOR_CARD} FROM actors WHERE ${condition} ORDER BY id LIMIT ${MAX_SUGGESTIONS + 1}`;
  return (await query.execute(store.db)).rows;
}

/** A state before its bodies and people of the same name; somebody who acts before a place. */
function preferred(actors: readonly ActorRow[]): readonly ActorRow[] {
  const states = actors.filter(({ type }) => type === 'state');
  if (states.length > 0) return states;
  const acting = actors.filter(({ type }) => type !== 'place');
  return acting.length > 0 ? acting : actors;
}

function ambiguous(words: string, actors: readonly ActorRow[]): ChanceryError {
  return new ChanceryError('ask/ambiguous-actor', `'${words}' may be several in the record.`, {
    expected: actors.slice(0, MAX_SUGGESTIONS).map(({ id, name }) => `${id} (${name})`),
    hint: 'Say which by id.',
  });
}
