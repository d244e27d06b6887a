import type { Telling } from '../../src/reconcile/index.ts';
import { type Figures, figures } from '../report/figures.ts';

/** A telling with the happening that it is labelled with; null when no label fits it. */
export interface Labelled {
  readonly telling: Telling;
  readonly happening: string | null;
}

/** How merging did, by pairs of tellings: those that it joined against those that are one happening. */
export interface MergingScore extends Figures {
  readonly wanted: number;
  readonly joined: number;
  readonly hits: number;
  /** Pairs joined although the acting side of one is acted on in the other. */
  readonly opposite: number;
  readonly notes: readonly string[];
}

/** Scores happenings, given as ids of tellings. What has no label is a happening of its own. */
export function scoreMerging(happenings: readonly (readonly string[])[], labelled: readonly Labelled[]): MergingScore {
  const home = new Map(happenings.flatMap((ids, index) => ids.map((id) => [id, index] as const)));
  const notes: string[] = [];
  let [wanted, joined, hits, opposite] = [0, 0, 0, 0];
  for (const [index, one] of labelled.entries()) {
    for (const other of labelled.slice(index + 1)) {
      const isOne = one.happening !== null && one.happening === other.happening;
      const isJoined = home.get(one.telling.id) === home.get(other.telling.id);
      if (isOne) wanted += 1;
      if (isJoined) joined += 1;
      if (isOne && isJoined) hits += 1;
      if (isJoined && areOpposite(one.telling, other.telling)) opposite += 1;
      if (isOne !== isJoined) notes.push(`${isOne ? 'apart' : 'joined'}: ${words(one)} | ${words(other)}`);
    }
  }
  return { ...figures(hits, wanted, joined), wanted, joined, hits, opposite, notes };
}

const EQUAL = new Set(['CONSULT', 'AGREE', 'COOPERATE']);

/** Reckoned apart from the rules of merging: A does to B what B does to A, or one of the two has another partner. */
function areOpposite({ event: one, ...first }: Telling, { event: other, ...second }: Telling): boolean {
  const sides = (parties: Telling['actors']) => new Set(parties.map(({ id, country }) => country ?? id));
  const [actors, recipients] = [sides(first.actors), sides(first.recipients)];
  const [otherActors, otherRecipients] = [sides(second.actors), sides(second.recipients)];
  const apart = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
    some.size > 0 && others.size > 0 && ![...some].some((side) => others.has(side));
  if (EQUAL.has(one.type) && EQUAL.has(other.type)) {
    return apart(new Set([...actors, ...recipients]), new Set([...otherActors, ...otherRecipients]));
  }
  return apart(actors, otherActors) || apart(recipients, otherRecipients);
}

function words({ telling: { report, event }, happening }: Labelled): string {
  return `${happening ?? '—'} (${report.outlet ?? report.id}, ${event.type} ${event.status} ${event.time.from}: “${event.trigger.text}”)`;
}
