import type { Event, ReportRecord, Span } from '../../../record/index.ts';
import { assertNever } from '../parts/assert-never.ts';
import { keyOf, type Mark } from './marks.ts';

/** Something in the record that can be pointed at. */
export type Ref = Pick<Mark, 'kind' | 'id'>;

/** What lights up when something is pointed at: itself with its words, and whatever rests on the same words. */
export interface Relations {
  readonly lit: ReadonlySet<string>;
  readonly echoes: ReadonlySet<string>;
}

const NOTHING: Relations = { lit: new Set(), echoes: new Set() };

/** The keys that belong to `ref` (lit) and those that share its words or its party (echoes). */
export function relationsOf(record: ReportRecord, ref: Ref | null): Relations {
  if (!ref) return NOTHING;
  switch (ref.kind) {
    case 'event':
    case 'evidence':
      return ofEvent(record, ref.id);
    case 'actor':
      return {
        lit: new Set([keyOf(ref)]),
        echoes: keys([...eventsOf(record, ref.id), ...quotationsOf(record, ref.id)]),
      };
    case 'time':
      return ofSpan(record, ref, record.times[Number(ref.id)]);
    case 'quotation':
      return ofSpan(
        record,
        ref,
        record.quotations.find(({ id }) => id === ref.id),
      );
    default:
      return assertNever(ref.kind);
  }
}

/** Every party of an event, whatever its role, and everybody on whose word it stands; each once. */
export function partiesOf(event: Event): readonly string[] {
  const { actors, recipients, hosts, mediators, attribution } = event;
  return [...new Set([...actors, ...recipients, ...hosts, ...mediators, ...attribution.map(({ actor }) => actor)])];
}

function ofEvent(record: ReportRecord, id: string): Relations {
  const event = record.events.find((one) => one.id === id);
  if (!event) return NOTHING;
  const words = [event.trigger, ...event.evidence];
  const events = record.events.filter((one) => one !== event && overlaps([one.trigger, ...one.evidence], words));
  const quotations = record.quotations.filter((quotation) => overlaps([quotation], words));
  const lit = new Set([keyOf({ kind: 'event', id }), keyOf({ kind: 'evidence', id })]);
  return { lit, echoes: keys([...refs('event', events), ...refs('quotation', quotations)]) };
}

function ofSpan(record: ReportRecord, ref: Ref, span: Span | undefined): Relations {
  if (!span) return NOTHING;
  const events = record.events.filter(({ trigger, evidence }) => overlaps([trigger, ...evidence], [span]));
  return { lit: new Set([keyOf(ref)]), echoes: keys(refs('event', events)) };
}

function eventsOf(record: ReportRecord, actor: string): readonly Ref[] {
  return refs(
    'event',
    record.events.filter((event) => partiesOf(event).includes(actor)),
  );
}

function quotationsOf(record: ReportRecord, actor: string): readonly Ref[] {
  return refs(
    'quotation',
    record.quotations.filter(({ speaker }) => speaker === actor),
  );
}

function refs(kind: Ref['kind'], things: readonly { readonly id: string }[]): readonly Ref[] {
  return things.map(({ id }) => ({ kind, id }));
}

function keys(all: readonly Ref[]): ReadonlySet<string> {
  return new Set(all.map(keyOf));
}

function overlaps(some: readonly Span[], others: readonly Span[]): boolean {
  return some.some((a) => others.some((b) => a.start < b.end && b.start < a.end));
}
