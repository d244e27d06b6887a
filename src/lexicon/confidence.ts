import { z } from 'zod';

/** What was decided how, as far as it says how likely an event is right. Each is a number of times, or 0 or 1. */
export const CONFIDENCE_FEATURES = [
  'eventNoun',
  'unstatedStatus',
  'insideParties',
  'sharedRoles',
  'looseMentions',
  'oneSource',
  'operators',
  'oneParty',
  'manyParties',
  'retold',
  'undated',
  'attributed',
  'headline',
] as const;
export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];

/** `lexicon/confidence.yaml`: a logistic model of whether an event's type and parties are right, and how it was fitted. */
export const confidenceModelSchema = z.strictObject({
  source: z.string(),
  start: z.number(),
  weights: z.record(z.enum(CONFIDENCE_FEATURES), z.number()),
});
export type ConfidenceModel = Readonly<z.infer<typeof confidenceModelSchema>>;
