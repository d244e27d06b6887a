import {
  conjunctsOf,
  dependents,
  isRelation,
  type Predication,
  type SyntaxTree,
  type Token,
  tokenAt,
  UNNAMED_SOURCE,
} from '../document/index.ts';
import type { EventRule } from '../lexicon/index.ts';
import type { Actor } from '../record/index.ts';
import { actorById, type CodingContext, hasTrait } from './coding-context.ts';
import { headLemmas } from './head-lemmas.ts';
import { distinctParties, type Party, partiesOf } from './parties.ts';
import { phraseWords } from './phrases.ts';

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

/** The first rule that fits a predication, with its parties; null when none does. */
export function matchRules(context: CodingContext, predication: Predication): Coding | null {
  let partial: Coding | null = null;
  for (const rule of rulesFor(context, predication)) {
    if (!fitsTrigger(rule, predication) || !fitsConditions(context, rule, predication)) continue;
    const coding = assignParties(context, rule, predication);
    if (!coding) continue;
    if (coding.isComplete) return coding;
    partial ??= coding;
  }
  return partial;
}

/** Rules of a trigger, idioms first; a verb with a particle that no rule names falls back to the verb alone. */
function rulesFor(context: CodingContext, predication: Predication): readonly EventRule[] {
  const { index } = context.lexicon;
  const tree = context.trees[predication.sentence]!;
  const token = tokenAt(tree, predication.trigger);
  const kind = predication.kind !== 'verb' ? 'noun' : token.upos === 'ADJ' ? 'adjective' : 'verb';
  const lemma = predication.lemma;
  if (kind !== 'verb') return index.get(`${kind} ${lemma}`) ?? [];
  const verb = lemma.split(' ')[0]!;
  const plain = index.get(`verb ${lemma}`) ?? index.get(`verb ${verb}`) ?? [];
  const idioms = context.lexicon.idioms.get(tree.lemmas[predication.trigger]!);
  if (!idioms) return plain;
  const under = phraseWords(tree, predication);
  const said = idioms.filter(({ words }) => words.some((phrase) => phrase.every((word) => under.has(word))));
  return [...said.map(({ rule }) => rule), ...plain];
}

function fitsTrigger(rule: EventRule, predication: Predication): boolean {
  const { carriedBy } = rule.trigger;
  if (!carriedBy || predication.kind === 'verb') return true;
  return predication.carrierLemma !== null && carriedBy.includes(predication.carrierLemma);
}

function fitsConditions(context: CodingContext, rule: EventRule, predication: Predication): boolean {
  const { where } = rule;
  const tree = context.trees[predication.sentence]!;
  const has = (relation: string) => predication.roles.some((role) => role.relation === relation);
  if (where.statuses && !where.statuses.includes(predication.status)) return false;
  if (where.tenses && !where.tenses.includes(predication.tense)) return false;
  if (rule.onlyFacts && predication.status !== 'occurred' && predication.status !== 'ongoing') return false;
  if (where.has && !where.has.every(has)) return false;
  if (where.hasAny && !where.hasAny.some(has)) return false;
  if (where.hasNot?.some(has)) return false;
  const isHeadedBy = (token: number, lemmas: readonly string[]) =>
    headLemmas(context, tree, token).some((lemma) => lemmas.includes(lemma));
  for (const relation in where.heads) {
    const lemmas = where.heads[relation]!;
    const isHeaded = predication.roles.some(
      (role) => role.relation === relation && conjunctsOf(tree, role.token).some((token) => isHeadedBy(token, lemmas)),
    );
    if (!isHeaded) return false;
  }
  for (const relation in where.notHeads) {
    const lemmas = where.notHeads[relation]!;
    if (predication.roles.some((role) => role.relation === relation && isHeadedBy(role.token, lemmas))) return false;
  }
  if (where.number && tokenAt(tree, predication.trigger).feats.Number !== where.number) return false;
  return fitsWords(context, rule, predication);
}

