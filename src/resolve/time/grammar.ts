import { ChanceryError, type FaultPlace } from '../../problems.ts';
import type { ClassSource, GrammarFile, HolidayRule, RuleSource } from './grammar-schema.ts';
import { type Element, parsePattern } from './pattern.ts';
import {
  type Openings,
  openableBy,
  openingsOf,
  type RulesBySecond,
  rulesBefore,
  rulesByPhrase,
  rulesBySecond,
} from './prefixes.ts';
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
  readonly step: number;
}

/** Words told by how they end; only the contexts of rules name such a class. */
export interface EndingClass {
  readonly endings: readonly string[];
  readonly but: readonly string[];
}

/** A rule of the grammar, ready to be run. */
export interface Rule extends Omit<RuleSource, 'pattern'> {
  readonly index: number;
  readonly patterns: readonly (readonly Element[])[];
  readonly at: FaultPlace;
}

/** The rules that can begin somewhere, by the phrase that they give, and the phrases that can be an expression by themselves. */
export interface Starts {
  readonly byPhrase: ReadonlyMap<string, readonly Rule[]>;
  readonly tops: readonly string[];
}

/** All that the grammar knows about one word: the classes that it opens, and the rules that it can open before another word. */
export class VocabularyWord {
  readonly classes: ReadonlyMap<string, readonly Entry[]>;
  readonly symbols: readonly string[];
  readonly #openings: Openings;
  readonly #starts = new Map<VocabularyWord | undefined, Starts>();
  readonly #startsByKey = new Map<string, Starts>();
  #openable: RulesBySecond | null = null;

  constructor(classes: ReadonlyMap<string, readonly Entry[]>, symbols: readonly string[], openings: Openings) {
    this.classes = classes;
    this.symbols = symbols;
    this.#openings = openings;
  }

  /** What can begin with this word when that one follows; worked out once for all words that tell the same. */
  startsBefore(next: VocabularyWord | undefined): Starts {
    const known = this.#starts.get(next);
    if (known) return known;
    this.#openable ??= rulesBySecond(openableBy(this.#openings, this.symbols));
    const { bySecond } = this.#openable;
    const telling = (next?.symbols ?? []).filter((symbol) => bySecond.has(symbol));
    const key = telling.join(' ');
    const starts = this.#startsByKey.get(key) ?? startsOf(rulesBefore(this.#openable, telling));
    this.#startsByKey.set(key, starts);
    this.#starts.set(next, starts);
    return starts;
  }
}

function startsOf(rules: readonly Rule[]): Starts {
  const byPhrase = rulesByPhrase(rules);
  const tops = [...byPhrase].filter(([, list]) => list.some((rule) => !rule.part)).map(([phrase]) => phrase);
  return { byPhrase, tops };
}

/** The compiled time grammar. Made by `compileGrammar` from the files of `lexicon/time`. */
export interface TimeGrammar {
  readonly rules: readonly Rule[];
  readonly vocabulary: ReadonlyMap<string, VocabularyWord>;
  readonly digits: ReadonlyMap<string, DigitClass>;
  readonly endings: ReadonlyMap<string, EndingClass>;
  /** What any number in digits can open. */
  readonly digitWord: VocabularyWord;
  readonly classWords: ReadonlyMap<string, ReadonlySet<string>>;
  readonly holidays: ReadonlyMap<string, HolidayRule>;
  readonly tense: ReadonlyMap<string, ReadonlySet<string>>;
  /** The lists of `tense` by the words that stand in them. */
  readonly tenseOfWord: ReadonlyMap<string, ReadonlySet<string>>;
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
  const endings = new Map<string, EndingClass>();
  const entries = new Map<string, Entry[]>();
  for (const [name, source] of classes) {
    if ('digits' in source)
      digits.set(name, { name, lengths: source.digits, min: source.min, max: source.max, step: source.step });
    else if ('endings' in source) endings.set(name, source);
    else entries.set(name, entriesOf(source));
  }
  const rules = compileRules(parts);
  checkNames(rules, digits, entries);
  const vocabulary = buildVocabulary(rules, entries, digits);
  const tense = new Map(
    parts.flatMap((part) => Object.entries(part.content.tense)).map(([name, list]) => [name, new Set(list)]),
  );
  return {
    rules,
    digits,
    endings,
    vocabulary: vocabulary.words,
    digitWord: vocabulary.digitWord,
    classWords: new Map(
      [...entries].map(([name, list]) => [name, new Set(list.map((entry) => entry.words.join(' ')))]),
    ),
    holidays: new Map(parts.flatMap((part) => Object.entries(part.content.holidays))),
    tense,
    tenseOfWord: listsByWord(tense),
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

function listsByWord(lists: ReadonlyMap<string, ReadonlySet<string>>): Map<string, Set<string>> {
  const byWord = new Map<string, Set<string>>();
  for (const [name, list] of lists)
    for (const word of list) byWord.set(word, (byWord.get(word) ?? new Set()).add(name));
  return byWord;
}

function entriesOf(source: Exclude<ClassSource, { digits: number[] } | { endings: string[] }>): Entry[] {
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
      const at = placeOf(part, position);
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

/** Where a rule stands; its line is looked up when it is asked for. */
function placeOf(part: GrammarPart, position: number): FaultPlace {
  return {
    file: part.file,
    get line() {
      return part.lineOfRule(position)!;
    },
  };
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
  return elements.flatMap((element) => {
    if (element.kind === 'choice') return element.branches.flatMap(flatten);
    return element.kind === 'repeat' ? flatten(element.elements) : [element];
  });
}

function buildVocabulary(
  rules: readonly Rule[],
  entries: ReadonlyMap<string, readonly Entry[]>,
  digits: ReadonlyMap<string, DigitClass>,
): { words: Map<string, VocabularyWord>; digitWord: VocabularyWord } {
  const openings = openingsOf(rules, entries);
  const classesOf = classesOfWords(rules, entries);
  const words = new Map<string, VocabularyWord>();
  const digitSymbols = [...digits.keys()].map((name) => `c:${name}`);
  for (const [word, classes] of classesOf) {
    const single = [...classes].filter(([, list]) => list.some((entry) => entry.words.length === 1));
    const isNumber = /^[0-9]+$/.test(word);
    const symbols = [`w:${word}`, ...single.map(([name]) => `c:${name}`), ...(isNumber ? digitSymbols : [])];
    words.set(word, new VocabularyWord(classes, symbols, openings));
  }
  return { words, digitWord: new VocabularyWord(new Map(), digitSymbols, openings) };
}

/** Every word that the grammar knows, with the entries of each class that begin with it. */
function classesOfWords(rules: readonly Rule[], entries: ReadonlyMap<string, readonly Entry[]>) {
  const classesOf = new Map<string, Map<string, Entry[]>>();
  const touch = (word: string) => {
    const classes = classesOf.get(word) ?? new Map<string, Entry[]>();
    classesOf.set(word, classes);
    return classes;
  };
  for (const [name, list] of entries) {
    for (const entry of list) {
      for (const word of entry.words) touch(word);
      const classes = touch(entry.words[0]!);
      classes.set(name, [...(classes.get(name) ?? []), entry]);
    }
  }
  for (const element of rules.flatMap((rule) => rule.patterns.flatMap(flatten)))
    if (element.kind === 'word') touch(element.text);
  return classesOf;
}
