import type { Actor, Event, Quotation, ReportRecord } from '../record/index.ts';
import type { ReviewedRecord } from './apply-reviews.ts';

/** A reading by a person, as the scorers of `eval` take it: `chancery/gold@1`. */
export interface GoldReading {
  readonly format: 'chancery/gold@1';
  /** What `report.source` has after `#`, or else the id of the report. */
  readonly id: string;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly events: readonly GoldEvent[];
  readonly quotations: readonly GoldQuotation[];
  /** Times are not reviewed. */
  readonly times: readonly never[];
}

interface GoldEvent {
  readonly id: string;
  readonly core: boolean;
  readonly type: string;
  readonly mode?: string;
  readonly status: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly from?: string | null;
  readonly to?: string | null;
  readonly place?: string;
  readonly count?: Event['count'];
  readonly in: readonly string[];
  readonly says?: readonly string[];
  readonly denies?: readonly string[];
}

interface GoldQuotation {
  readonly speaker: string;
  readonly quote: string;
  readonly kind: string;
  readonly addressee?: string;
}

/** What people judged right in a report; what nobody judged is no gold. */
export function goldReading({ record, judged }: ReviewedRecord): GoldReading {
  const { report, events, quotations } = record;
  return {
    format: 'chancery/gold@1',
    id: /#(.+)$/.exec(report.source)?.[1] ?? report.id,
    published: report.published.value,
    outlet: report.outlet,
    events: events.filter(({ id }) => judged.has(id)).map((event) => goldEvent(record, event)),
    quotations: quotations
      .filter(({ id, kind }) => judged.has(id) && kind !== 'indirect')
      .map((quotation) => goldQuotation(record, quotation)),
    times: [],
  };
}

function goldEvent(record: ReportRecord, event: Event): GoldEvent {
  const { id, type, mode, status, time, place, count } = event;
  const named = (ids: readonly string[]) => ids.map((party) => goldParty(record, party));
  const saying = (...stances: readonly string[]) =>
    named(event.attribution.filter(({ stance }) => stances.includes(stance)).map(({ actor }) => actor));
  const says = saying('asserts', 'alleges');
  const denies = saying('denies', 'doubts');
  return {
    id,
    core: true,
    type,
    ...(mode !== null && { mode }),
    status,
    actors: named(event.actors),
    recipients: named([...new Set([...event.recipients, ...event.hosts])]),
    ...(time.basis === 'stated' && { from: time.from, to: time.to }),
    ...(place && { place: place.name }),
    ...(count && { count }),
    in: event.evidence.map(({ text }) => text),
    ...(says.length > 0 && { says }),
    ...(denies.length > 0 && { denies }),
  };
}

function goldQuotation(record: ReportRecord, { speaker, text, kind, addressee }: Quotation): GoldQuotation {
  return {
    speaker: speaker === null ? '|' : goldParty(record, speaker),
    quote: text.replace(/^["“”'‘’«„]+|["“”'‘’»]+$/gu, ''),
    kind,
    ...(addressee !== null && { addressee: goldParty(record, addressee) }),
  };
}

/** `NAME|ISO3` for a person or body, `|ISO3` for a state or its government, `NAME|` for who belongs to none. */
function goldParty({ actors }: ReportRecord, id: string): string {
  const actor = actors.find((candidate) => candidate.id === id);
  if (!actor) return `${id}|`;
  const isState = actor.country !== null && (actor.type === 'state' || isGovernment(actor));
  return `${isState ? '' : actor.name}|${actor.country ?? ''}`;
}

/** A government as a whole, `CHN.GOV`, not one of its bodies. */
function isGovernment({ id, type, country }: Actor): boolean {
  return type === 'government' && id === `${country}.GOV`;
}
