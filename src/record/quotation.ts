import { z } from 'zod';
import { spanSchema } from './span.ts';

/** Words that the report gives as somebody's, with who said them to whom. */
export const quotationSchema = spanSchema.extend({
  id: z.string(),
  kind: z.enum(['direct', 'indirect', 'mixed']),
  speaker: z.string().nullable(),
  speakerMention: spanSchema.nullable(),
  cue: spanSchema.nullable(),
  addressee: z.string().nullable(),
  channel: z.string().nullable(),
  time: z.object({ from: z.iso.date().nullable(), to: z.iso.date().nullable() }).nullable(),
});
export type Quotation = Readonly<z.infer<typeof quotationSchema>>;
