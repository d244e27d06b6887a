import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { GDELT_COLUMNS } from '../../src/export/index.ts';
import type { Actor, Event } from '../../src/record/index.ts';
import { anActor, anEvent, aRecord, aReport, callReading, sanctionReading, spanOf } from '../store/readings.ts';
import { hostileRecord } from './hostile.ts';
import { textOf } from './text-of.ts';

const TSV = { delimiter: '\t', quote: null, relax_column_count: false } as const;

async function rowsOf(...records: Parameters<typeof aRecord>[1][]): Promise<Record<string, string>[]> {
  const text = 'The envoy went.';
  const made = records.map((more, index) => aRecord(aReport(`r_${index}`, text), more));
  return parse(await textOf('gdelt', ...made), { ...TSV, columns: [...GDELT_COLUMNS] });
}

const TEXT = 'The envoy went.';
const PARTIES = [
  anActor('NOR', { country: 'NOR', name: 'Norland' }),
  anActor('SUD', { country: 'SUD', name: 'Sudmark' }),
];

async function rowOf(event: Partial<Event>, actors: Actor[] = PARTIES): Promise<Record<string, string> | undefined> {
  const made = anEvent('e1', spanOf(TEXT, TEXT), { actors: ['NOR'], recipients: ['SUD'], ...event });
  return (await rowsOf({ actors, events: [made] }))[0];
}

