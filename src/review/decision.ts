import { z } from 'zod';
import { actorSchema, eventSchema, quotationSchema } from '../record/index.ts';
import { quoteAnchorSchema } from './quote-anchor.ts';

/** An event as somebody saw it: enough to know it again in another reading of its report, and to put it back where that lost it. */
const seenEventSchema = z.object({
  kind: z.literal('event'),
  event: eventSchema,
  trigger: quoteAnchorSchema,
  evidence: z.array(quoteAnchorSchema),
  /** Everybody whom it names, without mentions. */
  actors: z.array(actorSchema),
});
export type SeenEvent = Readonly<z.infer<typeof seenEventSchema>>;

/** A quotation as somebody saw it. */
const seenQuotationSchema = z.object({
  kind: z.literal('quotation'),
  quotation: quotationSchema,
  words: quoteAnchorSchema,
  actors: z.array(actorSchema),
});
export type SeenQuotation = Readonly<z.infer<typeof seenQuotationSchema>>;

const seenSchema = z.discriminatedUnion('kind', [seenEventSchema, seenQuotationSchema]);
export type Seen = Readonly<z.infer<typeof seenSchema>>;

export const JUDGEMENTS = ['accept', 'reject', 'edit', 'split', 'merge', 'add'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/**
 * What somebody decided about a report. A judgement says what was seen and what stands in its place: `accept` the same, `reject`
 * nothing, `edit` one other, `split` several, `merge` one for several, `add` one for nothing. `done` says that the whole report was
 * reviewed; `undo` takes an earlier entry of the same report back.
 */
export const decisionSchema = z.discriminatedUnion('action', [
  z.object({ action: z.enum(JUDGEMENTS), seen: z.array(seenSchema), becomes: z.array(seenSchema) }),
  z.object({ action: z.literal('done') }),
  z.object({ action: z.literal('undo'), entry: z.int().positive() }),
]);
export type Decision = Readonly<z.infer<typeof decisionSchema>>;

/** One entry of the log of a report. Entries are numbered from 1 and never change. */
export const reviewEntrySchema = z.object({
  report: z.string(),
  number: z.int().positive(),
  reviewer: z.string(),
  at: z.iso.datetime(),
  note: z.string().nullable(),
  decision: decisionSchema,
});
export type ReviewEntry = Readonly<z.infer<typeof reviewEntrySchema>>;

/** An entry that judges events or quotations. */
export interface JudgingEntry extends ReviewEntry {
  readonly decision: Extract<Decision, { readonly action: Judgement }>;
}

/** The entries that still hold: those that no undo takes back which holds itself. */
export function standingEntries(entries: readonly ReviewEntry[]): readonly ReviewEntry[] {
  const undone = new Set<number>();
  for (const { number, decision } of [...entries].sort((a, b) => b.number - a.number)) {
    if (decision.action === 'undo' && !undone.has(number)) undone.add(decision.entry);
  }
  return entries.filter(({ number }) => !undone.has(number)).sort((a, b) => a.number - b.number);
}

/** Whether an entry judges something. */
export function isJudging(entry: ReviewEntry): entry is JudgingEntry {
  return entry.decision.action !== 'done' && entry.decision.action !== 'undo';
}

/** An entry's name across reports, such as `r_5f0c#3`. */
export function entryName({ report, number }: Pick<ReviewEntry, 'report' | 'number'>): string {
  return `${report}#${number}`;
}
