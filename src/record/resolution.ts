import { z } from 'zod';
import { mentionKindSchema } from './actor.ts';
import { spanSchema } from './span.ts';

/** How one mention was resolved: to whom, by which step, on which facts, and who else it might have been. No actor and no place is a result too: nobody known. */
export const mentionExplanationSchema = spanSchema.extend({
  kind: mentionKindSchema,
  actors: z.array(z.string()),
  place: z.string().nullable(),
  how: z.string(),
  facts: z.array(z.string()),
  /** An actor is an id, or several joined by +; `name` says who that is in words. */
  candidates: z.array(z.object({ actor: z.string(), name: z.string(), score: z.number() })),
  score: z.number(),
});

/** How the mentions of a report were resolved, in text order, by which version of the knowledge base. */
export const resolutionSchema = z.object({ knowledge: z.string(), mentions: z.array(mentionExplanationSchema) });
export type Resolution = Readonly<z.infer<typeof resolutionSchema>>;
