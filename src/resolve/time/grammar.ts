import { ChanceryError, type FaultPlace } from '../../problems.ts';
import type { ClassSource, GrammarFile, HolidayRule, RuleSource } from './grammar-schema.ts';
import { type Element, parsePattern } from './pattern.ts';
import { wordsOf } from './words.ts';

/** A word or phrase of a class, with what it stands for. `capital`: it must be written with a capital letter. */
export interface Entry {
  readonly words: readonly string[];
  readonly value: number | string;
  readonly capital: boolean;
}

/** Numbers written in digits, of these lengths and in this range. */
export interface DigitClass {
  readonly name: string;
  readonly lengths: readonly number[];
  readonly min: number;
  readonly max: number;
}

/** A rule of the grammar, ready to be run. */
export interface Rule extends Omit<RuleSource, 'pattern'> {
  readonly index: number;
  readonly patterns: readonly (readonly Element[])[];
  readonly at: FaultPlace;
}

/** All that the grammar knows about one word: the classes that it opens, and the rules that it can open, by phrase. */
export interface VocabularyWord {
  readonly classes: ReadonlyMap<string, readonly Entry[]>;
  readonly starts: ReadonlyMap<string, readonly Rule[]>;
  /** The phrases among `starts` that can be an expression by themselves. */
  readonly tops: readonly string[];
}

/** The compiled time grammar. Made by `compileGrammar` from the files of `lexicon/time`. */
export interface TimeGrammar {
  readonly rules: readonly Rule[];
  readonly vocabulary: ReadonlyMap<string, VocabularyWord>;
  readonly digits: ReadonlyMap<string, DigitClass>;
  /** What any number in digits can open. */
  readonly digitWord: VocabularyWord;
  readonly classWords: ReadonlyMap<string, ReadonlySet<string>>;
  readonly holidays: ReadonlyMap<string, HolidayRule>;
  readonly tense: ReadonlyMap<string, ReadonlySet<string>>;
  readonly governors: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly speech: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One grammar file, parsed and checked, with a way to tell the line of a rule. */
export interface GrammarPart {
  readonly file: string;
  readonly content: GrammarFile;
  readonly lineOfRule: (index: number) => number | undefined;
}

/** Compiles the files of the time grammar into one. Throws `lexicon/…` on an unknown class or phrase, or a doubled id. */
export function compileGrammar(parts: readonly GrammarPart[]): TimeGrammar {
  const classes = new Map<string, ClassSource>();
  for (const part of parts)
    for (const [name, source] of Object.entries(part.content.classes)) classes.set(name, source);
  const digits = new Map<string, DigitClass>();
  const entries = new Map<string, Entry[]>();
  for (const [name, source] of classes) {
    if ('digits' in source) digits.set(name, { name, lengths: source.digits, min: source.min, max: source.max });
    else entries.set(name, entriesOf(source));
  }
  const rules = compileRules(parts);
  checkNames(rules, digits, entries);
  const vocabulary = buildVocabulary(rules, entries, digits);
  return {
    rules,
    digits,
    vocabulary: vocabulary.words,
    digitWord: vocabulary.digitWord,
    classWords: new Map(
      [...entries].map(([name, list]) => [name, new Set(list.map((entry) => entry.words.join(' ')))]),
    ),
    holidays: new Map(parts.flatMap((part) => Object.entries(part.content.holidays))),
    tense: new Map(
      parts.flatMap((part) => Object.entries(part.content.tense)).map(([name, list]) => [name, new Set(list)]),
    ),
    governors: new Map(
      parts
        .flatMap((part) => Object.entries(part.content.governors))
        .map(([name, list]) => [name, list.map((phrase) => wordsOf(phrase).map((word) => word.text))]),
    ),
    speech: new Map(
      parts.flatMap((part) => Object.entries(part.content.speech)).map(([name, list]) => [name, new Set(list)]),
    ),
  };
}

function entriesOf(source: Exclude<ClassSource, { digits: number[] }>): Entry[] {
  const table: readonly (readonly [string, number | string])[] =
    'list' in source ? source.list.map((phrase) => [phrase, phrase] as const) : Object.entries(source.words);
  const capital = new Set('words' in source ? source.capital : []);
  return table
    .map(([phrase, value]) => ({
      words: wordsOf(phrase).map((word) => word.text),
      value,
      capital: capital.has(phrase),
    }))
    .sort((a, b) => b.words.length - a.words.length);
}

function compileRules(parts: readonly GrammarPart[]): Rule[] {
  const rules: Rule[] = [];
  const seen = new Set<string>();
  for (const part of parts) {
    for (const [position, source] of part.content.rules.entries()) {
      const line = part.lineOfRule(position);
      const at = line === undefined ? { file: part.file } : { file: part.file, line };
      if (seen.has(source.id))
        throw new ChanceryError('lexicon/double-id', `The rule "${source.id}" is there twice.`, { at });
      seen.add(source.id);
      const { pattern, ...rest } = source;
      const patterns = [pattern].flat().map((text) => parsePattern(text, at));
      rules.push({ ...rest, index: rules.length, patterns, at });
    }
  }
  return rules;
}

function checkNames(
  rules: readonly Rule[],
  digits: ReadonlyMap<string, unknown>,
  entries: ReadonlyMap<string, unknown>,
) {
  const phrases = new Set(rules.map((rule) => rule.gives));
  for (const rule of rules) {
    for (const element of rule.patterns.flatMap(flatten)) {
      if (element.kind === 'class' && !digits.has(element.class) && !entries.has(element.class))
        throw unknown('class', element.class, rule, [...entries.keys(), ...digits.keys()]);
      if (element.kind === 'phrase' && !phrases.has(element.phrase))
        throw unknown('phrase', element.phrase, rule, [...phrases]);
    }
  }
}

function unknown(kind: string, name: string, rule: Rule, expected: readonly string[]): ChanceryError {
  return new ChanceryError(
    `lexicon/unknown-${kind}`,
    `Rule "${rule.id}" names the ${kind} "${name}", which is not there.`,
    {
      at: rule.at,
      expected,
    },
  );
}

function flatten(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => (element.kind === 'choice' ? element.branches.flatMap(flatten) : [element]));
}

