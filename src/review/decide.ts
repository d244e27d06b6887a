import { ChanceryError } from '../problems.ts';
import type { Event } from '../record/index.ts';
import type { ReviewedRecord } from './apply-reviews.ts';
import { type Decision, entryName, type ReviewEntry, type Seen, type SeenEvent } from './decision.ts';
import { idOf, seeEvent, seeQuotation } from './seen.ts';

/** Says that events or quotations are right as they stand. */
export function accepting(view: ReviewedRecord, ids: readonly string[]): readonly Decision[] {
  return ids.map((id) => {
    const seen = seenBy(view, id);
    return { action: 'accept', seen: [seen], becomes: [seen] };
  });
}

/** Says that events or quotations are not in the report. */
export function rejecting(view: ReviewedRecord, ids: readonly string[]): readonly Decision[] {
  return ids.map((id) => ({ action: 'reject', seen: [seenBy(view, id)], becomes: [] }));
}

/** Puts another telling in the place of one. */
export function editing(view: ReviewedRecord, id: string, becomes: Seen): Decision {
  return { action: 'edit', seen: [seenBy(view, id)], becomes: [becomes] };
}

/** Puts several events in the place of one. */
export function splitting(view: ReviewedRecord, id: string, becomes: readonly SeenEvent[]): Decision {
  if (becomes.length < 2) {
    throw new ChanceryError('review/too-few', 'An event is split into two or more.', {
      hint: 'Give --part for each of them.',
    });
  }
  return { action: 'split', seen: [seenEventBy(view, id)], becomes: [...becomes] };
}

/** Makes several events one: the first with the evidence of all, unless `becomes` says otherwise. */
export function merging(view: ReviewedRecord, ids: readonly string[], becomes?: SeenEvent): Decision {
  const seen = [...new Set(ids)].map((id) => seenEventBy(view, id));
  if (seen.length < 2) {
    throw new ChanceryError('review/too-few', 'Two or more events are made one.', { hint: 'Name all of them.' });
  }
  return { action: 'merge', seen, becomes: [becomes ?? mergedOf(view, seen)] };
}

/** The first of several events, with the evidence and the parties of all. */
export function mergedOf(view: ReviewedRecord, seen: readonly SeenEvent[]): SeenEvent {
  const [first] = seen;
  const events = seen.map(({ event }) => event);
  const all = (field: 'actors' | 'recipients' | 'hosts' | 'mediators') => [
    ...new Set(events.flatMap((event) => event[field])),
  ];
  const evidence = new Map(events.flatMap((event) => event.evidence).map((span) => [span.start, span]));
  const event: Event = {
    ...first!.event,
    actors: all('actors'),
    recipients: all('recipients'),
    hosts: all('hosts'),
    mediators: all('mediators'),
    evidence: [...evidence.values()].sort((a, b) => a.start - b.start),
  };
  return { ...seeEvent(view.record, event), actors: uniqueActors(seen) };
}

function uniqueActors(seen: readonly SeenEvent[]): SeenEvent['actors'] {
  return [...new Map(seen.flatMap(({ actors }) => actors).map((actor) => [actor.id, actor])).values()];
}

/** Adds what was not read. */
export function adding(becomes: Seen): Decision {
  return { action: 'add', seen: [], becomes: [becomes] };
}

/** Says that a report was reviewed from end to end. Throws while something in it is not judged. */
export function finishing(view: ReviewedRecord): Decision {
  const left = unjudged(view);
  if (left.length === 0) return { action: 'done' };
  throw new ChanceryError('review/not-judged', `${left.length} of its events and quotations are not judged yet.`, {
    expected: left.slice(0, 10).map(idOf),
    hint: '--accept-rest accepts them as they stand.',
  });
}

/** The events and the quotations in somebody's own words that nobody has judged; indirect quotations need no judgement. */
export function unjudged({ record, judged }: ReviewedRecord): readonly Seen[] {
  return [
    ...record.events.map((event) => seeEvent(record, event)),
    ...record.quotations.filter(({ kind }) => kind !== 'indirect').map((quotation) => seeQuotation(record, quotation)),
  ].filter((seen) => !judged.has(idOf(seen)));
}

/** Takes an entry back; an undo may be taken back too. Throws when there is no such entry that still holds. */
export function undoing(entries: readonly ReviewEntry[], number: number, reviewer: string): Decision {
  const entry = entries.find((candidate) => candidate.number === number);
  if (!entry) {
    throw new ChanceryError('review/unknown-entry', `There is no entry ${number} in the log of this report.`, {
      hint: "'chancery review log REPORT' lists them.",
    });
  }
  if (entry.reviewer !== reviewer) {
    throw new ChanceryError('review/not-yours', `${entryName(entry)} is by ${entry.reviewer}, not by ${reviewer}.`, {
      hint: 'Everybody takes back his own judgements; a later judgement counts over an earlier one.',
    });
  }
  return { action: 'undo', entry: number };
}

/** What stands under an id, or stood there before it was taken out. Throws when nothing ever did. */
export function seenBy({ record, removed }: ReviewedRecord, id: string): Seen {
  const event = record.events.find((candidate) => candidate.id === id);
  if (event) return seeEvent(record, event);
  const quotation = record.quotations.find((candidate) => candidate.id === id);
  if (quotation) return seeQuotation(record, quotation);
  const before = removed.find(({ seen }) => idOf(seen) === id);
  if (before) return before.seen;
  throw new ChanceryError('review/unknown-event', `There is no '${id}' in report ${record.report.id}.`, {
    expected: [...record.events, ...record.quotations].slice(0, 12).map((known) => known.id),
    hint: "'chancery review list --report REPORT' lists what stands in it.",
  });
}

/** The same for what must be an event. */
export function seenEventBy(view: ReviewedRecord, id: string): SeenEvent {
  const seen = seenBy(view, id);
  if (seen.kind === 'event') return seen;
  throw new ChanceryError('review/no-event', `'${id}' is a quotation, not an event.`);
}
