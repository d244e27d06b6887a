import type { Mention } from '../document/index.ts';
import { actorById, type CodingContext } from './coding-context.ts';

/** A party of an event: the actor, the mention that names it, and how far from the role's own head it was found. */
export interface Party {
  readonly actor: string;
  readonly mention: Mention | null;
  readonly token: number;
  /** `direct`: the role's head is the mention; else the relation inside the phrase ("poss" of "Russia's invasion"). */
  readonly via: string;
  readonly relation: string;
  readonly how: string;
  /** Whether a place inside the phrase names it: "ministers in Cairo". */
  readonly isByPlace?: boolean;
}

/** Each actor once, in the order in which it was found. */
export function distinctParties(parties: readonly Party[]): readonly Party[] {
  return parties.filter((party, position) => parties.findIndex((other) => other.actor === party.actor) === position);
}

/** Whether an actor is people of no country at large: "officials", "entities". */
export function isNameless(context: CodingContext, id: string): boolean {
  const actor = actorById(context, id);
  return actor?.type === 'group' && actor.country === null;
}

/** Whether all that are named are people of no country at large. */
export function isOpenGroup(context: CodingContext, named: readonly Party[]): boolean {
  return named.every(({ actor }) => isNameless(context, actor));
}

/** Whether somebody is one of these parties, or acts for the state of one. */
export function isOnSideOf(context: CodingContext, actor: string, parties: readonly Pick<Party, 'actor'>[]): boolean {
  const country = actorById(context, actor)?.country ?? null;
  return parties.some(
    (party) => party.actor === actor || (country !== null && actorById(context, party.actor)?.country === country),
  );
}
