import type { AnnotatedReport, Sentence } from '../../document/index.ts';
import type { Problem } from '../../problems.ts';
import type { Published, Span } from '../../record/index.ts';
import { type Day, formatDay, parseDay } from './civil.ts';
import type { TimeGrammar } from './grammar.ts';
import type { Landmark } from './landmarks.ts';
import { constraintsOfText, tellsOfPastYear } from './publication-clues.ts';
import { type Constraint, FIRST, LAST, meet, type Stretch } from './publication-constraints.ts';
import { recogniseIn } from './resolve-times.ts';

/** A fact that holds only in some days, and that the text takes for granted: an office that somebody holds in it. */
export interface DatedFact {
  readonly from: string | null;
  readonly to: string | null;
  readonly because: string;
  readonly span: Span | null;
}

/** What an undated report says of its own date, and which of its clues do not go together. */
export interface InferredDate {
  readonly published: Published;
  readonly problems: readonly Problem[];
}

/**
 * The window in which an undated report was written, as far as its own text allows: by the offices that people hold in it,
 * the dates it names as past or to come, the landmarks it knows of, anniversaries, weekdays beside dates. Each bound comes
 * with its reason and the words it rests on. A clue that contradicts the others is left
 * out; a fact that does becomes a problem. Unknown when nothing bounds it.
 */
export function inferPublished(
  doc: AnnotatedReport,
  facts: readonly DatedFact[],
  grammar: TimeGrammar,
  landmarks: readonly Landmark[] = [],
): InferredDate {
  const recognised = recogniseIn(doc, grammar);
  const backThen = recognised.filter(tellsOfPastYear).map(({ sentence }) => doc.sentences[sentence]!);
  const ofFacts = facts.map((fact) =>
    constraintOfFact(backThen.some((one) => holds(one, fact)) ? endless(fact) : fact),
  );
  const constraints = [...ofFacts, ...constraintsOfText(doc, recognised, grammar, landmarks)];
  const { kept, passedOver, stretches } = propagate(constraints);
  // A tense that was misread contradicts as well; a fact of the base is worth telling.
  const problems = passedOver.filter((constraint) => ofFacts.includes(constraint)).map(contradiction);
  const from = stretches[0]!.from;
  const to = stretches.at(-1)!.to;
  const reasons = [...reasonFor('from', from, kept), ...reasonFor('to', to, kept)];
  if (reasons.length === 0)
    return { published: { value: null, basis: 'unknown', from: null, to: null, reasons: [] }, problems };
  const value = from === to ? formatDay(from) : null;
  const [first, last] = [from === FIRST ? null : formatDay(from), to === LAST ? null : formatDay(to)];
  return { published: { value, basis: 'inferred', from: first, to: last, reasons }, problems };
}

function holds({ start, end }: Sentence, { span }: DatedFact): boolean {
  return span !== null && start <= span.start && span.end <= end;
}

/** What was so in a past year need not be so any more. */
function endless(fact: DatedFact): DatedFact {
  return { ...fact, to: null };
}

function contradiction({ because, span }: Constraint): Problem {
  const message = `No day fits this and what the report says before: ${because}.`;
  return { code: 'time/contradiction', message, span };
}

function constraintOfFact(fact: DatedFact): Constraint {
  const stretch = { from: parseDay(fact.from) ?? FIRST, to: parseDay(fact.to) ?? LAST };
  return { stretches: [stretch], because: fact.because, span: fact.span };
}

/** Narrows the window by one constraint after the other; what would leave no day is passed over. */
function propagate(constraints: readonly Constraint[]) {
  const kept: Constraint[] = [];
  const passedOver: Constraint[] = [];
  let stretches: readonly Stretch[] = [{ from: FIRST, to: LAST }];
  for (const constraint of constraints) {
    const met = meet(stretches, constraint.stretches);
    if (met.length === 0) {
      passedOver.push(constraint);
      continue;
    }
    stretches = met;
    kept.push(constraint);
  }
  return { kept, passedOver, stretches };
}

/** The constraints that put the bound where it is; and where these leave a choice (one month of every year), those that make it. */
function reasonFor(bound: 'from' | 'to', day: Day, kept: readonly Constraint[]): Published['reasons'] {
  if (day === FIRST || day === LAST) return [];
  const direct = kept.filter((constraint) => constraint.stretches.some((stretch) => stretch[bound] === day));
  const isChoice = direct.every((constraint) => constraint.stretches.length > 1);
  const nearest = isChoice ? nearestBounds(bound, kept) : [];
  const reasons = direct.map((constraint) => reasonOf(bound, day, constraint));
  return [...reasons, ...nearest].filter((reason) => reason !== null);
}

/** The tightest bound of those constraints that leave no choice. */
function nearestBounds(bound: 'from' | 'to', kept: readonly Constraint[]) {
  const plain = kept.filter(
    ({ stretches }) => stretches.length === 1 && stretches[0]![bound] !== (bound === 'from' ? FIRST : LAST),
  );
  const days = plain.map(({ stretches }) => stretches[0]![bound]);
  const tightest = bound === 'from' ? Math.max(...days) : Math.min(...days);
  return plain
    .filter(({ stretches }) => stretches[0]![bound] === tightest)
    .map((one) => reasonOf(bound, tightest, one));
}

function reasonOf(bound: 'from' | 'to', day: Day, { because, span }: Constraint): Published['reasons'][number] | null {
  const date = formatDay(day);
  return date === null ? null : { bound, date, because, span };
}
