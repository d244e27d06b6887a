import { type Predication, UNNAMED_SOURCE } from '../document/index.ts';
import type { EventRule } from '../lexicon/index.ts';
import { actorById, type CodingContext, hasTrait } from './coding-context.ts';
import { partiesOf } from './parties-of.ts';
import { distinctParties, type Party } from './party.ts';
import {
  hasStrangeDoer,
  isBystander,
  isOwnerOfWares,
  isOwnSide,
  isOwnThing,
  isPartOfWhatIsDone,
  isParty,
  isSideOfItsOwn,
  isWhereItStruck,
} from './party-claims.ts';

/** What a rule makes of a predication, before times, places and joining. */
export interface Coding {
  readonly rule: EventRule;
  readonly predication: Predication;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly hosts: readonly Party[];
  readonly mediators: readonly Party[];
  /** False where a party is missing: such a mention can only add to an event that is told elsewhere ("the visit"). */
  readonly isComplete: boolean;
}

/** What a rule makes of a predication that it fits; null where all is within one state and the rule is of acts between states. */
export function assignParties(context: CodingContext, rule: EventRule, predication: Predication): Coding | null {
  const asked = askedParties(context, rule, predication);
  const isStruck = (party: Party) => isWhereItStruck(context, rule, predication, party);
  const actors = asked.actors.filter((party) => !isStruck(party) && isDoer(context, rule, predication, party));
  const others = asked.recipients.length > 0 ? asked.recipients : asked.actors.filter(isStruck);
  const recipients = otherSide(context, rule, predication, actors, others);
  // "ordered his troops to leave": whoever is addressed in so many words may make it a matter of one state
  const addressed = asked.recipients.filter((party) => party.via === 'direct' && party.relation === 'object');
  if (!isOfRightReach(context, rule, actors, recipients.length > 0 ? recipients : addressed)) return null;
  return {
    rule,
    predication,
    actors,
    recipients,
    hosts: partiesIn(context, rule, predication, rule.roles.host),
    mediators: partiesIn(context, rule, predication, rule.roles.mediator),
    isComplete: hasWhatItNeeds(context, rule, predication, actors, recipients),
  };
}

interface Sides {
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
}

/** Whoever stands in the roles that a rule asks for, before anybody is left out. */
function askedParties(context: CodingContext, rule: EventRule, predication: Predication): Sides {
  if (rule.roles.parties) return equalParties(context, rule, predication);
  const { actor, recipient } = rule.roles;
  return {
    actors: partiesIn(context, rule, predication, actor, { areDoers: true }),
    recipients: partiesIn(context, rule, predication, recipient),
  };
}

function partiesIn(
  context: CodingContext,
  rule: EventRule,
  predication: Predication,
  relations: readonly string[] | undefined,
  {
    areDoers = false,
    within = rule.inside ?? context.lexicon.words.inside,
  }: { areDoers?: boolean; within?: readonly string[] } = {},
): readonly Party[] {
  return relations ? partiesOf(context, predication, relations, within, { areDoers }) : [];
}

function isDoer(context: CodingContext, rule: EventRule, predication: Predication, party: Party): boolean {
  // "he called after an attack", "he denounced an attack that killed ten": whoever speaks of it did not strike
  if (hasTrait(context, rule, 'striking') && (party.how === 'beside' || party.relation === 'holder')) return false;
  return (
    isParty(context, party, rule.where.actorTypes, rule.where.anyActor) &&
    !isBystander(context, predication, party) &&
    !isOwnerOfWares(context, rule, predication, party)
  );
}

/** Whoever of those named can be the other side of these doers. */
function otherSide(
  context: CodingContext,
  rule: EventRule,
  predication: Predication,
  doers: readonly Party[],
  others: readonly Party[],
): readonly Party[] {
  const keep = (parties: readonly Party[]) =>
    parties.filter(
      (party) =>
        !isOwnSide(context, rule, doers, party) &&
        !doers.some((doer) => isOwnThing(context, rule, doer, party)) &&
        isParty(context, party, rule.where.recipientTypes, rule.where.anyRecipient) &&
        !isPartOfWhatIsDone(rule, predication, party) &&
        !isOwnerOfWares(context, rule, predication, party),
    );
  const kept = keep(others);
  if (kept.length > 0 || !others.some(({ via }) => via === 'poss')) return kept;
  // "eased its closure of the West Bank": the owner is the doer himself, the other side stands behind him
  const within = (rule.inside ?? context.lexicon.words.inside).filter((relation) => relation !== 'poss');
  return keep(partiesIn(context, rule, predication, rule.roles.recipient, { within }));
}

