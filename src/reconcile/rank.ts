import type { Status } from '../record/index.ts';
import { daysOf, PRECISE_DAYS } from './compare-times.ts';
import type { Telling } from './telling.ts';

const STATUS_ORDER: readonly Status[] = ['occurred', 'ongoing', 'planned', 'negated', 'possible'];

/**
 * The one order in which tellings are looked at, whatever the order of their arrival: those that say most come first (the exact date, the
 * people named, the place), so that "talks in March" joins a meeting that is known and never two meetings one another. Negative when `one` is first.
 */
export function byRank(one: Telling, other: Telling): number {
  return (
    ascending(vagueness(one), vagueness(other)) ||
    ascending(peopleIn(other), peopleIn(one)) ||
    ascending(sidesNamed(other), sidesNamed(one)) ||
    ascending(one.event.place === null ? 1 : 0, other.event.place === null ? 1 : 0) ||
    ascending(STATUS_ORDER.indexOf(one.event.status), STATUS_ORDER.indexOf(other.event.status)) ||
    ascending(one.report.published ?? '9', other.report.published ?? '9') ||
    ascending(one.handle, other.handle) ||
    ascending(one.id, other.id)
  );
}

/** What tells of a plan that moved holds its old and new days together, and so comes first; then by its number of days; what is only guessed comes after every date that is stated to some days. */
function vagueness({ days, turn }: Telling): number {
  if (turn?.kind === 'postponed' && turn.days.length > 0) return 0;
  return days.isGuess ? PRECISE_DAYS + daysOf(days) : daysOf(days);
}

function peopleIn({ actors, recipients }: Telling): number {
  return [...actors, ...recipients].filter(({ id }) => id.startsWith('per:')).length;
}

function sidesNamed({ actors, recipients }: Telling): number {
  return Math.min(1, actors.length) + Math.min(1, recipients.length);
}

function ascending<Value extends number | string>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
