import { ofSeats, roleOf } from './decide-roles.ts';
import { actorOf, type Draft, type LocalActor, type Outcome, type Scene, type Sieve } from './scene.ts';

/** "His Ukrainian counterpart": the same office as the last person in office, in the state named. */
export const decideCounterparts: Sieve = (scene) => {
  const locals = new Map(scene.locals);
  const drafts = scene.drafts.map((draft, index) => {
    if (draft.outcome || draft.role?.noun.role !== 'counterpart') return draft;
    const outcome = counterpartOf(scene, draft, index, locals);
    return outcome ? { ...draft, outcome } : draft;
  });
  return { ...scene, drafts, locals };
};

function counterpartOf(scene: Scene, draft: Draft, index: number, locals: Map<string, LocalActor>): Outcome | null {
  const { seats } = draft.role!;
  if (seats.length === 0) return null;
  const subject = scene.drafts
    .slice(0, index)
    .toReversed()
    .find((other) => {
      const actor = other.outcome?.actors[0];
      const known = actor === undefined ? undefined : actorOf(scene, actor);
      return (
        known &&
        (known.type === 'person' || other.role?.noun.kind === 'office') &&
        !seats.includes(known.country ?? '') &&
        roleOf(scene, other) !== null
      );
    });
  const held = subject ? roleOf(scene, subject) : null;
  if (!subject || !held) return null;
  const noun =
    held.noun ??
    [...scene.knowledge.roleNouns.values()].find((candidate) => candidate.role === held.role && !candidate.isPlural);
  if (!noun) return null;
  const asRole = {
    ...draft,
    role: { ...draft.role!, noun: { ...noun, isPlural: draft.role!.noun.isPlural && seats.length > 1 } },
  };
  const outcome = ofSeats(scene, asRole, seats, locals);
  return {
    ...outcome,
    how: 'counterpart',
    facts: [`counterpart of "${subject.text}" as ${held.role}`, ...outcome.facts],
  };
}
