import {
  caseOf,
  conjunctsOf,
  dependents,
  type Mention,
  type Predication,
  type SyntaxTree,
  type Token,
  tokenAt,
} from '../document/index.ts';
import { actorById, type CodingContext, headKey } from './coding-context.ts';
import { companionHeads, memberHeads } from './group-members.ts';
import { headLemmas, PEOPLE } from './head-lemmas.ts';

/** A party of an event: the actor, the mention that names it, and how far from the role's own head it was found. */
export interface Party {
  readonly actor: string;
  readonly mention: Mention | null;
  readonly token: number;
  /** `direct`: the role's head is the mention; else the relation inside the phrase ("poss" of "Russia's invasion"). */
  readonly via: string;
  readonly relation: string;
  readonly how: string;
}

const MAX_INSIDE = 3;

/** The parties of the first of `relations` that has any; `takeAll` gathers those of every relation (acts of equals). */
export function partiesOf(
  context: CodingContext,
  predication: Predication,
  relations: readonly string[],
  inside: readonly string[],
  takeAll = false,
): readonly Party[] {
  const found: Party[] = [];
  for (const relation of relations) {
    found.push(...inRelation(context, predication, relation, inside));
    if (found.length > 0 && !takeAll) break;
  }
  return distinctParties(found);
}

function inRelation(
  context: CodingContext,
  predication: Predication,
  relation: string,
  inside: readonly string[],
): readonly Party[] {
  if (relation === 'speaker' && !predication.roles.some((role) => role.relation === 'speaker')) {
    const told = tellerOf(context, predication, inside);
    return told.length > 0 ? told : quotedSpeaker(context, predication);
  }
  const named = predication.roles
    .filter((role) => role.relation === relation)
    .flatMap((role) =>
      partiesAt(context, predication.sentence, role.token, inside, MAX_INSIDE)
        .filter((party) => relation !== 'subject' || actsForOwner(context, predication.sentence, role.token, party))
        .map((party) => ({ ...party, relation, how: role.how })),
    );
  // where the subject itself is no party, whoever holds it may be one ("a statement accusing …")
  return named.length === 0 && relation === 'subject' ? inRelation(context, predication, 'holder', inside) : named;
}

/** Whoever says it, by the innermost verb of saying above it. */
function tellerOf(context: CodingContext, predication: Predication, inside: readonly string[]): readonly Party[] {
  const token = predication.sources.findLast((source) => source.token !== null)?.token;
  if (token == null) return [];
  return partiesAt(context, predication.sentence, token, inside, MAX_INSIDE).map((party) => ({
    ...party,
    relation: 'speaker',
    how: 'own',
  }));
}

/** Whoever's quotation the predication stands in. */
function quotedSpeaker(context: CodingContext, predication: Predication): readonly Party[] {
  const { span, trigger } = predication;
  const voice = context.voices.find((quoted) => quoted.start <= span.start && span.end <= quoted.end);
  const actor = voice?.speaker;
  return actor ? [{ actor, mention: null, token: trigger, via: 'direct', relation: 'speaker', how: 'own' }] : [];
}

/** A doer found only inside a phrase counts where the phrase's noun acts for its owner ("Chinese warships", not "our house"). */
function actsForOwner(context: CodingContext, sentence: number, token: number, party: Party): boolean {
  if (party.via === 'direct') return true;
  const tree = context.trees[sentence]!;
  return conjunctsOf(tree, token).some((index) =>
    headLemmas(context, tree, index).some((lemma) => lemma === PEOPLE || context.lexicon.words.extensions.has(lemma)),
  );
}

/** Parties named by a token and what is coordinated with it; failing a mention, by what stands inside its phrase. */
export function partiesAt(
  context: CodingContext,
  sentence: number,
  token: number,
  inside: readonly string[],
  depth: number,
): readonly Party[] {
  const tree = context.trees[sentence]!;
  return conjunctsOf(tree, token).flatMap((index) => {
    const named = namedAt(context, sentence, index);
    if (named.length === 0) return depth === 0 ? [] : insideOf(context, tree, index, inside, depth);
    const heads = [
      ...companionHeads(context, tree, index),
      ...(isOpenGroup(context, named) ? memberHeads(context, tree, index) : []),
    ];
    const more = heads.flatMap((head) => partiesAt(context, sentence, head.index, [], 0));
    // a group without a country is told by those of its members that are named
    return more.length > 0 && isOpenGroup(context, named) ? more : [...named, ...more];
  });
}

function isOpenGroup(context: CodingContext, named: readonly Party[]): boolean {
  return named.every((party) => {
    const actor = actorById(context, party.actor);
    return actor?.type === 'group' && actor.country === null;
  });
}

function namedAt(context: CodingContext, sentence: number, token: number): readonly Party[] {
  const mentions = context.mentionsByHead.get(headKey(sentence, token)) ?? [];
  const base = { token, via: 'direct', relation: '', how: 'own' };
  for (const mention of mentions) {
    const actors = mention.actors.filter((actor) => actorById(context, actor)?.type !== 'place');
    if (actors.length > 0) return actors.map((actor) => ({ ...base, actor, mention }));
    const country = mention.place?.country;
    if (country && context.facts.stateActor(country)) return [{ ...base, actor: country, mention }];
  }
  return firstPersonAt(context, sentence, token).map((actor) => ({ ...base, actor, mention: null }));
}

/** "We condemn …": the speaker inside a quotation, else whoever the report itself speaks for. */
function firstPersonAt(context: CodingContext, sentence: number, index: number): readonly string[] {
  const token = tokenAt(context.trees[sentence]!, index);
  if (token.upos !== 'PRON' || !context.lexicon.words.firstPerson.has(token.form.toLowerCase())) return [];
  const voice = context.voices.find((span) => span.isOwnWords && span.start <= token.start && token.end <= span.end);
  if (voice) return voice.speaker === null ? [] : [voice.speaker];
  return context.ownVoices.map((actor) => actor.id);
}

function insideOf(
  context: CodingContext,
  tree: SyntaxTree,
  token: number,
  inside: readonly string[],
  depth: number,
): readonly Party[] {
  for (const relation of inside) {
    const found = insideDependents(tree, token, relation).flatMap((child) =>
      partiesAt(context, tree.sentence.index, child.index, inside, depth - 1),
    );
    if (found.length > 0) return found.map((party) => ({ ...party, via: relation }));
  }
  return [];
}

function insideDependents(tree: SyntaxTree, token: number, relation: string): readonly Token[] {
  switch (relation) {
    case 'poss':
      return dependents(tree, token, 'nmod:poss');
    case 'adj':
      return dependents(tree, token, 'amod');
    case 'compound':
      return dependents(tree, token, 'compound', 'nmod:unmarked');
    case 'object':
      return dependents(tree, token, 'obj', 'iobj');
    case 'subject':
      return dependents(tree, token, 'nsubj');
    case 'complement':
      return dependents(tree, token, 'acl', 'ccomp', 'xcomp');
    case 'appos':
      return dependents(tree, token, 'appos', 'flat');
    default:
      return dependents(tree, token, 'nmod', 'obl').filter((child) => caseOf(tree, child.index) === relation);
  }
}

/** Each actor once, in the order in which it was found. */
export function distinctParties(parties: readonly Party[]): readonly Party[] {
  return parties.filter((party, position) => parties.findIndex((other) => other.actor === party.actor) === position);
}
