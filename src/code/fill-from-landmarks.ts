import type { Candidate } from './candidate.ts';
import type { CodingContext } from './coding-context.ts';
import { isOnSideOf, type Party } from './party.ts';

/**
 * "Condemned Russia's invasion": a deed that is a landmark of the base was done to whom the base says, where its doer is the same and the
 * sentence names nobody.
 */
export function fillFromLandmarks(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map((candidate) => {
    const { predication, actors, recipients } = candidate;
    if (actors.length === 0 || recipients.length > 0) return candidate;
    const landmark = context.anchorOf(predication.sentence, predication.trigger)?.landmark;
    const doers = landmark?.actors?.map((actor) => ({ actor })) ?? [];
    if (!actors.every(({ actor }) => isOnSideOf(context, actor, doers))) return candidate;
    const struck = (landmark?.recipients ?? []).map(
      (actor): Party => ({
        ...{ actor, mention: null, token: predication.trigger },
        ...{ via: 'direct', relation: 'landmark', how: 'shared' },
      }),
    );
    return struck.length === 0 ? candidate : { ...candidate, recipients: struck, isComplete: true };
  });
}
