import type { Direction } from './context.ts';
import type { TimeGrammar } from './grammar.ts';
import { TenseWords } from './tense-words.ts';
import type { Word } from './words.ts';

/** Which way the tense around an expression points, and the word that says so. */
export interface Tense {
  readonly direction: Direction;
  readonly because: string;
}

/** No sentence that can be read is longer, and a text without stops must not cost more. */
const REACH = 80;
const OPENING = '“';
const CLOSING = '”';

export const NO_TENSE: Tense = { direction: 'unknown', because: 'no tense' };

/**
 * Reads the tense around words `[first, end)` of raw text: the nearest cue before them in their sentence decides,
 * else the nearest after them. Source: the order is that of HeidelTime (Strötgen and Gertz 2013).
 */
export function tenseOfWords(words: readonly Word[], first: number, end: number, grammar: TimeGrammar): Tense {
  const cues = new Cues(words, grammar);
  const preposition = beforeHedges(words, first - 1, grammar);
  const before = words[preposition];
  if (before && cues.has('deadline', before)) return cues.past(preposition, end) ?? cue('future', before);
  const after = words[end];
  if (after && cues.has('ahead', after)) return cue('future', after);
  const tense = cues.search(first - 1, -1, first) ?? cues.search(end, 1, words.length) ?? NO_TENSE;
  // "They met before Easter": a feast to come, or one that was.
  return before && cues.has('before', before) && tense.direction === 'past'
    ? { ...NO_TENSE, because: '"before"' }
    : tense;
}

/** Back over what may stand between a preposition and its date: "until at least Tuesday", "by about 2030". */
export function beforeHedges(words: readonly Word[], position: number, grammar: TimeGrammar): number {
  const hedges = grammar.tense.get('hedge');
  let index = position;
  while (index > 0 && hedges?.has(words[index]!.text)) index -= 1;
  return index;
}

/** Whether a sentence ends with this word. A stop after a single letter ("U.S.") or before a small letter ends none. */
export function isSentenceEnd(words: readonly Word[], index: number): boolean {
  const word = words[index]!;
  if (word.kind === 'break') return true;
  if (word.text === '!' || word.text === '?' || word.text === ';') return true;
  if (word.text !== '.') return false;
  const [before, next] = [words[index - 1], words[index + 1]];
  if (before?.kind === 'letters' && before.text.length === 1) return false;
  return (
    next === undefined ||
    next.kind === 'break' ||
    (!next.glued && (next.capital || next.kind !== 'letters')) ||
    next.kind === 'mark'
  );
}

class Cues {
  readonly #words: readonly Word[];
  readonly #lists: TenseWords;
  readonly #months: ReadonlySet<string> | undefined;

  constructor(words: readonly Word[], grammar: TimeGrammar) {
    this.#words = words;
    this.#months = grammar.classWords.get('MONTH');
    this.#lists = new TenseWords(grammar);
  }

