import { z } from 'zod';
import { actorTypeSchema, eventTypeSchema, extensionTypeSchema, statusSchema } from '../record/index.ts';
import { typeCodeSchema } from './coding-words.ts';

const lemmas = z.array(z.string()).min(1);

const expectationSchema = z
  .strictObject({
    type: eventTypeSchema.optional(),
    mode: z.string().nullable().optional(),
    status: statusSchema.optional(),
    actors: z.array(z.string()).optional(),
    recipients: z.array(z.string()).optional(),
  })
  .describe(
    'What the example must give; a field that is left out is not compared. Actors and recipients are ISO codes or actor ids.',
  );

const exampleSchema = z.strictObject({ text: z.string(), gives: expectationSchema.optional() });
const counterexampleSchema = z.strictObject({ text: z.string(), because: z.string() });

const triggerSchema = z
  .strictObject({
    verb: lemmas.optional(),
    adjective: lemmas.optional(),
    noun: lemmas.optional(),
    phrase: lemmas
      .optional()
      .describe(
        'Idioms: the lemma of a verb, then those of words that stand under it, in whatever order: "take to task", "point finger".',
      ),
    carriedBy: lemmas
      .optional()
      .describe('The noun counts only when one of these verbs carries it: "hold" for "held a meeting".'),
  })
  .describe('The words that name the happening, as lemmas; "@name" stands for a class of classes.yaml.');

const rolesSchema = z
  .strictObject({
    actor: lemmas.optional(),
    recipient: lemmas.optional(),
    host: lemmas.optional(),
    mediator: lemmas.optional(),
    parties: lemmas
      .optional()
      .describe('For acts of equals: every party found in any of these; the first is the actor.'),
  })
  .describe(
    'Where the parties stand: relations of the predication, tried in order. subject, object, indirect, a preposition (to, with), or on nouns poss, adj, compound; speaker is whoever says it, voice the government whose own text says it.',
  );

const whereSchema = z
  .strictObject({
    heads: z.record(z.string(), lemmas).optional().describe('The head lemma of a role must be one of these.'),
    notHeads: z.record(z.string(), lemmas).optional().describe('The head lemma of a role must be none of these.'),
    has: lemmas.optional().describe('Roles that must all be there.'),
    hasAny: lemmas.optional().describe('Roles of which one must be there.'),
    hasNot: lemmas.optional().describe('Roles that must not be there.'),
    words: lemmas.optional().describe('Lemmas of which one must stand in the clause of the trigger ("by phone").'),
    notWords: lemmas.optional().describe('Lemmas that must not stand in the clause of the trigger.'),
    actorTypes: z.array(actorTypeSchema).optional(),
    recipientTypes: z.array(actorTypeSchema).optional(),
    anyRecipient: z.boolean().optional().describe('The recipient may be somebody who acts for no state.'),
    anyActor: z.boolean().optional().describe('The actor may be somebody who acts for no state.'),
    domestic: z.boolean().optional().describe('All parties are of one state, or not.'),
    statuses: z.array(statusSchema).optional(),
    tenses: z
      .array(z.enum(['past', 'present', 'future', 'none']))
      .optional()
      .describe('Tense of the predication; future also stands for "would".'),
    number: z.enum(['Sing', 'Plur']).optional().describe('Number of the noun that is the trigger.'),
  })
  .describe('Conditions besides the trigger. Of several rules that fit, the one with more of them is tried first.');

/** One entry of `lexicon/events/*.yaml`: which predications make which event. The descriptions are what editors show. */
export const eventRuleSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
    .describe('Such as consult.visit.host. A rule of your own with the id of a shipped one replaces it.'),
  because: z.string().describe('Why this makes an event of that type, as the codebook prints it.'),
  event: z.strictObject({ type: eventTypeSchema, mode: z.string().optional() }),
  trigger: triggerSchema,
  roles: rolesSchema.default({}),
  needs: z
    .array(z.enum(['actor', 'recipient', 'any', 'parties']))
    .optional()
    .describe(
      'Parties without which there is no event (any: one is enough, parties: two equal ones). Default: by type.',
    ),
  where: whereSchema.default({}),
  inside: lemmas
    .optional()
    .describe('Where a party is looked for inside a phrase that is none itself ("criticised Russia’s invasion").'),
  present: z
    .enum(['occurred', 'ongoing'])
    .optional()
    .describe('An act of speech in the present tense has occurred; other presents go on. Default: ongoing.'),
  complement: z
    .enum(['yields', 'absorbs'])
    .optional()
    .describe('yields: no event where what it governs is one; absorbs: what it governs is no event besides.'),
  evidenceOnly: z
    .boolean()
    .optional()
    .describe('No event of its own: only more evidence for one of the same type between the same parties.'),
  joins: z
    .boolean()
    .optional()
    .describe(
      'Rather more evidence of an event of its type between its parties ("the two discussed …" of their meeting): an event of its own only where none is told.',
    ),
  atHome: z
    .boolean()
    .optional()
    .describe(
      'The act is an event among the people of one state too ("lifted the curfew"), whatever is true of its type.',
    ),
  onlyFacts: z
    .boolean()
    .optional()
    .describe('Said of something that is only possible, planned or negated, it is no event.'),
  asserts: z
    .boolean()
    .optional()
    .describe(
      'The words are an act of their own, whatever their operators: "will not accept" is a refusal that has occurred.',
    ),
  cameo: z.string().optional().describe('CAMEO code, where it differs from the one of type and mode.'),
  examples: z.array(exampleSchema).min(1),
  counterexamples: z.array(counterexampleSchema).min(1),
});
export type EventRuleEntry = z.infer<typeof eventRuleSchema>;

