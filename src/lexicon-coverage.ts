import { codeEvents, findUncovered, type Uncovered } from './code/index.ts';
import type { Predication, ResolvedReport } from './document/index.ts';
import { analyseReport, type Toolkit } from './pipeline.ts';
import { predicate } from './predicate/index.ts';
import type { Report } from './record/index.ts';

/** How often a rule gave an event. */
export interface RuleUse {
  readonly rule: string;
  readonly events: number;
}

/** A predicate that joins two known actors without giving an event, and where. */
export interface UncoveredPredicate {
  readonly kind: 'verb' | 'noun';
  readonly lemma: string;
  readonly count: number;
  /** How the parties hang on it, such as "subject with", the most frequent first. */
  readonly constructions: readonly string[];
  /** A rule that knows the word, but finds a condition unmet or a party missing; null when none does. */
  readonly nearest: string | null;
  readonly samples: readonly string[];
}

/** What a lexicon makes of reports: which rules give events, and what the rules leave out. */
export interface LexiconCoverage {
  readonly reports: number;
  readonly sentences: number;
  readonly events: number;
  /** Every rule, the most used first, those that never fire last. */
  readonly rules: readonly RuleUse[];
  /** The work list, the most frequent first. */
  readonly uncovered: readonly UncoveredPredicate[];
}

/** Sample sentences kept of a predicate. */
const SAMPLES = 3;

/**
 * Reads reports and counts which rules fire and which predicates between two known actors none covers. Nouns count here
 * whether or not a rule knows them, so that event nouns which the lexicon lacks are found too.
 */
export async function measureCoverage(reports: AsyncIterable<Report>, toolkit: Toolkit): Promise<LexiconCoverage> {
  const uses = new Map(toolkit.lexicon.rules.map(({ id }) => [id, 0]));
  const gaps: Gap[] = [];
  const totals = { reports: 0, sentences: 0, events: 0 };
  for await (const report of reports) {
    const { context, resolved, predications } = await analyseReport(report, toolkit);
    const events = codeEvents(context, predications);
    for (const { event } of events) uses.set(event.rule, (uses.get(event.rule) ?? 0) + 1);
    totals.reports += 1;
    totals.sentences += resolved.sentences.length;
    totals.events += events.length;
    for (const gap of findUncovered(context, withEveryNoun(resolved, toolkit))) {
      const { start, end } = resolved.sentences[gap.predication.sentence]!;
      gaps.push({ ...gap, text: resolved.report.text.slice(start, end) });
    }
  }
  return {
    ...totals,
    rules: [...uses]
      .map(([rule, count]) => ({ rule, events: count }))
      .sort((a, b) => b.events - a.events || compare(a.rule, b.rule)),
    uncovered: [...groupBy(gaps, gapKey).values()]
      .map(uncoveredPredicate)
      .sort((a, b) => b.count - a.count || compare(a.lemma, b.lemma)),
  };
}

interface Gap extends Uncovered {
  readonly text: string;
}

function gapKey({ predication }: Gap): string {
  return `${kindOf(predication)} ${predication.lemma}`;
}

function kindOf({ kind }: Predication): UncoveredPredicate['kind'] {
  return kind === 'verb' ? 'verb' : 'noun';
}

function uncoveredPredicate(gaps: readonly Gap[]): UncoveredPredicate {
  const [{ predication }] = gaps as readonly [Gap];
  const constructions = [...groupBy(gaps, (gap) => gap.construction)].sort((a, b) => b[1].length - a[1].length);
  return {
    kind: kindOf(predication),
    lemma: predication.lemma,
    count: gaps.length,
    constructions: constructions.map(([construction]) => construction),
    nearest: gaps.find(({ nearest }) => nearest !== null)?.nearest ?? null,
    samples: [...new Set(gaps.map(({ text }) => text))].slice(0, SAMPLES),
  };
}

function groupBy<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group) group.push(entry);
    else groups.set(keyOf(entry), [entry]);
  }
  return groups;
}

/** Nouns that no rule names are predications too here, or the lexicon could never learn them. */
function withEveryNoun(resolved: ResolvedReport, { lexicon }: Toolkit): readonly Predication[] {
  const nouns = resolved.sentences.flatMap(({ tokens }) => tokens.filter(({ upos }) => upos === 'NOUN'));
  const eventNouns = new Set([...lexicon.eventNouns, ...nouns.map(({ lemma }) => lemma.toLowerCase())]);
  return predicate(resolved, { operators: lexicon.operators, eventNouns });
}

/** Same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