/** The words (`w:…`) and classes (`c:…`) that a phrase can begin with. */
class FirstSets {
  readonly #memo = new Map<string, Set<string>>();
  readonly #rules: readonly Rule[];

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  ofRule(rule: Rule): Set<string> {
    const firsts = new Set<string>();
    for (const pattern of rule.patterns) this.#collect(pattern, firsts);
    return firsts;
  }

  #ofPhrase(phrase: string): Set<string> {
    const known = this.#memo.get(phrase);
    if (known) return known;
    const firsts = new Set<string>();
    this.#memo.set(phrase, firsts);
    for (const rule of this.#rules)
      if (rule.gives === phrase) for (const pattern of rule.patterns) this.#collect(pattern, firsts);
    return firsts;
  }

  /** Adds what the sequence can begin with; true when it can be empty. */
  #collect(elements: readonly Element[], firsts: Set<string>): boolean {
    for (const element of elements) {
      if (element.kind === 'choice') {
        const empties = element.branches.map((branch) => this.#collect(branch, firsts));
        if (empties.some(Boolean)) continue;
        return false;
      }
      if (element.kind === 'word') firsts.add(`w:${element.text}`);
      else if (element.kind === 'class') firsts.add(`c:${element.class}`);
      else for (const first of this.#ofPhrase(element.phrase)) firsts.add(first);
      return false;
    }
    return true;
  }
}

function buildVocabulary(
  rules: readonly Rule[],
  entries: ReadonlyMap<string, readonly Entry[]>,
  digits: ReadonlyMap<string, DigitClass>,
): { words: Map<string, VocabularyWord>; digitWord: VocabularyWord } {
  const classesOf = new Map<string, Map<string, Entry[]>>();
  const touch = (word: string) => classesOf.get(word) ?? classesOf.set(word, new Map()).get(word)!;
  for (const [name, list] of entries) {
    for (const entry of list) {
      const classes = touch(entry.words[0]!);
      classes.set(name, [...(classes.get(name) ?? []), entry]);
    }
  }
  for (const element of rules.flatMap((rule) => rule.patterns.flatMap(flatten)))
    if (element.kind === 'word') touch(element.text);
  const sets = new FirstSets(rules);
  const firsts = rules.map((rule) => sets.ofRule(rule));
  const startsOf = (symbols: readonly string[]): VocabularyWord['starts'] => {
    const starts = new Map<string, Rule[]>();
    for (const rule of rules) {
      if (!symbols.some((symbol) => firsts[rule.index]!.has(symbol))) continue;
      starts.set(rule.gives, [...(starts.get(rule.gives) ?? []), rule]);
    }
    return starts;
  };
  const topsOf = (starts: VocabularyWord['starts']) =>
    [...starts].filter(([, list]) => list.some((rule) => !rule.part)).map(([phrase]) => phrase);
  const words = new Map<string, VocabularyWord>();
  for (const [word, classes] of classesOf) {
    const starts = startsOf([`w:${word}`, ...[...classes.keys()].map((name) => `c:${name}`)]);
    words.set(word, { classes, starts, tops: topsOf(starts) });
  }
  const digitStarts = startsOf([...digits.keys()].map((name) => `c:${name}`));
  return { words, digitWord: { classes: new Map(), starts: digitStarts, tops: topsOf(digitStarts) } };
}