/** An entry that declares an event type of somebody's own lexicon. */
export const typeDeclarationSchema = z.strictObject({
  type: extensionTypeSchema,
  because: z.string(),
  ...typeCodeSchema.shape,
});

/** An entry that takes a rule of the lexicon below away. */
export const withoutSchema = z.strictObject({ without: z.string(), because: z.string() });

/** Whatever a file of rules may hold. */
export const eventEntrySchema = z.union([eventRuleSchema, typeDeclarationSchema, withoutSchema]);

/** What an entry is meant to be, by the word that sets it apart, so that a fault is told of that and of nothing else. */
export function schemaOfEntry(entry: unknown): z.ZodType<z.infer<typeof eventEntrySchema>> {
  const has = (word: string) => typeof entry === 'object' && entry !== null && word in entry;
  if (has('type')) return typeDeclarationSchema;
  return has('without') ? withoutSchema : eventRuleSchema;
}

type WordConditions = 'heads' | 'notHeads' | 'words' | 'notWords';

/** A rule's conditions with the lemmas that they ask for ready to look up. */
export interface RuleConditions extends Omit<EventRuleEntry['where'], WordConditions> {
  readonly heads: LemmasByRelation | undefined;
  readonly notHeads: LemmasByRelation | undefined;
  readonly words: ReadonlySet<string> | undefined;
  readonly notWords: ReadonlySet<string> | undefined;
}
type LemmasByRelation = Readonly<Record<string, ReadonlySet<string>>>;

/** A rule as it is written, with the file it comes from, and whether that is somebody's own. */
export interface FiledRule extends EventRuleEntry {
  readonly file: string;
  readonly isOwn: boolean;
}

/** A rule ready to match. */
export interface EventRule extends Omit<FiledRule, 'where'> {
  readonly where: RuleConditions;
}

/** Rules by trigger: `verb meet`, `noun visit`, `adjective critical`. The most demanding rule comes first. */
export type RuleIndex = ReadonlyMap<string, readonly EventRule[]>;

/** The idioms of a verb, each as the words that it takes besides the verb, with their rules in the order of `RuleIndex`. */
export type IdiomIndex = ReadonlyMap<string, readonly Idiom[]>;

/** What a rule's idioms of one verb ask for besides it: "take to task" wants "to" and "task". */
export interface Idiom {
  readonly rule: EventRule;
  readonly words: readonly (readonly string[])[];
}

/** Expands class names and indexes rules by trigger. Of several that fit, somebody's own is tried first, then the one with more conditions. */
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
  for (const list of index.values()) list.sort(byDemands);
  return index;
}

/** Indexes the rules that idioms trigger by their verb. */
export function indexIdioms(rules: readonly EventRule[]): IdiomIndex {
  const index = new Map<string, Idiom[]>();
  for (const rule of [...rules].sort(byDemands)) {
    const phrases = (rule.trigger.phrase ?? []).map((phrase) => phrase.split(' '));
    for (const verb of new Set(phrases.map(([first]) => first!))) {
      const words = phrases.filter(([first]) => first === verb).map(([, ...others]) => others);
      index.set(verb, [...(index.get(verb) ?? []), { rule, words }]);
    }
  }
  return index;
}

function byDemands(a: EventRule, b: EventRule): number {
  return Number(b.isOwn) - Number(a.isOwn) || demands(b) - demands(a);
}

function demands(rule: EventRule): number {
  const { where, trigger } = rule;
  const listed = Object.values(where).filter((value) => value !== undefined).length;
  const heads = Object.keys(where.heads ?? {}).length;
  return listed + heads + (where.has?.length ?? 0) + (trigger.carriedBy ? 1 : 0);
}

/** Makes a rule ready: replaces `"@name"` by the lemmas of that class, everywhere in it; `unknown` throws for a class that is nowhere. */
export function expandClasses(
  rule: FiledRule,
  classes: ReadonlyMap<string, readonly string[]>,
  unknown: (name: string) => never,
): EventRule {
  const expand = (list: readonly string[] | undefined) =>
    list?.flatMap((lemma) =>
      lemma.startsWith('@') ? [...(classes.get(lemma.slice(1)) ?? unknown(lemma.slice(1)))] : [lemma],
    );
  const asSet = (list: readonly string[] | undefined) => list && new Set(expand(list));
  const asSets = (table: Readonly<Record<string, readonly string[]>> | undefined) =>
    table && Object.fromEntries(Object.entries(table).map(([role, list]) => [role, new Set(expand(list))]));
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
      heads: asSets(where.heads),
      notHeads: asSets(where.notHeads),
      words: asSet(where.words),
      notWords: asSet(where.notWords),
    },
  };
}
