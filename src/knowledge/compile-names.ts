import { foldName } from '../text/fold.ts';
import { bodyIdOf } from './compile-bodies.ts';
import type { KnownActor, NameEntry, NameForm } from './pack.ts';
import type { SourceTables } from './tables.ts';

type Named = readonly [target: string, form: NameForm, surface: string];

/** Every name of the base with what it names, by folded key; cities stand in a table of their own. */
export function compileNames(
  tables: SourceTables,
  persons: readonly (readonly [person: string, name: string])[],
  actors: readonly KnownActor[],
): NameEntry[] {
  const all: Named[] = [
    ...stateNames(tables),
    ...organisationNames(tables),
    ...bodyNames(tables),
    ...seatNames(tables),
    ...placeNames(tables),
    ...eventNames(tables),
    ...persons.map(([person, name]) => [person, 'person', name] as const),
  ];
  const known = new Set(actors.map((actor) => actor.id));
  const entries = new Map<string, NameEntry>();
  for (const [target, form, surface] of all) {
    if (form === 'body' && !known.has(target)) continue;
    const key = foldName(surface);
    if (key.length > 1) entries.set(`${key}\t${target}\t${form}\t${surface}`, [key, target, form, surface]);
  }
  return [...entries.values()];
}

function stateNames(tables: SourceTables): Named[] {
  const now = tables['states.csv'].flatMap((row) => [
    ...row.names.map((name) => [row.iso3, 'state', withoutArticle(name)] as const),
    ...row.adjectives.map((name) => [row.iso3, 'adjective', name] as const),
    ...row.demonyms.map((name) => [row.iso3, 'demonym', name] as const),
  ]);
  const dated = tables['names-dated.csv']
    .filter((row) => !row.name.includes('('))
    .filter((row) => row.name !== 'Kiev')
    .map((row) => [row.iso3, 'state', row.name] as const);
  return [...now, ...dated];
}

function organisationNames(tables: SourceTables): Named[] {
  const igos = tables['igos.csv'].flatMap((row) =>
    [row.name, row.acronym, ...row.aliases]
      .filter(Boolean)
      .map((name) => [row.id, 'igo', withoutArticle(name)] as const),
  );
  const groups = tables['armed-groups.csv'].flatMap((row) =>
    [row.name, ...row.aliases].map((name) => [row.id, 'group', name] as const),
  );
  const others = tables['organisations.csv'].flatMap((row) =>
    [row.name, ...row.aliases].map((name) => [row.id, 'organisation', name] as const),
  );
  const media = tables['media.csv']
    .filter((row) => row.speaks_for === '')
    .flatMap((row) =>
      [row.name, ...row.aliases].map(
        (name) => [`org:${foldName(row.name).replaceAll(' ', '-')}`, 'media', withoutArticle(name)] as const,
      ),
    );
  return [...igos, ...groups, ...others, ...media];
}

/** Ministries by their own names; a name that several states share ("Ministry of Foreign Affairs") is found by its role instead. */
function bodyNames(tables: SourceTables): Named[] {
  const roles = new Set(tables['role-nouns.csv'].map((row) => foldName(row.term)));
  return tables['ministries.csv'].flatMap((row) =>
    [row.name, ...row.aliases]
      .filter((name) => !roles.has(foldName(name)))
      .map((name) => [bodyIdOf(tables, row.iso3, row.role, row.name), 'body', name] as const),
  );
}

/** Capitals stand for the state, buildings and streets for the body that sits there; venues are places only. */
function seatNames(tables: SourceTables): Named[] {
  const suffixes = new Map(tables['bodies.csv'].map((row) => [row.role, row.suffix]));
  return tables['seats.csv'].flatMap((row): Named[] => {
    const surface = withoutArticle(row.name);
    if (row.body === 'venue' || row.senses.includes('venue')) return [];
    if (row.actor.startsWith('igo:')) return [[row.actor, row.kind === 'city' ? 'seat' : 'building', surface]];
    if (row.body === 'hamas') return [['grp:hamas', 'seat', surface]];
    if (row.kind === 'capital' || row.kind === 'city') return [[row.actor, 'seat', surface]];
    const suffix = suffixes.get(row.body) ?? '';
    return [[suffix ? `${row.iso3}.${suffix}` : row.iso3, 'building', surface]];
  });
}

function placeNames(tables: SourceTables): Named[] {
  return tables['places.csv'].flatMap((row) => [
    ...[row.name, ...row.aliases].map((name) => [row.id, 'region', name] as const),
    ...row.adjectives.map((name) => [row.id, 'region-adjective', name] as const),
  ]);
}

/** Treaties and the like keep the places in their names from being read as parties: "the Paris Agreement". */
function eventNames(tables: SourceTables): Named[] {
  return tables['agreements.csv'].flatMap((row) =>
    [row.name, ...row.aliases]
      .filter((name) => /^\p{Lu}/u.test(name))
      .map((name) => [`evt:${foldName(row.name).replaceAll(' ', '-')}`, 'event', name] as const),
  );
}

function withoutArticle(name: string): string {
  return /^(?:the|The) (?!States|West|Hague|Lodge|Times|Hindu)/u.test(name) ? name.slice(4) : name;
}
