import { z } from 'zod';
import { codebookTypeSchema, type EventType, eventTypeSchema } from '../record/index.ts';
import { makePhraseTable, type PhraseTable } from '../text/phrase-table.ts';

const words = z.array(z.string());

/** PLOVER's 37 contexts. Source: PLOVER manual, draft 2.0. */
export const CONTEXTS = [
  'military',
  'intelligence',
  'executive',
  'legislative',
  'election',
  'political_institutions',
  'pro_democracy',
  'pro_autocracy',
  'economic',
  'legal',
  'reparations',
  'human_rights',
  'rights_freedoms',
  'repression',
  'human_security',
  'gender',
  'lgbt',
  'religion_ethnicity',
  'inequality',
  'diplomatic',
  'territory',
  'peacekeeping',
  'health',
  'asylum',
  'migration',
  'disasters',
  'natural_resource',
  'environment',
  'technology',
  'terrorism',
  'cbrn',
  'cyber',
  'misinformation',
  'crime',
  'corruption',
  'illegal_drugs',
  'trafficking',
] as const;
export type Context = (typeof CONTEXTS)[number];

/** `lexicon/coding.yaml`: the closed lists that coding needs besides rules. */
export const codingWordsSchema = z.strictObject({
  /** Relations inside a noun phrase, in the order in which a party is looked for there. */
  inside: words,
  /** Nouns that act for whoever owns them. */
  extensions: words,
  /** What does harm for somebody who may stay unnamed. */
  instruments: words,
  /** Prepositions that name some of a group ("allies such as Germany"). */
  members: words,
  /** Prepositions that put somebody beside a party ("Iran, along with Syria"). */
  companions: words,
  /** Verbs by which people in the street say what they want or decry. */
  demands: words,
  /** Words before a noun that takes up something told before. */
  takesUp: words,
  facing: words,
  shielding: words,
  /** Nouns that take up an act told before, with the types that it may have. */
  references: z.array(z.strictObject({ nouns: words, types: z.array(eventTypeSchema), speech: z.boolean() })),
  /** Words before a noun that points to a happening told elsewhere. */
  definite: words,
  /** Words that tell of one happening more. */
  another: words,
  /** Nouns of a text that several sign, and the prepositions before its authors. */
  jointTexts: words,
  authoredTexts: words,
  authorship: words,
  /** Behind which the matter of a text follows. */
  topicPrepositions: words,
  /** What lies between states, so that an act about it needs no other side in so many words. */
  international: words,
  /** Sectors of people who are nobody's: without a country they make no event alone. */
  civilSectors: words,
  /** Those who tell what others say, and demand or promise nothing by it. */
  relayingSectors: words,
  /** Sectors of groups that, where no country is named, are of the doer's own. */
  homeSectors: words,
  /** Words by which a list ends in nobody in particular. */
  residual: words,
  /** Sectors of forces that act for themselves, whichever state they are in. */
  ownForces: words,
  inArms: words,
  /** Groups that watch and judge: no parties by what they say. */
  bystanders: words,
  gatherings: words,
  exceptions: words,
  /** Works and lessons, whose topic is no event and whose acts are only told. */
  works: words,
  /** Works that make things up. */
  fictions: words,
  /** Verbs of making up: what hangs on them is no fact. */
  imaginings: words,
  /** Verbs that set a reader a task at the head of a sentence. */
  tasks: words,
  /** Patterns that tell a paragraph for a quiz, whose statements are put to the reader. */
  quizzes: words,
  /** Sectors of private people, whose dealings among themselves are nobody's. */
  privateSectors: words,
  /** From how many years before the report on an act is history. */
  history: z.strictObject({ years: z.int().positive() }),
  /** Places that are struck: "an Egyptian mosque attack". */
  sites: words,
  /** Goods and works, whose nationality makes no party of their state. */
  wares: words,
  /** Prepositions that say where. */
  placePrepositions: words,
  apart: words,
  together: words,
  /** Before a date from which is counted, not dated ("the first visit since 2014"). */
  since: words,
  /** Before the occasion on which something is done. */
  occasionPrepositions: words,
  /** What is said of an event noun or an occasion where it is given a date, and where only its beginning is. */
  takingPlace: words,
  beginning: words,
  /** Before what lasted while something else was done. */
  meanwhile: words,
  /** Pronouns by which a text speaks of its own author. */
  firstPerson: words,
  /** Surroundings in which state names stand for teams: one telling word or two vague ones (or patterns) mean no event. */
  silence: z.array(z.strictObject({ because: z.string(), telling: words, vague: words, patterns: words })),
  counts: z.array(z.strictObject({ words, min: z.int(), max: z.int().nullable() })),
  /** Modes of a rule that words may still narrow down. */
  generalModes: words,
  /** Modes that a rule leaves open, by lemmas of trigger and content. */
  modes: z.partialRecord(codebookTypeSchema, z.record(z.string(), words)),
  /** The contexts of PLOVER by the lemmas, or two lemmas in a row, that give them. */
  contexts: z.record(z.enum(CONTEXTS), words),
  contextsOfSectors: z.record(z.string(), z.enum(CONTEXTS)),
});

