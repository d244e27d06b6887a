import { isInPerson, isPrecise } from '../reconcile/index.ts';
import type { Count, Event } from '../record/index.ts';
import { firstDay, type Store } from '../store/index.ts';
import type { TimelineEntry } from './entry.ts';
import type { Filter } from './filter.ts';
import { happeningsOf } from './happening-card.ts';
import { entriesByIds, wholeTimeline } from './timeline.ts';

/** One contact between two parties, with every event that tells of it, the most exactly dated first. */
export interface Contact {
  /** A mode of CONSULT; null for talks of a kind that no report names. */
  readonly mode: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly entries: readonly TimelineEntry[];
}

/** Contacts between two parties, counted from the record, beside the counts that reports claim. */
export interface Contacts {
  readonly between: readonly [string, string];
  readonly total: number;
  readonly byMode: readonly { readonly mode: string | null; readonly count: number }[];
  readonly first: Contact | null;
  readonly last: Contact | null;
  /** The next one that is planned for the day that was asked for, or later. */
  readonly next: Contact | null;
  /** Every contact that took place or goes on, by date; those without one last. */
  readonly contacts: readonly Contact[];
  readonly planned: readonly Contact[];
  /** "39 times": what reports count, each as it is claimed. */
  readonly claimed: readonly TimelineEntry[];
  /** The same claims, each beside what the record itself holds of such contacts in the time that the claim speaks of. */
  readonly besideClaims: readonly ClaimedCount[];
  /** Contacts that reports say did not take place. */
  readonly negated: readonly TimelineEntry[];
}

/** How often a report says that two met, and how often the record has it. */
export interface ClaimedCount {
  /** The event that claims it. */
  readonly claim: string;
  readonly count: Count;
  /** The contacts in the record of such a kind, by these people (where the claim names some), whose days lie in the claim's. */
  readonly inRecord: number;
}

/** How often, when first, last and next two parties met, visited, called or wrote. `today` tells what is still to come. */
export async function contacts(
  store: Store,
  one: string,
  other: string,
  today: string,
  filter: Filter = {},
): Promise<Contacts> {
  const leads: TimelineEntry[] = [];
  const wanted: Filter = { ...filter, between: [one, other], types: ['CONSULT'] };
  for await (const entry of wholeTimeline(store, wanted)) leads.push(entry);
  return countContacts([one, other], leads, today, await otherTellings(store, leads));
}

/** The further events that tell of the happenings which these stand for, by the id of the happening. */
async function otherTellings(
  store: Store,
  leads: readonly TimelineEntry[],
): Promise<ReadonlyMap<string, readonly TimelineEntry[]>> {
  const known = new Set(leads.map(({ id }) => id));
  const again = leads.filter(({ happening }) => (happening?.tellings ?? 1) > 1).map(({ id }) => id);
  const members = [...(await happeningsOf(store.db, again)).values()].flat();
  const ids = members.map(({ eventId }) => eventId).filter((id) => !known.has(id));
  const others = new Map<string, TimelineEntry[]>();
  for (const entry of await entriesByIds(store, ids)) {
    const { id } = entry.happening!;
    others.set(id, [...(others.get(id) ?? []), entry]);
  }
  return others;
}

/** Counts contacts in a list of CONSULT events; `others` are events that tell of the same happenings, by the happening's id. */
export function countContacts(
  between: readonly [string, string],
  entries: readonly TimelineEntry[],
  today: string,
  others: ReadonlyMap<string, readonly TimelineEntry[]> = new Map(),
): Contacts {
  const uncounted = entries.filter(({ event }) => event.count === null);
  const held = joinContacts(
    uncounted.filter(({ event: { status } }) => status === 'occurred' || status === 'ongoing'),
    others,
  );
  const planned = joinContacts(
    uncounted.filter(({ event: { status } }) => status === 'planned'),
    others,
  );
  const dated = held.filter((contact) => contact.from !== null || contact.to !== null);
  const claimed = entries.filter(({ event }) => event.count !== null);
  return {
    between,
    total: held.length,
    byMode: countModes(held),
    first: dated[0] ?? null,
    last: dated.at(-1) ?? null,
    next: nextAfter(today, planned, held),
    contacts: held,
    planned,
    claimed,
    besideClaims: claimed.map((claim) => besideClaim(claim, held)),
    negated: uncounted.filter(({ event }) => event.status === 'negated'),
  };
}

/**
 * Takes events for one contact when their days meet, their modes do not contradict and the same people take part (or none are named).
 * The most exactly dated come first, so that "in March" joins the visit of 20 March rather than standing for one more.
 */
