import { caseOf, dependents, type SyntaxTree } from '../document/index.ts';
import { type CodingContext, mentionsHeadedBy } from './coding-context.ts';

/** What stands for a named person or people among head lemmas: "five Americans", "Tikhanovskaya". */
export const PEOPLE = '~people';

/**
 * The lemmas that a phrase's head answers to. Where a noun only counts ("tens of thousands of rifles"), what is counted is a
 * head too; a person or people that the report names answers to `~people` besides.
 */
export function headLemmas(context: CodingContext, tree: SyntaxTree, index: number): readonly string[] {
  const lemma = tree.lemmas[index]!;
  const own = namesPeople(context, tree, index) ? [lemma, PEOPLE] : [lemma];
  if (!context.lexicon.operators.carriers.quantities.has(lemma)) return own;
  const counted = dependents(tree, index, 'nmod').filter((token) => caseOf(tree, token.index) === 'of');
  return [...own, ...counted.flatMap((token) => headLemmas(context, tree, token.index))];
}

function namesPeople(context: CodingContext, tree: SyntaxTree, index: number): boolean {
  return mentionsHeadedBy(context, tree.sentence.index, index).some(
    (mention) => mention.kind === 'name' && mention.place === null && mention.actors.length > 0,
  );
}