/** What event types have in common, where coding asks for it; explained in `lexicon/codes.yaml`. */
export const TYPE_TRAITS = [
  'cross-border',
  'equal',
  'about-something',
  'addressed',
  'shared',
  'reactive',
  'played',
  'of-goods',
  'between',
  'outward',
  'demanding',
  'by-decree',
  'striking',
  'aim',
] as const;
export type TypeTrait = (typeof TYPE_TRAITS)[number];

/** `lexicon/codes.yaml`: quad class, needed parties and CAMEO codes of a type and its modes. */
export const typeCodeSchema = z.strictObject({
  quad: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
  needs: z.array(z.enum(['actor', 'recipient', 'any'])),
  traits: z.array(z.enum(TYPE_TRAITS)),
  cameo: z.string().nullable(),
  modes: z.record(z.string(), z.string().nullable()),
});
export type TypeCode = Readonly<z.infer<typeof typeCodeSchema>>;
export const typeCodesSchema = z.record(codebookTypeSchema, typeCodeSchema);

/** Codes by event type, those of somebody's own types included. */
export type TypeCodes = Readonly<Record<string, TypeCode>>;

/** What a noun like "remarks" may take up: acts of these types, or else whatever somebody said. */
export interface ActReference {
  readonly types: readonly EventType[];
  readonly speech: boolean;
}

export interface CodingWords {
  readonly inside: readonly string[];
  readonly extensions: ReadonlySet<string>;
  readonly instruments: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  readonly companions: ReadonlySet<string>;
  readonly demands: ReadonlySet<string>;
  readonly takesUp: ReadonlySet<string>;
  readonly facing: ReadonlySet<string>;
  readonly shielding: ReadonlySet<string>;
  readonly references: ReadonlyMap<string, ActReference>;
  readonly definite: ReadonlySet<string>;
  readonly another: ReadonlySet<string>;
  readonly jointTexts: ReadonlySet<string>;
  readonly authoredTexts: ReadonlySet<string>;
  readonly authorship: ReadonlySet<string>;
  readonly topicPrepositions: ReadonlySet<string>;
  readonly international: ReadonlySet<string>;
  readonly civilSectors: ReadonlySet<string>;
  readonly relayingSectors: ReadonlySet<string>;
  readonly homeSectors: ReadonlySet<string>;
  readonly residual: ReadonlySet<string>;
  readonly ownForces: ReadonlySet<string>;
  readonly inArms: ReadonlySet<string>;
  readonly bystanders: ReadonlySet<string>;
  readonly gatherings: ReadonlySet<string>;
  readonly exceptions: ReadonlySet<string>;
  readonly works: ReadonlySet<string>;
  readonly fictions: ReadonlySet<string>;
  readonly imaginings: ReadonlySet<string>;
  readonly tasks: ReadonlySet<string>;
  readonly quizzes: readonly RegExp[];
  readonly privateSectors: ReadonlySet<string>;
  readonly history: { readonly years: number };
  readonly sites: ReadonlySet<string>;
  readonly wares: ReadonlySet<string>;
  readonly placePrepositions: ReadonlySet<string>;
  /** Prepositions of happenings that do not share the date of the verb above them. */
  readonly apart: ReadonlySet<string>;
  readonly together: ReadonlySet<string>;
  readonly since: ReadonlySet<string>;
  readonly occasionPrepositions: ReadonlySet<string>;
  readonly takingPlace: ReadonlySet<string>;
  readonly beginning: ReadonlySet<string>;
  readonly meanwhile: ReadonlySet<string>;
  readonly firstPerson: ReadonlySet<string>;
  readonly silence: {
    readonly telling: ReadonlySet<string>;
    readonly vague: ReadonlySet<string>;
    readonly patterns: readonly RegExp[];
  };
  readonly counts: ReadonlyMap<string, { readonly min: number; readonly max: number | null }>;
  readonly generalModes: ReadonlySet<string>;
  /** By type, the mode that a lemma gives. */
  readonly modes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The contexts that a lemma, or two in a row, give. */
  readonly contexts: PhraseTable<readonly Context[]>;
  readonly contextsOfSectors: ReadonlyMap<string, Context>;
}

