import { type Predication, tokenAt } from '../document/index.ts';
import type { EventRule } from '../lexicon/index.ts';
import { assignParties, type Coding } from './assign-parties.ts';
import type { CodingContext } from './coding-context.ts';
import { phraseWords } from './phrases.ts';
import { fitsRule } from './rule-conditions.ts';

/** The first rule that fits a predication, with its parties; null when none does. */
export function matchRules(context: CodingContext, predication: Predication): Coding | null {
  let partial: Coding | null = null;
  for (const rule of rulesFor(context, predication)) {
    if (!fitsRule(context, rule, predication)) continue;
    const coding = assignParties(context, rule, predication);
    if (!coding) continue;
    if (coding.isComplete) return coding;
    partial ??= coding;
  }
  return partial;
}

/** Rules of a trigger, idioms first; a verb with a particle that no rule names falls back to the verb alone. */
function rulesFor(context: CodingContext, predication: Predication): readonly EventRule[] {
  const { index } = context.lexicon;
  const tree = context.trees[predication.sentence]!;
  const token = tokenAt(tree, predication.trigger);
  const kind = predication.kind !== 'verb' ? 'noun' : token.upos === 'ADJ' ? 'adjective' : 'verb';
  const lemma = predication.lemma;
  if (kind !== 'verb') return index.get(`${kind} ${lemma}`) ?? [];
  const verb = lemma.split(' ')[0]!;
  const plain = index.get(`verb ${lemma}`) ?? index.get(`verb ${verb}`) ?? [];
  const idioms = context.lexicon.idioms.get(tree.lemmas[predication.trigger]!);
  if (!idioms) return plain;
  const under = phraseWords(tree, predication);
  const said = idioms.filter(({ words }) => words.some((phrase) => phrase.every((word) => under.has(word))));
  return [...said.map(({ rule }) => rule), ...plain];
}