function fitsWords(context: CodingContext, rule: EventRule, predication: Predication): boolean {
  const { words, notWords } = rule.where;
  if (!words && !notWords) return true;
  const tree = context.trees[predication.sentence]!;
  const lemmas = clauseOf(tree, predication.carrier ?? predication.trigger).map((index) => tree.lemmas[index]!);
  if (words && !words.some((word) => lemmas.includes(word))) return false;
  return !notWords?.some((word) => lemmas.includes(word));
}

/** The tokens of a clause without those of the clauses inside it. */
function clauseOf(tree: SyntaxTree, index: number): readonly number[] {
  const inner = (tree.children[index] ?? []).filter(
    (child) => !isClause(tokenAt(tree, child)) && !isRelation(tokenAt(tree, child), 'conj'),
  );
  return [index, ...inner.flatMap((child) => clauseOf(tree, child))];
}

const CLAUSES = ['conj', 'advcl', 'ccomp', 'parataxis', 'acl'] as const;

function isClause(token: Token): boolean {
  return token.upos === 'VERB' && CLAUSES.some((relation) => isRelation(token, relation));
}

function assignParties(context: CodingContext, rule: EventRule, predication: Predication): Coding | null {
  const inside = rule.inside ?? context.lexicon.words.inside;
  const find = (relations: readonly string[] | undefined, areDoers = false, within = inside) =>
    relations ? partiesOf(context, predication, relations, within, { areDoers }) : [];
  const coding = rule.roles.parties
    ? equalParties(context, rule, predication, inside)
    : { actors: find(rule.roles.actor, true), recipients: find(rule.roles.recipient) };
  const isStruck = (party: Party) => isWhereItStruck(context, rule, predication, party);
  const struck = coding.actors.filter(isStruck);
  const actors = coding.actors.filter(
    (party) =>
      !isStruck(party) &&
      // "he called after an attack", "he denounced an attack that killed ten": whoever speaks of it did not strike
      !(hasTrait(context, rule, 'striking') && (party.how === 'beside' || party.relation === 'holder')) &&
      isParty(context, party, rule.where.actorTypes, rule.where.anyActor) &&
      !isBystander(context, predication, party) &&
      !isOwnerOfWares(context, rule, predication, party),
  );
  const areRecipients = (parties: readonly Party[]) =>
    parties.filter(
      (party) =>
        !isOwnSide(context, rule, actors, party) &&
        !actors.some((actor) => isOwnThing(context, rule, actor, party)) &&
        isParty(context, party, rule.where.recipientTypes, rule.where.anyRecipient) &&
        !isPartOfWhatIsDone(rule, predication, party) &&
        !isOwnerOfWares(context, rule, predication, party),
    );
  const named = areRecipients(coding.recipients.length > 0 ? coding.recipients : struck);
  // "eased its closure of the West Bank": the owner is the doer himself, the other side stands behind him
  const isOwners = named.length === 0 && coding.recipients.some(({ via }) => via === 'poss');
  const recipients = isOwners
    ? areRecipients(
        find(
          rule.roles.recipient,
          false,
          inside.filter((relation) => relation !== 'poss'),
        ),
      )
    : named;
  const needs =
    rule.needs ?? (rule.roles.parties ? ['parties'] : (context.lexicon.codes[rule.event.type]?.needs ?? []));
  const isMissing: Readonly<Record<(typeof needs)[number], boolean>> = {
    actor: actors.length === 0,
    recipient: recipients.length === 0,
    // a doer that is named but is no party ("storms struck") makes no event of its victim
    any: actors.length === 0 && (recipients.length === 0 || hasStrangeDoer(context, predication)),
    parties: actors.length + recipients.length < 2,
  };
  const missing = needs.some((need) => isMissing[need]) || !isPolitical(context, actors, recipients);
  // "ordered his troops to leave": whoever is addressed in so many words may make it a matter of one state
  const addressed = coding.recipients.filter((party) => party.via === 'direct' && party.relation === 'object');
  const domestic = areDomestic(context, actors, recipients.length > 0 ? recipients : addressed);
  if (
    rule.where.domestic === undefined
      ? domestic && !rule.atHome && hasTrait(context, rule, 'cross-border')
      : rule.where.domestic !== domestic
  ) {
    return null;
  }
  const hosts = find(rule.roles.host);
  const mediators = find(rule.roles.mediator);
  return { rule, predication, actors, recipients, hosts, mediators, isComplete: !missing };
}

