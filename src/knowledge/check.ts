import { daysBetween } from '../text/days.ts';
import { foldName } from '../text/fold.ts';
import { type Located, placeOf } from './csv.ts';
import type { ActorCues } from './cues.ts';
import { firstDay, lastDay } from './dates.ts';
import { loadActorCues, loadOverlaidTables } from './load.ts';
import type { SourceTables, TableName } from './tables.ts';

/** Something in the tables that is wrong (`error`) or that somebody should look at (`warning`), with its file and line. */
export interface KnowledgeFinding {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Reads knowledge/, with overlays, and says what does not hold together: ids, references, dates, overlaps, sources. Malformed rows throw, with file and line. */
export async function checkKnowledge(overlays: readonly string[] = []): Promise<KnowledgeFinding[]> {
  return findFaults(await loadOverlaidTables(overlays), await loadActorCues());
}

/** The checks themselves, in the order of the tables. */
export function findFaults(tables: SourceTables, cues: ActorCues): KnowledgeFinding[] {
  return [
    ...twiceUsedIds(tables),
    ...unknownStates(tables),
    ...unknownOrganisations(tables),
    ...unknownCities(tables),
    ...unknownRoles(tables),
    ...wrongDates(tables),
    ...overlaps(tables),
    ...unruledNames(tables, cues),
  ];
}

function finding(
  severity: KnowledgeFinding['severity'],
  table: TableName,
  { file, line }: Located<unknown>,
  message: string,
): KnowledgeFinding {
  return { severity, file: file ?? `knowledge/${table}`, line, message };
}

function twiceUsedIds(tables: SourceTables): KnowledgeFinding[] {
  const seen = new Map<string, string>();
  const rows = [
    ...tables['states.csv'].map((row) => ({ table: 'states.csv' as const, id: row.iso3, row })),
    ...(['igos.csv', 'armed-groups.csv', 'organisations.csv', 'places.csv'] as const).flatMap((table) =>
      tables[table].map((row) => ({ table, id: row.id, row })),
    ),
  ];
  return rows.flatMap(({ table, id, row }) => {
    const before = seen.get(id);
    seen.set(id, placeOf(table, row));
    return before ? [finding('error', table, row, `The id ${id} is used before, in ${before}.`)] : [];
  });
}

const WITH_STATES = [
  'offices.csv',
  'offices-ministers.csv',
  'offices-ambassadors.csv',
  'seats.csv',
  'ministries.csv',
  'armed-groups.csv',
  'organisations.csv',
  'media.csv',
  'people.csv',
  'leaders.csv',
  'places.csv',
  'cities.csv',
  'names-dated.csv',
] as const;

function unknownStates(tables: SourceTables): KnowledgeFinding[] {
  const states = new Set<string>(tables['states.csv'].map((row) => row.iso3));
  return WITH_STATES.flatMap((table) =>
    tables[table].flatMap((row) =>
      row.iso3 === '' || states.has(row.iso3)
        ? []
        : [finding('error', table, row, `${row.iso3} is no state of states.csv.`)],
    ),
  );
}

function unknownOrganisations(tables: SourceTables): KnowledgeFinding[] {
  const known = new Set<string>([
    ...tables['igos.csv'].map((row) => row.id),
    ...tables['states.csv'].map((row) => row.iso3),
    ...tables['armed-groups.csv'].map((row) => row.id),
  ]);
  const members = (['memberships.csv', 'memberships-factbook.csv', 'igo-heads.csv'] as const).flatMap((table) =>
    tables[table].flatMap((row) =>
      known.has(row.igo) ? [] : [finding('error', table, row, `${row.igo} is no organisation of igos.csv.`)],
    ),
  );
  const parties = tables['landmarks.csv'].flatMap((row) =>
    row.parties
      .split(/[ >]/u)
      .filter((party) => party !== '' && !known.has(party))
      .map((party) =>
        finding('error', 'landmarks.csv', row, `${party} is neither a state, an organisation nor a group.`),
      ),
  );
  return [...members, ...parties];
}

function unknownCities(tables: SourceTables): KnowledgeFinding[] {
  const cities = new Set(tables['cities.csv'].map((row) => `${row.iso3} ${row.name}`));
  return tables['city-names.csv'].flatMap((row) =>
    cities.has(`${row.iso3} ${row.city}`)
      ? []
      : [finding('error', 'city-names.csv', row, `${row.city} of ${row.iso3} is no city of cities.csv.`)],
  );
}

function unknownRoles(tables: SourceTables): KnowledgeFinding[] {
  const roles = new Set(tables['offices.csv'].map((row) => row.role));
  return tables['leaders.csv'].flatMap((row) =>
    roles.has(row.role)
      ? []
      : [finding('error', 'leaders.csv', row, `No office of the base has the role ${row.role}.`)],
  );
}

const WITH_DATES = [
  'offices.csv',
  'offices-ministers.csv',
  'offices-ambassadors.csv',
  'igo-heads.csv',
  'people.csv',
  'memberships.csv',
  'leaders.csv',
  'names-dated.csv',
  'landmarks.csv',
] as const;

function wrongDates(tables: SourceTables): KnowledgeFinding[] {
  return WITH_DATES.flatMap((table) =>
    tables[table].flatMap((row) => {
      const [from, to] = [firstDay(row.from), lastDay(row.to)];
      const isReal = [from, to].every((day) => day === null || !Number.isNaN(Date.parse(day)));
      if (!isReal) return [finding('error', table, row, `${row.from} or ${row.to} is no day of the calendar.`)];
      return from !== null && to !== null && from > to
        ? [finding('error', table, row, `The term ends (${row.to}) before it begins (${row.from}).`)]
        : [];
    }),
  );
}

/** Two persons in one seat for longer than a handover takes. */
const HANDOVER_DAYS = 45;
const SINGLE = ['head_of_state', 'head_of_government', 'foreign_minister'];

function overlaps(tables: SourceTables): KnowledgeFinding[] {
  const rows = tables['offices.csv']
    .filter((row) => SINGLE.includes(row.role) && !row.flags.includes('shared'))
    .toSorted((a, b) => `${a.iso3} ${a.role} ${a.from}`.localeCompare(`${b.iso3} ${b.role} ${b.from}`));
  return rows.flatMap((row, i) => {
    const next = rows[i + 1];
    if (
      !next ||
      row.to.length === 4 ||
      next.from.length === 4 ||
      next.iso3 !== row.iso3 ||
      next.role !== row.role ||
      foldName(next.holder) === foldName(row.holder)
    )
      return [];
    const [begins, ends] = [firstDay(next.from), lastDay(row.to)];
    const days = begins === null ? 0 : ends === null ? HANDOVER_DAYS + 1 : daysBetween(begins, ends);
    const message = `${row.holder} (${row.from}..${row.to || 'open'}) and ${next.holder} (from ${next.from}) hold ${row.role} of ${row.iso3} at once.`;
    return days > HANDOVER_DAYS ? [finding('warning', 'offices.csv', row, message)] : [];
  });
}

/** A name that two states share needs a rule in lexicon/actors/ambiguous.yaml. */
function unruledNames(tables: SourceTables, cues: ActorCues): KnowledgeFinding[] {
  const owners = new Map<string, string>();
  return tables['states.csv'].flatMap((row) =>
    [...new Set([...row.names, ...row.adjectives, ...row.demonyms])].flatMap((name) => {
      const before = owners.get(name);
      owners.set(name, row.iso3);
      if (!before || before === row.iso3 || name in cues.ambiguous.names) return [];
      const message = `"${name}" names ${before} and ${row.iso3}; ambiguous.yaml has no rule for it.`;
      return [finding('warning', 'states.csv', row, message)];
    }),
  );
}
