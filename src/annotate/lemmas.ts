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
}

/** The dictionary form of a word: its exception, else the first rule that fits, else the word in lower case; names keep their form. */
export function lemmaOf(form: string, upos: Upos, table: LemmaTable): string {
  const lower = form.toLowerCase();
  const exception = table.exceptions.get(`${upos}\t${lower}`);
  if (exception !== undefined) return exception;
  for (const rule of table.rules) {
    if (rule.upos !== upos || !lower.endsWith(rule.suffix)) continue;
    const stem = lower.slice(0, lower.length - rule.suffix.length);
    if (stem.length >= (rule.minStem ?? 1)) return stem + rule.replace;
  }
  return upos === 'PROPN' ? form : lower;
}
