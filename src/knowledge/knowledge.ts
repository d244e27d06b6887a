import type { Actor, Place } from '../record/index.ts';
import { foldName } from '../text/fold.ts';
import type { ActorCues } from './cues.ts';
import { intervalsMeet } from './dates.ts';
import { indexNames, type NameIndex } from './name-index.ts';
import { type DatedTerm, type Days, headFits, termsOn } from './offices.ts';
import type {
  BodyKind,
  City,
  KnownActor,
  KnownPerson,
  Landmark,
  Membership,
  Outlet,
  Pack,
  RoleNoun,
  Term,
} from './pack.ts';
import { makeSounding } from './sound.ts';

/** Role nouns as texts are searched for them: hyphens as blanks, and how many words the longest has that a word opens. */
export interface RolePhrases {
  readonly nouns: ReadonlyMap<string, RoleNoun>;
  readonly longest: ReadonlyMap<string, number>;
}

/** What a noun for an office says: "president" is a head of state by role, worded as president. */
export interface OfficeNoun {
  readonly role: string;
  /** In the singular: "president". */
  readonly lemma: string;
}

/** The actor base: who there is, who held which office when, what names stand for. Read-only; safe to share. */
export interface Knowledge {
  /** Hash of the sources it was made from. */
  readonly version: string;
  readonly asof: string;
  readonly names: NameIndex;
  readonly cues: ActorCues;
  readonly landmarks: readonly Landmark[];
  readonly roleNouns: ReadonlyMap<string, RoleNoun>;
  readonly rolePhrases: RolePhrases;
  readonly bodies: ReadonlyMap<string, BodyKind>;
  actorById(id: string): KnownActor | undefined;
  personById(id: string): KnownPerson | undefined;
  /** Every name under which an actor of the base is found, without the persons'. */
  namesOf(id: string): readonly string[];
  /** Persons who are called by this family name alone, best known first. */
  personsBySurname(surname: string): readonly KnownPerson[];
  /** Persons whose name sounds like this one in some spelling. */
  personsBySound(name: string): readonly string[];
  /** Holders of an office of a state or organisation on some days, best first. `leader` is the political chief. */
  holderOf(role: string, seat: string, days: Days | string): readonly DatedTerm[];
  /** Holders of the office that a noun names: "president" and "prime minister" are told apart by how the base words the office. */
  holdersOf(noun: OfficeNoun, seat: string, days: Days | string): readonly DatedTerm[];
  /** The offices of a person; with days, those that answer for them. */
  officesOf(person: string, days?: Days | string): readonly Term[];
  /** Which office a state's "leader" holds on some days. */
  leaderRole(country: string, days: Days): string;
  memberStates(organisation: string, date: string): readonly string[];
  membershipsOf(state: string): readonly Membership[];
  placeByName(name: string, country?: string | null): Place | null;
  capitalOf(country: string): string | null;
  /** Sector of a common noun ("lawmaker" → LEG), or null. */
  sectorOf(noun: string): string | null;
  genderOfGivenName(name: string): 'm' | 'f' | null;
  /** An actor in the form of the record, with no mentions: a state by its code, any other by its id. */
  toActor(id: string): Actor | null;
  stateActor(country: string): Actor | null;
  /** The actor that an outlet speaks for ("The White House"), or null for the press. */
  outletActor(outlet: string): Actor | null;
}