describe('gdelt', () => {
  it('has the 61 columns of GDELT 2.0, in their order', () => {
    expect(GDELT_COLUMNS).toHaveLength(61);
    expect(GDELT_COLUMNS.slice(0, 7)).toEqual([
      'GlobalEventID',
      'Day',
      'MonthYear',
      'Year',
      'FractionDate',
      'Actor1Code',
      'Actor1Name',
    ]);
    expect(GDELT_COLUMNS.slice(25, 36)).toEqual([
      'IsRootEvent',
      'EventCode',
      'EventBaseCode',
      'EventRootCode',
      'QuadClass',
      'GoldsteinScale',
      'NumMentions',
      'NumSources',
      'NumArticles',
      'AvgTone',
      'Actor1Geo_Type',
    ]);
    expect(GDELT_COLUMNS.slice(51)).toEqual([
      'ActionGeo_Type',
      'ActionGeo_FullName',
      'ActionGeo_CountryCode',
      'ActionGeo_ADM1Code',
      'ActionGeo_ADM2Code',
      'ActionGeo_Lat',
      'ActionGeo_Long',
      'ActionGeo_FeatureID',
      'DATEADDED',
      'SOURCEURL',
    ]);
  });

  it('can be read back as 61 tab-separated fields a line, whatever a report says', async () => {
    const lines = parse(
      await textOf('gdelt', callReading().record, sanctionReading().record, hostileRecord()),
      TSV,
    ) as string[][];
    expect(lines).toHaveLength(5);
    expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([61]));
  });

  it('says who did what to whom when, in its codes', async () => {
    const [call] = parse(await textOf('gdelt', callReading().record), { ...TSV, columns: [...GDELT_COLUMNS] }) as [
      Record<string, string>,
    ];
    expect(call).toMatchObject({
      Day: '20250512',
      MonthYear: '202505',
      Year: '2025',
      FractionDate: '2025.3616',
      Actor1Code: 'NORGOV',
      Actor1Name: 'ADA HOLM',
      Actor1CountryCode: 'NOR',
      Actor1Type1Code: 'GOV',
      Actor2Code: 'SUDGOV',
      IsRootEvent: '1',
      EventCode: '041',
      EventRootCode: '04',
      QuadClass: '1',
      GoldsteinScale: '1',
      NumMentions: '1',
      AvgTone: '',
      ActionGeo_Type: '0',
      DATEADDED: '20250514000000',
      SOURCEURL: 'r_ca11.txt',
    });
    expect(call.GlobalEventID).toMatch(/^\d{10,19}$/);
  });

  const CODES: readonly (readonly [Partial<Event>, code: string, quad: string, goldstein: string])[] = [
    [{ type: 'CONSULT', mode: 'visit', cameo: '042' }, '042', '1', '1.9'],
    [{ type: 'CONSULT', mode: 'visit', cameo: '042', status: 'planned' }, '036', '1', '4'],
    [{ type: 'AID', mode: 'military', cameo: '072' }, '072', '2', '8.3'],
    [{ type: 'AID', mode: 'military', cameo: '072', status: 'planned' }, '0332', '1', '5.2'],
    [{ type: 'COOPERATE', mode: 'economic', cameo: '061', status: 'planned' }, '0311', '1', '5.2'],
    [{ type: 'RETREAT', mode: 'withdraw', cameo: '0874' }, '0874', '2', '10'],
    [{ type: 'RETREAT', mode: 'withdraw', cameo: '0874', status: 'planned' }, '080', '2', '5'],
    [{ type: 'AGREE', mode: 'sign', cameo: '057' }, '057', '1', '8'],
    [{ type: 'STATEMENT', mode: 'deny', cameo: '016' }, '016', '1', '-2'],
    [{ type: 'SANCTION', mode: 'discontinue', cameo: '163' }, '163', '4', '-8'],
    [{ type: 'ASSAULT', mode: 'drone', cameo: '195' }, '195', '4', '-10'],
  ];
  it.each(CODES)('codes %j as %s', async (event, code, quad, goldstein) => {
    expect(await rowOf(event)).toMatchObject({ EventCode: code, QuadClass: quad, GoldsteinScale: goldstein });
  });

  it.each([
    [{ status: 'negated' }],
    [{ status: 'possible' }],
    [{ attribution: [{ actor: 'SUD', stance: 'alleges' }] }],
    [{ attribution: [{ actor: 'NOR', stance: 'denies' }] }],
  ] as const)('leaves out what it could not mark: %j', async (event) => {
    expect(await rowOf(event as unknown as Partial<Event>)).toBeUndefined();
  });

  it('leaves out what only groups without a state do', async () => {
    const officials = anActor('grp:officials', { type: 'group' });
    expect(await rowOf({ actors: [officials.id], recipients: [] }, [officials])).toBeUndefined();
    expect(await rowOf({ actors: [officials.id] }, [officials, ...PARTIES])).toMatchObject({
      Actor1Code: '',
      Actor2Code: 'SUD',
    });
  });

  it('makes a row of each pair, with a number of its own that stays the same', async () => {
    const actors = [...PARTIES, anActor('EAS', { country: 'EAS' })];
    const event = anEvent('e1', spanOf(TEXT, TEXT), { actors: ['NOR', 'SUD', 'EAS'], mode: 'multilateral' });
    const rows = await rowsOf({ actors, events: [event] });
    expect(rows.map(({ Actor1Code, Actor2Code }) => `${Actor1Code} ${Actor2Code}`)).toEqual([
      'NOR SUD',
      'NOR EAS',
      'SUD EAS',
    ]);
    expect(new Set(rows.map(({ GlobalEventID }) => GlobalEventID)).size).toBe(3);
    expect(await rowsOf({ actors, events: [event] })).toEqual(rows);
  });

  const ACTORS: readonly (readonly [Actor, code: string, country: string, group: string, type: string])[] = [
    [anActor('ROU', { country: 'ROU' }), 'ROM', 'ROM', '', ''],
    [anActor('igo:un', { type: 'igo', sector: 'IGO' }), 'IGOUNO', '', 'UNO', 'IGO'],
    [anActor('igo:moon', { type: 'igo', sector: null }), 'IGO', '', '', 'IGO'],
    [anActor('grp:hamas', { type: 'armed-group', country: 'PSE' }), 'PSEREBHMS', 'PSE', 'HMS', 'REB'],
    [anActor('per:x', { type: 'person', country: 'NOR', sector: 'JRN' }), 'NORMED', 'NOR', '', 'MED'],
    [anActor('grp:officials', { type: 'group', sector: null }), '', '', '', ''],
  ];
  it.each(ACTORS)('codes %j as %s', async (actor, code, country, group, type) => {
    expect(await rowOf({ actors: [actor.id] }, [actor, ...PARTIES])).toMatchObject({
      Actor1Code: code,
      Actor1CountryCode: country,
      Actor1KnownGroupCode: group,
      Actor1Type1Code: type,
    });
  });

  it.each([
    [{ name: 'Oslo', country: 'NOR', lat: 59.9, lon: 10.7 }, '4', 'NO', '', '59.9'],
    [{ name: 'Miami', country: 'USA', lat: 25.7, lon: -80.2 }, '3', 'US', '', '25.7'],
    [{ name: 'China', country: 'CHN', lat: null, lon: null }, '1', 'CH', 'CH', ''],
    [{ name: 'Kosovo', country: 'XKX', lat: null, lon: null }, '1', 'KV', 'KV', ''],
  ] as const)('places %j', async (place, type, country, feature, lat) => {
    expect(await rowOf({ place })).toMatchObject({
      ActionGeo_Type: type,
      ActionGeo_FullName: place.name,
      ActionGeo_CountryCode: country,
      ActionGeo_FeatureID: feature,
      ActionGeo_Lat: lat,
    });
  });
});

describe('gdelt-mentions', () => {
  it('lists every passage behind the rows of events, 16 fields a line', async () => {
    const record = callReading().record;
    const events = parse(await textOf('gdelt', record), TSV) as string[][];
    const mentions = parse(await textOf('gdelt-mentions', record), TSV) as string[][];
    expect(new Set(mentions.map(({ length }) => length))).toEqual(new Set([16]));
    expect(mentions.map(([id]) => id)).toEqual(events.map(([id]) => id));
    const [, , moment, kind, outlet, source, sentence, actor1, actor2, action, , confidence, length] = mentions[0]!;
    expect([moment, kind, outlet, source]).toEqual(['20250514000000', '2', 'The Courier 🗞', 'r_ca11.txt']);
    expect([sentence, confidence, length]).toEqual(['2', '90', String(record.report.text.length)]);
    expect(record.report.text.slice(Number(actor1)).startsWith('Ada Holm')).toBe(true);
    expect(record.report.text.slice(Number(actor2)).startsWith('Bo Lind')).toBe(true);
    expect(record.report.text.slice(Number(action)).startsWith('telephoned')).toBe(true);
  });
});
