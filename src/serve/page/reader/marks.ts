import type { ReportRecord, Span } from '../../../record/index.ts';

/** The layers that a reader can switch on and off, in the order of their keys 1 to 4. */
export const LAYERS = ['events', 'actors', 'times', 'quotations'] as const;
export type Layer = (typeof LAYERS)[number];

/** What a mark in the text stands for. `evidence` is the sentence under an event: shown, never pressed. */
export type MarkKind = 'event' | 'actor' | 'time' | 'quotation' | 'evidence';

/** Words of the text that stand for something in the record. */
export interface Mark {
  readonly kind: MarkKind;
  /** Of the event, actor or quotation; of a time expression its place in `record.times`. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export const LAYER_OF: Readonly<Record<Exclude<MarkKind, 'evidence'>, Layer>> = {
  event: 'events',
  actor: 'actors',
  time: 'times',
  quotation: 'quotations',
};

/** One name for a thing in the record, such as `event:e3`: what selecting and highlighting go by. */
export function keyOf({ kind, id }: Pick<Mark, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/** Every mark of a record, in text order; where two begin together, the longer one first. */
export function marksOf(record: ReportRecord): readonly Mark[] {
  const marks: Mark[] = [
    ...record.quotations.map((quotation) => markAt('quotation', quotation.id, quotation)),
    ...record.times.map((time, index) => markAt('time', String(index), time)),
    ...record.actors.flatMap((actor) => actor.mentions.map((mention) => markAt('actor', actor.id, mention))),
    ...record.events.flatMap((event) => event.evidence.map((span) => markAt('evidence', event.id, span))),
    ...record.events.map((event) => markAt('event', event.id, event.trigger)),
  ];
  return marks.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end);
}

function markAt(kind: MarkKind, id: string, { start, end }: Pick<Span, 'start' | 'end'>): Mark {
  return { kind, id, start, end };
}
