import type { TimeGrammar } from './grammar.ts';

/** The word lists by which tense is read, from `lexicon/time`. */
export class TenseWords {
  readonly #lists: TimeGrammar['tense'];

  constructor(grammar: TimeGrammar) {
    this.#lists = grammar.tense;
  }

  has(list: string, form: string | undefined): boolean {
    return form !== undefined && (this.#lists.get(list)?.has(form.toLowerCase().replace(/^['’]/, '')) ?? false);
  }

  /** Whether a word ends in one of the endings of a list. */
  endsIn(list: string, form: string | undefined): boolean {
    if (form === undefined) return false;
    for (const ending of this.#lists.get(list) ?? []) if (form.toLowerCase().endsWith(ending)) return true;
    return false;
  }
}
