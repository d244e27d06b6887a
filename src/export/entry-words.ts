import type { TimelineEntry } from '../ask/index.ts';

/** "Norland → Sudmark and Eastland"; where there is one side only, that. */
export function partiesWords(entry: TimelineEntry): string {
  const named = (ids: readonly string[]) => ids.map((id) => nameOf(entry, id)).join(' and ');
  const { actors, recipients } = entry.event;
  return recipients.length > 0 ? `${named(actors)} → ${named(recipients)}` : named(actors);
}

/** The name of somebody whom an event names. */
export function nameOf({ actors }: TimelineEntry, id: string): string {
  return actors.find((actor) => actor.id === id)?.name ?? id;
}

/** The year that an event stands under, or "Undated". */
export function yearOf({ event: { time } }: TimelineEntry): string {
  return (time.from ?? time.to)?.slice(0, 4) ?? 'Undated';
}
