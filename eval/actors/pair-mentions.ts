import type { GoldMention, Stretch } from './gold-chains.ts';

/** The number of the gold mention that has a phrase's head, the one of most equal length where several have; null where none has. */
export function goldNumberOf(golds: readonly GoldMention[], phrase: Stretch, head: Stretch): number | null {
  let best: number | null = null;
  golds.forEach((gold, index) => {
    if (!gold.heads.some(({ start, end }) => start < head.end && head.start < end)) return;
    if (best === null || lengthBetween(gold, phrase) < lengthBetween(golds[best]!, phrase)) best = index;
  });
  return best;
}

function lengthBetween(gold: GoldMention, phrase: Stretch): number {
  return Math.abs(gold.end - gold.start - (phrase.end - phrase.start));
}

/** Whether a phrase, by its head, is what a gold pronoun points to: of its chain, or all that it takes together. */
export function isAntecedent(
  golds: readonly GoldMention[],
  pronoun: GoldMention,
  phrase: Stretch,
  head: Stretch,
  isSeveral: boolean,
): boolean {
  if (pronoun.split.length > 0 && isSeveral) return pronoun.split.every((chain) => isNamedIn(golds, chain, phrase));
  const found = goldNumberOf(golds, phrase, head);
  if (found === null || (isSeveral && golds[found]!.end < phrase.end)) return false;
  return golds[found]!.chain === pronoun.chain;
}

function isNamedIn(golds: readonly GoldMention[], chain: string, phrase: Stretch): boolean {
  return golds.some((gold) => gold.chain === chain && gold.start >= phrase.start && gold.heads[0]!.end <= phrase.end);
}
