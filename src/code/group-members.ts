import { caseOf, dependents, isRelation, type SyntaxTree, type Token, tokenAt } from '../document/index.ts';
import type { CodingContext } from './coding-context.ts';

/** Heads of the phrases that say who belongs to a group: "allies such as Germany", "many states, including India". */
export function memberHeads(context: CodingContext, tree: SyntaxTree, token: number): readonly Token[] {
  const { members } = context.lexicon.words;
  const own = markedBy(tree, token, members);
  return own.length > 0 ? own : strayMembers(context, tree, tokenAt(tree, token));
}

/** "many countries boycotted the ban, including India": at the clause's end the phrase hangs on whatever stands before it. */
function strayMembers(context: CodingContext, tree: SyntaxTree, token: Token): readonly Token[] {
  if (token.head < 0 || !isRelation(token, 'nsubj')) return [];
  const places = [token.head, ...dependents(tree, token.head, 'obj', 'obl').map((phrase) => phrase.index)];
  return places.flatMap((place) => markedBy(tree, place, context.lexicon.words.members));
}

/** Heads of the phrases that put others beside a party: "Iran, along with Syria"; "joined by" is no such phrase. */
export function companionHeads(context: CodingContext, tree: SyntaxTree, token: number): readonly Token[] {
  const { companions } = context.lexicon.words;
  const own = markedBy(tree, token, companions);
  const { head } = tokenAt(tree, token);
  const isArgument = ['nsubj', 'obj', 'iobj'].some((relation) => isRelation(tokenAt(tree, token), relation));
  const beside = own.length > 0 || head < 0 || !isArgument ? [] : markedBy(tree, head, companions);
  // beside a verb the phrase goes with the argument that it follows
  return [...own, ...beside.filter((phrase) => nearestArgument(tree, head, phrase) === token)];
}

function nearestArgument(tree: SyntaxTree, verb: number, phrase: Token): number | undefined {
  return dependents(tree, verb, 'nsubj', 'obj', 'iobj').findLast((argument) => argument.index < phrase.index)?.index;
}

function markedBy(tree: SyntaxTree, token: number, markers: ReadonlySet<string>): readonly Token[] {
  return dependents(tree, token, 'nmod', 'obl').filter((phrase) => markers.has(caseOf(tree, phrase.index)));
}
