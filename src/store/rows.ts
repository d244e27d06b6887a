import { createHash } from 'node:crypto';
import type { Insertable } from 'kysely';
import { ChanceryError } from '../problems.ts';
import type { Actor, Event, ReportRecord } from '../record/index.ts';
import { foldName } from '../text/fold.ts';
import { LIST_OF_ALL, listOfTwo, namesIn, pairsIn, type Side, sideNames } from './sides.ts';
import type { Reading } from './store.ts';
import type { PartyRole, Tables } from './tables.ts';

type Row<Table extends keyof Tables> = Insertable<Tables[Table]>;

/** Sort keys of events without a date: after every dated one, whichever end is sorted by. */
export const AFTER_ALL = '9999-99-99';
const BEFORE_ALL = '0000-00-00';

/** The day that an event is sorted by: its first, or the only one known; after all others when it has none. */
export function firstDay({ time: { from, to } }: Event): string {
  return from ?? to ?? AFTER_ALL;
}

/** The day that an event is sorted by from the end: its last, or the only one known; before all others when it has none. */
export function lastDay({ time: { from, to } }: Event): string {
  return to ?? from ?? BEFORE_ALL;
}

/** What tells one reading of a report from another. */
export function readingDigest({ record, explanations }: Reading): string {
  return createHash('sha256')
    .update(JSON.stringify(record))
    .update('\n')
    .update(JSON.stringify(explanations))
    .digest('hex');
}

/** Which version read a report, what tells its reading from others, and when it was stored. */
export interface ReadBy {
  readonly reader: string;
  readonly digest: string;
  readonly storedAt: string;
}

/** The row of a report. Its record is kept without the text and the events, which have columns and rows of their own. */
export function reportRow(reading: Reading, { reader, digest, storedAt }: ReadBy): Row<'reports'> {
  const { report } = reading.record;
  const rest: ReportRecord = { ...reading.record, report: { ...report, text: '' }, events: [] };
  return {
    id: report.id,
    source: report.source,
    outlet: report.outlet,
    title: report.title,
    published: report.published.value,
    published_from: report.published.from,
    published_to: report.published.to,
    text: report.text,
    record: JSON.stringify(rest),
    digest,
    reader,
    stored_at: storedAt,
  };
}

/** Puts a record together again from its parts; the opposite of `reportRow` and `eventRow`. */
export function recordFromRows(row: { record: string; text: string }, events: readonly string[]): ReportRecord {
  const rest = JSON.parse(row.record) as ReportRecord;
  return {
    ...rest,
    report: { ...rest.report, text: row.text },
    events: events.map((event) => JSON.parse(event) as Event),
  };
}

export function actorRow(actor: Actor): Row<'actors'> {
  const { id, type, name, wikidata, country, sector } = actor;
  return { id, type, name, name_folded: foldName(name), wikidata, country, sector };
}

export function mentionRows(report: number, actor: Actor): Row<'actor_mentions'>[] {
  return actor.mentions.map(({ start, end, text, kind }) => ({
    report,
    actor: actor.id,
    start,
    end,
    text,
    name_folded: kind === 'name' || kind === 'metonym' ? foldName(text) : null,
    kind,
  }));
}

export function timeRows(report: number, { times }: ReportRecord): Row<'times'>[] {
  return times.map(({ start, end, text, type, value, from, to }) => ({
    report,
    start,
    end,
    text,
    type,
    value,
    date_from: from,
    date_to: to,
  }));
}

export function quotationRows(key: number, { report, quotations }: ReportRecord): Row<'quotations'>[] {
  return quotations.map((quotation, ordinal) => ({
    report: key,
    local_id: quotation.id,
    ordinal,
    kind: quotation.kind,
    day: quotation.time?.from ?? report.published.value ?? report.published.from ?? AFTER_ALL,
    speaker: quotation.speaker,
    addressee: quotation.addressee,
    quotation: JSON.stringify(quotation),
  }));
}

