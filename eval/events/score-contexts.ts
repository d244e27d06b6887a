import { decimals } from '../report/figures.ts';

/** A gold sentence's contexts and those of our events in it; null where we read no event. */
export interface SentenceContexts {
  readonly gold: readonly string[];
  readonly ours: readonly string[] | null;
}

/** How the contexts agree with the gold sentences', which are a weak label: one coder gave each sentence one, or rarely more. */
export function contextFigures(sentences: readonly SentenceContexts[]): string {
  const read = sentences.flatMap(({ gold, ours }) => (gold.length > 0 && ours ? [{ gold, ours }] : []));
  const share = (count: number) => decimals(read.length ? count / read.length : 0);
  const named = read.filter(({ gold, ours }) => gold.some((context) => ours.includes(context))).length;
  const first = read.filter(({ gold, ours }) => ours[0] !== undefined && gold.includes(ours[0])).length;
  const given = decimals(read.reduce((sum, { ours }) => sum + ours.length, 0) / Math.max(1, read.length));
  return `| contexts (weak label): one of gold's among ours; ours first; ours a sentence (of ${read.length} read) | ${share(named)}; ${share(first)}; ${given} |`;
}
