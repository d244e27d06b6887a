import type { ActorType } from '../record/index.ts';
import type { ActorCues } from './cues.ts';

/** What a name in the base is. It decides how the name may be read in a text. */
export type NameForm =
  | 'state'
  | 'adjective'
  | 'demonym'
  | 'person'
  | 'body'
  | 'seat'
  | 'building'
  | 'igo'
  | 'group'
  | 'organisation'
  | 'media'
  | 'region'
  | 'region-adjective'
  | 'city'
  | 'event';

/** An actor that the base knows: a state, body, organisation, group or named region. */
export interface KnownActor {
  readonly id: string;
  readonly type: ActorType;
  readonly name: string;
  readonly wikidata: string | null;
  readonly country: string | null;
  readonly sector: string | null;
  /** Table that the entry stands in. */
  readonly source: string;
}

export interface KnownPerson extends KnownActor {
  readonly gender: 'm' | 'f' | null;
  /** Family names as used alone, folded: "xi", "von der leyen", "lopez obrador". */
  readonly surnames: readonly string[];
  /** How well known, by the highest office held: 1 an ambassador … 5 a head of state or government. */
  readonly rank: number;
}

/** One holder of one office, from a day to a day; dates may be partial (`2013-03`), an empty one is open. */
export interface Term {
  readonly person: string;
  readonly role: string;
  /** State of the office; null for the office of an organisation. */
  readonly country: string | null;
  readonly organisation: string | null;
  /** The office as its source words it, or ''. */
  readonly position: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly asof: string;
  readonly file: string;
  /** From a file of the user's own. */
  readonly isOwn: boolean;
}

export interface Membership {
  readonly organisation: string;
  readonly state: string;
  readonly status: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
}

/** A dated happening that texts refer to by name: "the full-scale invasion of Ukraine". */
export interface Landmark {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Phrases that name it, as they are written. */
  readonly phrases: readonly string[];
  /** Words of which every group must have one in the sentence: [["annexation", "annex"], ["crimea"]]. */
  readonly words: readonly (readonly string[])[];
  readonly from: string | null;
  readonly to: string | null;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly place: string | null;
  readonly source: string;
}

export interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
}

export interface RoleNoun {
  readonly term: string;
  readonly role: string;
  readonly sector: string;
  readonly kind: 'office' | 'person' | 'body' | 'people';
  readonly gender: 'm' | 'f' | null;
  /** State or organisation that the word alone implies: "pontiff" → VAT. */
  readonly implies: string | null;
  readonly isPlural: boolean;
  /** The term in the singular. */
  readonly lemma: string;
}

/** The outlet of a report, and whom it speaks for when it is an official one. */
export interface Outlet {
  readonly id: string;
  readonly names: readonly string[];
  readonly speaksFor: string | null;
}

/** A body by its role: "foreign ministry" is `GOV.MFA` of whichever state. */
export interface BodyKind {
  readonly role: string;
  readonly suffix: string;
  readonly sector: string;
  readonly type: ActorType;
  readonly name: string;
}

/** A name as it stands in the pack: folded key, target id, form, surface. */
export type NameEntry = readonly [key: string, target: string, form: NameForm, surface: string];

/** Changes whenever the shape of the pack does, so that an older one is never read by a newer program. */
export const PACK_FORMAT = 'chancery/knowledge@7';

/** The base as it is compiled at build and read at run time. Rows are tuples to keep it small and quick to parse. */
export interface Pack {
  readonly format: typeof PACK_FORMAT;
  /** Hash of all sources. */
  readonly version: string;
  /** The newest as-of date of any office table. */
  readonly asof: string;
  readonly actors: readonly KnownActor[];
  readonly persons: readonly (readonly [
    id: string,
    name: string,
    wikidata: string | null,
    country: string | null,
    sector: string | null,
    gender: 'm' | 'f' | null,
    rank: number,
    surnames: readonly string[],
  ])[];
  readonly terms: readonly (readonly [
    person: number,
    role: string,
    seat: string,
    position: string,
    from: string,
    to: string,
    source: string,
    asof: string,
    file: number,
  ])[];
  /** The files that terms stand in, and whether each is somebody's own. */
  readonly termFiles: readonly (readonly [name: string, isOwn: boolean])[];
  readonly memberships: readonly (readonly [
    organisation: string,
    state: string,
    status: string,
    from: string,
    to: string,
    source: string,
  ])[];
  readonly leaders: readonly (readonly [country: string, role: string, from: string, to: string])[];
  readonly regions: readonly (readonly [id: string, country: string | null, lat: number | null, lon: number | null])[];
  readonly cities: readonly (readonly [
    key: string,
    name: string,
    country: string,
    population: number,
    lat: number,
    lon: number,
  ])[];
  readonly capitals: readonly (readonly [country: string, city: string])[];
  readonly landmarks: readonly Landmark[];
  readonly roleNouns: readonly RoleNoun[];
  readonly agents: readonly (readonly [term: string, sector: string])[];
  readonly bodies: readonly BodyKind[];
  readonly outlets: readonly Outlet[];
  readonly givenNames: { readonly m: string; readonly f: string };
  readonly names: readonly NameEntry[];
  /** The names of actors and cities by their first word, each group as JSON: a text calls for few of them. */
  readonly nameGroups: ReadonlyMap<string, string>;
  /** Names of the better known persons as they sound, for other spellings. */
  readonly sounds: readonly (readonly [sound: string, person: string])[];
  readonly cues: ActorCues;
}
