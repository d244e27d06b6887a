import { z } from 'zod';
import { spanSchema } from './span.ts';

export const actorTypeSchema = z.enum([
  'state',
  'government',
  'person',
  'igo',
  'organisation',
  'armed-group',
  'group',
  'place',
]);
export type ActorType = z.infer<typeof actorTypeSchema>;

export const mentionKindSchema = z.enum(['name', 'role', 'metonym', 'pronoun', 'group']);
export type MentionKind = z.infer<typeof mentionKindSchema>;

/** Somebody (or some place) that the report speaks of, with every mention that was resolved to it. */
export const actorSchema = z.object({
  id: z.string(),
  type: actorTypeSchema,
  name: z.string(),
  wikidata: z.string().nullable(),
  country: z.string().nullable(),
  sector: z.string().nullable(),
  office: z.string().nullable(),
  mentions: z.array(spanSchema.extend({ kind: mentionKindSchema })),
});
export type Actor = Readonly<z.infer<typeof actorSchema>>;
