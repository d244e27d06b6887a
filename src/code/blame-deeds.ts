import { ancestorsOf, isMarkedBy, tokenAt } from '../document/index.ts';
import type { Candidate } from './candidate.ts';
import type { CodingContext } from './coding-context.ts';
import { isOnSideOf, type Party } from './party.ts';

/** The quad class of words against somebody; the one above it is of deeds against him. Source: PLOVER. */
const VERBAL_CONFLICT = 3;

/**
 * "imposed sanctions on Russia over its attack": nobody acts against another for what he did himself. A pronoun that owns the ground of such an
 * act, and was taken for its doer or for nobody, means whoever it is against.
 */
export function blameDeeds(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map((deed) => {
    if (!isOwnedByPronoun(context, deed)) return deed;
    const measure = candidates.find((other) => isGroundOf(context, deed, other));
    if (!measure) return deed;
    const blamed = measure.recipients.map((party): Party => ({ ...party, how: 'shared' }));
    return {
      ...deed,
      actors: blamed,
      recipients: deed.recipients.filter(({ actor }) => !isOnSideOf(context, actor, blamed)),
    };
  });
}

function isOwnedByPronoun(context: CodingContext, { predication, actors }: Candidate): boolean {
  const tree = context.trees[predication.sentence]!;
  const owners = predication.roles
    .filter(({ relation }) => relation === 'poss')
    .map(({ token }) => tokenAt(tree, token));
  const [doer, ...others] = actors;
  const isByOwner = doer === undefined || owners.some(({ index }) => index === doer.token);
  return others.length === 0 && isByOwner && owners.some(({ upos, feats }) => upos === 'PRON' && feats.Person === '3');
}

/** Whether a deed hangs below an act against another of whoever is taken for its doer, by a preposition of grounds. */
function isGroundOf(context: CodingContext, deed: Candidate, measure: Candidate): boolean {
  const { codes, operators } = context.lexicon;
  const { causes, grounds } = operators.carriers;
  if (measure.predication.sentence !== deed.predication.sentence || measure.recipients.length === 0) return false;
  if ((codes[measure.rule.event.type]?.quad ?? 0) < VERBAL_CONFLICT) return false;
  const doer = deed.actors[0]?.actor;
  if (doer !== undefined && !isOnSideOf(context, doer, measure.actors)) return false;
  const tree = context.trees[deed.predication.sentence]!;
  const { trigger, carrier } = measure.predication;
  const path = [tokenAt(tree, deed.predication.trigger), ...ancestorsOf(tree, deed.predication.trigger)];
  const end = path.findIndex(({ index }) => index === trigger || index === carrier);
  const isGround = (index: number) => isMarkedBy(tree, index, causes) || isMarkedBy(tree, index, grounds);
  return end > 0 && path.slice(0, end).some(({ index }) => isGround(index));
}
