/** What a person decided on tellings, by their handles: one happening, or groups that are not. The later decision counts. */
export interface MergeDecision {
  readonly kind: 'join' | 'split';
  /** `join`: all of one group are one happening. `split`: none of one group is one with any of another. */
  readonly groups: readonly (readonly string[])[];
}

/** What is decided of pairs of tellings. */
export interface Decided {
  /** What two tellings are decided to be; undefined when nobody decided. */
  between(one: string, other: string): MergeDecision['kind'] | undefined;
  /** The tellings that are decided to be one with this one. */
  joinedTo(handle: string): readonly string[];
}

/** Puts decisions together, in the order in which they were taken. */
export function decidedBy(decisions: readonly MergeDecision[]): Decided {
  const pairs = new Map<string, Map<string, MergeDecision['kind']>>();
  const note = (one: string, other: string, kind: MergeDecision['kind']) => {
    if (one !== other) pairs.set(one, (pairs.get(one) ?? new Map()).set(other, kind));
  };
  for (const { kind, groups } of decisions) {
    for (const [one, other] of kind === 'join' ? pairsWithin(groups.flat()) : pairsAcross(groups)) {
      note(one, other, kind);
      note(other, one, kind);
    }
  }
  return {
    between: (one, other) => pairs.get(one)?.get(other),
    joinedTo: (handle) => [...(pairs.get(handle) ?? [])].flatMap(([other, kind]) => (kind === 'join' ? [other] : [])),
  };
}

function pairsWithin(handles: readonly string[]): readonly (readonly [string, string])[] {
  return handles.flatMap((one, index) => handles.slice(index + 1).map((other) => [one, other] as const));
}

function pairsAcross(groups: readonly (readonly string[])[]): readonly (readonly [string, string])[] {
  return groups.flatMap((group, index) =>
    groups.slice(index + 1).flatMap((others) => group.flatMap((one) => others.map((other) => [one, other] as const))),
  );
}
