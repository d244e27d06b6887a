import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csv, csvCell, dataPackage, EVENT_COLUMNS, EXPORTERS, ploverRows } from '../../src/export/index.ts';
import type { Actor, Event } from '../../src/record/index.ts';
import { anActor, anEvent, aRecord, aReport, callReading, sanctionReading, spanOf } from '../store/readings.ts';
import { textOf } from './text-of.ts';

const CALL = callReading().record;
const SANCTION = sanctionReading().record;

describe('every exporter', () => {
  it('has a name of its own, and says what it loses', () => {
    expect(new Set(EXPORTERS.map(({ name }) => name)).size).toBe(EXPORTERS.length);
    for (const { describes, loses } of EXPORTERS) expect(describes && loses).not.toBe('');
  });
});

describe('jsonl', () => {
  it('gives the records back byte for byte', async () => {
    expect(await textOf('jsonl', CALL, SANCTION)).toBe(`${JSON.stringify(CALL)}\n${JSON.stringify(SANCTION)}\n`);
  });
});

const TEXT = 'The envoy went.';

function ploverOf(event: Partial<Event>, actors = [anActor('NOR', { country: 'NOR' })]) {
  const made = anEvent('e1', spanOf(TEXT, TEXT), { actors: actors.map(({ id }) => id), ...event });
  return ploverRows(aRecord(aReport('r_1', TEXT), { actors, events: [made] }));
}

