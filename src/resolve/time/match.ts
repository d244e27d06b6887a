import type { DigitClass, EndingClass, Entry, Rule, TimeGrammar, VocabularyWord } from './grammar.ts';
import { build, type Value } from './meaning.ts';
import type { Element } from './pattern.ts';
import type { Word } from './words.ts';

/** A part of a pattern that has matched: its name, its value, its words `[first, end)`. */
export interface Capture {
  readonly name: string;
  readonly value: Value;
  readonly first: number;
  readonly end: number;
  readonly before: Capture | null;
  /** How it was derived, when it is a phrase. */
  readonly derivation: Derivation | null;
}

/** One way to read the words from some position up to `end` as a phrase. */
export interface Derivation {
  readonly end: number;
  readonly value: Value;
  readonly rule: Rule;
  readonly captures: Capture | null;
}

const NONE: readonly Derivation[] = [];
const NOTHING: readonly string[] = [];

/** Runs the grammar over one list of words. Each phrase is tried once at each position, and remembered. */
export class Matcher {
  readonly words: readonly Word[];
  readonly grammar: TimeGrammar;
  readonly narrative: boolean;
  readonly #vocabulary: readonly (VocabularyWord | undefined)[];
  readonly #memo: (Map<string, readonly Derivation[]> | undefined)[];

  constructor(words: readonly Word[], grammar: TimeGrammar, narrative: boolean) {
    this.words = words;
    this.grammar = grammar;
    this.narrative = narrative;
    this.#vocabulary = words.map((word) =>
      word.kind === 'digits'
        ? (grammar.vocabulary.get(word.text) ?? grammar.digitWord)
        : word.kind === 'break'
          ? undefined
          : grammar.vocabulary.get(word.text),
    );
    this.#memo = new Array(words.length);
  }

  /** The phrases that can be an expression by themselves and can begin at a position. */
  topsAt(position: number): readonly string[] {
    return this.#vocabulary[position]?.startsBefore(this.#vocabulary[position + 1]).tops ?? NOTHING;
  }

  /** Every way to read a phrase from a position on; of two that end alike, the rule that stands first. */
  phrase(phrase: string, position: number): readonly Derivation[] {
    const rules = this.#vocabulary[position]?.startsBefore(this.#vocabulary[position + 1]).byPhrase.get(phrase);
    if (!rules) return NONE;
    const memo = this.#memo[position] ?? new Map<string, readonly Derivation[]>();
    this.#memo[position] = memo;
    const known = memo.get(phrase);
    if (known) return known;
    memo.set(phrase, NONE);
    const found: Derivation[] = [];
    for (const rule of rules) {
      if (rule.narrative && !this.narrative) continue;
      for (const pattern of rule.patterns) {
        this.#run(pattern, 0, position, null, (end, captures) => {
          if (end === position || found.some((derivation) => derivation.end === end)) return;
          if (!this.#fits(rule, position, end)) return;
          const value = build(rule.means, captures);
          if (value !== null) found.push({ end, value, rule, captures });
        });
      }
    }
    memo.set(phrase, found);
    return found;
  }

  #run(
    elements: readonly Element[],
    index: number,
    position: number,
    captures: Capture | null,
    done: (end: number, captures: Capture | null) => void,
  ): void {
    const element = elements[index];
    if (!element) {
      done(position, captures);
      return;
    }
    if (element.kind === 'choice') {
      for (const branch of element.branches)
        this.#run(branch, 0, position, captures, (end, inner) => this.#run(elements, index + 1, end, inner, done));
      return;
    }
    if (element.kind === 'repeat') {
      this.#run(elements, index + 1, position, captures, done);
      this.#run(element.elements, 0, position, captures, (end, inner) => {
        if (end > position) this.#run(elements, index, end, inner, done);
      });
      return;
    }
    const word = this.words[position];
    if (!word || (element.glued && !word.glued)) return;
    if (element.kind === 'word') {
      if (word.text === element.text) this.#run(elements, index + 1, position + 1, captures, done);
      return;
    }
    const keep = (end: number, value: Value, derivation: Derivation | null = null) =>
      this.#run(
        elements,
        index + 1,
        end,
        { name: element.name, value, first: position, end, before: captures, derivation },
        done,
      );
    if (element.kind === 'phrase') {
      for (const derivation of this.phrase(element.phrase, position))
        keep(derivation.end, derivation.value, derivation);
      return;
    }
    const digits = this.grammar.digits.get(element.class);
    if (digits) {
      if (word.kind === 'digits' && this.#isNumber(digits, position)) keep(position + 1, Number(word.text));
      return;
    }
    for (const entry of this.#vocabulary[position]?.classes.get(element.class) ?? [])
      if (this.#holds(entry, position)) keep(position + entry.words.length, entry.value);
  }

  #holds(entry: Entry, position: number): boolean {
    if (entry.capital && !this.words[position]!.capital) return false;
    for (let offset = 1; offset < entry.words.length; offset += 1)
      if (this.words[position + offset]?.text !== entry.words[offset]) return false;
    return true;
  }

  #isNumber(digits: DigitClass, position: number): boolean {
    const { text } = this.words[position]!;
    const value = Number(text);
    const { lengths, min, max, step } = digits;
    return lengths.includes(text.length) && value >= min && value <= max && value % step === 0;
  }

  /** Whether `[first, end)` cuts a longer number ("1,500", "2.5") or a name ("A380", "5G") in two. */
  cutsNumber(first: number, end: number): boolean {
    const { words } = this;
    if (words[first]!.kind === 'digits' && words[first]!.glued) {
      const before = words[first - 1];
      if (before?.kind === 'letters') return true;
      if (isPoint(before) && before!.glued && words[first - 2]?.kind === 'digits') return true;
    }
    if (words[end - 1]!.kind !== 'digits') return false;
    const [next, then] = [words[end], words[end + 1]];
    if (next?.kind === 'letters' && next.glued && next.text.length < 2) return true;
    return isPoint(next) && next!.glued && then?.kind === 'digits' && then.glued;
  }

  #fits(rule: Rule, position: number, end: number): boolean {
    const { unless, needs } = rule;
    if (unless?.before && this.isAmong(unless.before, position - 1)) return false;
    if (unless?.after && this.isAmong(unless.after, end)) return false;
    if (needs?.before && !this.isAmong(needs.before, position - 1)) return false;
    if (needs?.after && !this.isAmong(needs.after, end)) return false;
    return true;
  }

  /** Whether the word at a position is one of a rule's context words; a name in capitals stands for a class. */
  isAmong(list: readonly string[], position: number): boolean {
    const word = this.words[position];
    if (!word) return list.includes('NOTHING');
    return list.some((item) => {
      if (item === 'NUMBER') return word.kind === 'digits';
      if (item === 'CAPITALISED') return word.capital;
      if (item === 'LOWERCASE') return word.kind === 'letters' && !word.capital;
      const ending = this.grammar.endings.get(item);
      if (ending) return hasEnding(word, ending);
      const members = this.grammar.classWords.get(item);
      return members ? members.has(word.text) : item === word.text;
    });
  }
}

function hasEnding(word: Word, { endings, but }: EndingClass): boolean {
  const ends = (list: readonly string[]) => list.some((ending) => word.text.endsWith(ending));
  return word.kind === 'letters' && !word.capital && word.text.length > 3 && ends(endings) && !ends(but);
}

function isPoint(word: Word | undefined): boolean {
  return word?.text === '.' || word?.text === ',';
}
