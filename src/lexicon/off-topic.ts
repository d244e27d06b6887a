import { z } from 'zod';
import { makePhraseTable, type PhraseTable } from '../text/phrase-table.ts';
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

/** What words speak of, and what that weighs. */
export interface Topics {
  /** The matters that a word, or a word with the next, speaks of: names of domains, and `POLITICS`. */
  readonly matters: PhraseTable<readonly string[]>;
  /** Sectors of those who act for a state or against one. */
  readonly offices: ReadonlySet<string>;
  readonly model: TopicModel;
}

/** The matter of states among `Topics.matters`. */
export const POLITICS = 'politics';

/** Puts the lists and the model together; the words of politics are those of the contexts that are named. */
export function compileTopics(
  entry: z.infer<typeof domainsSchema>,
  model: TopicModel,
  { contexts }: CodingWords,
): Topics {
  const ofPolitics = [...contexts.phrases].filter(([, names]) => names.some((name) => entry.politics.includes(name)));
  const lists = [
    ...Object.entries(entry.domains),
    [POLITICS, [...ofPolitics.map(([word]) => word), ...entry.statecraft]] as const,
  ];
  const matters = new Map<string, string[]>();
  for (const [name, list] of lists)
    for (const word of new Set(list)) matters.set(word, [...(matters.get(word) ?? []), name]);
  return {
    matters: makePhraseTable(matters),
    offices: new Set(entry.offices),
    model,
  };
}
