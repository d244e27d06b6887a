import type { Entry, Rule } from './grammar.ts';
import type { Element } from './pattern.ts';

/** The first one or two symbols of a reading; `w:…` is a word, `c:…` a class. */
type Prefix = readonly string[];

const ANY = '*';

/** For each rule, the pairs of symbols that it can begin with: the cheap test that spares most words of a text any matching. */
export class Prefixes {
  readonly #rules: ReadonlyMap<string, readonly Rule[]>;
  readonly #entries: ReadonlyMap<string, readonly Entry[]>;
  readonly #phrases = new Map<string, Prefix[] | 'open'>();

  constructor(rules: readonly Rule[], entries: ReadonlyMap<string, readonly Entry[]>) {
    this.#rules = rulesByPhrase(rules);
    this.#entries = entries;
  }

  /** The prefixes of one rule, as a set of `first` and `first second`. */
  ofRule(rule: Rule): Set<string> {
    return new Set(rule.patterns.flatMap((pattern) => this.#ofSequence(pattern)).map((prefix) => prefix.join(' ')));
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

/** What may follow the first symbol of a rule: anything, or one of these. */
export type Seconds = 'any' | ReadonlySet<string>;

/** What may stand second in a rule with these prefixes when the first word stands for these symbols; null when it cannot begin so. */
export function secondsAfter(prefixes: ReadonlySet<string>, first: readonly string[]): Seconds | null {
  const seconds = new Set<string>();
  for (const prefix of prefixes) {
    const [start, second] = prefix.split(' ');
    if (start !== ANY && !first.includes(start!)) continue;
    if (second === undefined || second === ANY) return 'any';
    seconds.add(second);
  }
  return seconds.size === 0 ? null : seconds;
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
