import { ancestorsOf, isRelation, tokenAt } from '../document/index.ts';
import type { Candidate } from './candidate.ts';
import type { CodingContext } from './coding-context.ts';
import type { Party } from './parties.ts';

/** Acts that are aimed at whoever one is speaking with: "called him to demand peace", "met him and promised help". */
const ADDRESSED = new Set(['REQUEST', 'THREATEN', 'AGREE', 'REJECT']);

/** Acts of two sides, where a second verb goes without naming the other side again: "supported Moscow and boosted trade". */
const SHARED = new Set(['COOPERATE', 'CONSULT', 'AGREE']);

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
  const { type } = candidate.rule.event;
  const isAddressed = ADDRESSED.has(type) && host.rule.event.type === 'CONSULT';
  if (!(isAddressed || SHARED.has(type)) || host === candidate || !host.isComplete) return false;
  if (host.predication.sentence !== candidate.predication.sentence) return false;
  return isPartOf(context, candidate, host) && otherSide(host, candidate).length > 0;
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
  const doer = candidate.actors[0]!.actor;
  const all = [...host.actors, ...host.recipients];
  return all.some((party) => party.actor === doer) ? all.filter((party) => party.actor !== doer) : [];
}
