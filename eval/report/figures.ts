/** Precision, recall and F1, each between 0 and 1. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The three figures of so many hits among so many wanted and so many given. */
export function figures(hits: number, wanted: number, given: number): Figures {
  const precision = given ? hits / given : 0;
  const recall = wanted ? hits / wanted : 0;
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

/** Half the width of a 95 % interval around a share (normal approximation). */
export function halfInterval(share: number, n: number): number {
  return n ? 1.96 * Math.sqrt((share * (1 - share)) / n) : 0;
}

/** Three decimals, as every table here prints them. */
export function decimals(value: number): string {
  return value.toFixed(3);
}
