import { ancestorsOf, isRelation, tokenAt } from '../document/index.ts';
import type { Candidate } from './candidate.ts';
import { type CodingContext, hasTrait } from './coding-context.ts';
import type { Party } from './party.ts';

/**
 * Gives a candidate that lacks its other side the one of the act that it is coordinated with or part of, where both have the
 * same doer.
 */
export function completeCandidates(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map((candidate) => {
    if (candidate.actors.length === 0 || candidate.recipients.length > 0) return candidate;
    const host = candidates.find((other) => isHost(context, other, candidate));
    if (!host) return candidate;
    const borrowed = otherSide(host, candidate).map((party): Party => ({ ...party, how: 'shared' }));
    return borrowed.length === 0 ? candidate : { ...candidate, recipients: borrowed, isComplete: true };
  });
}

function isHost(context: CodingContext, host: Candidate, candidate: Candidate): boolean {
  // "called him to demand peace"; "supported Moscow and boosted trade"
  const isAddressed = hasTrait(context, candidate.rule, 'addressed') && host.rule.event.type === 'CONSULT';
  if (!(isAddressed || hasTrait(context, candidate.rule, 'shared')) || host === candidate || !host.isComplete)
    return false;
  if (host.predication.sentence !== candidate.predication.sentence) return false;
  // "urge China to engage in talks": with whom is left open
  if (isAskedBy(host, candidate)) return false;
  return isPartOf(context, candidate, host) && otherSide(host, candidate).length > 0;
}

function isAskedBy(host: Candidate, { predication }: Candidate): boolean {
  return predication.operators.some(({ kind, token }) => kind === 'demand' && token === host.predication.trigger);
}

/** Whether one trigger hangs below another by coordination, purpose, participle or control only. */
function isPartOf(context: CodingContext, candidate: Candidate, host: Candidate): boolean {
  const tree = context.trees[candidate.predication.sentence]!;
  const start = candidate.predication.carrier ?? candidate.predication.trigger;
  const goals = [host.predication.trigger, host.predication.carrier];
  let token = tokenAt(tree, start);
  for (const above of ancestorsOf(tree, start)) {
    if (!['conj', 'advcl', 'xcomp'].some((relation) => isRelation(token, relation))) return false;
    if (goals.includes(above.index)) return true;
    token = above;
  }
  return false;
}

function otherSide(host: Candidate, candidate: Candidate): readonly Party[] {
  const doers = candidate.actors.map((party) => party.actor);
  const all = [...host.actors, ...host.recipients];
  if (!all.some((party) => party.actor === doers[0])) return [];
  return all.filter((party) => !doers.includes(party.actor));
}
