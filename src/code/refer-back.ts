import { dependents, type Token, tokenAt } from '../document/index.ts';
import type { ActReference } from '../lexicon/index.ts';
import type { Candidate } from './candidate.ts';
import { type CodingContext, hasTrait } from './coding-context.ts';
import { partiesAt } from './parties-at.ts';
import { isOnSideOf, type Party } from './party.ts';

/** An act is taken up within this many sentences, or not at all. */
const MAX_SENTENCES_BACK = 4;

/**
 * Finds the other side of an act that is aimed at something told before: "condemned the remarks" is aimed at whoever made
 * them, "seconded the call" at whoever called. The nearest act before it that the noun can mean decides.
 */
export function referBack(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map((candidate) => {
    if (candidate.actors.length === 0 || candidate.recipients.length > 0) return candidate;
    if (!hasTrait(context, candidate.rule, 'reactive')) return candidate;
    const found = referenceOf(context, candidate);
    if (!found) return candidate;
    const doers = doersNamed(context, candidate, found.noun);
    const parties = doers.length > 0 ? doers : doersBefore(context, candidates, candidate, found.noun, found.reference);
    return parties.length === 0 ? candidate : { ...candidate, recipients: parties };
  });
}

/** "welcomed the actions taken by Canada": the noun itself says whose act it was. */
function doersNamed(context: CodingContext, { predication, actors }: Candidate, noun: Token): readonly Party[] {
  const { sentence } = predication;
  return dependents(context.trees[sentence]!, noun.index, 'acl')
    .flatMap((clause) => dependents(context.trees[sentence]!, clause.index, 'obl:agent'))
    .flatMap((agent) => partiesAt(context, sentence, agent.index, [], 0))
    .filter((party) => !isOnSideOf(context, party.actor, actors))
    .map((party) => ({ ...party, relation: 'reference', how: 'shared' }));
}

const CONTENT_RELATIONS = new Set(['object', 'to', 'against', 'of', 'over', 'with', 'for']);

function referenceOf(
  context: CodingContext,
  { predication }: Candidate,
): { noun: Token; reference: ActReference } | null {
  const tree = context.trees[predication.sentence]!;
  const { references, takesUp } = context.lexicon.words;
  for (const role of predication.roles) {
    const noun = tokenAt(tree, role.token);
    const reference = references.get(noun.lemma.toLowerCase());
    const isKnown = dependents(tree, noun.index, 'det', 'amod').some((word) => takesUp.has(word.form.toLowerCase()));
    if (reference && isKnown && CONTENT_RELATIONS.has(role.relation)) return { noun, reference };
  }
  return null;
}

function doersBefore(
  context: CodingContext,
  candidates: readonly Candidate[],
  candidate: Candidate,
  noun: Token,
  reference: ActReference,
): readonly Party[] {
  const before = candidates.filter(
    (other) =>
      other.predication.span.start < noun.start &&
      candidate.predication.sentence - other.predication.sentence <= MAX_SENTENCES_BACK &&
      reference.types.includes(other.rule.event.type) &&
      other.isComplete &&
      other.predication.trigger !== candidate.predication.trigger,
  );
  const named = before.filter((other) => other.predication.lemma.split(' ').at(-1) === noun.lemma.toLowerCase());
  const act = named.at(-1) ?? before.at(-1);
  if (act) return othersOf(context, act, candidate);
  return reference.speech ? lastSpeaker(context, candidate, noun) : [];
}

/** Whoever did it; of an act of equals, all who took part; nobody of the side that reacts to it. */
function othersOf(context: CodingContext, act: Candidate, { actors }: Candidate): readonly Party[] {
  const parties = hasTrait(context, act.rule, 'equal') ? [...act.actors, ...act.recipients] : act.actors;
  return parties
    .filter((party) => !isOnSideOf(context, party.actor, actors))
    .map((party) => ({ ...party, mention: null, relation: 'reference', how: 'shared' }));
}

function lastSpeaker(context: CodingContext, candidate: Candidate, noun: Token): readonly Party[] {
  const voice = context.voices.findLast(
    ({ end, speaker }) => end <= noun.start && speaker !== null && !isOnSideOf(context, speaker, candidate.actors),
  );
  if (!voice?.speaker) return [];
  const { sentences } = context.report;
  const said = sentences.findLast((sentence) => sentence.start <= voice.start)?.index ?? 0;
  if (candidate.predication.sentence - said > MAX_SENTENCES_BACK) return [];
  return [
    { actor: voice.speaker, mention: null, token: noun.index, via: 'direct', relation: 'reference', how: 'shared' },
  ];
}
