import { z } from 'zod';
import { codingWordsSchema, typeCodesSchema } from './coding-words.ts';
import { eventEntrySchema } from './event-rule.ts';
import { classesSchema } from './load-rules.ts';
import { domainsSchema } from './off-topic.ts';
import { carriersSchema, modalsSchema, operatorClassSchema } from './operators.ts';

/** What each kind of lexicon file holds. */
const SCHEMAS = {
  events: z.array(eventEntrySchema),
  classes: classesSchema,
  codes: typeCodesSchema,
  coding: codingWordsSchema,
  domains: domainsSchema,
  operators: z.array(operatorClassSchema),
  carriers: carriersSchema,
  modals: modalsSchema,
} as const;

export const LEXICON_FILES = Object.keys(SCHEMAS) as readonly (keyof typeof SCHEMAS)[];
export type LexiconFile = keyof typeof SCHEMAS;

/** The JSON Schema of a kind of lexicon file, by which editors check and complete what is written there. */
export function lexiconSchema(kind: LexiconFile): object {
  return { title: `Chancery lexicon: ${kind}`, ...z.toJSONSchema(SCHEMAS[kind], { io: 'input' }) };
}
