import { createHash } from 'node:crypto';
import type { Actor, Event, Place, Report, ReportRecord } from '../record/index.ts';
import { storedEventId } from '../store/index.ts';
import { type Dyad, dyads } from './dyads.ts';
import type { GdeltCodes } from './load-gdelt-codes.ts';

/** One pair of one event, as GDELT counts events. */
export interface GdeltRow {
  readonly id: string;
  readonly record: ReportRecord;
  readonly event: Event;
  readonly actor1: GdeltActor | null;
  readonly actor2: GdeltActor | null;
  readonly code: string;
  readonly goldstein: number | null;
  /** `YYYYMMDD` of the first day, or of the report where the event has none; null when neither is known. */
  readonly day: string | null;
  readonly place: GdeltPlace;
}

/** Somebody in CAMEO's codes. */
export interface GdeltActor {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly country: string;
  readonly knownGroup: string;
  readonly types: readonly string[];
}

interface GdeltPlace {
  /** 1 country, 3 city in the United States, 4 city elsewhere; 0 when the place is not known. */
  readonly type: 0 | 1 | 3 | 4;
  readonly name: string;
  readonly country: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

/**
 * The rows of a record: what occurred, goes on or is planned, on the word of the outlet or of whoever asserts it. GDELT has no field that
 * could mark what may be, what is not, and what is only alleged, so these have no row: a claim must not turn into a fact. Groups without
 * a state have no code; where nobody has one, there is no row either.
 */
export function gdeltRows(record: ReportRecord, codes: GdeltCodes): readonly GdeltRow[] {
  return record.events
    .filter(isTold)
    .flatMap((event) => dyads(event).flatMap((dyad) => gdeltRow(record, event, dyad, codes) ?? []));
}

function isTold({ status, attribution }: Event): boolean {
  return status !== 'possible' && status !== 'negated' && attribution.every(({ stance }) => stance === 'asserts');
}

function gdeltRow(record: ReportRecord, event: Event, dyad: Dyad, codes: GdeltCodes): GdeltRow | null {
  const code = cameoCode(event, codes);
  if (code === null) return null;
  const day = event.time.from ?? event.time.to ?? record.report.published.value;
  const [actor1, actor2] = [dyad.actor, dyad.recipient].map((id) =>
    id === null ? null : gdeltActor(record, id, codes),
  );
  if (!actor1?.code && !actor2?.code) return null;
  return {
    id: numericId(`${storedEventId(record.report.id, event.id)} ${dyad.actor ?? ''} ${dyad.recipient ?? ''}`),
    record,
    event,
    actor1: actor1 ?? null,
    actor2: actor2 ?? null,
    code,
    goldstein: goldsteinScore(code, codes),
    day: day?.replaceAll('-', '') ?? null,
    place: gdeltPlace(event.place, codes),
  };
}

/** The event's own CAMEO code; cooperation that is still to come has another. */
function cameoCode({ type, mode, status, cameo }: Event, { planned }: GdeltCodes): string | null {
  const whenPlanned = status === 'planned' ? planned[type] : undefined;
  return whenPlanned ? (whenPlanned.modes?.[mode ?? ''] ?? whenPlanned.code) : cameo;
}

function goldsteinScore(code: string, { goldstein }: GdeltCodes): number | null {
  for (let length = code.length; length >= 2; length--) {
    const score = goldstein[code.slice(0, length)];
    if (score !== undefined) return score;
  }
  return null;
}

/** GDELT's ids are whole numbers: 60 bits of a hash, so that the same event keeps its number. */
function numericId(id: string): string {
  return BigInt(`0x${createHash('sha256').update(id).digest('hex').slice(0, 15)}`).toString();
}

function gdeltActor({ actors }: ReportRecord, id: string, codes: GdeltCodes): GdeltActor {
  const actor = actors.find((candidate) => candidate.id === id);
  if (!actor) return { id, code: '', name: id, country: '', knownGroup: '', types: [] };
  const known = codes.groups.get(id);
  const parts = known ? (known.match(/.../g) ?? []) : ownParts(actor, codes);
  const isType = (part: string) => codes.stateless.includes(part) || Object.values(codes.sectors).includes(part);
  const country = parts[0] !== undefined && !isType(parts[0]) ? parts[0] : '';
  const others = country === '' ? parts : parts.slice(1);
  return {
    id,
    code: parts.join(''),
    name: actor.name.toUpperCase(),
    country,
    knownGroup: others.find((part) => !isType(part)) ?? '',
    types: others.filter(isType),
  };
}

function ownParts({ type, country, sector }: Actor, { countries, sectors, types }: GdeltCodes): readonly string[] {
  const state = country === null ? [] : [countries[country] ?? country];
  if (type === 'state' || type === 'place') return state;
  if (type === 'group' && country === null) return [];
  const part = sectors[sector ?? ''] ?? (country === null ? types[type] : undefined);
  return part === undefined ? state : [...state, part];
}

function gdeltPlace(place: Place | null, { fips }: GdeltCodes): GdeltPlace {
  if (place === null) return { type: 0, name: '', country: '', lat: null, lon: null };
  const country = fips.get(place.country ?? '') ?? '';
  const isCity = place.lat !== null && place.country !== null;
  const type = isCity ? (place.country === 'USA' ? 3 : 4) : place.country === null ? 0 : 1;
  return { type, name: place.name, country, lat: place.lat, lon: place.lon };
}

/** `YYYYMMDDHHMMSS` of the report; empty where its date is not known. */
export function gdeltMoment({ published }: Report): string {
  return published.value === null ? '' : `${published.value.replaceAll('-', '')}000000`;
}

/** Tab-separated values have no way to quote: what would break a line becomes a space. */
export function gdeltLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => (cell === null ? '' : String(cell).replace(/[\t\r\n]+/g, ' '))).join('\t')}\n`;
}
