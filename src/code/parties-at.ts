import {
  caseOf,
  conjunctsOf,
  dependents,
  type Mention,
  type SyntaxTree,
  type Token,
  tokenAt,
} from '../document/index.ts';
import { actorById, type CodingContext, mentionsHeadedBy } from './coding-context.ts';
import { companionHeads, memberHeads } from './group-members.ts';
import { isOpenGroup, type Party } from './party.ts';

/** Parties named by a token and what is coordinated with it; failing a mention, by what stands inside its phrase. */
export function partiesAt(
  context: CodingContext,
  sentence: number,
  token: number,
  inside: readonly string[],
  depth: number,
): readonly Party[] {
  const tree = context.trees[sentence]!;
  // "with the exception of Cyprus"
  if (context.lexicon.words.exceptions.has(tokenAt(tree, token).lemma.toLowerCase())) return [];
  const first = oneAt(context, tree, token, inside, depth);
  // beside somebody who is named, only who is named too is a party: "visited Israel, Iran's activities …", "Putin and his aides",
  // "his wife, Elena, and daughter, Natalya"
  const isNamed = first.some(({ via }) => via === 'direct') && !isOpenGroup(context, first);
  const others = coordinatedWith(context, tree, token)
    .filter((index) => !isNamed || !isResidual(context, tree, index))
    .flatMap((index) => oneAt(context, tree, index, isNamed ? BY_NAME : inside, depth));
  return [...first, ...others];
}

const BY_NAME = ['appos'];

function oneAt(
  context: CodingContext,
  tree: SyntaxTree,
  index: number,
  inside: readonly string[],
  depth: number,
): readonly Party[] {
  const named = namedAt(context, tree.sentence.index, index);
  if (named.length === 0) return depth === 0 ? [] : insideOf(context, tree, index, inside, depth);
  const heads = [
    ...companionHeads(context, tree, index),
    ...(isOpenGroup(context, named) ? memberHeads(context, tree, index) : []),
  ];
  const members = heads.flatMap((head) => partiesAt(context, tree.sentence.index, head.index, [], 0));
  const more = members.length > 0 || !isCivilGroup(context, named) ? members : homesAt(context, tree, index, inside);
  // a group without a country is told by those of its members that are named, or by where it is
  return more.length > 0 && isOpenGroup(context, named) ? more : [...named, ...more];
}

/** A group without a country that is no force of its own: rebels in a state are not that state. */
export function isCivilGroup(context: CodingContext, named: readonly Party[]): boolean {
  const { ownForces } = context.lexicon.words;
  return (
    isOpenGroup(context, named) && !named.some(({ actor }) => ownForces.has(actorById(context, actor)?.sector ?? ''))
  );
}

/** "Entities located in Iran", "firms in Mali": the state in which a group is, where places name parties at all. */
function homesAt(context: CodingContext, tree: SyntaxTree, index: number, inside: readonly string[]): readonly Party[] {
  const places = inside.filter(
    (relation) => relation === 'from' || context.lexicon.words.placePrepositions.has(relation),
  );
  const bases = [index, ...dependents(tree, index, 'acl').map((clause) => clause.index)];
  return bases.flatMap((base) => insideOf(context, tree, base, places, 1));
}

/**
 * What is coordinated with a token, or with a word inside the mention that it heads: "officials from Yemen and Oman, the UN
 * and the EU", "President Ilham Aliyev and President Charles Michel".
 */
function coordinatedWith(context: CodingContext, tree: SyntaxTree, token: number): readonly number[] {
  const mention = mentionsAt(context, tree.sentence.index, token)[0];
  const names = dependents(tree, token, 'appos').map((name) => name.index);
  const words = mention ? tree.sentence.tokens.slice(mention.first, mention.last + 1).map((word) => word.index) : [];
  const [own = token, ...conjuncts] = conjunctsOf(tree, token);
  const beyond = [...names, ...words.filter((word) => word !== own)]
    .flatMap((word) => conjunctsOf(tree, word).slice(1))
    .filter((index) => !words.includes(index) && NOMINAL.has(tokenAt(tree, index).upos));
  return [...new Set([...conjuncts, ...beyond])];
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON']);

/** "France, Italy and other partners": the rest names nobody. */
function isResidual({ lexicon }: CodingContext, tree: SyntaxTree, index: number): boolean {
  const words = [tokenAt(tree, index), ...dependents(tree, index, 'amod', 'det')];
  return words.some(({ lemma }) => lexicon.words.residual.has(lemma.toLowerCase()));
}

function namedAt(context: CodingContext, sentence: number, token: number): readonly Party[] {
  const base = { token, via: 'direct', relation: '', how: 'own' };
  for (const mention of mentionsAt(context, sentence, token)) {
    const actors = mention.actors.filter((actor) => actorById(context, actor)?.type !== 'place');
    if (actors.length > 0) return actors.map((actor) => ({ ...base, actor, mention }));
    // "southern Lebanon", "Darfur": a region stands for the state that it is of
    const country = mention.place?.country ?? actorById(context, mention.actors[0] ?? '')?.country;
    if (country && context.facts.stateActor(country)) return [{ ...base, actor: country, mention }];
  }
  return firstPersonAt(context, sentence, token).map((actor) => ({ ...base, actor, mention: null }));
}

/** Mentions headed by a token; a name in apposition says better who it is than a role does: "its ally Syria". */
function mentionsAt(context: CodingContext, sentence: number, token: number): readonly Mention[] {
  const own = mentionsHeadedBy(context, sentence, token);
  if (own[0]?.kind !== 'role') return own;
  const names = dependents(context.trees[sentence]!, token, 'appos')
    .flatMap((name) => mentionsHeadedBy(context, sentence, name.index))
    .filter(({ kind, reading }) => kind === 'name' && reading === 'party');
  return [...names, ...own];
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
  if (tree.children[token]!.length === 0) return [];
  for (const relation of inside) {
    const found = insideDependents(tree, token, relation).flatMap((child) =>
      partiesAt(context, tree.sentence.index, child.index, inside, depth - 1),
    );
    const isPlace = context.lexicon.words.placePrepositions.has(relation);
    if (found.length > 0)
      return found.map((party) => ({ ...party, via: relation, isByPlace: isPlace || party.isByPlace === true }));
  }
  return [];
}

function insideDependents(tree: SyntaxTree, token: number, relation: string): readonly Token[] {
  switch (relation) {
    case 'poss':
      return dependents(tree, token, 'nmod:poss');
    case 'adj':
      return dependents(tree, token, 'amod').filter(isPlainQualifier);
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
    case 'by':
      // "the help by Qatar", "the help provided by Qatar"
      return [token, ...dependents(tree, token, 'acl').map(({ index }) => index)].flatMap((index) =>
        phrasesWith(tree, index, relation),
      );
    default:
      return phrasesWith(tree, token, relation);
  }
}

function phrasesWith(tree: SyntaxTree, token: number, preposition: string): readonly Token[] {
  return dependents(tree, token, 'nmod', 'obl').filter(({ index }) => caseOf(tree, index) === preposition);
}

/** "EU-sponsored talks", "the Israeli-occupied town": who is named there is no party by it; "the US-led coalition" acts for him. */
export function isPlainQualifier({ upos, lemma }: Token): boolean {
  return upos !== 'VERB' || lemma === 'lead';
}
