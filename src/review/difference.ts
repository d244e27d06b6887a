import { isDeepStrictEqual } from 'node:util';
import type { Event, ReportRecord } from '../record/index.ts';
import { sameTelling } from './same-telling.ts';
import { seeEvent } from './seen.ts';

/** What a second reading of a report does not see as the first did. Ids, confidence and what events rest on do not count. */
export interface Difference {
  readonly gained: readonly Event[];
  readonly lost: readonly Event[];
  readonly changed: readonly ChangedEvent[];
}

export interface ChangedEvent {
  readonly before: Event;
  readonly after: Event;
  /** The fields of the event that are not the same, in the order of the record. */
  readonly fields: readonly ComparedField[];
}

const COMPARED = [
  'type',
  'mode',
  'status',
  'actors',
  'recipients',
  'hosts',
  'mediators',
  'time',
  'place',
  'contexts',
  'count',
  'attribution',
] as const;
export type ComparedField = (typeof COMPARED)[number];

/** The difference of the events of two readings of one report. */
export function differenceOf(before: ReportRecord, after: ReportRecord): Difference {
  const left = new Set(after.events);
  const pairs = pairsOf(before, after, left);
  const changed = [...pairs].map(([one, other]) => ({
    before: one,
    after: other,
    fields: fieldsThatDiffer(one, other),
  }));
  return {
    gained: after.events.filter((event) => left.has(event)),
    lost: before.events.filter((event) => !pairs.has(event)),
    changed: changed.filter(({ fields }) => fields.length > 0),
  };
}

/** Which event is which: those that are equal first, then those that tell the same. What finds its like leaves `left`. */
function pairsOf(before: ReportRecord, after: ReportRecord, left: Set<Event>): ReadonlyMap<Event, Event> {
  const pairs = new Map<Event, Event>();
  const pair = (one: Event, other: Event | null | undefined) => {
    if (other) pairs.set(one, other);
    if (other) left.delete(other);
  };
  for (const event of before.events)
    pair(
      event,
      [...left].find((other) => isEqual(event, other)),
    );
  for (const event of before.events) {
    if (pairs.has(event)) continue;
    pair(
      event,
      sameTelling(seeEvent(before, event), [...left], (other) => seeEvent(after, other), after.report.text),
    );
  }
  return pairs;
}

function isEqual(one: Event, other: Event): boolean {
  return one.trigger.start === other.trigger.start && fieldsThatDiffer(one, other).length === 0;
}

function fieldsThatDiffer(one: Event, other: Event): readonly ComparedField[] {
  return COMPARED.filter((field) => !isDeepStrictEqual(one[field], other[field]));
}