/** Turns the lists into look-ups by lower-case lemma or form. */
export function compileCodingWords(entry: z.infer<typeof codingWordsSchema>): CodingWords {
  const contexts = new Map<string, Context[]>();
  for (const context of CONTEXTS) {
    const list = entry.contexts[context];
    for (const word of list) contexts.set(word, [...(contexts.get(word) ?? []), context]);
  }
  return {
    inside: entry.inside,
    extensions: new Set(entry.extensions),
    instruments: new Set(entry.instruments),
    members: new Set(entry.members),
    companions: new Set(entry.companions),
    demands: new Set(entry.demands),
    takesUp: new Set(entry.takesUp),
    facing: new Set(entry.facing),
    shielding: new Set(entry.shielding),
    references: new Map(
      entry.references.flatMap(({ nouns, types, speech }) => nouns.map((noun) => [noun, { types, speech }] as const)),
    ),
    definite: new Set(entry.definite),
    another: new Set(entry.another),
    jointTexts: new Set(entry.jointTexts),
    authoredTexts: new Set(entry.authoredTexts),
    authorship: new Set(entry.authorship),
    topicPrepositions: new Set(entry.topicPrepositions),
    international: new Set(entry.international),
    civilSectors: new Set(entry.civilSectors),
    relayingSectors: new Set(entry.relayingSectors),
    homeSectors: new Set(entry.homeSectors),
    residual: new Set(entry.residual),
    ownForces: new Set(entry.ownForces),
    inArms: new Set(entry.inArms),
    bystanders: new Set(entry.bystanders),
    gatherings: new Set(entry.gatherings),
    exceptions: new Set(entry.exceptions),
    works: new Set(entry.works),
    fictions: new Set(entry.fictions),
    imaginings: new Set(entry.imaginings),
    tasks: new Set(entry.tasks),
    quizzes: entry.quizzes.map((pattern) => new RegExp(pattern, 'iu')),
    privateSectors: new Set(entry.privateSectors),
    history: entry.history,
    sites: new Set(entry.sites),
    wares: new Set(entry.wares),
    placePrepositions: new Set(entry.placePrepositions),
    apart: new Set(entry.apart),
    together: new Set(entry.together),
    since: new Set(entry.since),
    occasionPrepositions: new Set(entry.occasionPrepositions),
    takingPlace: new Set(entry.takingPlace),
    beginning: new Set(entry.beginning),
    meanwhile: new Set(entry.meanwhile),
    firstPerson: new Set(entry.firstPerson),
    silence: {
      telling: new Set(entry.silence.flatMap(({ telling }) => telling)),
      vague: new Set(entry.silence.flatMap(({ vague }) => vague)),
      patterns: entry.silence.flatMap(({ patterns }) => patterns.map((pattern) => new RegExp(pattern, 'u'))),
    },
    counts: new Map(
      entry.counts.flatMap(({ words: list, min, max }) => list.map((word) => [word, { min, max }] as const)),
    ),
    generalModes: new Set(entry.generalModes),
    modes: new Map(Object.entries(entry.modes).map(([type, modes]) => [type, modesByLemma(modes)])),
    contexts: makePhraseTable(contexts),
    contextsOfSectors: new Map(Object.entries(entry.contextsOfSectors)),
  };
}

function modesByLemma(modes: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(modes).flatMap(([mode, lemmas]) => lemmas.map((lemma) => [lemma, mode] as const)));
}
