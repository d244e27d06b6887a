import { foldName } from '../text/fold.ts';
import { placeOf } from './csv.ts';
import type { KnownActor } from './pack.ts';
import type { SourceTables } from './tables.ts';

/** Every actor that is no person: states, their bodies, organisations, groups, media, named regions. */
export function compileBodies(tables: SourceTables): KnownActor[] {
  const actors = [
    ...statesOf(tables),
    ...ministriesOf(tables),
    ...organisationsOf(tables),
    ...groupsOf(tables),
    ...mediaOf(tables),
    ...regionsOf(tables),
  ];
  return [...new Map(actors.toReversed().map((actor) => [actor.id, actor])).values()].toReversed();
}

function statesOf(tables: SourceTables): KnownActor[] {
  return tables['states.csv'].map((row) => ({
    id: row.iso3,
    type: 'state',
    name: row.names[0]!.replace(' & ', ' and '),
    wikidata: qidOf(row.qid),
    country: row.iso3.startsWith('X-') ? null : row.iso3,
    sector: 'GOV',
    source: placeOf('states.csv', row),
  }));
}

/** The id of a ministry: its role's suffix ("CHN.GOV.MFA"), or its own name where the role has none ("CHN.state-council"). */
export function bodyIdOf(tables: SourceTables, country: string, role: string, name: string): string {
  const kind = tables['bodies.csv'].find((row) => row.role === role);
  return kind?.suffix ? `${country}.${kind.suffix}` : `${country}.${foldName(name).replaceAll(' ', '-')}`;
}

function ministriesOf(tables: SourceTables): KnownActor[] {
  const states = new Map(tables['states.csv'].map((row) => [row.iso3, row]));
  return tables['ministries.csv'].map((row) => ({
    id: bodyIdOf(tables, row.iso3, row.role, row.name),
    type: 'government',
    name: nameWithState(row.name, states.get(row.iso3)),
    wikidata: null,
    country: row.iso3,
    sector:
      tables['bodies.csv'].find((kind) => kind.role === row.role)?.sector ?? (row.role === 'party' ? 'PTY' : 'GOV'),
    source: `${placeOf('ministries.csv', row)}, ${row.source}`,
  }));
}

/** "Ministry of Defence (Russia)", so that a reader sees whose it is; "Bank of Russia" says so itself. */
function nameWithState(name: string, state: SourceTables['states.csv'][number] | undefined): string {
  const own = state ? [...state.names, ...state.adjectives, ...state.demonyms] : [];
  const isClear = state === undefined || own.some((word) => ` ${name} `.includes(` ${word} `));
  return isClear ? name : `${name} (${state.names[0]!.replace(' & ', ' and ')})`;
}

function organisationsOf(tables: SourceTables): KnownActor[] {
  const igos = tables['igos.csv'].map(
    (row): KnownActor => ({
      id: row.id,
      type: 'igo',
      name: row.name,
      wikidata: qidOf(row.qid),
      country: null,
      sector: row.plover.startsWith('NGO') ? 'NGO' : 'IGO',
      source: `${placeOf('igos.csv', row)}, ${row.source}`,
    }),
  );
  const others = tables['organisations.csv'].map(
    (row): KnownActor => ({
      id: row.id,
      type: row.kind === 'government' ? 'government' : 'organisation',
      name: row.name,
      wikidata: null,
      country: row.iso3 || null,
      sector: row.sector || null,
      source: `${placeOf('organisations.csv', row)}, ${row.source}`,
    }),
  );
  return [...igos, ...others];
}

function groupsOf(tables: SourceTables): KnownActor[] {
  return tables['armed-groups.csv'].map((row) => {
    const sector = row.plover.startsWith('IMG') ? 'REB' : row.plover.slice(3, 6);
    return {
      id: row.id,
      type: ['REB', 'UAF', 'INS', 'CRM'].includes(sector) ? 'armed-group' : 'organisation',
      name: row.name,
      wikidata: qidOf(row.qid),
      country: row.iso3 || null,
      sector,
      source: `${placeOf('armed-groups.csv', row)}, ${row.source}`,
    };
  });
}

function mediaOf(tables: SourceTables): KnownActor[] {
  return tables['media.csv']
    .filter((row) => row.speaks_for === '')
    .map((row) => ({
      id: `org:${foldName(row.name).replaceAll(' ', '-')}`,
      type: 'organisation',
      name: row.name,
      wikidata: null,
      country: row.iso3 || null,
      sector: 'JRN',
      source: `${placeOf('media.csv', row)}, ${row.source}`,
    }));
}

function regionsOf(tables: SourceTables): KnownActor[] {
  return tables['places.csv'].map((row) => ({
    id: row.id,
    type: row.kind === 'bloc' ? 'group' : 'place',
    name: row.name,
    wikidata: null,
    country: row.iso3 || null,
    sector: null,
    source: placeOf('places.csv', row),
  }));
}

/** A Wikidata id that was checked; one with a question mark was written from memory and is not shown. */
export function qidOf(qid: string): string | null {
  return qid === '' || qid.startsWith('?') ? null : qid;
}
