import type { Predication, Sentence } from '../document/index.ts';
import type { EventRule } from '../lexicon/index.ts';
import type { Status } from '../record/index.ts';
import { type CodingContext, hasTrait } from './coding-context.ts';
import type { DatedTime } from './event-times.ts';

/** The status of an event, and every step that made it, in words. */
export interface ComposedStatus {
  readonly status: Status;
  readonly steps: readonly string[];
}

/**
 * Settles what the parse leaves open: headlines and speech acts in the present tense have occurred; what is dated ahead of
 * the report is planned. Source: coding.md ("accuses, denies, says"), record.md ("Status is composed").
 */
export function composeStatus(
  context: CodingContext,
  rule: EventRule,
  predication: Predication,
  dated: DatedTime | null,
): ComposedStatus {
  const { steps } = predication;
  const sentence = context.report.sentences[predication.sentence]!;
  const { published } = context.report.report;
  const settle = (status: Status, because: string): ComposedStatus => ({ status, steps: [...steps, because] });
  if (rule.asserts) return settle('occurred', 'the rule takes the words for an act of their own: occurred');
  if (rule.present === 'occurred' && isPerformed(predication, sentence)) {
    return settle('occurred', 'who says that he wants to thank thanks: occurred');
  }
  if (isSpokenUnderCondition(rule, predication))
    return settle('occurred', 'the condition is part of what is said: occurred');
  const isAhead = published.to !== null && dated?.time.from != null && dated.time.from > published.to;
  const isBehind = published.from !== null && dated?.time.to != null && dated.time.to < published.from;
  if (
    isAhead &&
    (predication.status === 'ongoing' || (predication.status === 'occurred' && predication.tense !== 'past'))
  ) {
    return settle('planned', `dated ${dated?.time.from}, after the report: planned`);
  }
  if (predication.status === 'planned' && !predication.isStatusStated && isBehind) {
    return settle('occurred', 'dated before the report: occurred');
  }
  if (predication.status === 'ongoing' && isDecreed(context, rule, predication)) {
    return settle('occurred', 'what a government is imposing it has imposed by saying so: occurred');
  }
  if (predication.status !== 'ongoing' || predication.aspect === 'progressive') {
    return {
      status: predication.status,
      steps: steps.length > 0 ? steps : [`${predication.tense} tense: ${predication.status}`],
    };
  }
  if (sentence.kind === 'headline') return settle('occurred', 'present tense of a headline: occurred');
  if (rule.present === 'occurred') return settle('occurred', 'an act of speech in the present tense: occurred');
  return settle('ongoing', 'present tense: ongoing');
}

/** "We are imposing sanctions", "he is being expelled"; in a government's own text also "the following are designated". */
function isDecreed(context: CodingContext, rule: EventRule, { aspect, operators }: Predication): boolean {
  if (!hasTrait(context, rule, 'by-decree') || operators.length > 0) return false;
  return aspect === 'progressive' || context.ownVoices.length > 0;
}

/** "I want to thank you": in the first person, the wish to say something says it. */
function isPerformed({ operators, roles, status }: Predication, { tokens }: Sentence): boolean {
  const kinds = operators.map(({ kind }) => kind);
  if (status !== 'possible' || !kinds.includes('desire')) return false;
  if (!kinds.every((kind) => kind === 'desire' || kind === 'report')) return false;
  return roles.some(({ relation, token }) => relation === 'subject' && tokens[token]?.feats.Person === '1');
}

/** "North Korea vows a blow if …": said it is, whatever depends on the condition beside it. */
function isSpokenUnderCondition(rule: EventRule, { operators, trigger, tense, status }: Predication): boolean {
  const [operator, ...others] = operators;
  if (rule.present !== 'occurred' || tense !== 'present' || status !== 'possible' || others.length > 0) return false;
  return operator?.kind === 'condition' && operator.token !== trigger;
}
