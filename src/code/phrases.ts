import { isRelation, type Predication, type SyntaxTree, type Token, tokenAt } from '../document/index.ts';

/** How far below the verb a word of an idiom may stand: "had nothing to do with the attack". */
const DEPTH = 4;

/** The words that an idiom of a verb may consist of. */
export function phraseWords(tree: SyntaxTree, { trigger, roles }: Predication): ReadonlySet<string> {
  // "the ultimatum that Serbia handed to Kosovo": its object need not stand under the verb
  const objects = roles.filter(({ relation }) => relation === 'object').map(({ token }) => tokenAt(tree, token).lemma);
  const words = new Set(objects);
  addWordsUnder(words, tree, trigger, DEPTH);
  return words;
}

function addWordsUnder(words: Set<string>, tree: SyntaxTree, index: number, depth: number): void {
  if (depth === 0) return;
  for (const child of tree.children[index] ?? []) {
    const token = tokenAt(tree, child);
    if (isDoer(token) || isOtherClause(token)) continue;
    words.add(tree.lemmas[child]!).add(tree.forms[child]!);
    addWordsUnder(words, tree, child, depth - 1);
  }
}

const BESIDE = ['conj', 'parataxis', 'advcl', 'ccomp'] as const;

function isDoer(token: Token): boolean {
  return isRelation(token, 'nsubj') && token.deprel !== 'nsubj:pass';
}

function isOtherClause(token: Token): boolean {
  if (token.upos !== 'VERB') return false;
  return token.deprel === 'acl:relcl' || BESIDE.some((relation) => isRelation(token, relation));
}
