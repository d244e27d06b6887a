import type { Status } from '../record/index.ts';
import { byRank } from './rank.ts';
import type { Telling } from './telling.ts';

/** A telling, and whether a later version of its report took its place. */
export interface CountedTelling {
  readonly telling: Telling;
  readonly isCounted: boolean;
}

/**
 * The telling that stands for a happening in lists: of the status that the whole comes to, the one that says most; null when
 * every report that told of it was taken back by a later version.
 */
export function leadOf(members: readonly CountedTelling[]): Telling | null {
  const counted = members.filter(({ isCounted }) => isCounted).map(({ telling }) => telling);
  if (counted.length === 0) return null;
  const status = statusOf(counted);
  const [lead] = counted.filter(({ event }) => groupOf(event.status) === status).sort(byWorth);
  return lead ?? null;
}

type StatusGroup = 'happened' | 'negated' | 'planned' | 'possible';

function groupOf(status: Status): StatusGroup {
  return status === 'occurred' || status === 'ongoing' ? 'happened' : status;
}

/** What happened has happened, whatever was planned; a plan that is called off is off unless it is planned anew later. */
function statusOf(tellings: readonly Telling[]): StatusGroup {
  const groups = new Set(tellings.map(({ event }) => groupOf(event.status)));
  if (groups.has('happened')) return 'happened';
  if (groups.has('negated') && groups.has('planned'))
    return latest(tellings, 'negated') >= latest(tellings, 'planned') ? 'negated' : 'planned';
  return (['negated', 'planned', 'possible'] as const).find((group) => groups.has(group))!;
}

function latest(tellings: readonly Telling[], group: StatusGroup): string {
  const days = tellings
    .filter(({ event }) => groupOf(event.status) === group)
    .map(({ report }) => report.published ?? '');
  return days.sort().at(-1) ?? '';
}

/** The exact date and the people first; then, of plans that moved, the latest. */
function byWorth(one: Telling, other: Telling): number {
  const isMoved = (telling: Telling) => (telling.turn?.kind === 'postponed' && !telling.days.isGuess ? 0 : 1);
  return isMoved(one) - isMoved(other) || byRank(one, other);
}