export function eventRow(report: number, event: Event, ordinal: number): Row<'events'> {
  const { from, to } = event.time;
  return {
    report,
    local_id: event.id,
    ordinal,
    type: event.type,
    mode: event.mode,
    status: event.status,
    date_from: from,
    date_to: to,
    first_day: firstDay(event),
    last_day: lastDay(event),
    place: event.place?.name ?? null,
    place_folded: event.place ? foldName(event.place.name) : null,
    place_country: event.place?.country ?? null,
    count_min: event.count?.min ?? null,
    count_max: event.count?.max ?? null,
    cameo: event.cameo,
    quad: event.quad,
    rule: event.rule,
    confidence: event.confidence,
    event: JSON.stringify(event),
  };
}

/** The parts that are taken in an event, each once. Throws when it names somebody whom its record does not list. */
export function sidesOf(event: Event, actors: ReadonlyMap<string, Actor>): readonly Side[] {
  const roles: readonly (readonly [PartyRole, readonly string[]])[] = [
    ['actor', event.actors],
    ['recipient', event.recipients],
    ['host', event.hosts],
    ['mediator', event.mediators],
  ];
  return roles.flatMap(([role, ids]) =>
    [...new Set(ids)].map((id) => ({ actor: id, role, names: sideNames(listed(actors, id, event)) })),
  );
}

/** One row a party and role. */
export function partyRows(
  key: number,
  sides: readonly Side[],
  actors: ReadonlyMap<string, Actor>,
): Row<'event_parties'>[] {
  return sides.map(({ actor, role }) => ({ event: key, role, actor, country: actors.get(actor)?.country ?? null }));
}

/** One row for every list that an event stands in, as if no other report told of its happening. */
export function listRows(key: number, event: Event, sides: readonly Side[]): Row<'event_lists'>[] {
  const { from, to } = event.time;
  const isDated = from !== null || to !== null;
  const row = {
    event: key,
    type: event.type,
    date_from: from ?? (isDated ? BEFORE_ALL : AFTER_ALL),
    date_to: to ?? (isDated ? AFTER_ALL : BEFORE_ALL),
    lead: key,
    ...placeInLists(event),
  };
  return [
    { ...row, list: LIST_OF_ALL, direction: 0 },
    ...namesIn(sides).map((list) => ({ ...row, list, direction: 0 as const })),
    ...pairsIn(event, sides).map(({ one, other, direction }) => ({ ...row, list: listOfTwo(one, other), direction })),
  ];
}

/** What a lead gives all events of its happening. */
export function placeInLists(
  lead: Event,
): Pick<Row<'event_lists'>, 'lead_status' | 'listed_first_day' | 'listed_last_day'> {
  return { lead_status: lead.status, listed_first_day: firstDay(lead), listed_last_day: lastDay(lead) };
}

export function attributionRows(key: number, event: Event, actors: ReadonlyMap<string, Actor>): Row<'attribution'>[] {
  return event.attribution.map(({ actor, stance }, ordinal) => ({
    event: key,
    ordinal,
    actor,
    country: listed(actors, actor, event).country,
    stance,
  }));
}

function listed(actors: ReadonlyMap<string, Actor>, id: string, event: Event): Actor {
  const actor = actors.get(id);
  if (actor) return actor;
  throw new ChanceryError(
    'store/unlisted-actor',
    `Event ${event.id} names the actor '${id}', whom its record does not list.`,
    {
      hint: 'This is a fault of the reading, not of the store: please report it with the text that was read.',
    },
  );
}

export function evidenceRows(key: number, event: Event): Row<'evidence'>[] {
  return event.evidence.map(({ start, end, text }, ordinal) => ({ event: key, ordinal, start, end, text }));
}

export function problemRows(report: number, { problems }: ReportRecord): Row<'problems'>[] {
  return problems.map(({ code, message, span }) => ({
    report,
    code,
    message,
    start: span?.start ?? null,
    end: span?.end ?? null,
  }));
}

/** The words that an event is found by: its evidence, the names of its parties, its place. */
export function eventWords(event: Event, actors: ReadonlyMap<string, Actor>): string {
  const parties = [...event.actors, ...event.recipients, ...event.hosts, ...event.mediators];
  const names = parties.map((id) => actors.get(id)?.name ?? '');
  return [...event.evidence.map(({ text }) => text), ...names, event.place?.name ?? ''].join('\n');
}