/** Opens a pack: builds the indexes over it. */
export function createKnowledge(pack: Pack): Knowledge {
  const actors = new Map(pack.actors.map((actor) => [actor.id, actor]));
  const persons = pack.persons.map(personOf);
  const personsById = new Map(persons.map((person) => [person.id, person]));
  const surnames = lazily(() =>
    groupBy(
      persons.flatMap((person) => person.surnames.map((surname) => ({ surname, person }))),
      ({ surname }) => surname,
    ),
  );
  const terms = lazily(() => pack.terms.map((row) => termOf(row, persons, pack.termFiles)));
  const bySeat = lazily(() => groupBy(terms(), (term) => `${term.country ?? term.organisation} ${term.role}`));
  const byPerson = lazily(() => groupBy(terms(), (term) => term.person));
  const leaders = groupBy(pack.leaders, ([country]) => country);
  const memberships = lazily(() => pack.memberships.map(membershipOf));
  const places = lazily(() => placeFinder(pack, actors));
  const bodies = new Map(pack.bodies.map((body) => [body.role, body]));
  const given = lazily(() => ({ m: new Set(pack.givenNames.m.split(' ')), f: new Set(pack.givenNames.f.split(' ')) }));
  const outlets = new Map(
    pack.outlets.flatMap((outlet) => outlet.names.map((name) => [foldName(name), outlet] as const)),
  );
  const agents = new Map(pack.agents);
  const soundOf = makeSounding(pack.cues);
  const sounds = lazily(() => groupBy(pack.sounds, ([sound]) => sound));

  const leaderRole = (country: string, days: Days) =>
    (leaders.get(country) ?? []).find(([, , from, to]) =>
      intervalsMeet({ from: from || null, to: to || null }, days),
    )?.[1] ?? 'head_of_government';
  const holderOf: Knowledge['holderOf'] = (role, seat, when) => {
    const days = toDays(when);
    const asked = role === 'leader' ? leaderRole(seat, days) : role;
    return onePerPerson(termsOn(bySeat().get(`${seat} ${asked}`) ?? [], days));
  };
  const holdersOf: Knowledge['holdersOf'] = (noun, seat, when) => {
    const own = holderOf(noun.role, seat, when);
    const other = OTHER_HEAD[noun.role];
    if (other !== undefined && !seat.includes(':')) {
      return onePerPerson([...own, ...holderOf(other, seat, when)].filter((term) => headFits(noun, term)));
    }
    const others = pack.cues.titles.fits[noun.role]?.roles ?? [];
    return own.length > 0 ? own : onePerPerson(others.flatMap((role) => holderOf(role, seat, when)));
  };
  const knowledge: Knowledge = {
    version: pack.version,
    asof: pack.asof,
    names: indexNames(pack.nameGroups),
    cues: pack.cues,
    landmarks: pack.landmarks,
    roleNouns: new Map(pack.roleNouns.map((noun) => [noun.term, noun])),
    rolePhrases: rolePhrasesOf(pack.roleNouns),
    bodies,
    actorById: (id) => actors.get(id) ?? personsById.get(id) ?? bodyOf(id, actors, pack.bodies),
    personById: (id) => personsById.get(id),
    namesOf: (id) => pack.names.filter(([, target]) => target === id).map(([, , , surface]) => surface),
    personsBySurname: (surname) =>
      (surnames().get(foldName(surname)) ?? []).map(({ person }) => person).sort((a, b) => b.rank - a.rank),
    personsBySound: (name) =>
      name.trim().includes(' ') ? [...new Set((sounds().get(soundOf(name)) ?? []).map(([, id]) => id))] : [],
    holderOf,
    holdersOf,
    officesOf: (person, when) =>
      when === undefined ? (byPerson().get(person) ?? []) : termsOn(byPerson().get(person) ?? [], toDays(when)),
    leaderRole,
    memberStates: (organisation, date) =>
      memberships()
        .filter((row) => row.organisation === organisation && ['member', 'permanent'].includes(row.status))
        .filter((row) => intervalsMeet({ from: row.from || null, to: row.to || null }, { from: date, to: date }))
        .map((row) => row.state)
        .sort(),
    membershipsOf: (state) => memberships().filter((row) => row.state === state),
    placeByName: (name, country) => places().find(name, country),
    capitalOf: (country) => places().capitals.get(country) ?? null,
    sectorOf: (noun) => agents.get(noun.toLowerCase()) ?? null,
    genderOfGivenName: (name) => (given().m.has(foldName(name)) ? 'm' : given().f.has(foldName(name)) ? 'f' : null),
    toActor: (id) => recordActor(knowledge.actorById(id)),
    stateActor: (country) => recordActor(actors.get(country)),
    outletActor: (outlet) => outletActor(outlets.get(foldName(outlet)), knowledge),
  };
  return knowledge;
}

function rolePhrasesOf(roleNouns: readonly RoleNoun[]): RolePhrases {
  const nouns = new Map(roleNouns.map((noun) => [noun.term.replaceAll('-', ' '), noun]));
  const longest = new Map<string, number>();
  for (const phrase of nouns.keys()) {
    const words = phrase.split(' ');
    longest.set(words[0]!, Math.max(words.length, longest.get(words[0]!) ?? 0));
  }
  return { nouns, longest };
}

/** The other of the two heads that a state may have. */
const OTHER_HEAD: Readonly<Record<string, string | undefined>> = {
  head_of_state: 'head_of_government',
  head_of_government: 'head_of_state',
};

