import { caseOf, dependents, type SyntaxTree, tokenAt } from '../document/index.ts';
import { type CodingContext, headKey } from './coding-context.ts';

/** What stands for a named person or people among head lemmas: "five Americans", "Tikhanovskaya". */
export const PEOPLE = '~people';

/**
 * The lemmas that a phrase's head answers to. Where a noun only counts ("tens of thousands of rifles"), what is counted is a
 * head too; a person or people that the report names answers to `~people` besides.
 */
export function headLemmas(context: CodingContext, tree: SyntaxTree, index: number): readonly string[] {
  const lemma = tokenAt(tree, index).lemma.toLowerCase();
  const counted = context.lexicon.operators.carriers.quantities.has(lemma)
    ? dependents(tree, index, 'nmod').filter((token) => caseOf(tree, token.index) === 'of')
    : [];
  return [
    lemma,
    ...(namesPeople(context, tree, index) ? [PEOPLE] : []),
    ...counted.flatMap((token) => headLemmas(context, tree, token.index)),
  ];
}

function namesPeople(context: CodingContext, tree: SyntaxTree, index: number): boolean {
  const mentions = context.mentionsByHead.get(headKey(tree.sentence.index, index)) ?? [];
  return mentions.some((mention) => mention.kind === 'name' && mention.place === null && mention.actors.length > 0);
}
