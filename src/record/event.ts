import { z } from 'zod';
import { dateSchema, spanSchema } from './span.ts';

/** The 16 PLOVER event types of 2021 and the extension STATEMENT. */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'STATEMENT',
] as const;
export const codebookTypeSchema = z.enum(EVENT_TYPES);
export type CodebookType = z.infer<typeof codebookTypeSchema>;

/** A type of somebody's own lexicon, such as `X-HOSTAGE-SWAP`. Like STATEMENT it never leaves in a PLOVER file. */
export const extensionTypeSchema = z.templateLiteral(['X-', z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/)]);
export type ExtensionType = z.infer<typeof extensionTypeSchema>;

export const eventTypeSchema = z.union([codebookTypeSchema, extensionTypeSchema]);
export type EventType = z.infer<typeof eventTypeSchema>;

/** Acts whose parties are equal: `equal` of `lexicon/codes.yaml`, for what knows no lexicon. */
export const EQUAL_TYPES: readonly EventType[] = ['AGREE', 'CONSULT', 'COOPERATE'];

export const STATUSES = ['occurred', 'ongoing', 'planned', 'possible', 'negated'] as const;
export const statusSchema = z.enum(STATUSES);
export type Status = z.infer<typeof statusSchema>;

/** What a speaker does with the event that he speaks of. */
export const stanceSchema = z.enum(['asserts', 'denies', 'alleges', 'doubts']);
export type Stance = z.infer<typeof stanceSchema>;

export const attributionSchema = z.object({ actor: z.string(), stance: stanceSchema });
export type Attribution = Readonly<z.infer<typeof attributionSchema>>;

export const placeSchema = z.object({
  name: z.string(),
  country: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
});
export type Place = Readonly<z.infer<typeof placeSchema>>;

/** How many times: `{ min: 39, max: 39 }` for "39 times", `{ min: 2, max: null }` for "several times". */
export const countSchema = z.object({ min: z.int(), max: z.int().nullable() });
export type Count = Readonly<z.infer<typeof countSchema>>;

/** The days of an event, and whether the text states them, the report's date stands in, or they were worked out. */
export const eventTimeSchema = z.object({
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
  basis: z.enum(['stated', 'report', 'inferred', 'unknown']),
});
export type EventTime = Readonly<z.infer<typeof eventTimeSchema>>;

/** One happening as one report tells it: who did what to whom, when, where, in which status, on whose word, and why we say so. */
export const eventSchema = z.object({
  id: z.string(),
  type: eventTypeSchema,
  /** Says of a type of somebody's own lexicon that its parties are equal (trait `equal`); left out everywhere else. */
  equal: z.literal(true).optional(),
  mode: z.string().nullable(),
  status: statusSchema,
  actors: z.array(z.string()),
  recipients: z.array(z.string()),
  hosts: z.array(z.string()),
  mediators: z.array(z.string()),
  time: eventTimeSchema,
  place: placeSchema.nullable(),
  contexts: z.array(z.string()),
  count: countSchema.nullable(),
  attribution: z.array(attributionSchema),
  trigger: spanSchema,
  evidence: z.array(spanSchema),
  rule: z.string(),
  cameo: z.string().nullable(),
  quad: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
  confidence: z.number().min(0).max(1),
});
export type Event = Readonly<z.infer<typeof eventSchema>>;

/** Whether the parties of an act are equal, so that who is named first says nothing. */
export function hasEqualParties({ type, equal }: Pick<Event, 'type' | 'equal'>): boolean {
  return equal === true || EQUAL_TYPES.includes(type);
}
