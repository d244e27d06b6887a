import type { Actor, Event, Quotation, ReportRecord } from '../record/index.ts';
import type { Seen, SeenEvent, SeenQuotation } from './decision.ts';
import { anchorOf } from './quote-anchor.ts';

/** An event of a record as it is seen now. */
export function seeEvent(record: ReportRecord, event: Event): SeenEvent {
  const { text } = record.report;
  return {
    kind: 'event',
    event,
    trigger: anchorOf(text, event.trigger),
    evidence: event.evidence.map((span) => anchorOf(text, span)),
    actors: cards(record, partiesOf(event)),
  };
}

/** A quotation of a record as it is seen now. */
export function seeQuotation(record: ReportRecord, quotation: Quotation): SeenQuotation {
  return {
    kind: 'quotation',
    quotation,
    words: anchorOf(record.report.text, quotation),
    actors: cards(record, speakersOf(quotation)),
  };
}

/** The local id of what was seen, such as `e3` or `q1`. */
export function idOf(seen: Seen): string {
  return seen.kind === 'event' ? seen.event.id : seen.quotation.id;
}

/** The same with another local id. */
export function withId<Of extends Seen>(seen: Of, id: string): Of {
  if (seen.kind === 'event') return { ...seen, event: { ...seen.event, id } };
  return { ...seen, quotation: { ...(seen as SeenQuotation).quotation, id } };
}

/** Everybody whom an event names. */
export function partiesOf(event: Event): readonly string[] {
  const { actors, recipients, hosts, mediators, attribution } = event;
  return [...new Set([...actors, ...recipients, ...hosts, ...mediators, ...attribution.map(({ actor }) => actor)])];
}

function speakersOf({ speaker, addressee }: Quotation): readonly string[] {
  return [speaker, addressee].filter((id) => id !== null);
}

function cards({ actors }: ReportRecord, ids: readonly string[]): Actor[] {
  return ids.flatMap((id) => {
    const actor = actors.find((candidate) => candidate.id === id);
    return actor ? [{ ...actor, mentions: [] }] : [];
  });
}
