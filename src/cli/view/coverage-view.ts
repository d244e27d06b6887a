import type { LexiconCoverage, UncoveredPredicate } from '../../lexicon-coverage.ts';
import { clean, hang, padTo } from './layout.ts';
import type { Style } from './style.ts';

const COUNT_WIDTH = 6;
/** Sample sentences printed of a predicate. */
const SAMPLES = 2;

/** Which rules fire and how often, which never do, and the work list of predicates that no rule covers. */
export function coverageView(coverage: LexiconCoverage, limit: number, style: Style): string {
  const { reports, sentences, events, rules, uncovered } = coverage;
  const used = rules.filter((rule) => rule.events > 0);
  const idle = rules.filter((rule) => rule.events === 0).map(({ rule }) => rule);
  const predicates = uncovered.slice(0, limit);
  const lines = [
    `${reports} reports, ${sentences} sentences, ${events} events; ${used.length} of ${rules.length} rules fire.`,
    '',
    style.heading('Rules that fire'),
    ...hang('', used.map((rule) => `${rule.rule} ${rule.events}`).join(', ') || 'none', style.columns),
    '',
    style.heading('Rules that never fire'),
    ...hang('', idle.join(', ') || 'none', style.columns),
    '',
    style.heading(
      `Predicates between two known actors that no rule covers (${predicates.length} of ${uncovered.length})`,
    ),
    ...predicates.flatMap((predicate) => predicateLines(predicate, style)),
  ];
  return `${lines.join('\n')}\n`;
}

function predicateLines(predicate: UncoveredPredicate, style: Style): readonly string[] {
  const { kind, lemma, count, constructions, nearest, samples } = predicate;
  const near = nearest ? `; nearest rule ${nearest}` : '';
  const head = `${style.strong(lemma)} (${kind}; ${constructions.join(', ')}${near})`;
  const margin = padTo('', COUNT_WIDTH);
  return [
    ...hang(`${String(count).padStart(COUNT_WIDTH - 2)}  `, head, style.columns),
    ...samples
      .slice(0, SAMPLES)
      .flatMap((sample) => hang(margin, style.dim(`“${clean(sample)}”`), style.columns, COUNT_WIDTH + 1)),
  ];
}
