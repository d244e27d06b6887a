import { z } from 'zod';
import { CONTEXTS, type CodingWords } from './coding-words.ts';

const words = z.array(z.string());

/** `lexicon/domains.yaml`: the words of other matters than diplomacy, and those that speak for acts of states. */
export const domainsSchema = z.strictObject({
  domains: z.record(z.string(), words),
  politics: z.array(z.enum(CONTEXTS)),
  offices: words,
  statecraft: words,
});

/** What speaks for and against a coding being of the matter of states. Each is a number of words, or 0 or 1. */
export const TOPIC_FEATURES = [
  'domainHere',
  'domainAround',
  'politicsHere',
  'politicsAround',
  'office',
  'private',
  'twoStates',
  'played',
  'ofGoods',
] as const;
export type TopicFeature = (typeof TOPIC_FEATURES)[number];

/** `lexicon/off-topic.yaml`: a logistic model of whether an act is of another matter than diplomacy, and how it was fitted. */
export const topicModelSchema = z.strictObject({
  source: z.string(),
  start: z.number(),
  weights: z.record(z.enum(TOPIC_FEATURES), z.number()),
});
export type TopicModel = Readonly<z.infer<typeof topicModelSchema>>;

/** The words of each domain, the words of politics, and what they weigh. */
export interface Topics {
  readonly domains: ReadonlyMap<string, ReadonlySet<string>>;
  readonly politics: ReadonlySet<string>;
  /** Sectors of those who act for a state or against one. */
  readonly offices: ReadonlySet<string>;
  readonly model: TopicModel;
}

/** Puts the lists and the model together; the words of politics are those of the contexts that are named. */
export function compileTopics(
  entry: z.infer<typeof domainsSchema>,
  model: TopicModel,
  { contexts }: CodingWords,
): Topics {
  const ofPolitics = [...contexts].filter(([, names]) => names.some((name) => entry.politics.includes(name)));
  return {
    domains: new Map(Object.entries(entry.domains).map(([name, list]) => [name, new Set(list)])),
    politics: new Set([...ofPolitics.map(([word]) => word), ...entry.statecraft]),
    offices: new Set(entry.offices),
    model,
  };
}
