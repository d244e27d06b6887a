import { type Event, hasEqualParties } from '../record/index.ts';

/** One who acts and one whom it is done to; null where there is no such side. */
export interface Dyad {
  readonly actor: string | null;
  readonly recipient: string | null;
  /** Who is named first says nothing. */
  readonly isSymmetric: boolean;
}

/** The pairs of an event: each actor with each recipient, or all parties of a joint act with one another; else its one side alone. */
export function dyads(event: Event): readonly Dyad[] {
  const { actors, recipients } = event;
  const isSymmetric = hasEqualParties(event);
  if (recipients.length === 0 && isSymmetric && actors.length > 1) {
    return actors.flatMap((actor, index) =>
      actors.slice(index + 1).map((recipient) => ({ actor, recipient, isSymmetric })),
    );
  }
  if (recipients.length === 0) return actors.map((actor) => ({ actor, recipient: null, isSymmetric }));
  if (actors.length === 0) return recipients.map((recipient) => ({ actor: null, recipient, isSymmetric }));
  return actors.flatMap((actor) =>
    recipients.filter((recipient) => recipient !== actor).map((recipient) => ({ actor, recipient, isSymmetric })),
  );
}
