import { z } from 'zod';
import { spanSchema } from './span.ts';

/** Why one event stands in the record as it does: words, parse, rule, actors, dates, status, sources. Kept beside the record, one per event. */
export const explanationSchema = z.object({
  event: z.string(),
  sentence: spanSchema,
  /** The trigger's sentence as CoNLL-U lines, without comments. */
  parse: z.string(),
  /** The normal form: lemma, kind, tense, aspect, polarity, and each role with its words. */
  predication: z.object({
    lemma: z.string(),
    kind: z.string(),
    form: z.string(),
    roles: z.array(z.object({ relation: z.string(), text: z.string() })),
  }),
  rule: z.object({ id: z.string(), because: z.string(), file: z.string() }),
  /** One entry a party, in the order of the event's roles. */
  parties: z.array(
    z.object({
      actor: z.string(),
      role: z.string(),
      mention: spanSchema.nullable(),
      how: z.string(),
      facts: z.array(z.string()),
      candidates: z.array(z.object({ actor: z.string(), score: z.number() })),
    }),
  ),
  /** Each operator that made the status what it is, outermost first, and what follows. */
  status: z.array(z.string()),
  time: z.string(),
  place: z.string().nullable(),
  attribution: z.array(z.string()),
  confidence: z.array(z.string()),
});
export type Explanation = Readonly<z.infer<typeof explanationSchema>>;
