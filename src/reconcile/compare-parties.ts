import { hasEqualParties } from '../record/index.ts';
import { daysOf } from './compare-times.ts';
import type { Contradiction, Judgement } from './judgement.ts';
import type { Party, Telling } from './telling.ts';
import { isRemote } from './type-families.ts';

/**
 * Whether the parties of two tellings may be the same. Where parties are equal they are compared without direction, but two visits are
 * not one when the host of one is the guest of the other. One report may name fewer than the other, never other ones.
 */
export function compareParties(one: Telling, other: Telling): Judgement | Contradiction {
  if (hasEqualParties(one.event)) {
    if (isReturnVisit(one, other)) return { contradicts: 'the guest of one is the host of the other' };
    return compareSides([everybody(one), everybody(other)]);
  }
  const actors = compareSides([one.actors, other.actors]);
  if ('contradicts' in actors) return actors;
  const recipients = compareSides([one.recipients, other.recipients]);
  if ('contradicts' in recipients) return recipients;
  if (isTurnedRound(one, other)) return { contradicts: 'who acts in one is acted on in the other' };
  return {
    score: Math.min(actors.score, recipients.score),
    because: actors.score <= recipients.score ? actors.because : recipients.because,
  };
}

function everybody({ actors, recipients }: Telling): readonly Party[] {
  return [...actors, ...recipients];
}

/** Nobody is guest and host on one day: where the same person is both, one report has the roles wrong. */
function isReturnVisit(one: Telling, other: Telling): boolean {
  if (one.event.mode !== 'visit' || other.event.mode !== 'visit' || !isTurnedRound(one, other)) return false;
  const isOfDay = daysOf(one.days) === 1 && daysOf(other.days) === 1 && one.days.from === other.days.from;
  return !(
    isOfDay &&
    everybody(one).some(({ id }) => id.startsWith('per:') && everybody(other).some((party) => party.id === id))
  );
}

function isTurnedRound(one: Telling, other: Telling): boolean {
  const [actors, recipients] = [sidesOf(one.actors), sidesOf(one.recipients)];
  const [otherActors, otherRecipients] = [sidesOf(other.actors), sidesOf(other.recipients)];
  const meets = (some: ReadonlySet<string>, others: ReadonlySet<string>) => [...some].some((side) => others.has(side));
  return (
    (meets(actors, otherRecipients) || meets(recipients, otherActors)) &&
    !meets(actors, otherActors) &&
    !meets(recipients, otherRecipients)
  );
}

/** Who began: the two ends of one call may each name the other, or themselves. */
export function isInitiatorDisputed(one: Telling, other: Telling): boolean {
  return isRemote(one.event.mode) && isRemote(other.event.mode) && isTurnedRound(one, other);
}

function compareSides([some, others]: readonly [readonly Party[], readonly Party[]]): Judgement | Contradiction {
  const [few, many] = sidesOf(some).size <= sidesOf(others).size ? [some, others] : [others, some];
  const [fewSides, manySides] = [sidesOf(few), sidesOf(many)];
  if (fewSides.size === 0) {
    return manySides.size === 0
      ? { score: 0.8, because: 'no party on this side' }
      : { score: 0.4, because: 'one report names no party on this side' };
  }
  const shared = [...fewSides].filter((side) => manySides.has(side));
  if (shared.length < fewSides.size && !areMany(shared, fewSides, manySides)) {
    return { contradicts: `${list(fewSides)} against ${list(manySides)}` };
  }
  for (const side of shared) {
    const [people, otherPeople] = [peopleOf(few, side), peopleOf(many, side)];
    if (people.length > 0 && otherPeople.length > 0 && !people.some((person) => otherPeople.includes(person))) {
      return { contradicts: `${people.join(', ')} against ${otherPeople.join(', ')}` };
    }
  }
  return { score: likenessOf(few, many, shared, manySides), because: reasonOf(few, many, shared) };
}

/** Of three parties or more, reports name now these, now those. */
function areMany(shared: readonly string[], few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  return few.size > 2 && shared.length * 2 > many.size;
}

function likenessOf(
  few: readonly Party[],
  many: readonly Party[],
  shared: readonly string[],
  manySides: ReadonlySet<string>,
): number {
  const each = shared.map((side) => (samePeople(few, many, side) ? 1 : 0.8));
  const known = each.reduce((sum, score) => sum + score, 0) / each.length;
  const isPartOnly = shared.length === 1 && manySides.size > 1;
  return isPartOnly ? 0.5 : known * (0.7 + (0.3 * shared.length) / manySides.size);
}

function reasonOf(few: readonly Party[], many: readonly Party[], shared: readonly string[]): string {
  return shared
    .map((side) => {
      const people = peopleOf(few, side).filter((person) => peopleOf(many, side).includes(person));
      return people.length > 0 ? people.join(', ') : side;
    })
    .join(' and ');
}

function samePeople(few: readonly Party[], many: readonly Party[], side: string): boolean {
  const others = peopleOf(many, side);
  return peopleOf(few, side).some((person) => others.includes(person));
}

/** Sides are states; who has none is a side of his own. */
export function sidesOf(parties: readonly Party[]): ReadonlySet<string> {
  return new Set(parties.map(({ id, country }) => country ?? id));
}

function peopleOf(parties: readonly Party[], side: string): readonly string[] {
  return parties.filter(({ id, country }) => (country ?? id) === side && id.startsWith('per:')).map(({ id }) => id);
}

function list(sides: ReadonlySet<string>): string {
  return [...sides].join(', ');
}
