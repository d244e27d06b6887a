import { dependents, isRelation, type Mention, subtreeOf, type Token, tokenAt } from '../document/index.ts';
import type { Span } from '../record/index.ts';
import { type QuoteContext, spanOf } from './context.ts';
import type { Speaker } from './finding.ts';
import { possessorOf } from './frame-speaker.ts';

/**
 * Who a phrase names, from the token that heads it: the actor of its mention; of somebody without a name ("a senior US official") and of a text
 * ("the ministry's statement") the body or state that the phrase names with it. The words stand even where no actor is known.
 */
export function speakerAt(context: QuoteContext, sentence: number, head: number): Speaker {
  const token = tokenAt(context.trees[sentence]!, head);
  const lemma = token.lemma.toLowerCase();
  if (context.lexicon.texts.has(lemma)) {
    const owner = possessorOf(context.scopes[sentence]!, head);
    const speaker = owner === null || owner === head ? null : speakerAt(context, sentence, owner);
    if (speaker?.actor) return speaker;
  }
  const mention = bestMention(context, sentence, head);
  const named = mention === null ? null : context.report.mentions[mention]!;
  const actor = named?.actors[0] ?? backerOf(context, sentence, head);
  return {
    span: named && named.actors.length > 0 ? spanOfMention(named) : phraseOf(context, sentence, head),
    mention,
    actor,
  };
}

function spanOfMention({ start, end, text }: Mention): Span {
  return { start, end, text };
}

/** The mention that a head token stands for; a person's name beside a role ("spokesman Wang Wenbin") wins over the role. */
function bestMention(context: QuoteContext, sentence: number, head: number): number | null {
  const heads = new Set([head, ...nameParts(context, sentence, head)]);
  const candidates = (context.mentions[sentence] ?? []).filter((index) => {
    const mention = context.report.mentions[index]!;
    return heads.has(mention.head) || (mention.first <= head && head <= mention.last);
  });
  const rank = (index: number) => rankOf(context, context.report.mentions[index]!, head);
  return candidates.sort((a, b) => rank(b) - rank(a) || a - b)[0] ?? null;
}

function rankOf(context: QuoteContext, mention: Mention, head: number): number {
  const actor = context.report.actors.find((candidate) => candidate.id === mention.actors[0]);
  const known = actor ? 8 : 0;
  const person = actor?.type === 'person' ? 4 : 0;
  return known + person + (mention.head === head ? 2 : 0) + (mention.kind === 'name' ? 1 : 0);
}

/** Tokens that name the same one as the head: "spokesman Wang Wenbin", "the spokesman, Wang Wenbin". */
function nameParts(context: QuoteContext, sentence: number, head: number): readonly number[] {
  const tree = context.trees[sentence]!;
  const isMany = tokenAt(tree, head).feats.Number === 'Plur';
  return (
    dependents(tree, head, 'flat', 'appos', 'compound')
      .filter((child) => !isRelation(child, 'compound') || child.upos === 'PROPN')
      // "according to many reporters, Bush …": one name after a comma does not name them
      .filter((child) => !isMany || !isRelation(child, 'appos') || dependents(tree, child.index, 'conj').length > 0)
      .flatMap((child) => [child.index, ...dependents(tree, child.index, 'flat', 'appos').map((part) => part.index)])
  );
}

/** For people without a name, the body or state in the same phrase: "a spokesman for the German government", "US officials". */
function backerOf(context: QuoteContext, sentence: number, head: number): string | null {
  const tree = context.trees[sentence]!;
  const lemma = tokenAt(tree, head).lemma.toLowerCase();
  if (!context.lexicon.people.has(lemma) && !context.lexicon.texts.has(lemma)) return null;
  const phrase = new Set(
    dependents(tree, head, 'nmod', 'amod', 'compound').flatMap((child) => subtreeOf(tree, child.index)),
  );
  const backers = (context.mentions[sentence] ?? [])
    .map((index) => context.report.mentions[index]!)
    .filter((mention) => phrase.has(mention.head) && mention.reading === 'party')
    .flatMap((mention) => mention.actors);
  return backers.find((id) => !isPlace(context, id)) ?? null;
}

/** A place without a government of its own ("Europe") says nothing. */
function isPlace(context: QuoteContext, id: string): boolean {
  return context.report.actors.some((actor) => actor.id === id && actor.type === 'place');
}

/** The words of a noun phrase without the clauses and asides that follow it: "a senior US official". */
export function phraseOf(context: QuoteContext, sentence: number, head: number): Span {
  const tree = context.trees[sentence]!;
  const belongs = (child: Token) =>
    child.index < head
      ? !['punct', 'conj', 'cc', 'case', 'cop', 'nsubj', 'mark', 'advmod', 'advcl', 'parataxis', 'obl'].some(
          (relation) => isRelation(child, relation),
        )
      : isRelation(child, 'flat') ||
        isRelation(child, 'nmod') ||
        (isRelation(child, 'compound') && child.upos !== 'PUNCT');
  const parts = dependentsOf(context, sentence, head)
    .filter(belongs)
    .flatMap((child) => subtreeOf(tree, child.index));
  const tokens = contiguous([...parts, head], head).map((index) => tokenAt(tree, index));
  return spanOf(context, tokens[0]!.start, tokens.at(-1)!.end);
}

function dependentsOf(context: QuoteContext, sentence: number, head: number): readonly Token[] {
  const tree = context.trees[sentence]!;
  return (tree.children[head] ?? []).map((child) => tokenAt(tree, child));
}

/** The unbroken run of token indexes around one of them. */
function contiguous(indexes: readonly number[], around: number): readonly number[] {
  const present = new Set(indexes);
  let [first, last] = [around, around];
  while (present.has(first - 1)) first--;
  while (present.has(last + 1)) last++;
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
