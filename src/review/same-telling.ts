import type { Event, Span } from '../record/index.ts';
import type { Seen, SeenEvent, SeenQuotation } from './decision.ts';
import { findAnchor } from './quote-anchor.ts';

/** How surely two tellings are of the same thing, from 0 (not at all) to 1. */
export function likeness(seen: Seen, other: Seen, text: string): number {
  if (seen.kind === 'event' && other.kind === 'event') return eventLikeness(seen, other.event, text);
  if (seen.kind === 'quotation' && other.kind === 'quotation') return quotationLikeness(seen, other, text);
  return 0;
}

/** What is enough to be taken for the same. */
const ENOUGH = 0.5;

/** The one of several that tells the same, if any does. */
export function sameTelling<Other>(
  seen: Seen,
  others: readonly Other[],
  see: (other: Other) => Seen,
  text: string,
): Other | null {
  const ranked = others
    .map((other) => ({ other, score: likeness(seen, see(other), text) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score);
  return ranked[0]?.other ?? null;
}

/**
 * The words of the act weigh most: an event whose trigger stands elsewhere is the same only where type and parties agree and it rests on
 * the same sentence. With the same trigger, type or parties must agree, so that "traded threats" stays two.
 */
function eventLikeness(seen: SeenEvent, event: Event, text: string): number {
  const trigger = findAnchor(text, seen.trigger);
  const isSameType = seen.event.type === event.type;
  const parties = sharedParties(seen.event, event);
  const isSameTrigger = trigger !== null && overlaps(trigger, event.trigger);
  if (isSameTrigger && (isSameType || parties >= 0.5)) return 0.5 + (isSameType ? 0.2 : 0) + 0.3 * parties;
  const isSameSentence = seen.evidence.some((anchor) => {
    const span = findAnchor(text, anchor);
    return span !== null && event.evidence.some((other) => overlaps(span, other));
  });
  return isSameSentence && isSameType && parties >= 0.5 ? 0.4 + 0.3 * parties : 0;
}

/** The share of parties, each in its role, that two events have in common. */
function sharedParties(one: Event, other: Event): number {
  const [ones, others] = [rolesOf(one), rolesOf(other)];
  const all = new Set([...ones, ...others]);
  if (all.size === 0) return 1;
  return ones.filter((role) => others.includes(role)).length / all.size;
}

function rolesOf({ actors, recipients }: Event): readonly string[] {
  return [...actors.map((id) => `actor ${id}`), ...recipients.map((id) => `recipient ${id}`)];
}

function quotationLikeness(seen: SeenQuotation, { quotation }: SeenQuotation, text: string): number {
  const span = findAnchor(text, seen.words);
  if (span === null || !overlaps(span, quotation)) return 0;
  const shared = Math.min(span.end, quotation.end) - Math.max(span.start, quotation.start);
  return shared / (Math.max(span.end, quotation.end) - Math.min(span.start, quotation.start));
}

/** Whether two spans share a character. */
export function overlaps(one: Pick<Span, 'start' | 'end'>, other: Pick<Span, 'start' | 'end'>): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Whether two tellings state the same, whatever their ids, rules and exact spans. */
export function saysTheSame(one: Seen, other: Seen): boolean {
  if (one.kind !== 'event' || other.kind !== 'event') return one.kind === other.kind;
  return statement(one.event) === statement(other.event);
}

function statement({ type, mode, status, actors, recipients, attribution }: Event): string {
  return JSON.stringify([type, mode, status, [...actors].sort(), [...recipients].sort(), attribution]);
}