/** Whether enough parties are named for an event of its own. */
function hasWhatItNeeds(
  context: CodingContext,
  rule: EventRule,
  predication: Predication,
  actors: readonly Party[],
  recipients: readonly Party[],
): boolean {
  const needs =
    rule.needs ?? (rule.roles.parties ? ['parties'] : (context.lexicon.codes[rule.event.type]?.needs ?? []));
  const isMissing: Readonly<Record<(typeof needs)[number], boolean>> = {
    actor: actors.length === 0,
    recipient: recipients.length === 0,
    // a doer that is named but is no party ("storms struck") makes no event of its victim
    any: actors.length === 0 && (recipients.length === 0 || hasStrangeDoer(context, predication)),
    parties: actors.length + recipients.length < 2,
  };
  return !needs.some((need) => isMissing[need]) && isPolitical(context, actors, recipients);
}

/** Whether an act is within one state or between several, as its rule asks; most acts of diplomacy cross a border. */
function isOfRightReach(
  context: CodingContext,
  rule: EventRule,
  actors: readonly Party[],
  recipients: readonly Party[],
): boolean {
  const domestic = areDomestic(context, actors, recipients);
  if (rule.where.domestic !== undefined) return rule.where.domestic === domestic;
  return !domestic || rule.atHome === true || !hasTrait(context, rule, 'cross-border');
}

/**
 * Parties of an act of equals: the first named is the actor, with who else is there for his state, the others are recipients.
 * Source: coding.md point 4.
 */
function equalParties(context: CodingContext, rule: EventRule, predication: Predication): Sides {
  const inside = rule.inside ?? context.lexicon.words.inside;
  const all = distinctParties(
    partiesOf(context, predication, rule.roles.parties!, inside, { areDoers: true, takeAll: true }),
  );
  const kept = all.filter((party) => isParty(context, party, rule.where.actorTypes));
  const beside = kept.slice(1).filter((party) => isColleague(context, kept[0]!, party));
  const others = kept.slice(1).filter((party) => !beside.includes(party));
  // among themselves colleagues are equals too
  return others.length > 0
    ? { actors: [...kept.slice(0, 1), ...beside], recipients: others }
    : { actors: kept.slice(0, 1), recipients: beside };
}

/** "Blinken and Austin met Kuleba": persons who act for one state. */
function isColleague(context: CodingContext, a: Party, b: Party): boolean {
  if (isSideOfItsOwn(context, a) || isSideOfItsOwn(context, b)) return false;
  const [one, other] = [actorById(context, a.actor), actorById(context, b.actor)];
  return one?.type === 'person' && other?.type === 'person' && one.country !== null && one.country === other.country;
}

/** Talks, deals and praise within one state are no events of diplomacy. Source: coding.md, "appointments … domestic law". */
function areDomestic(context: CodingContext, actors: readonly Party[], recipients: readonly Party[]): boolean {
  if (actors.length === 0 || recipients.length === 0) return false;
  const parties = [...actors, ...recipients];
  if (parties.some((party) => isSideOfItsOwn(context, party))) return false;
  const countries = parties.map((party) => actorById(context, party.actor)?.country ?? null);
  return countries[0] !== null && countries.every((country) => country === countries[0]);
}

/** Where rules let in anybody, one party at least must be more than people of no country at large. */
function isPolitical(context: CodingContext, actors: readonly Party[], recipients: readonly Party[]): boolean {
  // "Swatch sued a start-up in Shenzhen": beside a doer, a place alone is no party
  const named =
    actors.length > 0 ? recipients.filter(({ via }) => !context.lexicon.words.placePrepositions.has(via)) : recipients;
  return [...actors, ...named].some((party) => {
    const actor = actorById(context, party.actor);
    const isNobody =
      context.lexicon.words.civilSectors.has(actor?.sector ?? '') || party.mention?.resolution.how === UNNAMED_SOURCE;
    const isAtLarge = actor?.type === 'group' && actor.country === null && isNobody;
    return isParty(context, party, undefined) && !isAtLarge;
  });
}
