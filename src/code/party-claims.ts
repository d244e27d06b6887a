import { dependents, type Predication, tokenAt } from '../document/index.ts';
import type { EventRule } from '../lexicon/index.ts';
import type { Actor } from '../record/index.ts';
import { actorById, type CodingContext, hasTrait } from './coding-context.ts';
import { headLemmas } from './head-lemmas.ts';
import type { Party } from './party.ts';

/** Parties are states and their people, international bodies and armed groups; firms and strangers only where a rule allows. */
export function isParty(
  context: CodingContext,
  party: Party,
  types: readonly Actor['type'][] | undefined,
  anyKind = false,
): boolean {
  const actor = actorById(context, party.actor);
  if (!actor) return false;
  if (types && !types.includes(actor.type)) return false;
  if (actor.type === 'place') return false;
  if (anyKind) return true;
  if (actor.type === 'person' || actor.type === 'organisation') {
    return actor.country !== null || actor.sector !== null || actor.office !== null;
  }
  return true;
}

/** Whoever is in arms against his state is a side of his own, and so is a people within it. */
export function isSideOfItsOwn(context: CodingContext, { actor }: Party): boolean {
  return actor.startsWith('grp:') || context.lexicon.words.inArms.has(actorById(context, actor)?.sector ?? '');
}

/** Whether a party is one of the doers, or on the side of all of them: "he was backed by the UN and by his country's courts". */
export function isOwnSide(context: CodingContext, rule: EventRule, doers: readonly Party[], party: Party): boolean {
  if (doers.some(({ actor }) => actor === party.actor)) return true;
  return doers.length > 0 && doers.every((doer) => isSameSide(context, rule, doer, party));
}

/** Nobody is the other side of himself; nor, in acts across borders, of somebody else who acts for his state. */
function isSameSide(context: CodingContext, rule: EventRule, a: Party, b: Party): boolean {
  if (a.actor === b.actor) return true;
  const country = actorById(context, a.actor)?.country ?? null;
  return (
    hasTrait(context, rule, 'cross-border') &&
    !rule.atHome &&
    !isSideOfItsOwn(context, a) &&
    !isSideOfItsOwn(context, b) &&
    country !== null &&
    country === (actorById(context, b.actor)?.country ?? null)
  );
}

/** "Raised our concerns": an owner of the doer's own state is not spoken to. */
export function isOwnThing(context: CodingContext, rule: EventRule, doer: Party, party: Party): boolean {
  if (party.via !== 'poss' || !hasTrait(context, rule, 'outward')) return false;
  const country = actorById(context, doer.actor)?.country ?? null;
  return country !== null && country === (actorById(context, party.actor)?.country ?? null);
}

/** Groups that watch and judge are nobody's: "analysts defended". */
export function isBystander(context: CodingContext, predication: Predication, party: Party): boolean {
  if (actorById(context, party.actor)?.type !== 'group' || actorById(context, party.actor)?.country) return false;
  const { lemma } = tokenAt(context.trees[predication.sentence]!, party.token);
  return context.lexicon.words.bystanders.has(lemma.toLowerCase());
}

/** "The French film": the state is no party of what is done to its works. */
export function isOwnerOfWares(
  context: CodingContext,
  rule: EventRule,
  predication: Predication,
  party: Party,
): boolean {
  if (party.via !== 'adj' && party.via !== 'compound') return false;
  if (hasTrait(context, rule, 'of-goods')) return false;
  const tree = context.trees[predication.sentence]!;
  const { head } = tokenAt(tree, party.token);
  return head >= 0 && context.lexicon.words.wares.has(tokenAt(tree, head).lemma.toLowerCase());
}

/** "Transports weapons and fighters": whoever is listed beside the thing that a rule asks for is sent with it, not the receiver. */
export function isPartOfWhatIsDone(rule: EventRule, predication: Predication, party: Party): boolean {
  if (party.via !== 'direct' || party.relation !== 'object' || !rule.where.heads?.object) return false;
  return !predication.roles.some(({ relation, token }) => relation === party.relation && token === party.token);
}

/** "The Kabul attack", "an Egyptian mosque attack", "a bombing in Baghdad": where it struck is nobody's deed. */
export function isWhereItStruck(
  context: CodingContext,
  rule: EventRule,
  { sentence }: Predication,
  party: Party,
): boolean {
  if (!hasTrait(context, rule, 'striking')) return false;
  const { sites, instruments } = context.lexicon.words;
  const tree = context.trees[sentence]!;
  const { lemma, head } = tokenAt(tree, party.token);
  if (head < 0) return false;
  if (party.isByPlace) return instruments.has(tokenAt(tree, head).lemma.toLowerCase());
  const way = party.via === 'direct' ? party.relation : party.via;
  if (way === 'compound') return party.mention?.kind === 'metonym' || sites.has(lemma.toLowerCase());
  return (
    way === 'adj' &&
    dependents(tree, head, 'compound').some((word) => word.index > party.token && sites.has(word.lemma.toLowerCase()))
  );
}

/** Whether a doer is named that is no weapon and no party ("storms struck"); a bomb or missile leaves its sender open. */
export function hasStrangeDoer(context: CodingContext, predication: Predication): boolean {
  const tree = context.trees[predication.sentence]!;
  return predication.roles.some(
    ({ relation, token }) =>
      relation === 'subject' &&
      !headLemmas(context, tree, token).some((lemma) => context.lexicon.words.instruments.has(lemma)),
  );
}
