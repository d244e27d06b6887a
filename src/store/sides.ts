import { type Actor, type Event, hasEqualParties } from '../record/index.ts';
import type { PartyRole } from './tables.ts';

/** Which way an act goes between two sides: from the first to the second, back, or neither or both. */
export type Direction = 1 | -1 | 0;

/** Two sides of one event, by the order of their names. */
export interface Pair {
  readonly one: string;
  readonly other: string;
  readonly direction: Direction;
}

/** Somebody's part in an event, with every name that it can be asked for under. */
export interface Side {
  readonly actor: string;
  readonly role: PartyRole;
  readonly names: readonly string[];
}

/** What somebody's part counts under: himself, his state, and the bodies that he is a part of (`CHN.GOV.MFA`: `CHN.GOV`, `CHN`). */
export function sideNames({ id, country }: Pick<Actor, 'id' | 'country'>): readonly string[] {
  const parts = id.split('.');
  const bodies = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
  return [...new Set(country === null ? bodies : [country, ...bodies])];
}

/** Everybody's name under which an event is found, each once. */
export function namesIn(sides: readonly Side[]): readonly string[] {
  return [...new Set(sides.flatMap(({ names }) => names))];
}

/** The list that every event stands in. */
export const LIST_OF_ALL = '';

/** The list of what two have to do with one another, whoever is named first. */
export function listOfTwo(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Every two who have to do with one another in an event, not merely on the same side of it. */
export function pairsIn(event: Event, sides: readonly Side[]): readonly Pair[] {
  const areEqual = hasEqualParties(event);
  const pairs = new Map<string, { one: string; other: string; ways: Set<Direction> }>();
  for (const from of sides) {
    for (const to of sides) {
      if (from.actor === to.actor || (from.role === to.role && !areEqual)) continue;
      const isAct = from.role === 'actor' && to.role === 'recipient';
      for (const name of from.names) {
        for (const otherName of to.names) {
          if (name === otherName) continue;
          const isOrdered = name < otherName;
          const [one, other] = isOrdered ? [name, otherName] : [otherName, name];
          const pair = pairs.get(`${one} ${other}`) ?? { one, other, ways: new Set() };
          pairs.set(`${one} ${other}`, pair);
          if (isAct) pair.ways.add(isOrdered ? 1 : -1);
        }
      }
    }
  }
  return [...pairs.values()].map(({ one, other, ways }) => ({ one, other, direction: directionOf(ways) }));
}

function directionOf(ways: ReadonlySet<Direction>): Direction {
  const [way, another] = ways;
  return way !== undefined && another === undefined ? way : 0;
}
