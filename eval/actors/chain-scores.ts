/** Chains of mentions, each mention by its number; a number stands in one chain only. */
export type Chains = readonly (readonly number[])[];

/** Sums of LEA over documents. */
export interface LeaCounts {
  readonly recallSum: number;
  readonly recallWeight: number;
  readonly precisionSum: number;
  readonly precisionWeight: number;
}

export const NO_COUNTS: LeaCounts = { recallSum: 0, recallWeight: 0, precisionSum: 0, precisionWeight: 0 };

/**
 * LEA: how many of the links of each chain the other side has, weighted by the length of the chain. Chains of one mention
 * do not count. Source: Moosavi and Strube 2016.
 */
export function countLea(gold: Chains, found: Chains): LeaCounts {
  const [recall, precision] = [resolved(gold, found), resolved(found, gold)];
  return {
    recallSum: recall.sum,
    recallWeight: recall.weight,
    precisionSum: precision.sum,
    precisionWeight: precision.weight,
  };
}

export function addLea(a: LeaCounts, b: LeaCounts): LeaCounts {
  return {
    recallSum: a.recallSum + b.recallSum,
    recallWeight: a.recallWeight + b.recallWeight,
    precisionSum: a.precisionSum + b.precisionSum,
    precisionWeight: a.precisionWeight + b.precisionWeight,
  };
}

/** Precision, recall and F1 of summed counts, in percent. */
export function leaFigures(counts: LeaCounts): { precision: number; recall: number; f1: number } {
  const share = (sum: number, weight: number) => (weight === 0 ? 0 : (100 * sum) / weight);
  const precision = share(counts.precisionSum, counts.precisionWeight);
  const recall = share(counts.recallSum, counts.recallWeight);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function resolved(chains: Chains, others: Chains): { sum: number; weight: number } {
  const home = new Map(others.flatMap((chain, index) => chain.map((mention) => [mention, index] as const)));
  let [sum, weight] = [0, 0];
  for (const chain of chains) {
    if (chain.length < 2) continue;
    const counts = new Map<number, number>();
    for (const mention of chain) {
      const index = home.get(mention);
      if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    const shared = [...counts.values()].reduce((links, count) => links + linksOf(count), 0);
    sum += (chain.length * shared) / linksOf(chain.length);
    weight += chain.length;
  }
  return { sum, weight };
}

function linksOf(count: number): number {
  return (count * (count - 1)) / 2;
}
