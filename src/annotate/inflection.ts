/** What spelling alone does not tell about the forms of English words. */
export interface InflectionTable {
  /** Irregular forms to their dictionary form. */
  readonly verbs: ReadonlyMap<string, string>;
  readonly nouns: ReadonlyMap<string, string>;
  readonly adjectives: ReadonlyMap<string, string>;
  /** Endings before -ed and -ing that had a silent e (true) or had none (false). */
  readonly silentE: ReadonlyMap<string, boolean>;
  readonly longestEnding: number;
  /** Words that exist although the model's vocabulary lacks them. */
  readonly known: ReadonlySet<string>;
}

/** The lists as they stand in inflection.yaml: dictionary form to its other forms. */
export interface InflectionLists {
  readonly verbs: Readonly<Record<string, readonly string[]>>;
  readonly nouns: Readonly<Record<string, readonly string[]>>;
  readonly adjectives: Readonly<Record<string, readonly string[]>>;
  readonly silentE: { readonly takes: readonly string[]; readonly never: readonly string[] };
  readonly known: readonly string[];
}

/** Turns the lists round, so that a form finds its word. */
export function compileInflection({ verbs, nouns, adjectives, silentE, known }: InflectionLists): InflectionTable {
  const takes = silentE.takes.map((ending) => [ending, true] as const);
  const never = silentE.never.map((ending) => [ending, false] as const);
  return {
    verbs: byForm(verbs),
    nouns: byForm(nouns),
    adjectives: byForm(adjectives),
    silentE: new Map([...takes, ...never]),
    longestEnding: Math.max(...[...takes, ...never].map(([ending]) => ending.length)),
    known: new Set(known),
  };
}

function byForm(lists: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(Object.entries(lists).flatMap(([word, forms]) => forms.map((form) => [form, word] as const)));
}
