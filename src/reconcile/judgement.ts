/** What one aspect of two tellings says of their being one happening. */
export interface Judgement {
  /** From 0 (nothing speaks for it) to 1. */
  readonly score: number;
  readonly because: string;
}

/** Two tellings that contradict one another in this cannot be one happening. */
export interface Contradiction {
  readonly contradicts: string;
}

export function isContradiction(judged: Judgement | Contradiction): judged is Contradiction {
  return 'contradicts' in judged;
}
