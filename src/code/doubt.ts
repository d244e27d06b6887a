import type { Predication } from '../document/index.ts';
import type { Attribution } from '../record/index.ts';
import type { CodingContext } from './coding-context.ts';
import type { ComposedStatus } from './event-status.ts';

const QUOTATION_MARK = /["“”‘’'«»„]/;

/**
 * Keeps what nobody vouches for from passing as a fact: an allegation without a speaker ("the alleged attack", "the so-called
 * invasion", "allegations that …") and a happening in scare quotes are only possible; what is named only to be denied is negated.
 */
export function doubtful(
  context: CodingContext,
  predication: Predication,
  status: ComposedStatus,
  attribution: readonly Attribution[],
): ComposedStatus {
  if (attribution.length > 0 && attribution.every(({ stance }) => stance === 'denies') && status.status !== 'negated') {
    return { status: 'negated', steps: [...status.steps, 'named only to be denied: negated'] };
  }
  if (status.status !== 'occurred' && status.status !== 'ongoing') return status;
  if (attribution.length > 0 || predication.sources.some(({ token }) => token !== null)) return status;
  const alleged = predication.operators.find(({ kind }) => kind === 'allegation' || kind === 'doubt');
  if (alleged) return possible(status, `"${alleged.lemma}", and nobody is named who vouches for it: possible`);
  if (isInScareQuotes(context, predication)) return possible(status, 'in scare quotes: possible');
  return status;
}

function possible({ steps }: ComposedStatus, because: string): ComposedStatus {
  return { status: 'possible', steps: [...steps, because] };
}

/** One word alone between quotation marks, in nobody's words. */
function isInScareQuotes({ report }: CodingContext, { span, kind }: Predication): boolean {
  const { text } = report.report;
  return (
    kind !== 'verb' && QUOTATION_MARK.test(text[span.start - 1] ?? '') && QUOTATION_MARK.test(text[span.end] ?? '')
  );
}