describe('plover', () => {
  it('prints one row an event, to the letter of the contract', async () => {
    const [first] = (await textOf('plover', CALL))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(first).toEqual({
      id: 'r_ca11/e1',
      source: 'r_ca11.txt',
      text: 'President Ada Holm of Norland telephoned Prime Minister Bo Lind of Sudmark on Monday.',
      date: '2025-05-12',
      event: 'CONSULT',
      mode: 'phone',
      context: ['diplomatic'],
      actor: [{ text: 'Ada Holm', code: 'NOR', sector: 'GOV' }],
      recipient: [{ text: 'Bo Lind', code: 'SUD', sector: 'GOV' }],
      status: 'occurred',
      rule: 'consult.phone.test',
    });
  });

  const CODES: readonly (readonly [
    type: Event['type'],
    mode: string | null,
    status: Event['status'],
    event: string,
    ploverMode: string | null,
  ])[] = [
    ['CONSULT', 'visit', 'occurred', 'CONSULT', 'visit'],
    ['CONSULT', 'visit', 'planned', 'AGREE', null],
    ['CONSULT', 'visit', 'possible', 'CONSULT', 'visit'],
    ['CONSULT', 'video', 'ongoing', 'CONSULT', 'phone'],
    ['CONSULT', 'letter', 'occurred', 'CONSULT', null],
    ['CONSULT', 'negotiation', 'occurred', 'CONSULT', null],
    ['CONSULT', 'meeting', 'occurred', 'CONSULT', null],
    ['CONSULT', 'third-party', 'occurred', 'CONSULT', 'third-party'],
    ['AID', 'military', 'planned', 'AGREE', null],
    ['AID', 'military', 'occurred', 'AID', null],
    ['SUPPORT', null, 'planned', 'AGREE', null],
    ['COOPERATE', 'economic', 'planned', 'AGREE', null],
    ['RETREAT', 'withdraw', 'planned', 'CONCEDE', null],
    ['RETREAT', 'withdraw', 'occurred', 'RETREAT', 'withdraw'],
    ['CONCEDE', null, 'planned', 'CONCEDE', null],
    ['AGREE', 'sign', 'occurred', 'SUPPORT', null],
    ['AGREE', 'sign', 'planned', 'AGREE', null],
    ['AGREE', 'pledge', 'occurred', 'AGREE', null],
    ['SANCTION', 'expel', 'planned', 'SANCTION', 'expel'],
  ];
  it.each(CODES)('makes %s %s, %s, into %s %s', (type, mode, status, event, ploverMode) => {
    expect(ploverOf({ type, mode, status })).toMatchObject([{ event, mode: ploverMode, status }]);
  });

  it('leaves out what did not happen, statements, and types of one’s own', () => {
    expect(ploverOf({ status: 'negated' })).toEqual([]);
    expect(ploverOf({ type: 'STATEMENT', mode: 'deny' })).toEqual([]);
    expect(ploverOf({ type: 'X-HOSTAGE-SWAP' })).toEqual([]);
  });

  it('codes domestic parties by the state where it happens, and says so', () => {
    const rebels = anActor('grp:rebels', { type: 'group', name: 'rebels', sector: 'REB' });
    const state = anActor('NOR', { country: 'NOR' });
    const oslo = { name: 'Oslo', country: 'NOR', lat: 59.9, lon: 10.7 };
    const home = { code: 'NOR', basis: 'home' };
    const sides = (event: Partial<Event>, actors: readonly Actor[]) => {
      const [row] = ploverOf({ actors: [], recipients: [], ...event }, [...actors]);
      return [row?.actor, row?.recipient];
    };
    expect(sides({ type: 'COERCE', actors: ['NOR'], recipients: ['grp:rebels'] }, [state, rebels])[1]).toMatchObject([
      { text: 'rebels', ...home },
    ]);
    expect(sides({ type: 'REQUEST', actors: ['NOR'], recipients: ['grp:rebels'] }, [state, rebels])[1]).toMatchObject([
      { text: 'rebels', code: null },
    ]);
    expect(sides({ type: 'PROTEST', actors: ['NOR'] }, [state])[1]).toMatchObject([{ text: '', ...home }]);
    expect(sides({ type: 'ASSAULT', recipients: ['NOR'], place: oslo }, [state])[0]).toMatchObject([home]);
    expect(sides({ type: 'ASSAULT', recipients: ['NOR'] }, [state])[0]).toEqual([]);
    expect(sides({ type: 'ASSAULT', actors: ['NOR'] }, [state])[1]).toEqual([]);
  });

  it('leaves out what only groups without a country do, and keeps them beside somebody who has one', () => {
    const officials = anActor('grp:officials', { type: 'group', name: 'officials' });
    expect(ploverOf({}, [officials])).toEqual([]);
    const codes = ploverOf({}, [officials, anActor('SUD', { country: 'SUD' })])[0]?.actor.map(({ code }) => code);
    expect(codes).toEqual([null, 'SUD']);
  });

  it.each([
    ['igo', 'IGO'],
    ['organisation', 'NGO'],
    ['armed-group', 'IMG'],
  ] as const)('codes an %s that belongs to no state as %s', (type, code) => {
    expect(ploverOf({}, [anActor('x', { type })])[0]?.actor[0]?.code).toBe(code);
  });

  it('names a party by its name where the event is told, rather than by a role or elsewhere', () => {
    const mention = (start: number, end: number, kind: 'name' | 'role') => ({
      start,
      end,
      text: TEXT.slice(start, end),
      kind,
    });
    const [theEnvoy, envoy] = [mention(0, 9, 'role'), mention(4, 9, 'name')];
    const far = { start: 90, end: 95, text: 'Envoy', kind: 'name' as const };
    const textOf = (mentions: readonly (typeof far | typeof envoy)[]) =>
      ploverOf({}, [anActor('NOR', { country: 'NOR', mentions: [...mentions] })])[0]?.actor[0]?.text;
    expect(textOf([far, theEnvoy, envoy])).toBe('envoy');
    expect(textOf([far, theEnvoy])).toBe('The envoy');
    expect(textOf([far])).toBe('Envoy');
    expect(textOf([])).toBe('NOR');
  });

  it('dates what has no date by its report', () => {
    expect(ploverOf({})[0]?.date).toBe('2025-05-14');
  });
});

