import { z } from 'zod';
import { OPERATOR_KINDS, type OperatorKind } from '../document/index.ts';

const lemmasByUpos = z.partialRecord(z.enum(['VERB', 'ADJ', 'NOUN', 'ADP']), z.array(z.string()));

/** One class of `lexicon/operators/operators.yaml`. */
export const operatorClassSchema = z.strictObject({
  kind: z.enum(OPERATOR_KINDS),
  clause: lemmasByUpos.optional(),
  noun: lemmasByUpos.optional(),
});
export type OperatorClass = z.infer<typeof operatorClassSchema>;

export const carriersSchema = z.strictObject({
  object: z.array(z.string()),
  subject: z.array(z.string()),
  oblique: z.array(z.string()),
  beside: z.array(z.string()),
  sought: z.array(z.string()),
  lifted: z.array(z.string()),
  origins: z.array(z.string()),
  causes: z.array(z.string()),
  grounds: z.array(z.string()),
  asked: z.array(z.string()),
  aimed: z.array(z.string()),
  owned: z.array(z.string()),
  relative: z.array(z.string()),
  quantities: z.array(z.string()),
  means: z.array(z.string()),
});

export const modalsSchema = z.strictObject({
  future: z.array(z.string()),
  conditional: z.array(z.string()),
  possible: z.array(z.string()),
  negators: z.array(z.string()),
  longer: z.array(z.string()),
  hedges: z.array(z.string()),
  conditions: z.array(z.string()),
  before: z.array(z.string()),
  ongoing: z.array(z.string()),
  passives: z.array(z.string()),
  particles: z.array(z.string()),
  obligation: z.array(z.string()),
  disclaimers: z.array(z.string()),
  falsehoods: z.array(z.string()),
  concerns: z.array(z.string()),
  telling: z.array(z.string()),
  /** Verbs by which one tells of a deed of one's own. */
  deciding: z.array(z.string()),
  voicing: z.array(z.string()),
  naming: z.array(z.string()),
});

/** The words that make status and source, ready to look up. Keys of the operator maps are `UPOS lemma`. */
export interface OperatorWords {
  readonly clause: ReadonlyMap<string, readonly OperatorKind[]>;
  readonly noun: ReadonlyMap<string, readonly OperatorKind[]>;
  readonly carriers: { readonly [Name in keyof z.infer<typeof carriersSchema>]: ReadonlySet<string> };
  readonly modals: { readonly [Name in keyof z.infer<typeof modalsSchema>]: ReadonlySet<string> };
}

/** Indexes the operator classes in their order: where a lemma has several, the first that fits the construction wins. */
export function compileOperators(
  classes: readonly OperatorClass[],
  carriers: z.infer<typeof carriersSchema>,
  modals: z.infer<typeof modalsSchema>,
): OperatorWords {
  return {
    clause: indexKinds(classes, 'clause'),
    noun: indexKinds(classes, 'noun'),
    carriers: asSets(carriers),
    modals: asSets(modals),
  };
}

function asSets<Name extends string>(
  lists: Readonly<Record<Name, readonly string[]>>,
): Record<Name, ReadonlySet<string>> {
  const entries = Object.entries<readonly string[]>(lists).map(([name, words]) => [name, new Set(words)]);
  return Object.fromEntries(entries) as Record<Name, ReadonlySet<string>>;
}

function indexKinds(classes: readonly OperatorClass[], use: 'clause' | 'noun'): Map<string, OperatorKind[]> {
  const kinds = new Map<string, OperatorKind[]>();
  for (const operatorClass of classes) {
    for (const [upos, lemmas] of Object.entries(operatorClass[use] ?? {})) {
      for (const lemma of lemmas ?? []) {
        const key = `${upos} ${lemma}`;
        kinds.set(key, [...(kinds.get(key) ?? []), operatorClass.kind]);
      }
    }
  }
  return kinds;
}
