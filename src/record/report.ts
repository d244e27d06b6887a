import { z } from 'zod';
import { dateSchema, spanSchema } from './span.ts';

/** Why a bound of an inferred publication window stands where it does. */
export const reasonSchema = z.object({
  bound: z.enum(['from', 'to']),
  date: dateSchema,
  because: z.string(),
  span: spanSchema.nullable(),
});
export type Reason = z.infer<typeof reasonSchema>;

/** The date that relative expressions are resolved against, and where it comes from. */
export const publishedSchema = z.object({
  value: dateSchema.nullable(),
  basis: z.enum(['given', 'metadata', 'inferred', 'unknown']),
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
  reasons: z.array(reasonSchema),
});
export type Published = z.infer<typeof publishedSchema>;

/** What was read: the whole text (title first), and what is known about where it comes from. */
export const reportSchema = z.object({
  id: z.string(),
  source: z.string(),
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  byline: z.string().nullable(),
  language: z.string().nullable(),
  dateline: spanSchema.extend({ place: z.string().nullable() }).nullable(),
  published: publishedSchema,
  text: z.string(),
});
export type Report = Readonly<z.infer<typeof reportSchema>>;
