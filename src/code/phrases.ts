import { isRelation, type Predication, type SyntaxTree, type Token, tokenAt } from '../document/index.ts';

/** How far below the verb a word of an idiom may stand: "had nothing to do with the attack". */
const DEPTH = 4;

/** Whether a verb says one of some idioms: "take to task", "point finger". Its doer's words are none of it. */
export function saysPhrase(tree: SyntaxTree, { trigger, roles }: Predication, phrases: readonly string[]): boolean {
  const verb = tokenAt(tree, trigger).lemma.toLowerCase();
  // "the ultimatum that Serbia handed to Kosovo": its object need not stand under the verb
  const objects = roles.filter(({ relation }) => relation === 'object').map(({ token }) => tokenAt(tree, token).lemma);
  const under = new Set([...objects, ...wordsUnder(tree, trigger, DEPTH)]);
  return phrases.some((phrase) => {
    const [first, ...others] = phrase.split(' ');
    return first === verb && others.every((word) => under.has(word));
  });
}

function wordsUnder(tree: SyntaxTree, index: number, depth: number): readonly string[] {
  if (depth === 0) return [];
  return (tree.children[index] ?? [])
    .map((child) => tokenAt(tree, child))
    .filter((token) => !isDoer(token) && !isOtherClause(token))
    .flatMap((token) => [
      token.lemma.toLowerCase(),
      token.form.toLowerCase(),
      ...wordsUnder(tree, token.index, depth - 1),
    ]);
}

function isDoer(token: Token): boolean {
  return isRelation(token, 'nsubj') && token.deprel !== 'nsubj:pass';
}

function isOtherClause(token: Token): boolean {
  const isBeside = ['conj', 'parataxis', 'advcl', 'ccomp'].some((relation) => isRelation(token, relation));
  return token.upos === 'VERB' && (isBeside || token.deprel === 'acl:relcl');
}
