import { dependents, type Predication, subtreeOf, tokenAt } from '../document/index.ts';
import type { Count } from '../record/index.ts';
import type { CodingContext } from './coding-context.ts';

/** How often something is said to have happened: "39 times", "twice", "several times"; null when the text does not count. */
export function countOf(context: CodingContext, predication: Predication): Count | null {
  const tree = context.trees[predication.sentence]!;
  const bases = [predication.trigger, ...(predication.carrier === null ? [] : [predication.carrier])];
  for (const base of bases) {
    for (const phrase of dependents(tree, base, 'obl', 'obj', 'advmod', 'obl:unmarked', 'nmod')) {
      const count =
        phrase.lemma === 'time'
          ? timesCounted(context, predication.sentence, phrase.index)
          : adverbCount(context, phrase.form);
      if (count) return count;
    }
  }
  return null;
}

function adverbCount(context: CodingContext, form: string): Count | null {
  const word = form.toLowerCase();
  return word === 'once' ? null : (context.lexicon.words.counts.get(word) ?? null);
}

function timesCounted(context: CodingContext, sentence: number, index: number): Count | null {
  const tree = context.trees[sentence]!;
  const noun = tokenAt(tree, index);
  if (noun.feats.Number !== 'Plur') return null;
  for (const inner of subtreeOf(tree, index)) {
    const token = tokenAt(tree, inner);
    const listed = context.lexicon.words.counts.get(token.lemma.toLowerCase());
    if (listed) return listed;
    const digits = token.form.replace(/,/g, '');
    if (token.upos === 'NUM' && /^\d+$/.test(digits)) return { min: Number(digits), max: Number(digits) };
  }
  return null;
}