/** Makes an index when it is first asked for: a program that only looks up an office pays for no other. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function toDays(when: Days | string): Days {
  return typeof when === 'string' ? { from: when, to: when } : when;
}

function personOf(row: Pack['persons'][number]): KnownPerson {
  const [id, name, wikidata, country, sector, gender, rank, surnames] = row;
  return { id, type: 'person', name, wikidata, country, sector, gender, rank, surnames, source: 'offices.csv' };
}

function termOf(row: Pack['terms'][number], persons: readonly KnownPerson[], files: Pack['termFiles']): Term {
  const [person, role, seat, position, from, to, source, asof, file] = row;
  const isOrganisation = seat.includes(':');
  return {
    person: persons[person]!.id,
    role,
    country: isOrganisation || seat === '' ? null : seat,
    organisation: isOrganisation ? seat : null,
    position,
    from,
    to,
    source,
    asof,
    file: files[file]![0],
    isOwn: files[file]![1],
  };
}

function membershipOf(row: Pack['memberships'][number]): Membership {
  const [organisation, state, status, from, to, source] = row;
  return { organisation, state, status, from, to, source };
}

/** Somebody who holds an office twice in the days asked about, or by two sources, answers once. */
function onePerPerson(terms: readonly DatedTerm[]): DatedTerm[] {
  return [...new Map(terms.toReversed().map((term) => [term.person, term])).values()].toReversed();
}

/** A body that no table lists but every state has: "CHN.MIL" is the armed forces of CHN. */
function bodyOf(
  id: string,
  actors: ReadonlyMap<string, KnownActor>,
  bodies: readonly BodyKind[],
): KnownActor | undefined {
  const point = id.indexOf('.');
  const state = point < 0 ? undefined : actors.get(id.slice(0, point));
  const kind = state && bodies.find((body) => body.suffix === id.slice(point + 1));
  if (!state || !kind) return undefined;
  const name = kind.name === 'government' ? `government of ${state.name}` : `${kind.name} of ${state.name}`;
  return {
    id,
    type: kind.type,
    name,
    wikidata: null,
    country: state.country,
    sector: kind.sector,
    source: 'bodies.csv',
  };
}

function recordActor(known: KnownActor | undefined): Actor | null {
  if (!known) return null;
  const { id, type, name, wikidata, country, sector } = known;
  return { id, type, name, wikidata, country, sector, office: null, mentions: [] };
}

function outletActor(outlet: Outlet | undefined, knowledge: Knowledge): Actor | null {
  return outlet?.speaksFor ? knowledge.toActor(outlet.speaksFor) : null;
}

/** Finds places by name: states, regions, then cities, the most populous first; a country narrows it. */
function placeFinder(pack: Pack, actors: ReadonlyMap<string, KnownActor>) {
  const regions = new Map(pack.regions.map(([id, country, lat, lon]) => [id, { country, lat, lon }]));
  const cities = new Map<string, City[]>();
  for (const [key, name, country, population, lat, lon] of pack.cities) {
    const list = cities.get(key);
    const city = { name, country, population, lat, lon };
    if (list) list.push(city);
    else cities.set(key, [city]);
  }
  const capitals = new Map(pack.capitals);
  const named = new Map<string, string>();
  for (const [key, target, form] of pack.names) {
    if ((form === 'state' || form === 'region') && !named.has(key)) named.set(key, target);
  }
  const isCapital = (city: City) => capitals.get(city.country) === city.name;
  const find = (name: string, country?: string | null): Place | null => {
    const key = foldName(name.replace(/^the /iu, ''));
    const here = (cities.get(key) ?? []).filter((city) => !country || city.country === country);
    const city = here.sort((a, b) => Number(isCapital(b)) - Number(isCapital(a)) || b.population - a.population)[0];
    const id = named.get(key) ?? named.get(foldName(name));
    const region = id === undefined ? undefined : regions.get(id);
    if (region) return { name: actors.get(id!)!.name, country: region.country, lat: region.lat, lon: region.lon };
    if (id !== undefined && !(city && isCapital(city))) {
      const { lat = null, lon = null } = city?.country === id ? city : {};
      return { name: actors.get(id)!.name, country: actors.get(id)!.country, lat, lon };
    }
    return city ? { name: city.name, country: city.country, lat: city.lat, lon: city.lon } : null;
  };
  return { find, capitals };
}

function groupBy<T>(values: Iterable<T>, key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const of = key(value);
    const list = groups.get(of);
    if (list) list.push(value);
    else groups.set(of, [value]);
  }
  return groups;
}
