import { type Aspect, dependents, type SyntaxTree, type Tense, type Token, tokenAt } from '../document/index.ts';
import type { OperatorWords } from '../lexicon/index.ts';

/** What a verb says by itself, before anything above it: tense, aspect, modality, polarity. */
export interface VerbForm {
  readonly tense: Tense;
  readonly aspect: Aspect;
  /** `open`: an infinitive or participle, which takes its status from what governs it. */
  readonly mood: 'fact' | 'planned' | 'conditional' | 'possible' | 'open';
  readonly isNegated: boolean;
  /** The words that decided, for `explain`. */
  readonly words: readonly string[];
}

/**
 * Reads a verb's (or a copular predicate's) own form from its auxiliaries, features and negators.
 * Source: Universal Dependencies v2, `aux`, `cop`, `Tense`, `VerbForm`.
 */
export function readVerbForm(tree: SyntaxTree, index: number, words: OperatorWords): VerbForm {
  const verb = tokenAt(tree, index);
  const auxiliaries = dependents(tree, index, 'aux', 'cop').filter((token) => token.upos !== 'PART');
  const forms = auxiliaries.map((token) => token.form.toLowerCase());
  const finite = [...auxiliaries, verb].find((token) => token.feats.VerbForm === 'Fin') ?? auxiliaries[0];
  const hasHave = auxiliaries.some((token) => token.lemma === 'have' || /^['’](ve|d)$/.test(token.form));
  const hasBe = auxiliaries.some((token) => token.lemma === 'be' && token.deprel === 'aux');
  const isGerund =
    verb.feats.VerbForm === 'Ger' ||
    (verb.feats.Tense === 'Pres' && verb.feats.VerbForm === 'Part') ||
    forms.includes('being');
  const negator = findNegator(tree, index, words);
  const modal = forms.find((form) => isModal(form, words));
  // "they are to meet"
  const isToCome = hasBe && verb.feats.VerbForm === 'Inf' && dependents(tree, index, 'mark').some(isTo);
  const aspect: Aspect = hasHave ? 'perfect' : hasBe && isGerund ? 'progressive' : 'simple';
  return {
    tense:
      modal && (words.modals.future.has(modal) || words.modals.conditional.has(modal))
        ? 'future'
        : tenseOf(finite?.feats.Tense, hasHave, verb.feats.Tense),
    aspect,
    mood: isToCome ? 'planned' : moodOf(modal, finite !== undefined, hasHave, words),
    isNegated: negator !== undefined,
    words: [...forms, ...(negator ? [negator] : [])],
  };
}

function isTo({ form }: Token): boolean {
  return form.toLowerCase() === 'to';
}

function isModal(form: string, words: OperatorWords): boolean {
  return words.modals.future.has(form) || words.modals.conditional.has(form) || words.modals.possible.has(form);
}

function moodOf(
  modal: string | undefined,
  hasFinite: boolean,
  hasHave: boolean,
  words: OperatorWords,
): VerbForm['mood'] {
  if (modal === undefined) return hasFinite ? 'fact' : 'open';
  // "will have met" and "would have met" are still to come or unreal; "may have met" is open
  if (words.modals.future.has(modal)) return 'planned';
  if (words.modals.conditional.has(modal)) return hasHave ? 'possible' : 'conditional';
  return 'possible';
}

function tenseOf(finiteTense: string | undefined, hasHave: boolean, verbTense: string | undefined): Tense {
  if (hasHave || finiteTense === 'Past') return 'past';
  if (finiteTense === 'Pres') return 'present';
  return verbTense === 'Past' ? 'past' : 'none';
}

function findNegator(tree: SyntaxTree, index: number, words: OperatorWords): string | undefined {
  const isNegator = ({ form }: Token) => words.modals.negators.has(form.toLowerCase());
  // "no longer": the negator stands before the adverb
  const own = dependents(tree, index, 'advmod', 'cc:preconj', 'neg').find(
    (token) =>
      isNegator(token) ||
      (words.modals.longer.has(token.form.toLowerCase()) && dependents(tree, token.index, 'advmod').some(isNegator)),
  );
  if (own) return own.form;
  // "No one visited", "not a single call", "neither side"
  const inArguments = dependents(tree, index, 'nsubj', 'obj').flatMap((argument) => [
    ...(isNegator(argument) ? [argument] : []),
    ...dependents(tree, argument.index, 'det', 'advmod', 'cc:preconj').filter(isNegator),
  ]);
  return inArguments[0]?.form;
}
