import type { Event } from '../record/index.ts';
import { firstDay, type Store } from '../store/index.ts';
import type { TimelineEntry } from './entry.ts';
import type { Filter } from './filter.ts';
import { wholeTimeline } from './timeline.ts';

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
  /** Contacts that reports say did not take place. */
  readonly negated: readonly TimelineEntry[];
}

/** How often, when first, last and next two parties met, visited, called or wrote. `today` tells what is still to come. */
export async function contacts(
  store: Store,
  one: string,
  other: string,
  today: string,
  filter: Filter = {},
): Promise<Contacts> {
  const entries: TimelineEntry[] = [];
  const wanted: Filter = { ...filter, between: [one, other], types: ['CONSULT'] };
  for await (const entry of wholeTimeline(store, wanted)) entries.push(entry);
  return countContacts([one, other], entries, today);
}

/** Counts contacts in a list of CONSULT events. */
export function countContacts(
  between: readonly [string, string],
  entries: readonly TimelineEntry[],
  today: string,
): Contacts {
  const uncounted = entries.filter(({ event }) => event.count === null);
  const held = joinContacts(uncounted.filter(({ event: { status } }) => status === 'occurred' || status === 'ongoing'));
  const planned = joinContacts(uncounted.filter(({ event: { status } }) => status === 'planned'));
  const dated = held.filter((contact) => contact.from !== null || contact.to !== null);
  return {
    between,
    total: held.length,
    byMode: countModes(held),
    first: dated[0] ?? null,
    last: dated.at(-1) ?? null,
    next: planned.find(({ from, to }) => (to ?? from ?? '') >= today) ?? null,
    contacts: held,
    planned,
    claimed: entries.filter(({ event }) => event.count !== null),
    negated: uncounted.filter(({ event }) => event.status === 'negated'),
  };
}

/**
 * Takes events for one contact when their days meet, their modes do not contradict and the same people take part (or none are named).
 * The most exactly dated come first, so that "in March" joins the visit of 20 March rather than standing for one more.
 */
function joinContacts(entries: readonly TimelineEntry[]): readonly Contact[] {
  const contacts: TimelineEntry[][] = [];
  const byPrecision = [...entries].sort((one, other) => daysLong(one.event) - daysLong(other.event));
  for (const entry of byPrecision) {
    const same = contacts.find((contact) => contact.every((member) => mayBeOne(member, entry)));
    if (same) same.push(entry);
    else contacts.push([entry]);
  }
  return contacts.map(asContact).sort(byFirstDay);
}

function mayBeOne(one: TimelineEntry, other: TimelineEntry): boolean {
  return haveCommonDay(one.event, other.event) && mayBeSameMode(one.event, other.event) && mayBeSamePeople(one, other);
}

/** Without both ends, days may be any; such events stand alone. */
function haveCommonDay({ time: one }: Event, { time: other }: Event): boolean {
  if (one.from === null || one.to === null || other.from === null || other.to === null) return false;
  return one.from <= other.to && other.from <= one.to;
}

function mayBeSameMode({ mode: one }: Event, { mode: other }: Event): boolean {
  return one === other || one === null || other === null;
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
