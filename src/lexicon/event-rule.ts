import { z } from 'zod';
import { actorTypeSchema, eventTypeSchema, statusSchema } from '../record/index.ts';

const lemmas = z.array(z.string()).min(1);

/** What an example must give; a field that is left out is not compared. Actors and recipients are ISO codes or actor ids. */
const expectationSchema = z.strictObject({
  type: eventTypeSchema.optional(),
  mode: z.string().nullable().optional(),
  status: statusSchema.optional(),
  actors: z.array(z.string()).optional(),
  recipients: z.array(z.string()).optional(),
});

const exampleSchema = z.strictObject({ text: z.string(), gives: expectationSchema.optional() });
const counterexampleSchema = z.strictObject({ text: z.string(), because: z.string() });

/**
 * One entry of `lexicon/events/*.yaml`: which predications make which event. Lemmas may be class names, `"@agreement"`.
 * A role is a list of deep relations of the predication, tried in order: `subject`, `object`, `indirect`, a preposition
 * (`to`, `with`), or on nouns `poss`, `adj`, `compound`.
 */
export const eventRuleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
  because: z.string(),
  event: z.strictObject({ type: eventTypeSchema, mode: z.string().optional() }),
  trigger: z.strictObject({
    verb: lemmas.optional(),
    adjective: lemmas.optional(),
    noun: lemmas.optional(),
    /** An event noun counts only when one of these verbs carries it: "hold" for "held a meeting". */
    carriedBy: lemmas.optional(),
  }),
  roles: z
    .strictObject({
      actor: lemmas.optional(),
      recipient: lemmas.optional(),
      host: lemmas.optional(),
      mediator: lemmas.optional(),
      /** For acts of equals: every party found in any of these; the first is the actor. */
      parties: lemmas.optional(),
    })
    .default({}),
  /** Parties without which there is no event (`any`: one is enough, `parties`: two equal ones). Default: as `codes.yaml` says of the type. */
  needs: z.array(z.enum(['actor', 'recipient', 'any', 'parties'])).optional(),
  where: z
    .strictObject({
      /** Head lemma of a role must be one of these. */
      heads: z.record(z.string(), lemmas).optional(),
      /** … or must not. */
      notHeads: z.record(z.string(), lemmas).optional(),
      /** A role must be there (all of these, or any of these), or must not. */
      has: lemmas.optional(),
      hasAny: lemmas.optional(),
      hasNot: lemmas.optional(),
      /** Lemmas that must stand somewhere in the trigger's own clause ("by phone"). */
      words: lemmas.optional(),
      notWords: lemmas.optional(),
      actorTypes: z.array(actorTypeSchema).optional(),
      recipientTypes: z.array(actorTypeSchema).optional(),
      /** The recipient, or the actor, may be an organisation or person that acts for no state. */
      anyRecipient: z.boolean().optional(),
      anyActor: z.boolean().optional(),
      /** All parties are of one state, or not. */
      domestic: z.boolean().optional(),
      statuses: z.array(statusSchema).optional(),
      /** Tense of the predication; `future` also stands for "would". */
      tenses: z.array(z.enum(['past', 'present', 'future', 'none'])).optional(),
      number: z.enum(['Sing', 'Plur']).optional(),
    })
    .default({}),
  /** Where a party is looked for inside a phrase that is none itself ("criticised Russia's invasion"). Default: poss, adj, compound, of, by, … */
  inside: lemmas.optional(),
  /** An act of speech in the present tense has occurred; other presents go on. Default: ongoing. */
  present: z.enum(['occurred', 'ongoing']).optional(),
  /** `yields`: no event of its own where what it governs is one; `absorbs`: what it governs is no event besides. */
  complement: z.enum(['yields', 'absorbs']).optional(),
  /** No event of its own: only more evidence for one of the same type between the same parties ("the leaders discussed …"). */
  evidenceOnly: z.boolean().optional(),
  /** Said of something that is only possible, planned or negated, it is no event. */
  onlyFacts: z.boolean().optional(),
  /** What is told is an act of its own, whatever its operators make of the words: "will not accept" is a refusal that has occurred. */
  asserts: z.boolean().optional(),
  cameo: z.string().optional(),
  examples: z.array(exampleSchema).min(1),
  counterexamples: z.array(counterexampleSchema).min(1),
});
export type EventRuleEntry = z.infer<typeof eventRuleSchema>;

/** A rule ready to match, with the file it comes from. */
export interface EventRule extends EventRuleEntry {
  readonly file: string;
}

/** Rules by trigger: `verb meet`, `noun visit`, `adjective critical`. The most demanding rule comes first. */
export type RuleIndex = ReadonlyMap<string, readonly EventRule[]>;

/** Expands class names and indexes rules by trigger; of several that fit, the one with more conditions is tried first. */
export function indexRules(rules: readonly EventRule[]): RuleIndex {
  const index = new Map<string, EventRule[]>();
  for (const rule of rules) {
    for (const kind of ['verb', 'noun', 'adjective'] as const) {
      for (const lemma of rule.trigger[kind] ?? []) {
        const key = `${kind} ${lemma}`;
        index.set(key, [...(index.get(key) ?? []), rule]);
      }
    }
  }
  for (const [key, list] of index)
    index.set(
      key,
      list.sort((a, b) => demands(b) - demands(a)),
    );
  return index;
}

function demands(rule: EventRule): number {
  const { where, trigger } = rule;
  const listed = Object.values(where).filter((value) => value !== undefined).length;
  const heads = Object.keys(where.heads ?? {}).length;
  return listed + heads + (trigger.carriedBy ? 1 : 0);
}

/** Replaces `"@name"` by the lemmas of that class, everywhere in a rule. */
export function expandClasses(rule: EventRule, classes: ReadonlyMap<string, readonly string[]>): EventRule {
  const expand = (list: readonly string[] | undefined) =>
    list?.flatMap((lemma) => (lemma.startsWith('@') ? [...(classes.get(lemma.slice(1)) ?? [])] : [lemma]));
  const expandAll = (table: Readonly<Record<string, readonly string[]>> | undefined) =>
    table && Object.fromEntries(Object.entries(table).map(([role, list]) => [role, expand(list)!]));
  const { trigger, where } = rule;
  return {
    ...rule,
    trigger: {
      ...trigger,
      verb: expand(trigger.verb),
      noun: expand(trigger.noun),
      adjective: expand(trigger.adjective),
      carriedBy: expand(trigger.carriedBy),
    },
    where: {
      ...where,
      heads: expandAll(where.heads),
      notHeads: expandAll(where.notHeads),
      words: expand(where.words),
      notWords: expand(where.notWords),
    },
  };
}
