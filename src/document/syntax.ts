import type { Sentence } from './annotated-report.ts';
import type { Token } from './token.ts';

/** A sentence's tree, ready to walk: `children[i]` are the token indexes governed by token `i`, in text order. */
export interface SyntaxTree {
  readonly sentence: Sentence;
  readonly children: readonly (readonly number[])[];
  /** What `caseOf` answers, by token index. */
  readonly cases: readonly string[];
  /** Lemmas in lower case, by token index. */
  readonly lemmas: readonly string[];
  /** Forms in lower case, by token index. */
  readonly forms: readonly string[];
}

/** Trees are asked for by every stage: each sentence grows one. */
const grown = new WeakMap<Sentence, SyntaxTree>();

/** Indexes a parse once, so that every later question is a look-up. */
export function growTree(sentence: Sentence): SyntaxTree {
  const known = grown.get(sentence);
  if (known) return known;
  const { tokens } = sentence;
  const children: number[][] = tokens.map(() => []);
  for (const token of tokens) if (token.head >= 0) children[token.head]?.push(token.index);
  const cases = tokens.map(() => '');
  const lemmas = tokens.map(({ lemma }) => lemma.toLowerCase());
  const forms = tokens.map(({ form }) => form.toLowerCase());
  const tree = { sentence, children, cases, lemmas, forms };
  for (const token of tokens) {
    if (token.head < 0 || token.upos === 'PART' || !isRelation(token, 'case')) continue;
    const before = cases[token.head];
    const words = [token, ...dependents(tree, token.index, 'fixed')].map(({ index }) => forms[index]).join(' ');
    cases[token.head] = before ? `${before} ${words}` : words;
  }
  grown.set(sentence, tree);
  return tree;
}

/** The token at an index that is known to exist. */
export function tokenAt(tree: SyntaxTree, index: number): Token {
  return tree.sentence.tokens[index]!;
}

/** Dependents of a token whose relation is one of `relations`; a bare relation also stands for its subtypes. */
export function dependents(tree: SyntaxTree, index: number, ...relations: readonly string[]): readonly Token[] {
  let found: Token[] | null = null;
  for (const child of tree.children[index] ?? []) {
    const token = tokenAt(tree, child);
    if (!isOneOf(token, relations)) continue;
    if (found) found.push(token);
    else found = [token];
  }
  return found ?? NONE;
}

/** Most questions have no answer: they share this one. */
const NONE: readonly Token[] = [];

/** The first such dependent, or undefined. */
export function dependent(tree: SyntaxTree, index: number, ...relations: readonly string[]): Token | undefined {
  for (const child of tree.children[index] ?? []) {
    const token = tokenAt(tree, child);
    if (isOneOf(token, relations)) return token;
  }
  return undefined;
}

function isOneOf(token: Token, relations: readonly string[]): boolean {
  for (const relation of relations) if (isRelation(token, relation)) return true;
  return false;
}

const COLON = 58;

/** Whether a token stands in `relation` to its head: `nsubj` also answers for `nsubj:pass`, `nsubj:pass` only for itself. */
export function isRelation({ deprel }: Token, relation: string): boolean {
  // asked many times a sentence: no string is made here
  return deprel === relation || (deprel.charCodeAt(relation.length) === COLON && deprel.startsWith(relation));
}

/** Token indexes of a subtree, in text order, the top included. */
export function subtreeOf(tree: SyntaxTree, index: number): readonly number[] {
  const found: number[] = [];
  const stack = [index];
  while (stack.length > 0) {
    const top = stack.pop()!;
    found.push(top);
    stack.push(...(tree.children[top] ?? []));
  }
  return found.sort((a, b) => a - b);
}

/** Tokens from a token's head up to the root. Bounded by the sentence's length, so a broken parse cannot loop. */
export function ancestorsOf(tree: SyntaxTree, index: number): readonly Token[] {
  const path: Token[] = [];
  let head = tokenAt(tree, index).head;
  while (head >= 0 && path.length <= tree.sentence.tokens.length) {
    const token = tokenAt(tree, head);
    path.push(token);
    head = token.head;
  }
  return path;
}

/**
 * The head of a token, moved up where the parse draws the line across a word that stands between and governs both: in "they will
 * meet, he said on Monday" the day hangs on "said". English hardly ever crosses lines; parsers do.
 */
export function uncrossedHead(tokens: readonly Token[], index: number): number {
  const { head } = tokens[index]!;
  const [first, last] = head < index ? [head, index] : [index, head];
  let above = head < 0 ? -1 : tokens[head]!.head;
  for (let steps = 0; above >= 0 && steps <= tokens.length; steps += 1) {
    if (above > first && above < last) return above;
    above = tokens[above]!.head;
  }
  return head;
}

/** A token and everything coordinated with it, in text order. */
export function conjunctsOf(tree: SyntaxTree, index: number): readonly number[] {
  const others = [...dependents(tree, index, 'conj'), ...listedBeside(tree, index)];
  if (others.length === 0) return [index];
  return [index, ...others.flatMap((child) => conjunctsOf(tree, child.index))];
}

/** Headlines write a comma for "and": "Egypt, Turkey hold drills". Names beside a name there are no apposition. */
function listedBeside(tree: SyntaxTree, index: number): readonly Token[] {
  if (tree.sentence.kind !== 'headline' || tokenAt(tree, index).upos !== 'PROPN') return [];
  return dependents(tree, index, 'appos').filter(
    (child) => child.upos === 'PROPN' && tree.sentence.tokens[child.index + 1]?.upos !== 'PUNCT',
  );
}

/** "Carney to meet Sheinbaum": a headline's infinitive whose doer the parser takes for its noun. */
export function isHeadlinePlan({ sentence }: SyntaxTree, token: Token): boolean {
  if (sentence.kind !== 'headline' || !isRelation(token, 'acl') || token.feats.VerbForm !== 'Inf') return false;
  return sentence.tokens[token.head]?.head === -1 && sentence.tokens[token.index - 1]?.form === 'to';
}

/** The preposition(s) that mark a phrase, lower case, joined by a blank: "to", "ahead of"; empty when there is none. */
export function caseOf(tree: SyntaxTree, index: number): string {
  return tree.cases[index] ?? '';
}

/** Whether a phrase is marked by one of these prepositions, also by one that holds a noun: "in response to", "in the face of". */
export function isMarkedBy(tree: SyntaxTree, index: number, prepositions: ReadonlySet<string>): boolean {
  const own = caseOf(tree, index);
  if (prepositions.has(own)) return true;
  const token = tokenAt(tree, index);
  if (own === '' || token.head < 0 || !isRelation(token, 'nmod')) return false;
  const { forms } = tree;
  const articles = dependents(tree, token.head, 'det').map((article) => forms[article.index]);
  return prepositions.has([caseOf(tree, token.head), ...articles, forms[token.head], own].join(' '));
}

/** "according to X": the phrase names those on whose word its clause stands. */
export function namesAccount(tree: SyntaxTree, index: number): boolean {
  return caseOf(tree, index).startsWith('according');
}
