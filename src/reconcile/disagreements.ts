import type { DisputedField, Event } from '../record/index.ts';
import { isInitiatorDisputed } from './compare-parties.ts';
import { gapBetween } from './compare-times.ts';
import { byPublication } from './life-cycle.ts';
import type { Telling } from './telling.ts';

/** In what the reports of one happening differ: each version with the tellings that give it. */
export interface Disagreement {
  readonly field: DisputedField;
  readonly versions: readonly Version[];
}

export interface Version {
  readonly value: string;
  readonly tellings: readonly Telling[];
}

/** What the tellings of one happening do not agree on; what one leaves open contradicts nothing. */
export function disagreements(tellings: readonly Telling[]): readonly Disagreement[] {
  const sorted = [...tellings].sort(byPublication);
  return [
    differing('date', sorted, dateOf, (one, other) => gapBetween(one.event.time, other.event.time) > 0),
    differing('place', sorted, placeOf, arePlacesApart),
    differing('mode', sorted, ({ event }) => event.mode, areModesApart),
    differing('initiator', sorted, initiatorOf, isInitiatorDisputed),
    differing('whether', sorted.filter(isSettled), whetherOf, (one, other) => whetherOf(one) !== whetherOf(other)),
  ].flatMap((found) => found ?? []);
}

function differing(
  field: DisputedField,
  tellings: readonly Telling[],
  valueIn: (telling: Telling) => string | null,
  areApart: (one: Telling, other: Telling) => boolean,
): Disagreement | null {
  const stating = tellings.filter((telling) => valueIn(telling) !== null);
  const apart = stating.filter((one) => stating.some((other) => areApart(one, other)));
  if (apart.length === 0) return null;
  const versions = new Map<string, Telling[]>();
  for (const telling of apart) {
    const value = valueIn(telling)!;
    versions.set(value, [...(versions.get(value) ?? []), telling]);
  }
  if (versions.size < 2) return null;
  return { field, versions: [...versions].map(([value, some]) => ({ value, tellings: some })) };
}

function dateOf({ event: { time } }: Telling): string | null {
  if (time.from === null && time.to === null) return null;
  return time.from === time.to ? time.from : `${time.from ?? '…'}/${time.to ?? '…'}`;
}

function placeOf({ event }: Telling): string | null {
  return event.place?.name ?? null;
}

function arePlacesApart(one: Telling, other: Telling): boolean {
  if (one.isPlaceState || other.isPlaceState) return one.event.place!.country !== other.event.place!.country;
  return one.event.place!.name !== other.event.place!.name;
}

/** A visit is a meeting too; a call is no video link. */
function areModesApart({ event: one }: Telling, { event: other }: Telling): boolean {
  const isRemotely = (event: Event) => event.mode === 'phone' || event.mode === 'video';
  return one.mode !== other.mode && (isRemotely(one) || isRemotely(other));
}

function initiatorOf({ actors }: Telling): string | null {
  return actors[0]?.id ?? null;
}

/** A plan is no disagreement with what came of it. */
function isSettled({ event: { status }, turn }: Telling): boolean {
  return status === 'occurred' || status === 'ongoing' || (status === 'negated' && turn === null);
}

function whetherOf({ event }: Telling): string {
  return event.status === 'negated' ? 'did not take place' : 'took place';
}
