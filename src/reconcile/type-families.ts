import type { EventType } from '../record/index.ts';

/**
 * Types under which two reports may code one act: "agreed to restore relations" and "signed an agreement"; a sanction announced and
 * carried out. A type that stands in no family is a family of its own.
 */
const FAMILIES: readonly (readonly EventType[])[] = [
  ['AGREE', 'COOPERATE'],
  ['CONCEDE', 'RETREAT'],
  ['COERCE', 'SANCTION'],
];

/** The first type of an event's family: what readings are looked up by. */
export function familyOf(type: EventType): EventType {
  return FAMILIES.find((family) => family.includes(type))?.[0] ?? type;
}

/** Acts that two sides do over and over, about one thing and another: only their words tell them apart. */
const WORDY_TYPES: readonly EventType[] = [
  'ACCUSE',
  'REJECT',
  'REQUEST',
  'THREATEN',
  'STATEMENT',
  'SUPPORT',
  'SANCTION',
  'COERCE',
  'AID',
  'ASSAULT',
];

export function isToldByWords(type: EventType): boolean {
  return WORDY_TYPES.includes(type);
}

/** Contacts that need no journey: the two ends may date them a day apart. */
const REMOTE_MODES: ReadonlySet<string | null> = new Set(['phone', 'video', 'letter']);
/** Contacts for which people are in one place. */
const IN_PERSON_MODES: ReadonlySet<string | null> = new Set([
  'visit',
  'meeting',
  'multilateral',
  'negotiation',
  'third-party',
]);

export function isRemote(mode: string | null): boolean {
  return REMOTE_MODES.has(mode);
}

export function isInPerson(mode: string | null): boolean {
  return IN_PERSON_MODES.has(mode);
}
