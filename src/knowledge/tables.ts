import { z } from 'zod';
import type { Located } from './csv.ts';

const text = z.string();
const list = z.string().transform((value) => (value === '' ? [] : value.split('|').filter((part) => part !== '')));
/** `2020`, `2020-03`, `2020-03-17`, or nothing. */
const partialDate = z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/u, 'not a date like 2020, 2020-03 or 2020-03-17');
const iso3 = z.string().regex(/^([A-Z]{3}|X-[A-Z]+)$/u, 'not a state code like CHN or X-ABK');
/** A state, or an organisation that is a member of another (the EU of the G20). */
const member = z.string().regex(/^([A-Z]{3}|X-[A-Z]+|igo:[a-z0-9-]+)$/u, 'neither a state code nor an organisation');
const optionalIso3 = z.string().regex(/^([A-Z]{3}|X-[A-Z]+)?$/u, 'not a state code like CHN or X-ABK');
const qid = z.string().regex(/^(\??Q\d+)?$/u, 'not a Wikidata id like Q148');
const number = z.string().transform((value, context) => {
  const parsed = Number(value);
  if (value !== '' && !Number.isFinite(parsed))
    context.addIssue({ code: 'custom', message: `"${value}" is no number` });
  return value === '' ? null : parsed;
});
const id = z.string().regex(/^(igo|grp|org|plc):[a-z0-9-]+$/u, 'not an id like igo:nato');

/** The tables of knowledge/, each with the shape of its rows. The order is that in which they are compiled. */
export const TABLES = {
  'states.csv': z.object({
    iso3,
    qid,
    kind: z.enum(['state', 'territory', 'former', 'de_facto']),
    name: text.min(1),
    names: list,
    adjectives: list,
    demonyms: list,
    capital: text,
    from: partialDate,
    to: partialDate,
  }),
  'names-dated.csv': z.object({ iso3, name: text, from: partialDate, to: partialDate, note: text }),
  'bodies.csv': z.object({
    role: text,
    suffix: text,
    sector: text,
    type: z.enum(['state', 'government', 'group', 'armed-group']),
    name: text,
  }),
  'seats.csv': z.object({
    name: text.min(1),
    kind: text,
    actor: text,
    iso3: optionalIso3,
    body: text,
    qid,
    senses: list,
    source: text,
  }),
  'ministries.csv': z.object({ iso3, name: text.min(1), aliases: list, role: text, seat_building: text, source: text }),
  'igos.csv': z.object({
    id,
    acronym: text,
    name: text.min(1),
    aliases: list,
    qid,
    seat: text,
    seat_iso3: optionalIso3,
    plover: text,
    kind: text,
    source: text,
    asof: partialDate,
  }),
  'armed-groups.csv': z.object({
    id,
    name: text.min(1),
    aliases: list,
    iso3: optionalIso3,
    plover: text,
    qid,
    note: text,
    source: text,
  }),
  'organisations.csv': z.object({
    id,
    name: text.min(1),
    aliases: list,
    iso3: optionalIso3,
    sector: text,
    kind: text,
    source: text,
  }),
  'media.csv': z.object({ name: text.min(1), aliases: list, iso3: optionalIso3, speaks_for: text, source: text }),
  'memberships.csv': z.object({
    igo: id,
    iso3: member,
    status: text,
    from: partialDate,
    to: partialDate,
    source: text,
  }),
  'memberships-factbook.csv': z.object({
    igo: id,
    iso3,
    status: text,
    seen_from: partialDate,
    seen_to: partialDate,
    source: text,
  }),
  'offices.csv': officeSchema(),
  'offices-ministers.csv': officeSchema(),
  'offices-ambassadors.csv': officeSchema(),
  'igo-heads.csv': z.object({
    igo: id,
    position: text,
    holder: text.min(1),
    qid,
    from: partialDate,
    to: partialDate,
    source: text,
    asof: partialDate,
  }),
  'people.csv': z.object({
    name: text.min(1),
    aliases: list,
    surname: list,
    iso3: optionalIso3,
    sector: text,
    gender: z.enum(['m', 'f', '']),
    qid,
    what: text,
    from: partialDate,
    to: partialDate,
    source: text,
  }),
  'leaders.csv': z.object({ iso3, role: text.min(1), from: partialDate, to: partialDate, source: text }),
  'places.csv': z.object({
    id,
    name: text.min(1),
    aliases: list,
    adjectives: list,
    kind: text,
    iso3: optionalIso3,
    lat: number,
    lon: number,
  }),
  'cities.csv': z.object({
    geonames_id: text,
    name: text.min(1),
    iso3,
    population: number,
    lat: number,
    lon: number,
    feature: text,
  }),
  /** Other names of cities of cities.csv. */
  'city-names.csv': z.object({ name: text.min(1), city: text.min(1), iso3 }),
  'landmarks.csv': z.object({
    id: z.string().regex(/^[a-z0-9-]+$/u),
    name: text.min(1),
    phrases: list,
    words: text,
    kind: text,
    from: partialDate,
    to: partialDate,
    parties: text,
    place: text,
    source: text,
  }),
  'agreements.csv': z.object({
    name: text.min(1),
    aliases: list,
    kind: text,
    date: partialDate,
    place: text,
    parties: text,
    note: text,
  }),
  'role-nouns.csv': z.object({
    term: text.min(1),
    role: text.min(1),
    sector: text,
    kind: z.enum(['office', 'person', 'body', 'people']),
    gender: z.enum(['m', 'f', '']),
    implies: text,
  }),
  'agents.csv': z.object({ term: text.min(1), plover: text.min(3) }),
  'given-names.csv': z.object({ name: text.min(1), gender: z.enum(['m', 'f']) }),
} as const;

function officeSchema() {
  return z.object({
    iso3,
    role: text.min(1),
    position: text,
    holder: text.min(1),
    surname: text,
    qid,
    from: partialDate,
    to: partialDate,
    source: text.min(1),
    asof: partialDate,
    aliases: list,
    flags: list,
  });
}

export type TableName = keyof typeof TABLES;
export type Row<N extends TableName> = Located<z.infer<(typeof TABLES)[N]>>;
/** All tables, read and checked. */
export type SourceTables = { readonly [N in TableName]: readonly Row<N>[] };
