import { z } from 'zod';

const wordsSchema = z.array(z.string()).default([]);

/** One class of cues as it stands in `cues.yaml`: words that bring in somebody's words in the same way. */
export const cueClassSchema = z.strictObject({
  class: z.string(),
  content: z.array(z.string()),
  indirect: z.boolean(),
  speaker: z.enum(['subject', 'object']).default('subject'),
  addressee: z.boolean().default(false),
  quoting: z.boolean().default(true),
  weak: z.boolean().default(false),
  verbs: wordsSchema,
  nouns: wordsSchema,
  adjectives: wordsSchema,
  prepositions: wordsSchema,
  views: wordsSchema,
});
export type CueClass = Readonly<z.infer<typeof cueClassSchema>>;

export const cuesSchema = z.strictObject({
  classes: z.array(cueClassSchema),
  parentheticals: z.array(z.string()),
  agents: z.array(z.string()),
  owners: z.array(z.string()),
  addressees: z.array(z.string()),
  doubts: z.array(z.string()),
  exchanges: z.array(z.string()),
  partners: z.array(z.string()),
  exchanged: z.array(z.string()),
});

/** One channel: the name that the record prints, and the lemmas (or exact names) that mean it. */
export const channelSchema = z.strictObject({
  channel: z.string(),
  words: wordsSchema,
  verbs: wordsSchema,
  names: wordsSchema,
});
export type Channel = Readonly<z.infer<typeof channelSchema>>;

export const sourcesSchema = z.strictObject({
  texts: z.array(z.string()),
  people: z.array(z.string()),
  questions: z.array(z.string()),
  answers: z.array(z.string()),
  others: z.array(z.string()),
  titles: z.array(z.string()),
  elisions: z.array(z.string()),
});

/** A cue that needs more than its lemma: "point out", "make clear", "put it". */
export interface CueEntry {
  readonly cueClass: CueClass;
  /** Lemmas that must depend on the cue, or follow it at once; empty for a plain cue. */
  readonly with: readonly string[];
}

/** A preposition of one or more words that brings in a source: "according to". */
export interface Preposition {
  readonly cueClass: CueClass;
  readonly words: readonly string[];
}

/** A channel whose names are cut into words. */
export interface NamedChannel {
  readonly channel: string;
  readonly verbs: readonly string[];
  readonly words: readonly (readonly string[])[];
  readonly names: readonly (readonly string[])[];
}

/** The quotation lexicon, indexed: how words are brought in, where they are said, and which nouns and labels speak. */
export interface QuotationLexicon {
  /** By part of speech, then by lemma; entries with more words stand first. */
  readonly cues: Readonly<Record<'verbs' | 'nouns' | 'adjectives', ReadonlyMap<string, readonly CueEntry[]>>>;
  /** By their first word. */
  readonly prepositions: ReadonlyMap<string, readonly Preposition[]>;
  readonly views: ReadonlyMap<string, CueClass>;
  readonly parentheticals: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  readonly addressees: ReadonlySet<string>;
  readonly doubts: ReadonlySet<string>;
  readonly exchanges: ReadonlySet<string>;
  readonly partners: ReadonlySet<string>;
  readonly exchanged: ReadonlySet<string>;
  /** With the words of each name apart. */
  readonly channels: readonly NamedChannel[];
  readonly texts: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly questions: readonly string[];
  readonly answers: readonly string[];
  readonly labels: readonly string[];
  readonly titles: readonly string[];
  readonly elisions: ReadonlySet<string>;
}

/** Indexes the three files of the quotation lexicon. */
export function indexLexicon(
  cues: z.infer<typeof cuesSchema>,
  channels: readonly Channel[],
  sources: z.infer<typeof sourcesSchema>,
): QuotationLexicon {
  return {
    cues: {
      verbs: indexCues(cues.classes, 'verbs'),
      nouns: indexCues(cues.classes, 'nouns'),
      adjectives: indexCues(cues.classes, 'adjectives'),
    },
    prepositions: indexPrepositions(cues.classes),
    views: new Map(cues.classes.flatMap((cueClass) => cueClass.views.map((view) => [view, cueClass] as const))),
    parentheticals: new Set(cues.parentheticals),
    agents: new Set(cues.agents),
    owners: new Set(cues.owners),
    addressees: new Set(cues.addressees),
    doubts: new Set(cues.doubts),
    exchanges: new Set(cues.exchanges),
    partners: new Set(cues.partners),
    exchanged: new Set(cues.exchanged),
    channels: channels.map(({ channel, verbs, words, names }) => ({
      channel,
      verbs,
      words: words.map((name) => name.split(' ')),
      names: names.map((name) => name.split(' ')),
    })),
    texts: new Set(sources.texts),
    people: new Set(sources.people),
    questions: sources.questions,
    answers: sources.answers,
    labels: [...sources.questions, ...sources.answers, ...sources.others],
    titles: sources.titles,
    elisions: new Set(sources.elisions),
  };
}

function indexCues(classes: readonly CueClass[], part: 'verbs' | 'nouns' | 'adjectives'): Map<string, CueEntry[]> {
  const index = new Map<string, CueEntry[]>();
  for (const cueClass of classes) {
    for (const entry of cueClass[part]) {
      const [lemma, ...more] = entry.split(' ');
      index.set(lemma!, [...(index.get(lemma!) ?? []), { cueClass, with: more }]);
    }
  }
  for (const entries of index.values()) entries.sort((a, b) => b.with.length - a.with.length);
  return index;
}

function indexPrepositions(classes: readonly CueClass[]): Map<string, Preposition[]> {
  const index = new Map<string, Preposition[]>();
  for (const cueClass of classes) {
    for (const preposition of cueClass.prepositions) {
      const words = preposition.split(' ');
      index.set(words[0]!, [...(index.get(words[0]!) ?? []), { cueClass, words }]);
    }
  }
  return index;
}
