import type { Rule } from './grammar.ts';
import type { Capture, Derivation, Matcher } from './match.ts';
import { build } from './meaning.ts';
import type { PairTerm, Term } from './term.ts';

/** An expression found in the words: `[first, end)`, what it means, by which rule. */
export interface Found {
  readonly first: number;
  readonly end: number;
  readonly term: Term;
  readonly rule: Rule;
  /** The ids of all rules that took part, outermost first. */
  readonly trace: () => string[];
  /** How it is joined to the next one of a phrase that tells several ("20-22 March"); null where none follows. */
  readonly join: PairTerm['join'] | null;
}

/** Whether an expression may stand where it was found. */
export type Accept = (first: number, end: number) => boolean;

/** All expressions, in text order: at each word the longest that the grammar can read there; of equals, the rule that stands first. */
export function recognise(matcher: Matcher, accept: Accept): Found[] {
  const found: Found[] = [];
  for (let position = 0; position < matcher.words.length; ) {
    const derivation = longestAt(matcher, position, accept);
    if (derivation) found.push(...expressionsOf(derivation, position));
    position = derivation ? derivation.end : position + 1;
  }
  return found;
}

function longestAt(matcher: Matcher, position: number, accept: Accept): Derivation | null {
  let best: Derivation | null = null;
  for (const phrase of matcher.topsAt(position)) {
    for (const derivation of matcher.phrase(phrase, position)) {
      if (derivation.rule.part || typeof derivation.value !== 'object') continue;
      if (
        best &&
        (best.end > derivation.end || (best.end === derivation.end && best.rule.index < derivation.rule.index))
      )
        continue;
      if (matcher.cutsNumber(position, derivation.end) || !accept(position, derivation.end)) continue;
      best = derivation;
    }
  }
  return best;
}

function expressionsOf(derivation: Derivation, first: number): Found[] {
  const { rule, end } = derivation;
  const term = derivation.value as Term;
  if (term.op !== 'pair') return [{ first, end, term, rule, trace: () => traceOf(derivation), join: null }];
  const joins = allOf(derivation.captures, 'join').map(({ value }) => value as PairTerm['join']);
  const parts = [
    { ...splitOf(rule, 0, derivation, first), term: term.first },
    ...allOf(derivation.captures, 'more').map((more) => ({
      first: more.first,
      end: more.end,
      term: moreTerm(rule, more, derivation),
    })),
    { ...splitOf(rule, 1, derivation, first), term: term.second },
  ];
  return parts.map((part, index) => ({
    ...part,
    rule,
    trace: () => traceOf(derivation),
    join: index === parts.length - 1 ? null : (joins[index] ?? term.join),
  }));
}

/** One of the expressions between the first and the last: its own number, and the words that all share. */
function moreTerm({ means }: Rule, more: Capture, { captures }: Derivation): Term {
  return build((means as { readonly more: unknown }).more, { ...more, before: captures }) as Term;
}

/** The words that one half of a pair covers, by the `splits` of its rule. */
function splitOf(rule: Rule, index: number, derivation: Derivation, first: number): { first: number; end: number } {
  const [from, to = from] = (rule.splits?.[index] ?? '').split('..');
  const start = captureOf(derivation.captures, from!)?.first ?? first;
  return {
    first: start,
    end: to === 'END' ? derivation.end : (captureOf(derivation.captures, to!)?.end ?? derivation.end),
  };
}

function captureOf(captures: Capture | null, name: string): Capture | null {
  for (let capture = captures; capture; capture = capture.before) if (capture.name === name) return capture;
  return null;
}

/** The parts of one name, in text order. */
function allOf(captures: Capture | null, name: string): Capture[] {
  const all: Capture[] = [];
  for (let capture = captures; capture; capture = capture.before) if (capture.name === name) all.unshift(capture);
  return all;
}

function traceOf(derivation: Derivation): string[] {
  const rules = [derivation.rule.id];
  for (let capture = derivation.captures; capture; capture = capture.before)
    if (capture.derivation) rules.push(...traceOf(capture.derivation));
  return rules;
}