function joinContacts(
  entries: readonly TimelineEntry[],
  others: ReadonlyMap<string, readonly TimelineEntry[]>,
): readonly Contact[] {
  const contacts: TimelineEntry[][] = [];
  const byPrecision = [...entries].sort((one, other) => daysLong(one.event) - daysLong(other.event));
  for (const entry of byPrecision) {
    const same = contacts.find((contact) => contact.every((member) => mayBeOne(member, entry)));
    if (same) same.push(entry);
    else contacts.push([entry]);
  }
  const tellings = (entry: TimelineEntry) => [entry, ...(others.get(entry.happening?.id ?? '') ?? [])];
  return contacts.map((contact) => asContact(contact.flatMap(tellings))).sort(byFirstDay);
}

function mayBeOne(one: TimelineEntry, other: TimelineEntry): boolean {
  if (areToldApart(one, other)) return false;
  return haveCommonDay(one.event, other.event) && mayBeSameMode(one.event, other.event) && mayBeSamePeople(one, other);
}

/** What was planned for a day to come, also where the record knows by now that it took place. */
function nextAfter(today: string, planned: readonly Contact[], held: readonly Contact[]): Contact | null {
  const wasPlanned = held.filter(({ entries }) => entries.some(({ event }) => event.status === 'planned'));
  const toCome = [
    ...planned.filter(({ from, to }) => (to ?? from ?? '') >= today),
    ...wasPlanned.filter(({ from, to }) => (from ?? to ?? '') > today),
  ];
  return toCome.sort(byFirstDay)[0] ?? null;
}

/** Two happenings of a store that are both dated to some days are two: they were compared when they were joined or not. */
function areToldApart(one: TimelineEntry, other: TimelineEntry): boolean {
  if (one.happening === null || other.happening === null || one.happening.id === other.happening.id) return false;
  return [one, other].every(({ event: { time } }) => isPrecise(time));
}

function besideClaim(claim: TimelineEntry, held: readonly Contact[]): ClaimedCount {
  const { mode, time, count } = claim.event;
  const fits = held.filter(
    (contact) =>
      isOfKind(contact.mode, mode) &&
      contact.entries.some((entry) => mayBeSamePeople(entry, claim)) &&
      (time.from === null || (contact.to ?? contact.from ?? '') >= time.from) &&
      (time.to === null || (contact.from ?? contact.to ?? '9') <= time.to),
  );
  return { claim: claim.id, count: count!, inRecord: fits.length };
}

/** Who counts meetings counts visits and summits too; who counts calls, calls alone. */
function isOfKind(mode: string | null, claimed: string | null): boolean {
  if (claimed === null || mode === null || mode === claimed) return true;
  return isInPerson(mode) && isInPerson(claimed);
}

/** Without both ends, days may be any; such events stand alone. */
function haveCommonDay({ time: one }: Event, { time: other }: Event): boolean {
  if (one.from === null || one.to === null || other.from === null || other.to === null) return false;
  return one.from <= other.to && other.from <= one.to;
}

/** "Visited in March" may be the meeting of 20 March; on one day a visit and a meeting are told apart. */
function mayBeSameMode(one: Event, other: Event): boolean {
  if (!isPrecise(one.time) || !isPrecise(other.time)) return isOfKind(one.mode, other.mode);
  return one.mode === other.mode || one.mode === null || other.mode === null;
}

function mayBeSamePeople(one: TimelineEntry, other: TimelineEntry): boolean {
  const [people, otherPeople] = [peopleIn(one), peopleIn(other)];
  return people.length === 0 || otherPeople.length === 0 || people.some((person) => otherPeople.includes(person));
}

function peopleIn({ event, actors }: TimelineEntry): readonly string[] {
  const parties = [...event.actors, ...event.recipients];
  return actors.filter(({ id, type }) => type === 'person' && parties.includes(id)).map(({ id }) => id);
}

function daysLong({ time: { from, to } }: Event): number {
  return from === null || to === null ? Number.POSITIVE_INFINITY : Date.parse(to) - Date.parse(from);
}

function asContact(entries: readonly TimelineEntry[]): Contact {
  const { from, to } = entries[0]!.event.time;
  const mode = entries.find(({ event }) => event.mode !== null)?.event.mode ?? null;
  return { mode, from, to, entries };
}

function byFirstDay({ entries: [one] }: Contact, { entries: [other] }: Contact): number {
  const [day, otherDay] = [firstDay(one!.event), firstDay(other!.event)];
  return day < otherDay ? -1 : day > otherDay ? 1 : 0;
}

function countModes(held: readonly Contact[]): Contacts['byMode'] {
  const counts = new Map<string | null, number>();
  for (const { mode } of held) counts.set(mode, (counts.get(mode) ?? 0) + 1);
  return [...counts].map(([mode, count]) => ({ mode, count })).sort((one, other) => other.count - one.count);
}
