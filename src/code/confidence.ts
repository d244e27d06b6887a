import type { Candidate } from './candidate.ts';

/** How sure a coding is, and what took from it. */
export interface Confidence {
  readonly value: number;
  readonly steps: readonly string[];
}

// Weights set by judgement, not yet calibrated: see docs/codebook.md, "Confidence".
const BASE = 0.95;
const UNSTATED_STATUS = 0.9;
const INSIDE_PARTY = 0.93;
const SHARED_ROLE = 0.97;
const EVENT_NOUN = 0.95;

/** A confidence from what was decided how: role and mention certainty, and whether the sentence commits itself. */
export function confidenceOf(candidate: Candidate): Confidence {
  const steps = [`base ${BASE}`];
  let value = BASE;
  const take = (factor: number, because: string) => {
    value *= factor;
    steps.push(`× ${factor} ${because}`);
  };
  if (candidate.predication.kind === 'noun') take(EVENT_NOUN, 'an event noun without a verb of its own');
  if (!candidate.predication.isStatusStated) take(UNSTATED_STATUS, 'the sentence does not commit itself');
  for (const party of [...candidate.actors, ...candidate.recipients]) {
    if (party.via !== 'direct') take(INSIDE_PARTY, `${party.actor} only inside a phrase`);
    if (party.how !== 'own') take(SHARED_ROLE, `${party.actor} by a ${party.how} role`);
    const score = party.mention?.resolution.score ?? 1;
    if (score < 1) take(round(score), `${party.actor} as resolved`);
  }
  return { value: round(value), steps };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
