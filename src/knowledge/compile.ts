import { foldName } from '../text/fold.ts';
import { compileBodies } from './compile-bodies.ts';
import { compileNames } from './compile-names.ts';
import { compilePersons } from './compile-persons.ts';
import { roleNounsOf } from './compile-roles.ts';
import { placeOf } from './csv.ts';
import type { ActorCues } from './cues.ts';
import { firstDay, lastDay } from './dates.ts';
import { groupNames } from './group-names.ts';
import { type Landmark, type Outlet, PACK_FORMAT, type Pack } from './pack.ts';
import { makeSounding } from './sound.ts';
import type { SourceTables } from './tables.ts';

/** Turns the tables that people edit into the pack that a program loads. Pure: the same tables give the same pack. */
export function compilePack(tables: SourceTables, cues: ActorCues, version: string): Pack {
  const roleNouns = roleNounsOf(tables);
  const actors = compileBodies(tables);
  const people = compilePersons(tables, cues, roleNouns);
  const names = compileNames(tables, people.names, actors);
  const cities = citiesOf(tables);
  return {
    format: PACK_FORMAT,
    version,
    asof: tables['offices.csv'].reduce((latest, row) => (row.asof > latest ? row.asof : latest), ''),
    actors,
    persons: people.persons,
    terms: people.terms,
    termFiles: people.files,
    memberships: membershipsOf(tables),
    leaders: tables['leaders.csv'].map((row) => [row.iso3, row.role, row.from, row.to] as const),
    regions: tables['places.csv'].map((row) => [row.id, row.iso3 || null, row.lat, row.lon] as const),
    cities,
    capitals: tables['states.csv'].filter((row) => row.capital).map((row) => [row.iso3, row.capital] as const),
    landmarks: [...landmarksOf(tables), ...agreementsOf(tables)],
    roleNouns,
    agents: tables['agents.csv'].map((row) => [row.term.toLowerCase(), row.plover.slice(0, 3)] as const),
    bodies: tables['bodies.csv'].map(({ role, suffix, sector, type, name }) => ({ role, suffix, sector, type, name })),
    outlets: outletsOf(tables),
    givenNames: {
      m: tables['given-names.csv']
        .filter((row) => row.gender === 'm')
        .map((row) => row.name)
        .join(' '),
      f: tables['given-names.csv']
        .filter((row) => row.gender === 'f')
        .map((row) => row.name)
        .join(' '),
    },
    names,
    nameGroups: groupNames(names, cities),
    sounds: soundsOf(people, cues),
    cues,
  };
}

/** Cities with their other names: "Geneva" is Genève. */
function citiesOf(tables: SourceTables): Pack['cities'] {
  const cities = tables['cities.csv'].map(
    (row) => [foldName(row.name), row.name, row.iso3, row.population ?? 0, row.lat ?? 0, row.lon ?? 0] as const,
  );
  const byName = new Map(cities.toReversed().map((city) => [`${city[2]} ${city[1]}`, city]));
  const others = tables['city-names.csv'].flatMap((row) => {
    const city = byName.get(`${row.iso3} ${row.city}`);
    return city ? [[foldName(row.name), row.name, city[2], city[3], city[4], city[5]] as const] : [];
  });
  return [...cities, ...others];
}

/** From rank 2 on: a mere minister or envoy is found by his own spelling only. */
function soundsOf(people: ReturnType<typeof compilePersons>, cues: ActorCues): Pack['sounds'] {
  const soundOf = makeSounding(cues);
  const known = new Set(people.persons.filter(([, , , , , , rank]) => rank >= 2).map(([id]) => id));
  const pairs = people.names.filter(([person, name]) => known.has(person) && name.includes(' '));
  return [
    ...new Map(
      pairs.map(([person, name]) => [`${soundOf(name)} ${person}`, [soundOf(name), person] as const]),
    ).values(),
  ];
}

function membershipsOf(tables: SourceTables): Pack['memberships'] {
  const byHand = tables['memberships.csv'].map(
    (row) => [row.igo, row.iso3, row.status, row.from, row.to, row.source] as const,
  );
  const covered = new Set(byHand.map(([igo, state]) => `${igo} ${state}`));
  const seen = tables['memberships-factbook.csv']
    .filter((row) => !covered.has(`${row.igo} ${row.iso3}`))
    .map((row) => [row.igo, row.iso3, row.status, row.seen_from, row.seen_to, row.source] as const);
  return [...byHand, ...seen];
}

function landmarksOf(tables: SourceTables): Landmark[] {
  return tables['landmarks.csv'].map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    phrases: row.phrases,
    words: row.words === '' ? [] : row.words.split(' ').map((group) => group.split('/')),
    from: firstDay(row.from),
    to: lastDay(row.to),
    ...partiesOf(row.parties),
    place: row.place || null,
    source: `${placeOf('landmarks.csv', row)}, ${row.source}`,
  }));
}

function agreementsOf(tables: SourceTables): Landmark[] {
  return tables['agreements.csv'].map((row) => ({
    id: foldName(row.name).replaceAll(' ', '-'),
    name: row.name,
    kind: row.kind,
    phrases: [row.name, ...row.aliases],
    words: [],
    from: firstDay(row.date),
    to: lastDay(row.date),
    ...partiesOf(row.parties),
    place: row.place || null,
    source: placeOf('agreements.csv', row),
  }));
}

/** "RUS>UKR" is done by the one to the other; "USA PRK" is done together. */
function partiesOf(parties: string): { actors: string[]; recipients: string[] } {
  const [actors = '', recipients = ''] = parties.split('>');
  return { actors: actors.split(' ').filter(Boolean), recipients: recipients.split(' ').filter(Boolean) };
}

function outletsOf(tables: SourceTables): Outlet[] {
  return tables['media.csv'].map((row) => ({
    id: `org:${foldName(row.name).replaceAll(' ', '-')}`,
    names: [row.name, ...row.aliases],
    speaksFor: row.speaks_for || null,
  }));
}