describe('csv', () => {
  it('can be read back by another program, row for row', async () => {
    const rows = parse(await textOf('csv', CALL, SANCTION), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ id }) => id)).toEqual(['r_5a4c/e2', 'r_ca11/e1', 'r_ca11/e2', 'r_5a4c/e1', 'r_ca11/e3']);
    expect(Object.keys(rows[0]!)).toEqual(EVENT_COLUMNS.map(({ name }) => name));
    expect(rows[4]).toMatchObject({
      attribution: 'NOR alleges; SUD denies',
      actor_names: 'Sudmark',
      outlet: 'The Courier 🗞',
      from: '',
    });
  });

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1 555', "'+1 555"],
    ['@cmd', "'@cmd"],
    ['-2+3', "'-2+3"],
    ['\tx', "'\tx"],
    ['-0.5', '-0.5'],
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['two\nlines', '"two\nlines"'],
  ])('writes %j so that no spreadsheet runs it', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});

describe('the data dictionary of a table', () => {
  it('describes each column, in order, as a Frictionless Data Package', async () => {
    const { name, resources } = JSON.parse(dataPackage(csv, csv.table!, 'China & Russia.csv'));
    const [resource] = resources;
    const header = (await textOf('csv', CALL)).split('\r\n')[0]!;
    expect([name, resource.path, resource.profile]).toEqual([
      'china-russia.csv',
      'China & Russia.csv',
      'tabular-data-resource',
    ]);
    expect(resource.schema.fields.map((field: { name: string }) => field.name).join(',')).toBe(header);
    expect(resource.schema.fields[4]).toEqual({
      name: 'from',
      type: 'date',
      description: 'first day, inclusive; empty where nothing bounds it',
    });
  });

  it('says how text tables without a header are written', () => {
    const gdelt = EXPORTERS.find((exporter) => exporter.name === 'gdelt')!;
    const [resource] = JSON.parse(dataPackage(gdelt, gdelt.table!, 'a.CSV')).resources;
    expect(resource.dialect).toMatchObject({ delimiter: '\t', header: false });
    expect(resource.schema.fields).toHaveLength(61);
  });
});

describe('md', () => {
  it('is a chronology with the words that each event rests on', async () => {
    expect(await textOf('md', SANCTION)).toBe(
      `# Chronology

## 2021

- **21 May 2021 – 21 May 2025** ● occurred: NOR → SUD, meeting, 39 times
  > Its ministers met their Sudmark counterparts 39 times in four years.
  > — Harbour Radio, 2025-05-21, r\\_5a4c.txt \`r_5a4c/e2\`

## 2025

- **20 May 2025** ● occurred: NOR → SUD, sanction: discontinue
  > Norland imposed sanctions on Sudmark on 20 May 2025.
  > — Harbour Radio, 2025-05-21, r\\_5a4c.txt \`r_5a4c/e1\`
`
        .replaceAll('NOR', 'Norland')
        .replaceAll('SUD', 'Sudmark'),
    );
  });

  it('puts a sign before days that the text does not state', async () => {
    const time = { from: null, to: '2025-05-12', basis: 'report' } as const;
    const events = [anEvent('e1', spanOf('They met.', 'met'), { actors: ['NOR'], time })];
    const record = aRecord(aReport('r_1', 'They met.'), { actors: [anActor('NOR')], events });
    expect(await textOf('md', record)).toContain('- **≈ until 12 May 2025** ●');
  });

  it('takes nothing in a report for Markdown or HTML', async () => {
    const text = 'They <b>met</b> *again* | `here`.';
    const events = [anEvent('e1', spanOf(text, text), { actors: ['NOR'] })];
    const record = aRecord(aReport('r_1', text), { actors: [anActor('NOR')], events });
    expect(await textOf('md', record)).toContain('> They \\<b\\>met\\</b\\> \\*again\\* \\| \\`here\\`.');
  });
});
