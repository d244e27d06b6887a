import { caseOf, dependents, type SyntaxTree, tokenAt } from '../document/index.ts';
import type { CodingContext } from './coding-context.ts';

/** "a number of documents": the noun that counts is the one counted. */
export function headLemmas(context: CodingContext, tree: SyntaxTree, index: number): readonly string[] {
  const lemma = tokenAt(tree, index).lemma.toLowerCase();
  const counted = context.lexicon.words.quantities.has(lemma)
    ? dependents(tree, index, 'nmod').filter((token) => caseOf(tree, token.index) === 'of')
    : [];
  return [lemma, ...counted.map((token) => token.lemma.toLowerCase())];
}