  /** "had ended by Sunday"; "By Sunday the town had fallen": what was over by then does not lie ahead. */
  past(preposition: number, end: number): Tense | null {
    if (!this.has('deadline-past', this.#words[preposition])) return null;
    const isInitial = preposition === 0 || isSentenceEnd(this.#words, preposition - 1);
    const tense = isInitial ? this.search(end, 1, this.#words.length) : this.search(preposition - 1, -1, preposition);
    if (tense?.direction !== 'past') return null;
    const isPluperfect = [1, 2, 3].some((back) => this.has('pluperfect', this.#words[preposition - 1 - back]));
    return isInitial || isPluperfect ? tense : null;
  }

  #isMonth(word: Word): boolean {
    return word.capital && (this.#months?.has(word.text) ?? false);
  }

  has(list: string, word: Word | undefined): boolean {
    return word !== undefined && this.#lists.hasLower(list, word.text);
  }

  /** The nearest cue from an index on, within the sentence and within the quotation that the expression stands in. */
  search(start: number, step: 1 | -1, limit: number): Tense | null {
    const mark = step < 0 ? OPENING : CLOSING;
    for (let index = start; Math.abs(index - start) < REACH; index += step) {
      const word = this.#words[index];
      if (!word || word.text === mark || isSentenceEnd(this.#words, index)) return null;
      const tense = this.at(index, limit, step);
      if (tense) return tense;
    }
    return null;
  }

  /** What the word at an index says of the tense; null when it says nothing. `limit` is where the expression begins. */
  at(index: number, limit: number, step: 1 | -1): Tense | null {
    const word = this.#words[index]!;
    if (word.kind !== 'letters' || !this.#lists.mayTell(word.text)) return null;
    const next = this.#words[index + 1];
    if (this.#isMonth(word)) return null; // "May"
    if (this.has('future', word) || this.has('ahead', word)) return cue('future', word);
    if (this.has('scheduled', word) && this.has('at-first', this.#words[index - 1])) return cue('later', word);
    if (
      this.has('scheduled', word) &&
      (index + 1 === limit || this.has('date-preposition', next) || this.#isInfinitive(index + 1))
    )
      return cue('future', word);
    if (this.#governsInfinitive(index)) {
      if (!this.#isPastPlan(index)) return cue('future', word);
      // "On Friday they agreed to meet": the day before the verb is its own
      return cue(step < 0 ? 'later' : 'past', word);
    }
    if (this.has('infinitive', word) && this.has('bare-be', next)) return cue('future', word, next!);
    if (this.has('be', word) && this.has('progressive-ahead', next)) return cue('future', word, next!);
    if (this.has('moved', word))
      return this.#isMovedTo(next) ? cue('future', word) : { direction: 'unknown', because: `"${word.text}"` };
    if (this.has('present-ahead', word) || this.#isPluralAhead(index)) return cue('future', word);
    if (this.has('perfect', word))
      return this.#isPerfect(index) && !this.#isScheduledPassive(index) ? cue('past', word) : null;
    if (this.#isLooseParticiple(index)) return { direction: 'unknown', because: `"${word.text}"` };
    if (!this.has('past', word) && !this.#isRegularPast(word)) return null;
    if (this.has('bare-be', this.#words[index - 1])) return null; // "to be held", "will be signed": what stands before decides
    return this.#isScheduledPassive(index) ? null : cue('past', word);
  }

  /** "agreed to meet", "is to meet", "urged Israel to leave". */
  #governsInfinitive(index: number): boolean {
    const word = this.#words[index]!;
    if (this.has('be', word)) return this.#isInfinitive(index + 1);
    if (!this.has('planning', word)) return false;
    for (let ahead = index + 1; ahead <= index + 4; ahead += 1) if (this.#isInfinitive(ahead)) return true;
    return false;
  }

  /** "postponed to April", "extended until May". */
  #isMovedTo(next: Word | undefined): boolean {
    return this.has('infinitive', next) || this.has('deadline', next);
  }

  /** "talks resume on Monday", but not "did not resume", "to resume". */
  #isPluralAhead(index: number): boolean {
    return this.has('plural-ahead', this.#words[index]) && !this.has('helper', this.#words[index - 1]);
  }

  /** "has met", "have not yet met", "has been"; not "have until Monday". */
  #isPerfect(index: number): boolean {
    return [1, 2, 3].some((ahead) => {
      const word = this.#words[index + ahead];
      return word !== undefined && (this.has('past', word) || this.#isRegularPast(word));
    });
  }

  /** "agreed to meet": the agreement is past. Not so "is expected to meet". */
  #isPastPlan(index: number): boolean {
    return this.#isRegularPast(this.#words[index]!) && !this.has('be', this.#words[index - 1]);
  }

  /** "has been scheduled", "was set": the participle decides. */
  #isScheduledPassive(index: number): boolean {
    return (
      this.has('scheduled', this.#words[index + 1]) ||
      (this.has('been', this.#words[index + 1]) && this.has('scheduled', this.#words[index + 2]))
    );
  }

  /** "to" and a verb; or "to be" and its participle. */
  #isInfinitive(index: number): boolean {
    const [to, verb] = [this.#words[index], this.#words[index + 1]];
    return this.has('infinitive', to) && verb?.kind === 'letters' && !verb.capital && !this.has('not-verb', verb);
  }

  /** ", resulting in …": a clause without a tense of its own. */
  #isLooseParticiple(index: number): boolean {
    const word = this.#words[index]!;
    return (
      this.#lists.endsIn('participle-suffix', word.text) &&
      word.text.length > 5 &&
      this.#words[index - 1]?.text === ',' &&
      !this.has('not-verb', word)
    );
  }

  #isRegularPast(word: Word): boolean {
    return word.text.length > 4 && this.#lists.endsIn('past-suffix', word.text) && !this.has('not-past', word);
  }
}

function cue(direction: Direction, ...words: readonly Word[]): Tense {
  return { direction, because: `"${words.map((word) => word.text).join(' ')}"` };
}
