import { z } from 'zod';

const words = z.array(z.union([z.string(), z.number()]).transform(String));

const pronounSchema = z.strictObject({
  number: z.enum(['singular', 'plural', 'any']),
  gender: z.enum(['m', 'f', 'n', 'any']),
  possessive: z.boolean().default(false),
  reflexive: z.boolean().default(false),
  relative: z.boolean().default(false),
  speaker: z.boolean().default(false),
});
export type PronounCue = Readonly<z.infer<typeof pronounSchema>>;

const senseSchema = z.strictObject({
  actor: z.string().optional(),
  person: z.boolean().optional(),
  none: z.boolean().optional(),
  type: z.enum(['PER', 'LOC', 'ORG']).optional(),
  cues: words.default([]),
  without: words.default([]),
  before: words.default([]),
  after: words.default([]),
});
export type Sense = Readonly<z.infer<typeof senseSchema>>;

const setNounSchema = z.strictObject({
  of: z.enum(['person', 'state', 'any']).optional(),
  role: z.string().optional(),
  gender: z.enum(['m', 'f']).optional(),
  states: words.optional(),
});
export type SetNoun = Readonly<z.infer<typeof setNounSchema>>;

const namedGroupSchema = z.strictObject({
  name: z.string(),
  country: z.string().nullable().default(null),
  sector: z.string().nullable().default(null),
});

/** The files of lexicon/actors and what each must hold. */
export const CUE_FILES = {
  pronouns: z.strictObject({
    pronouns: z.record(z.string(), pronounSchema),
    emptyIt: z.strictObject({ adjectives: words, verbs: words }),
    speech: words,
  }),
  honorifics: z.strictObject({
    honorifics: z.record(z.string(), z.enum(['m', 'f']).nullable()),
    titles: z.record(z.string(), z.string()),
    particles: words,
    suffixes: words,
    generations: words,
    familyFirst: words,
    wholeName: words,
    lastName: words,
    bothOrders: words,
    twoFamilyNames: words,
  }),
  nouns: z.strictObject({ men: words, women: words, people: words, bodies: words, measures: words, endings: words }),
  antecedents: z.strictObject({
    source: z.string(),
    weights: z.record(z.enum(['person', 'thing', 'plural']), z.record(z.string(), z.number())),
  }),
  sets: z.strictObject({
    openers: words,
    nouns: z.record(z.string(), setNounSchema),
    bare: words,
    numerals: z.record(z.string(), z.int()),
  }),
  groups: z.strictObject({
    qualifiers: words,
    heads: words,
    sectors: words,
    notAgents: words,
    civil: words,
    forces: words,
    foes: words,
    rooted: z.strictObject({ sectors: words, roles: words, prepositions: words, guests: words }),
    sources: words,
    speaking: words,
    backing: words,
    named: z.record(z.string(), namedGroupSchema),
    peoples: z.record(z.string(), namedGroupSchema),
  }),
  readings: z.strictObject({
    placePrepositions: words,
    motionPrepositions: words,
    motionVerbs: words,
    motionNouns: words,
    objectVerbs: words,
    passiveStates: words,
    placeNouns: words,
    capitalNouns: words,
    placeFirst: words,
  }),
  ambiguous: z.strictObject({
    names: z.record(
      z.string(),
      z.strictObject({ senses: z.array(senseSchema).default([]), else: z.string().nullable() }),
    ),
    plainWords: words,
    stateForms: words,
  }),
  spellings: z.strictObject({
    rules: z.array(z.tuple([z.string(), z.string()])),
    given: z.array(words),
  }),
  titles: z.strictObject({
    modifiers: words,
    former: words,
    incoming: words,
    ended: words,
    endedSelf: words,
    ofLife: words,
    // biome-ignore lint/suspicious/noThenProperty: a word of the lexicon
    then: words,
    ofPrepositions: words,
    originPrepositions: words,
    receiverPrepositions: words,
    affiliationPrepositions: words,
    sentFor: words,
    seated: words,
    ethnic: words,
    apart: words,
    vague: words,
    single: words,
    labels: z.record(z.string(), z.string()),
    fits: z.record(
      z.string(),
      z.strictObject({
        roles: words.default([]),
        suffix: z.string().optional(),
        position: words.default([]),
        any: z.boolean().default(false),
      }),
    ),
    othersOnly: words,
    bodiesWithHeads: words,
  }),
} as const;

export type CueFile = keyof typeof CUE_FILES;
/** How actors are said: everything that stands in lexicon/actors. */
export type ActorCues = { readonly [F in CueFile]: Readonly<z.infer<(typeof CUE_FILES)[F]>> };
