import type { ColumnFacts } from './columns.ts';
import type { RecordExporter } from './exporter.ts';
import { type GdeltActor, type GdeltRow, gdeltLine, gdeltMoment, gdeltRows } from './gdelt-row.ts';
import { loadGdeltCodes } from './load-gdelt-codes.ts';

type Cell = string | number | null;
interface GdeltColumn extends ColumnFacts {
  readonly cell: (row: GdeltRow) => Cell;
}

/** The 61 columns of GDELT 2.0 event files, in their order. Source: GDELT Event Database Codebook 2.0. */
const COLUMNS: readonly GdeltColumn[] = [
  column('GlobalEventID', 'integer', 'number of the pair of one event, from a hash of its id', ({ id }) => id),
  column('Day', 'integer', 'first day as YYYYMMDD; the day of the report where the event has none', ({ day }) => day),
  column('MonthYear', 'integer', 'month as YYYYMM', ({ day }) => day?.slice(0, 6) ?? null),
  column('Year', 'integer', 'year', ({ day }) => day?.slice(0, 4) ?? null),
  column('FractionDate', 'number', 'year and the share of it that is over', ({ day }) => fractionDate(day)),
  ...actorColumns('Actor1', ({ actor1 }) => actor1),
  ...actorColumns('Actor2', ({ actor2 }) => actor2),
  column('IsRootEvent', 'integer', '1 where the title or the first paragraph tells it', isRootEvent),
  column('EventCode', 'string', 'CAMEO code', ({ code }) => code),
  column('EventBaseCode', 'string', 'CAMEO code, three digits', ({ code }) => code.slice(0, 3)),
  column('EventRootCode', 'string', 'CAMEO code, two digits', ({ code }) => code.slice(0, 2)),
  column('QuadClass', 'integer', '1, 2 verbal, material cooperation; 3, 4 verbal, material conflict', ({ code }) =>
    quadClass(code),
  ),
  column('GoldsteinScale', 'number', 'from -10 to 10, by CAMEO code', ({ goldstein }) => goldstein),
  column('NumMentions', 'integer', 'how many passages of the report tell it', ({ event }) => event.evidence.length),
  column('NumSources', 'integer', 'always 1: one row is one report’s', () => 1),
  column('NumArticles', 'integer', 'always 1: one row is one report’s', () => 1),
  column('AvgTone', 'number', 'always empty: tone is not measured', () => null),
  ...placeColumns('Actor1Geo', () => null),
  ...placeColumns('Actor2Geo', () => null),
  ...placeColumns('ActionGeo', ({ place }) => place),
  column('DATEADDED', 'integer', 'publication date of the report as YYYYMMDDHHMMSS', ({ record }) =>
    gdeltMoment(record.report),
  ),
  column(
    'SOURCEURL',
    'string',
    'address of the report, or the file it was read from',
    ({ record: { report } }) => report.url ?? report.source,
  ),
];

/** The names of the columns, in order. */
export const GDELT_COLUMNS: readonly string[] = COLUMNS.map(({ name }) => name);

export const gdelt: RecordExporter = {
  over: 'records',
  name: 'gdelt',
  describes: 'events as GDELT 2.0 has them: one row a pair of parties, 61 columns, CAMEO codes',
  loses:
    'events that are possible, negated, alleged, denied or doubted; those of groups without a state alone; status, who says so, the words, all but the first day, hosts, mediators',
  extension: 'export.CSV',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  table: { columns: COLUMNS, delimiter: '\t', hasHeader: false },
  async *write(records) {
    const codes = loadGdeltCodes();
    for await (const record of records()) {
      for (const row of gdeltRows(record, codes)) yield gdeltLine(COLUMNS.map(({ cell }) => cell(row)));
    }
  },
};

function column(
  name: string,
  type: ColumnFacts['type'],
  describes: string,
  cell: (row: GdeltRow) => Cell,
): GdeltColumn {
  return { name, type, describes, cell };
}

function actorColumns(name: string, actorOf: (row: GdeltRow) => GdeltActor | null): readonly GdeltColumn[] {
  const of = (suffix: string, describes: string, cell: (actor: GdeltActor) => string | undefined) =>
    column(`${name}${suffix}`, 'string', describes, (row) => {
      const actor = actorOf(row);
      return (actor && cell(actor)) ?? '';
    });
  const never = (suffix: string, what: string) => of(suffix, `always empty: ${what} is not coded`, () => '');
  return [
    of('Code', 'CAMEO code', ({ code }) => code),
    of('Name', 'name, in capitals', (actor) => actor.name),
    of('CountryCode', 'CAMEO code of the state', ({ country }) => country),
    of('KnownGroupCode', 'CAMEO code of a known organisation', ({ knownGroup }) => knownGroup),
    never('EthnicCode', 'ethnicity'),
    never('Religion1Code', 'religion'),
    never('Religion2Code', 'religion'),
    of('Type1Code', 'CAMEO code of what the actor is', ({ types }) => types[0]),
    of('Type2Code', 'a second such code', ({ types }) => types[1]),
    of('Type3Code', 'a third such code', ({ types }) => types[2]),
  ];
}

function placeColumns(name: string, placeOf: (row: GdeltRow) => GdeltRow['place'] | null): readonly GdeltColumn[] {
  const of = (
    suffix: string,
    type: ColumnFacts['type'],
    describes: string,
    cell: (place: GdeltRow['place']) => Cell,
    otherwise: Cell = '',
  ) =>
    column(`${name}_${suffix}`, type, describes, (row) => {
      const place = placeOf(row);
      return place === null ? otherwise : cell(place);
    });
  return [
    of('Type', 'integer', '1 country, 3 US city, 4 other city, 0 not known', (place) => place.type, 0),
    of('FullName', 'string', 'name of the place', (place) => place.name),
    of('CountryCode', 'string', 'FIPS 10-4 code of the country', ({ country }) => country),
    of('ADM1Code', 'string', 'the code of the country again: provinces are not coded', ({ country }) => country),
    of('ADM2Code', 'string', 'always empty: districts are not coded', () => ''),
    of('Lat', 'number', 'latitude', ({ lat }) => lat),
    of('Long', 'number', 'longitude', ({ lon }) => lon),
    of('FeatureID', 'string', 'the code of a country; empty for a city', ({ type, country }) =>
      type === 1 ? country : '',
    ),
  ];
}

/** As GDELT counts: months of thirty days in a year of 365. */
function fractionDate(day: string | null): string | null {
  if (day === null) return null;
  const daysOver = (Number(day.slice(4, 6)) - 1) * 30 + Number(day.slice(6));
  return (Number(day.slice(0, 4)) + daysOver / 365).toFixed(4);
}

function isRootEvent({ event, record: { report } }: GdeltRow): number {
  const afterTitle = report.title === null ? 0 : report.text.indexOf('\n\n') + 2;
  const end = report.text.indexOf('\n\n', afterTitle);
  return event.evidence.some(({ start }) => end < 0 || start < end) ? 1 : 0;
}

/** Source: CAMEO manual, chapter 2: roots 01 to 05, 06 to 08, 09 to 13, 14 to 20. */
function quadClass(code: string): number {
  const root = Number(code.slice(0, 2));
  if (root <= 5) return 1;
  if (root <= 8) return 2;
  return root <= 13 ? 3 : 4;
}
