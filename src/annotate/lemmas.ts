import type { Upos } from '../document/index.ts';

/** Cuts `suffix` off and puts `replace` in its place where at least `minStem` letters are left. */
export interface LemmaRule {
  readonly upos: string;
  readonly suffix: string;
  readonly replace: string;
  readonly minStem?: number | undefined;
}

/** Exceptions by `UPOS\tlowerform`, and ordered suffix rules for what they leave. */
export interface LemmaTable {
  readonly exceptions: ReadonlyMap<string, string>;
  readonly rules: readonly LemmaRule[];
  /** Whole words that the model's vocabulary knows: a lemma that no rule got right is looked for among them. */
  readonly words: { has(word: string): boolean };
}

/** The dictionary form of a word: its exception, else the first rule that fits, else the word in lower case; names keep their form. */
export function lemmaOf(form: string, upos: Upos, table: LemmaTable): string {
  const lower = form.toLowerCase();
  const exception = table.exceptions.get(`${upos}\t${lower}`);
  if (exception !== undefined) return exception;
  for (const rule of table.rules) {
    if (rule.upos !== upos || !lower.endsWith(rule.suffix)) continue;
    const stem = lower.slice(0, lower.length - rule.suffix.length);
    if (stem.length >= (rule.minStem ?? 1)) return attested(stem + rule.replace, lower, upos, table);
  }
  return upos === 'PROPN' ? form : lower;
}

/** A verb's lemma by rule where it is a known word; else the known word that its endings allow ("shelled": shell, not shel). */
function attested(lemma: string, lower: string, upos: Upos, table: LemmaTable): string {
  if (upos !== 'VERB' || table.words.has(lemma)) return lemma;
  const stem = lower.replace(/(ed|ing|es|s)$/, '');
  const candidates = [stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/(.)\1$/, '$1')];
  return candidates.find((word) => word.length > 2 && table.words.has(word)) ?? lemma;
}