/** Whether a doer is named that is no weapon and no party ("storms struck"); a bomb or missile leaves its sender open. */
function hasStrangeDoer(context: CodingContext, predication: Predication): boolean {
  const tree = context.trees[predication.sentence]!;
  return predication.roles.some(
    ({ relation, token }) =>
      relation === 'subject' &&
      !headLemmas(context, tree, token).some((lemma) => context.lexicon.words.instruments.has(lemma)),
  );
}

/** "The Kabul attack", "an Egyptian mosque attack", "a bombing in Baghdad": where it struck is nobody's deed. */
function isWhereItStruck(context: CodingContext, rule: EventRule, { sentence }: Predication, party: Party): boolean {
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

/** Whether a party is one of the doers, or on the side of all of them: "he was backed by the UN and by his country's courts". */
function isOwnSide(context: CodingContext, rule: EventRule, doers: readonly Party[], party: Party): boolean {
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
function isOwnThing(context: CodingContext, rule: EventRule, doer: Party, party: Party): boolean {
  if (party.via !== 'poss' || !hasTrait(context, rule, 'outward')) return false;
  const country = actorById(context, doer.actor)?.country ?? null;
  return country !== null && country === (actorById(context, party.actor)?.country ?? null);
}

/**
 * Parties of an act of equals: the first named is the actor, with who else is there for his state, the others are recipients.
 * Source: coding.md point 4.
 */
function equalParties(
  context: CodingContext,
  rule: EventRule,
  predication: Predication,
  inside: readonly string[],
): { actors: readonly Party[]; recipients: readonly Party[] } {
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

/** Parties are states and their people, international bodies and armed groups; firms and strangers only where a rule allows. */
function isParty(
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

/** "Transports weapons and fighters": whoever is listed beside the thing that a rule asks for is sent with it, not the receiver. */
function isPartOfWhatIsDone(rule: EventRule, predication: Predication, party: Party): boolean {
  if (party.via !== 'direct' || party.relation !== 'object' || !rule.where.heads?.object) return false;
  return !predication.roles.some(({ relation, token }) => relation === party.relation && token === party.token);
}

/** Groups that watch and judge are nobody's: "analysts defended". */
function isBystander(context: CodingContext, predication: Predication, party: Party): boolean {
  if (actorById(context, party.actor)?.type !== 'group' || actorById(context, party.actor)?.country) return false;
  const { lemma } = tokenAt(context.trees[predication.sentence]!, party.token);
  return context.lexicon.words.bystanders.has(lemma.toLowerCase());
}

/** "The French film": the state is no party of what is done to its works. */
function isOwnerOfWares(context: CodingContext, rule: EventRule, predication: Predication, party: Party): boolean {
  if (party.via !== 'adj' && party.via !== 'compound') return false;
  if (hasTrait(context, rule, 'of-goods')) return false;
  const tree = context.trees[predication.sentence]!;
  const { head } = tokenAt(tree, party.token);
  return head >= 0 && context.lexicon.words.wares.has(tokenAt(tree, head).lemma.toLowerCase());
}

/** Talks, deals and praise within one state are no events of diplomacy. Source: coding.md, "appointments … domestic law". */
function areDomestic(context: CodingContext, actors: readonly Party[], recipients: readonly Party[]): boolean {
  if (actors.length === 0 || recipients.length === 0) return false;
  const parties = [...actors, ...recipients];
  if (parties.some((party) => isSideOfItsOwn(context, party))) return false;
  const countries = parties.map((party) => actorById(context, party.actor)?.country ?? null);
  return countries[0] !== null && countries.every((country) => country === countries[0]);
}

/** Whoever is in arms against his state is a side of his own, and so is a people within it. */
function isSideOfItsOwn(context: CodingContext, { actor }: Party): boolean {
  return actor.startsWith('grp:') || context.lexicon.words.inArms.has(actorById(context, actor)?.sector ?? '');
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
