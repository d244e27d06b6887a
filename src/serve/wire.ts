import { z } from '@hono/zod-openapi';
import {
  actorTypeSchema,
  countSchema,
  DISPUTED_FIELDS,
  dateSchema,
  eventSchema,
  eventTypeSchema,
  explanationSchema,
  quotationSchema,
  reportRecordSchema,
  STAGES,
  stanceSchema,
  statusSchema,
} from '../record/index.ts';

/** What the HTTP API says beside the record itself: the entries of its lists, counts, and the one shape of errors. */

export const reportCardSchema = z
  .object({
    id: z.string(),
    source: z.string(),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    published: dateSchema.nullable(),
  })
  .openapi('ReportCard');

export const reportEntrySchema = reportCardSchema
  .extend({
    opening: z.string().openapi({ description: 'How the text begins.' }),
    events: z.int(),
    quotations: z.int(),
    actors: z.int(),
  })
  .openapi('ReportEntry');
export type ReportEntry = Readonly<z.infer<typeof reportEntrySchema>>;

export const actorCardSchema = z
  .object({
    id: z.string(),
    type: actorTypeSchema,
    name: z.string(),
    wikidata: z.string().nullable(),
    country: z.string().nullable(),
    sector: z.string().nullable(),
  })
  .openapi('ActorCard');
export type ActorCard = Readonly<z.infer<typeof actorCardSchema>>;

export const actorEntrySchema = actorCardSchema.extend({ reports: z.int(), events: z.int() }).openapi('ActorEntry');
export type ActorEntry = Readonly<z.infer<typeof actorEntrySchema>>;

/** What a list says of the happening that an event tells of. Same shape as `HappeningCard` of `src/ask`. */
export const happeningCardSchema = z
  .object({
    id: z.string().openapi({ example: 'h_3f2a91c04b7e' }),
    tellings: z.int(),
    reports: z.int(),
    outlets: z.array(z.string()),
    first: z.object({ report: z.string(), outlet: z.string().nullable(), published: dateSchema.nullable() }),
    stages: z.array(z.object({ stage: z.enum(STAGES), since: dateSchema.nullable() })),
    disputed: z.array(z.enum(DISPUTED_FIELDS)),
  })
  .openapi('HappeningCard');

/** An event as its report tells it, with that report and everybody whom it names. Same shape as `TimelineEntry` of `src/ask`. */
export const eventEntrySchema = z
  .object({
    id: z.string().openapi({ example: 'r_5f0c/e1' }),
    event: eventSchema,
    report: reportCardSchema.extend({ url: z.string().nullable() }),
    actors: z.array(actorCardSchema),
    happening: happeningCardSchema.nullable(),
  })
  .openapi('EventEntry');
export type EventEntry = Readonly<z.infer<typeof eventEntrySchema>>;

const textPairSchema = z.object({
  kind: z.enum(['revised', 'syndicated']),
  earlier: z.string(),
  later: z.string(),
  likeness: z.number(),
  difference: z.object({ removed: z.array(z.string()), added: z.array(z.string()) }).nullable(),
});

const joinedSchema = z.object({
  to: z.string(),
  score: z.number().nullable().openapi({ description: 'Null where a person joined them.' }),
  reasons: z.array(z.object({ aspect: z.string(), score: z.number().nullable(), because: z.string() })),
});

/** Every account of one happening. Same shape as `Happening` of `src/ask`. */
export const happeningSchema = z
  .object({
    card: happeningCardSchema,
    lead: z.string().nullable().openapi({ description: 'The event that stands for it in lists.' }),
    tellings: z.array(
      z.object({
        entry: eventEntrySchema,
        handle: z.string(),
        isCounted: z.boolean().openapi({ description: 'Whether its report is the latest version of its text.' }),
        joined: joinedSchema.nullable().openapi({ description: 'To which account it was joined, and why.' }),
      }),
    ),
    steps: z.array(z.object({ stage: z.enum(STAGES), since: dateSchema.nullable(), events: z.array(z.string()) })),
    disagreements: z.array(
      z.object({
        field: z.enum(DISPUTED_FIELDS),
        versions: z.array(z.object({ value: z.string(), events: z.array(z.string()) })),
      }),
    ),
    likeReports: z.array(textPairSchema),
    decisions: z.array(
      z.object({
        number: z.int(),
        kind: z.enum(['join', 'split']),
        by: z.string(),
        at: z.string(),
        groups: z.array(z.array(z.string())),
        isRevoked: z.boolean(),
      }),
    ),
  })
  .openapi('Happening');
export type HappeningWire = Readonly<z.infer<typeof happeningSchema>>;

export const explainedEventSchema = z
  .object({ entry: eventEntrySchema, explanation: explanationSchema.nullable() })
  .openapi('ExplainedEvent');
export type ExplainedEventWire = Readonly<z.infer<typeof explainedEventSchema>>;

export const quotationEntrySchema = z
  .object({
    id: z.string().openapi({ example: 'r_5f0c/q1' }),
    quotation: quotationSchema,
    report: reportCardSchema,
    speaker: actorCardSchema.nullable(),
    addressee: actorCardSchema.nullable(),
  })
  .openapi('QuotationEntry');
export type QuotationEntry = Readonly<z.infer<typeof quotationEntrySchema>>;

