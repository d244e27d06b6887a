import { isDeepStrictEqual } from 'node:util';
import type { Actor, Event, Quotation, ReportRecord, Span } from '../record/index.ts';
import {
  isJudging,
  type Judgement,
  type JudgingEntry,
  type ReviewEntry,
  type Seen,
  standingEntries,
} from './decision.ts';
import { findAnchor } from './quote-anchor.ts';
import { sameTelling, saysTheSame } from './same-telling.ts';
import { idOf, seeEvent, seeQuotation, withId } from './seen.ts';

/** A judgement that finds nothing to stand on in this reading: to be looked at again. */
export interface LostJudgement {
  readonly entry: JudgingEntry;
  readonly why: string;
}

/** A record with people's corrections over it. */
export interface ReviewedRecord {
  readonly record: ReportRecord;
  /** The last judgement on each event and quotation that stands in the record, by local id. */
  readonly judged: ReadonlyMap<string, Judged>;
  /** What was read and then taken out, with the judgement that did it. */
  readonly removed: readonly { readonly seen: Seen; readonly by: Judged }[];
  readonly lost: readonly LostJudgement[];
  /** Who says that the whole report was reviewed. */
  readonly doneBy: ReadonlySet<string>;
}

export interface Judged {
  readonly action: Judgement;
  readonly entry: ReviewEntry;
}

/** One place of the record while judgements are laid over it: everything that ever stood there, the last of which counts. */
interface Slot {
  readonly versions: Seen[];
  isRemoved: boolean;
  by: Judged | null;
}

/**
 * Lays judgements over a record, in the order in which they were made; a later one counts. They may have been made over another
 * reading of the report: what was seen is found again by its words and what stands around them.
 */
export function applyReviews(record: ReportRecord, entries: readonly ReviewEntry[]): ReviewedRecord {
  const standing = standingEntries(entries);
  const slots: Slot[] = [
    ...record.events.map((event) => newSlot(seeEvent(record, event))),
    ...record.quotations.map((quotation) => newSlot(seeQuotation(record, quotation))),
  ];
  const lost = standing.filter(isJudging).flatMap((entry) => judge(slots, entry, record.report.text) ?? []);
  return {
    record: recordOf(record, slots),
    judged: new Map(slots.flatMap((slot) => (slot.by && !slot.isRemoved ? [[idOf(current(slot)), slot.by]] : []))),
    removed: slots.flatMap((slot) => (slot.by && slot.isRemoved ? [{ seen: slot.versions[0]!, by: slot.by }] : [])),
    lost,
    doneBy: new Set(standing.filter(({ decision }) => decision.action === 'done').map(({ reviewer }) => reviewer)),
  };
}

function newSlot(seen: Seen, by: Judged | null = null): Slot {
  return { versions: [seen], isRemoved: false, by };
}

function current({ versions }: Slot): Seen {
  return versions.at(-1)!;
}

/** Lays one judgement over the slots; gives it back where it finds nothing to stand on. */
function judge(slots: Slot[], entry: JudgingEntry, text: string): LostJudgement | null {
  const { action, seen, becomes } = entry.decision;
  const found = seen.map((one) => findSlot(slots, one, action, text));
  if (action === 'reject' && found.some((slot) => slot === null)) {
    return { entry, why: 'what was rejected is not read any more, or reads otherwise now' };
  }
  const placed = becomes.map((one) => placeAgain(one, text));
  if (placed.some((one) => one === null)) return { entry, why: 'its words are no longer in the report' };
  const by: Judged = { action, entry };
  for (const [index, slot] of found.entries()) {
    slot?.versions.push(withId(seen[index]!, idOf(current(slot))));
    if (slot) Object.assign(slot, { isRemoved: true, by });
  }
  const held = found.filter((slot) => slot !== null);
  for (const [index, one] of placed.entries()) putInto(slots, held[index], one!, by);
  return null;
}

/** Where what was seen stands now: the very same, in whatever version, or else what tells the same in this reading. */
function findSlot(slots: readonly Slot[], seen: Seen, action: Judgement, text: string): Slot | null {
  const exactly = slots.find(({ versions }) => versions.some((version) => isTheVery(version, seen)));
  if (exactly) return exactly;
  const read = slots.filter((slot) => slot.by === null);
  const slot = sameTelling(seen, read, current, text);
  return slot && (action !== 'reject' || saysTheSame(seen, current(slot))) ? slot : null;
}

function isTheVery(one: Seen, other: Seen): boolean {
  return isDeepStrictEqual({ ...withId(one, ''), actors: [] }, { ...withId(other, ''), actors: [] });
}

/** The first stands in the place of what was seen and keeps its id; what has no such place gets one of its own at the end. */
function putInto(slots: Slot[], slot: Slot | undefined, seen: Seen, by: Judged): void {
  if (slot) {
    slot.versions.push(withId(seen, idOf(current(slot))));
    Object.assign(slot, { isRemoved: false, by });
  } else slots.push(newSlot(withId(seen, freeId(slots, seen, by.entry)), by));
}

/** `c3` for what the third entry of the log brought, `c3-2` for the second of it; quotations have a `q` after it. */
function freeId(slots: readonly Slot[], { kind }: Seen, { number }: ReviewEntry): string {
  const base = `c${number}${kind === 'quotation' ? 'q' : ''}`;
  const taken = new Set(slots.map((slot) => idOf(current(slot))));
  let id = base;
  for (let part = 2; taken.has(id); part++) id = `${base}-${part}`;
  return id;
}

/** The same where its words stand in this text; null when they do not. */
function placeAgain(seen: Seen, text: string): Seen | null {
  if (seen.kind === 'quotation') {
    const span = findAnchor(text, seen.words);
    return span && { ...seen, quotation: { ...seen.quotation, ...span } };
  }
  const trigger = findAnchor(text, seen.trigger);
  const evidence = seen.evidence.map((anchor) => findAnchor(text, anchor));
  if (trigger === null || evidence.some((span) => span === null)) return null;
  return { ...seen, event: { ...seen.event, trigger, evidence: evidence as Span[] } };
}

function recordOf(record: ReportRecord, slots: readonly Slot[]): ReportRecord {
  const kept = slots.filter(({ isRemoved }) => !isRemoved).map(current);
  const events: Event[] = kept.flatMap((seen) => (seen.kind === 'event' ? [seen.event] : []));
  const quotations: Quotation[] = kept.flatMap((seen) => (seen.kind === 'quotation' ? [seen.quotation] : []));
  return { ...record, actors: withActors(record.actors, kept), quotations, events };
}

/** Those whom a correction names and the reading does not know join the list. */
function withActors(actors: readonly Actor[], kept: readonly Seen[]): Actor[] {
  const all = new Map(actors.map((actor) => [actor.id, actor]));
  for (const actor of kept.flatMap((seen) => seen.actors)) if (!all.has(actor.id)) all.set(actor.id, actor);
  return [...all.values()];
}
