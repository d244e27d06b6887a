import type { Sentence } from '../document/index.ts';
import { TOPIC_FEATURES, type TopicFeature, type TopicModel } from '../lexicon/index.ts';
import type { Actor } from '../record/index.ts';
import type { Candidate } from './candidate.ts';
import { actorById, type CodingContext, hasTrait } from './coding-context.ts';

export type TopicFeatures = Readonly<Record<TopicFeature, number>>;

/**
 * Leaves out acts of another matter than diplomacy: what speaks for sport, the arts, business and the like in the sentence and
 * around it, against what speaks for states and their offices. Fitted on texts that tell of no event: lexicon/off-topic.yaml.
 */
export function dropOffTopic(context: CodingContext, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter((candidate) => !isOffTopic(context, candidate));
}

function isOffTopic(context: CodingContext, candidate: Candidate): boolean {
  return offTopicness(context.lexicon.topics.model, topicFeatures(context, candidate)) > 0;
}

/** How much more an act looks like one of another matter than like one of states; never so without a word that says so. */
export function offTopicness({ start, weights }: TopicModel, features: TopicFeatures): number {
  if (features.domainHere + features.domainAround === 0) return Number.NEGATIVE_INFINITY;
  return TOPIC_FEATURES.reduce((sum, name) => sum + weights[name] * features[name], start);
}

/** How far around a sentence the words count. */
const REACH = 2;
/** More words of a kind say no more. */
const ENOUGH = 4;

/** What speaks for and against a coding being of the matter of states. */
export function topicFeatures(context: CodingContext, candidate: Candidate): TopicFeatures {
  const { sentences } = context.report;
  const { sentence: here, trigger } = candidate.predication;
  const around = sentences.filter(({ index }) => index !== here && Math.abs(index - here) <= REACH);
  const parties = [...candidate.actors, ...candidate.recipients].map(({ actor }) => actorById(context, actor));
  const { domains, politics } = context.lexicon.topics;
  const own = wordsOf(sentences[here]!, trigger);
  const near = around.flatMap((sentence) => wordsOf(sentence));
  const domainsHere = [...domains.values()].map((list) => countIn(own, list));
  const domainsAround = [...domains.values()].map((list) => countIn(near, list));
  const states = new Set(parties.flatMap((actor) => actor?.country ?? []));
  const count = (isSo: boolean) => (isSo ? 1 : 0);
  return {
    domainHere: Math.min(ENOUGH, Math.max(...domainsHere)),
    domainAround: Math.min(ENOUGH, Math.max(...domainsAround)),
    politicsHere: Math.min(ENOUGH, countIn(own, politics)),
    politicsAround: Math.min(ENOUGH, countIn(near, politics)),
    office: count(parties.some((actor) => hasOffice(context, actor))),
    private: count(parties.every((actor) => actor?.type !== 'state' && !hasOffice(context, actor))),
    twoStates: count(states.size > 1),
    played: count(hasTrait(context, candidate.rule, 'played')),
    ofGoods: count(hasTrait(context, candidate.rule, 'of-goods')),
  };
}

/** Whoever acts for a state or a body of states by his office or arms. */
function hasOffice({ lexicon }: CodingContext, actor: Actor | null): boolean {
  if (actor === null || actor.type === 'state') return false;
  return ['igo', 'government'].includes(actor.type) || lexicon.topics.offices.has(actor.sector?.split('.')[0] ?? '');
}

/** The lemmas and forms of a sentence, alone and with the next, without the trigger. */
function wordsOf({ tokens }: Sentence, trigger = -1): readonly string[] {
  return tokens.flatMap(({ lemma, form }, index) => {
    if (index === trigger) return [];
    const next = tokens[index + 1]?.lemma.toLowerCase() ?? '';
    const word = lemma.toLowerCase();
    return [word, ...(form.toLowerCase() === word ? [] : [form.toLowerCase()]), `${word} ${next}`];
  });
}

function countIn(found: readonly string[], list: ReadonlySet<string>): number {
  return new Set(found.filter((word) => list.has(word))).size;
}