export const pairSchema = z
  .object({
    ids: z.tuple([z.string(), z.string()]).openapi({ description: 'Country codes, or ids of organisations.' }),
    names: z.tuple([z.string(), z.string()]),
    events: z.int(),
    first: dateSchema.nullable(),
    last: dateSchema.nullable(),
  })
  .openapi('Pair');
export type Pair = Readonly<z.infer<typeof pairSchema>>;

export const searchSchema = z
  .object({
    hits: z.array(
      z.object({
        report: reportCardSchema,
        snippet: z.string(),
        marks: z.array(z.object({ start: z.int(), end: z.int() })).openapi({ description: 'Places in the snippet.' }),
      }),
    ),
    total: z.int(),
    facets: z.record(
      z.enum(['type', 'status', 'country', 'outlet', 'month']),
      z.array(z.object({ value: z.string(), count: z.int() })),
    ),
  })
  .openapi('SearchResult');
export type SearchWire = Readonly<z.infer<typeof searchSchema>>;
export type SearchHit = SearchWire['hits'][number];

const contactSchema = z
  .object({
    mode: z.string().nullable(),
    from: dateSchema.nullable(),
    to: dateSchema.nullable(),
    entries: z.array(eventEntrySchema),
  })
  .openapi('Contact');
export type Contact = Readonly<z.infer<typeof contactSchema>>;

export const contactsSchema = z
  .object({
    between: z.tuple([z.string(), z.string()]),
    total: z.int(),
    byMode: z.array(z.object({ mode: z.string().nullable(), count: z.int() })),
    first: contactSchema.nullable(),
    last: contactSchema.nullable(),
    next: contactSchema.nullable(),
    contacts: z.array(contactSchema),
    planned: z.array(contactSchema),
    claimed: z.array(eventEntrySchema),
    besideClaims: z.array(z.object({ claim: z.string(), count: countSchema, inRecord: z.int() })),
    negated: z.array(eventEntrySchema),
  })
  .openapi('Contacts');
export type ContactsWire = Readonly<z.infer<typeof contactsSchema>>;

const sumsFields = { events: z.int(), cooperation: z.number(), conflict: z.number(), balance: z.number() };
const sumsSchema = z.object(sumsFields).openapi('Sums');
const dyadSumsFields = {
  ...sumsFields,
  byType: z.record(z.string(), z.int()),
  byQuad: z.tuple([z.int(), z.int(), z.int(), z.int()]),
  there: sumsSchema,
  back: sumsSchema,
};

/** What two did to one another. Same shape as `DyadStats` of `src/ask`. */
export const statsSchema = z
  .object({
    between: z.tuple([z.string(), z.string()]),
    total: z.object(dyadSumsFields),
    months: z.array(z.object({ month: z.string().nullable(), ...dyadSumsFields })),
    reciprocity: z.number().nullable(),
  })
  .openapi('DyadStats');

const claimSchema = z
  .object({ entry: eventEntrySchema, speaker: actorCardSchema, stance: stanceSchema })
  .openapi('Claim');

export const disputeSchema = z
  .object({
    type: eventTypeSchema,
    parties: z.array(z.string()),
    claimed: z.array(claimSchema),
    denied: z.array(claimSchema),
  })
  .openapi('Dispute');

export const overviewSchema = z
  .object({
    reports: z.int(),
    events: z.int(),
    quotations: z.int(),
    actors: z.int(),
    published: z.object({ from: dateSchema.nullable(), to: dateSchema.nullable() }),
    byType: z.array(z.object({ type: eventTypeSchema, events: z.int() })),
    byStatus: z.array(z.object({ status: statusSchema, events: z.int() })),
    latest: z.array(reportEntrySchema),
    pairs: z.array(pairSchema),
    can: z.object({
      read: z.boolean().openapi({ description: 'Whether POST /read is served.' }),
      write: z.boolean().openapi({ description: 'Whether POST /reports is served.' }),
    }),
  })
  .openapi('Overview');
export type Overview = Readonly<z.infer<typeof overviewSchema>>;

/** Made anew, since a schema that stood before zod learnt `openapi` does not know it. */
export const recordSchema = z.object(reportRecordSchema.shape).openapi('ReportRecord');

export const readingSchema = z
  .object({ record: recordSchema, explanations: z.array(explanationSchema) })
  .openapi('Reading');
export type ReadingWire = Readonly<z.infer<typeof readingSchema>>;

/** The one shape of every error, made of a `ChanceryError`. */
export const errorSchema = z
  .object({
    code: z.string().openapi({ example: 'ask/unknown-actor' }),
    message: z.string(),
    expected: z.array(z.string()).optional(),
    hint: z.string().optional(),
  })
  .openapi('Error');
export type ErrorWire = Readonly<z.infer<typeof errorSchema>>;

/** A page of a list: its entries, and the cursor of the page that follows. */
export function pageOf<Entry extends z.ZodType>(entry: Entry) {
  return z.object({ entries: z.array(entry), next: z.string().nullable() });
}

/** A page of a list that also says how many entries there are in all. */
export function listOf<Entry extends z.ZodType>(entry: Entry) {
  return pageOf(entry).extend({ total: z.int() });
}
export interface List<Entry> {
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly next: string | null;
}
