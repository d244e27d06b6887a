import type { TimeGrammar } from './grammar.ts';

/** The word lists by which tense is read, from `lexicon/time`. */
export class TenseWords {
  readonly #lists: TimeGrammar['tense'];
  readonly #listsOfWord: TimeGrammar['tenseOfWord'];

  constructor(grammar: TimeGrammar) {
    this.#lists = grammar.tense;
    this.#listsOfWord = grammar.tenseOfWord;
  }

  has(list: string, form: string | undefined): boolean {
    return form !== undefined && this.hasLower(list, form.toLowerCase().replace(/^['’]/, ''));
  }

  /** The same for a form that is in small letters already. */
  hasLower(list: string, form: string): boolean {
    return this.#listsOfWord.get(form)?.has(list) ?? false;
  }

  /** Whether a form in small letters can say anything of tense: most words cannot, and need no second look. */
  mayTell(form: string): boolean {
    return this.#listsOfWord.has(form) || this.endsIn('past-suffix', form) || this.endsIn('participle-suffix', form);
  }

  /** Whether a word ends in one of the endings of a list. */
  endsIn(list: string, form: string | undefined): boolean {
    if (form === undefined) return false;
    for (const ending of this.#lists.get(list) ?? []) if (form.toLowerCase().endsWith(ending)) return true;
    return false;
  }
}
