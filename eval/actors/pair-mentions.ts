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
