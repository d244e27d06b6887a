import type { Entry, Rule } from './grammar.ts';
import type { Element } from './pattern.ts';

/** The first one or two symbols of a reading; `w:…` is a word, `c:…` a class. */
type Prefix = readonly string[];

const ANY = '*';

/** For each rule, the pairs of symbols that it can begin with: the cheap test that spares most words of a text any matching. */
class Prefixes {
  readonly #rules: ReadonlyMap<string, readonly Rule[]>;
  readonly #entries: ReadonlyMap<string, readonly Entry[]>;
  readonly #phrases = new Map<string, Prefix[] | 'open'>();

  constructor(rules: readonly Rule[], entries: ReadonlyMap<string, readonly Entry[]>) {
    this.#rules = rulesByPhrase(rules);
    this.#entries = entries;
  }

  /** The prefixes of one rule. */
  ofRule(rule: Rule): Prefix[] {
    return rule.patterns.flatMap((pattern) => this.#ofSequence(pattern));
  }

  #ofSequence(elements: readonly Element[]): Prefix[] {
    let prefixes: Prefix[] = [[]];
    for (const element of elements) {
      if (prefixes.every((prefix) => prefix.length === 2)) break;
      const next = this.#ofElement(element);
      prefixes = unique(prefixes.flatMap((prefix) => extend(prefix, next)));
    }
    return prefixes;
  }

  #ofElement(element: Element): Prefix[] {
    if (element.kind === 'choice') return element.branches.flatMap((branch) => this.#ofSequence(branch));
    if (element.kind === 'repeat') return [[], ...this.#ofSequence(element.elements)];
    if (element.kind === 'word') return [[`w:${element.text}`]];
    if (element.kind === 'phrase') return this.#ofPhrase(element.phrase);
    const entries = this.#entries.get(element.class);
    if (!entries) return [[`c:${element.class}`]];
    return entries.map(({ words }) =>
      words.length === 1 ? [`c:${element.class}`] : [`w:${words[0]}`, `w:${words[1]}`],
    );
  }

  /** A phrase that is still being worked out (it can contain itself) may begin with anything. */
  #ofPhrase(phrase: string): Prefix[] {
    const known = this.#phrases.get(phrase);
    if (known === 'open') return [[ANY, ANY]];
    if (known) return known;
    this.#phrases.set(phrase, 'open');
    const rules = this.#rules.get(phrase) ?? [];
    const prefixes = unique(rules.flatMap((rule) => rule.patterns.flatMap((pattern) => this.#ofSequence(pattern))));
    this.#phrases.set(phrase, prefixes);
    return prefixes;
  }
}

function extend(prefix: Prefix, next: readonly Prefix[]): Prefix[] {
  return prefix.length === 2 ? [prefix] : next.map((more) => [...prefix, ...more].slice(0, 2));
}

function unique(prefixes: readonly Prefix[]): Prefix[] {
  return [...new Map(prefixes.map((prefix) => [prefix.join(' '), prefix])).values()];
}

/** A rule with what may stand second in it: anything, or one of these symbols. */
export interface Opening {
  readonly rule: Rule;
  readonly seconds: 'any' | ReadonlySet<string>;
}

/** The rules by the symbol that they can begin with, each list in the order of the rules; `*` begins with anything. */
export type Openings = ReadonlyMap<string, readonly Opening[]>;

/** Every rule under each of its first symbols. */
export function openingsOf(rules: readonly Rule[], entries: ReadonlyMap<string, readonly Entry[]>): Openings {
  const prefixes = new Prefixes(rules, entries);
  const openings = new Map<string, Opening[]>();
  for (const rule of rules) {
    for (const [first, seconds] of secondsByFirst(prefixes.ofRule(rule))) {
      const list = openings.get(first);
      if (list) list.push({ rule, seconds });
      else openings.set(first, [{ rule, seconds }]);
    }
  }
  return openings;
}

function secondsByFirst(prefixes: readonly Prefix[]): Map<string, 'any' | Set<string>> {
  const groups = new Map<string, 'any' | Set<string>>();
  for (const [first, second] of prefixes) {
    const known = groups.get(first!);
    if (second === undefined || second === ANY) groups.set(first!, 'any');
    else if (known === undefined) groups.set(first!, new Set([second]));
    else if (known !== 'any') known.add(second);
  }
  return groups;
}

/** What can begin with a word that stands for these symbols, in the order of the rules. */
export function openableBy(openings: Openings, symbols: readonly string[]): Opening[] {
  const found = new Map<Rule, Opening>();
  for (const symbol of [...symbols, ANY]) {
    for (const opening of openings.get(symbol) ?? []) {
      const known = found.get(opening.rule);
      found.set(
        opening.rule,
        known ? { rule: opening.rule, seconds: joined(known.seconds, opening.seconds) } : opening,
      );
    }
  }
  return [...found.values()].sort((a, b) => a.rule.index - b.rule.index);
}

function joined(a: Opening['seconds'], b: Opening['seconds']): Opening['seconds'] {
  return a === 'any' || b === 'any' ? 'any' : new Set([...a, ...b]);
}

/** What can begin with a word: whatever follows, and by the symbol that must stand second. */
export interface RulesBySecond {
  readonly any: readonly Rule[];
  readonly bySecond: ReadonlyMap<string, readonly Rule[]>;
}

/** The openings of one word, sorted so that those before another word are found without trying all. */
export function rulesBySecond(openings: readonly Opening[]): RulesBySecond {
  const any: Rule[] = [];
  const bySecond = new Map<string, Rule[]>();
  for (const { rule, seconds } of openings) {
    if (seconds === 'any') any.push(rule);
    else
      for (const second of seconds) {
        const list = bySecond.get(second);
        if (list) list.push(rule);
        else bySecond.set(second, [rule]);
      }
  }
  return { any, bySecond };
}

/** The rules that can begin before a word that stands for these symbols, in their order. */
export function rulesBefore({ any, bySecond }: RulesBySecond, symbols: readonly string[]): readonly Rule[] {
  const more = symbols.flatMap((symbol) => bySecond.get(symbol) ?? []);
  return more.length === 0 ? any : [...new Set([...any, ...more])].sort((a, b) => a.index - b.index);
}

/** The rules by the phrase that they give, in their order. */
export function rulesByPhrase(rules: readonly Rule[]): Map<string, Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const group = groups.get(rule.gives);
    if (group) group.push(rule);
    else groups.set(rule.gives, [rule]);
  }
  return groups;
}
