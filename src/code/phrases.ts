import { isRelation, type Predication, type SyntaxTree, type Token, tokenAt } from '../document/index.ts';

/** How far below the verb a word of an idiom may stand: "had nothing to do with the attack". */
const DEPTH = 4;

/** The words that an idiom of a verb may consist of. */
export function phraseWords(tree: SyntaxTree, { trigger, roles }: Predication): ReadonlySet<string> {
  // "the ultimatum that Serbia handed to Kosovo": its object need not stand under the verb
  const objects = roles.filter(({ relation }) => relation === 'object').map(({ token }) => tokenAt(tree, token).lemma);
  return new Set([...objects, ...wordsUnder(tree, trigger, DEPTH)]);
}

function wordsUnder(tree: SyntaxTree, index: number, depth: number): readonly string[] {
  if (depth === 0) return [];
  return (tree.children[index] ?? [])
    .map((child) => tokenAt(tree, child))
    .filter((token) => !isDoer(token) && !isOtherClause(token))
    .flatMap((token) => [
      tree.lemmas[token.index]!,
      token.form.toLowerCase(),
      ...wordsUnder(tree, token.index, depth - 1),
    ]);
}

const BESIDE = ['conj', 'parataxis', 'advcl', 'ccomp'] as const;

function isDoer(token: Token): boolean {
  return isRelation(token, 'nsubj') && token.deprel !== 'nsubj:pass';
}

function isOtherClause(token: Token): boolean {
  if (token.upos !== 'VERB') return false;
  return token.deprel === 'acl:relcl' || BESIDE.some((relation) => isRelation(token, relation));
}
