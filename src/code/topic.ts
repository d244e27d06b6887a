import { oncePerToken } from '../document/index.ts';
import { POLITICS, TOPIC_FEATURES, type TopicFeature, type TopicModel } from '../lexicon/index.ts';
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
  const { sentence: here, trigger } = candidate.predication;
  const parties = [...candidate.actors, ...candidate.recipients].map(({ actor }) => actorById(context, actor));
  const own = countByMatter(tellingWords(context, here).filter(({ token }) => token !== trigger));
  const near = countByMatter(around(context, here).flatMap((sentence) => tellingWords(context, sentence)));
  const states = new Set(parties.flatMap((actor) => actor?.country ?? []));
  const count = (isSo: boolean) => (isSo ? 1 : 0);
  return {
    domainHere: most(own),
    domainAround: most(near),
    politicsHere: Math.min(ENOUGH, own.get(POLITICS) ?? 0),
    politicsAround: Math.min(ENOUGH, near.get(POLITICS) ?? 0),
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

interface TellingWord {
  readonly token: number;
  readonly word: string;
  readonly matters: readonly string[];
}

/** What a sentence's lemmas and forms, alone and with the next, speak of. */
const tellingWords = oncePerToken(({ trees, lexicon }: CodingContext, sentence: number): readonly TellingWord[] => {
  const { lemmas, forms, sentence: parsed } = trees[sentence]!;
  const { matters } = lexicon.topics;
  const found: TellingWord[] = [];
  for (const { upos, index: token } of parsed.tokens) {
    const [lemma, word, next] = [lemmas[token]!, forms[token]!, lemmas[token + 1] ?? ''];
    const add = (telling: string, all: readonly string[] | undefined) => {
      // "protests rocked the capital": as a verb such a word is mostly a figure of speech
      const told = all?.filter((matter) => matter === POLITICS || upos !== 'VERB') ?? [];
      if (told.length > 0) found.push({ token, word: telling, matters: told });
    };
    add(lemma, matters.alone(lemma));
    if (word !== lemma) add(word, matters.alone(word));
    add(`${lemma} ${next}`, matters.withNext(lemma, next));
  }
  return found;
});

/** The sentences on either side of one. */
function around({ report }: CodingContext, here: number): readonly number[] {
  return report.sentences
    .slice(Math.max(0, here - REACH), here + REACH + 1)
    .flatMap(({ index }) => (index === here ? [] : index));
}

/** How many different words speak of each matter. */
function countByMatter(words: readonly TellingWord[]): ReadonlyMap<string, number> {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  for (const { word, matters } of words) {
    if (seen.has(word)) continue;
    seen.add(word);
    for (const matter of matters) counts.set(matter, (counts.get(matter) ?? 0) + 1);
  }
  return counts;
}

/** How many words speak of the domain that most of them speak of. */
function most(counts: ReadonlyMap<string, number>): number {
  return Math.min(ENOUGH, Math.max(0, ...[...counts].map(([matter, count]) => (matter === POLITICS ? 0 : count))));
}
