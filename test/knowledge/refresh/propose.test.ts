import { describe, expect, it } from 'vitest';
import { loadTemplates, overlayText, propose, queriesFor, readAnswer } from '../../../src/knowledge/refresh/index.ts';
import type { SourceTables } from '../../../src/knowledge/tables.ts';
import { anAnswer, aTerm } from './answers.ts';

const ADA = ['Q11', 'Ada Berg'] as const;
const BOB = ['Q12', 'Bob Dahl'] as const;

type Office = readonly [holder: string, qid: string, from: string, to: string, source: string];

function tablesWith(offices: readonly Office[], more: object = {}): SourceTables {
  const rows = offices.map(([holder, qid, from, to, source], line) => ({
    iso3: 'NOR',
    role: 'foreign_minister',
    position: '',
    surname: '',
    aliases: [],
    flags: [],
    asof: '2025-12',
    holder,
    qid,
    from,
    to,
    source,
    line,
  }));
  const igos = [{ id: 'igo:test', qid: 'Q90', name: 'Test Union' }];
  const states = [{ iso3: 'NOR', kind: 'state' }];
  const empty = { 'memberships.csv': [], 'people.csv': [], 'igos.csv': igos, 'states.csv': states };
  return { ...empty, 'offices.csv': rows, ...more } as unknown as SourceTables;
}

function proposed(offices: readonly Office[], rows: readonly Record<string, string>[], more: object = {}) {
  const answers = [{ subject: 'foreign-ministers' as const, rows: readAnswer(anAnswer(rows)) }];
  return propose(answers, tablesWith(offices, more), '2026-11-24').proposals;
}

const term = (who: readonly [string, string], start: string, end?: string, precision?: string) =>
  aTerm('NOR', 'foreign_minister', who, start, end, precision);

describe('what Wikidata says beside the base', () => {
  it('is nothing where both agree, by the day or within a handover', () => {
    const base: Office = ['Ada Berg', 'Q11', '2020-01-01', '2022-05-05', 'factbook'];
    expect(proposed([base], [term(ADA, '2020-01-03', '2022-05-05')])).toEqual([]);
  });

  it('is a new term, with its id, dates and day of asking', () => {
    expect(proposed([], [term(ADA, '2026-05-12')])).toMatchObject([
      {
        kind: 'new',
        about: 'NOR',
        words: 'Ada Berg, foreign minister, 2026-05-12 to …',
        entry: { add: 'offices.csv', source: 'wikidata', row: { qid: 'Q11', from: '2026-05-12', asof: '2026-11-24' } },
      },
    ]);
  });

  it('ends a term that the base has open', () => {
    const base: Office = ['Ada Berg', '', '2020-01-01', '', 'factbook'];
    expect(proposed([base], [term(ADA, '2020-01-01', '2026-02-02')])).toMatchObject([
      { kind: 'ended', entry: { where: { holder: 'Ada Berg', from: '2020-01-01' }, set: { to: '2026-02-02' } } },
    ]);
  });

  it('ends a term whose holder it does not have when his successor began', () => {
    const base: Office = ['Ada Berg', 'Q11', '2020-01-01', '', 'curated'];
    expect(proposed([base], [term(BOB, '2026-02-02')]).map(({ kind, words }) => [kind, words])).toEqual([
      ['new', 'Bob Dahl, foreign minister, 2026-02-02 to …'],
      ['ended', 'Ada Berg, foreign minister, 2020-01-01 to … → 2020-01-01 to 2026-02-02, when Bob Dahl began'],
    ]);
  });

  it('bears out what only a hand had written', () => {
    const base: Office = ['Ada Berg', 'Q11', '2020-01-01', '2022-05-05', 'curated-medium'];
    expect(proposed([base], [term(ADA, '2020-01-01', '2022-05-06')])).toMatchObject([
      { kind: 'confirmed', entry: { source: 'curated-medium+wikidata' } },
    ]);
  });

  it('moves the days of a hand, and makes a year exact', () => {
    const byHand: Office = ['Ada Berg', 'Q11', '2020-01-01', '2022-05-05', 'curated'];
    expect(proposed([byHand], [term(ADA, '2020-03-01', '2022-05-05')])).toMatchObject([
      { kind: 'moved', entry: { set: { from: '2020-03-01' }, source: 'wikidata' } },
    ]);
    const vague: Office = ['Ada Berg', 'Q11', '2020', '2022-05-05', 'factbook'];
    expect(proposed([vague], [term(ADA, '2020-03-01', '2022-05-05')])).toMatchObject([
      { kind: 'moved', entry: { set: { from: '2020-03-01' } } },
    ]);
  });

  it('is a contradiction, and not taken, where the base has a source', () => {
    const base: Office = ['Ada Berg', 'Q11', '2020-01-01', '2022-05-05', 'factbook'];
    expect(proposed([base], [term(ADA, '2020-06-01', '2022-05-05')])).toMatchObject([
      { kind: 'conflict', entry: null },
    ]);
    expect(proposed([base], [term(BOB, '2021-01-01', '2021-12-31')])).toMatchObject([
      { kind: 'conflict', entry: null },
    ]);
  });

  it('does not take a year for its first of January', () => {
    const base: Office = ['Ada Berg', 'Q11', '2020-05-05', '2022-05-05', 'factbook'];
    expect(proposed([base], [term(ADA, '2020-01-01', '2022-01-01', '9')])).toEqual([]);
  });

  it('joins terms between which lie at most forty days', () => {
    const rows = [term(ADA, '2020-01-01', '2021-01-01'), term(ADA, '2021-02-01', '2023-01-01')];
    expect(proposed([], rows).map(({ words }) => words)).toEqual([
      'Ada Berg, foreign minister, 2020-01-01 to 2023-01-01',
    ]);
  });

  it('leaves out who has no start or no name, and counts them', () => {
    const nameless = term(['Q13', 'Q13'], '2020-01-01');
    const { start: _, ...undated } = term(ADA, '2020-01-01');
    const answers = [{ subject: 'heads' as const, rows: readAnswer(anAnswer([nameless, undated])) }];
    expect(propose(answers, tablesWith([]), '2026-11-24')).toEqual({ proposals: [], unused: 2 });
  });

  it('knows members of organisations, and spellings of persons', () => {
    const member = { org: 'Q90', iso: 'NOR', start: '1949-04-04', startPrecision: '11' };
    const stranger = { org: 'Q91', iso: 'NOR', start: '1949-04-04', startPrecision: '11' };
    const names = ['Ada Berg', 'Ada Lind Berg', 'Berg'].map((name) => ({ person: 'Q11', name }));
    const answers = [
      { subject: 'memberships' as const, rows: readAnswer(anAnswer([member, stranger])) },
      { subject: 'names' as const, rows: readAnswer(anAnswer(names)) },
    ];
    const { proposals, unused } = propose(
      answers,
      tablesWith([['Ada Berg', 'Q11', '2020', '', 'factbook']]),
      '2026-11-24',
    );
    expect(proposals.map(({ words }) => words)).toEqual(['in Test Union, 1949-04-04 to …', 'Ada Berg: Ada Lind Berg']);
    expect(unused).toBe(1);
  });
});

describe('an answer', () => {
  it.each(['', '{"results": {"bindings": [{"a"', '{"error": 1}', '<html>'])(
    'cut short or of another kind is refused: %s',
    (text) => {
      expect(() => readAnswer(text)).toThrow('not whole');
    },
  );
});

describe('the queries', () => {
  it('ask for twenty-five states at once, and fill in every value', async () => {
    const states = Array.from({ length: 60 }, (_, i) => ({
      iso3: `A${String.fromCharCode(65 + (i % 26), 65 + i / 26)}`,
      kind: 'state',
    }));
    const tables = tablesWith([['Ada Berg', 'Q11', '2020', '', 'factbook']], { 'states.csv': states });
    const scope = { subjects: ['heads', 'memberships', 'names'] as const, states: [], since: '2010-01-01' };
    const queries = queriesFor(scope, tables, await loadTemplates());
    expect(queries.map(({ subject }) => subject)).toEqual([
      'heads',
      'heads',
      'heads',
      'memberships',
      'memberships',
      'memberships',
    ]);
    expect(queries[0]!.query).toContain('"2010-01-01T00:00:00Z"');
    expect(queries[3]!.query).toContain('VALUES ?org { wd:Q90 }');
    const [names] = queriesFor({ ...scope, subjects: ['names'], states: ['NOR'] }, tables, await loadTemplates());
    expect(names!.query).toContain('wd:Q11');
    expect([...queries, names!].filter(({ query }) => query.includes('{{'))).toEqual([]);
  });
});

describe('what is taken', () => {
  it('is a file of facts with the day and the source', () => {
    const proposals = proposed([['Ada Berg', 'Q11', '2020-01-01', '', 'curated']], [term(BOB, '2026-02-02')]);
    expect(
      overlayText(proposals, { endpoint: 'http://x', asof: '2026-11-24' }),
    ).toBe(`# Taken from Wikidata (CC0) by chancery kb refresh.
# Endpoint: http://x
# As of: 2026-11-24
- add: offices
  row:
    iso3: NOR
    role: foreign_minister
    holder: Bob Dahl
    qid: Q12
    from: 2026-02-02
    asof: 2026-11-24
  source: wikidata
- patch: offices
  where:
    iso3: NOR
    role: foreign_minister
    holder: Ada Berg
    from: 2020-01-01
  set:
    to: 2026-02-02
    asof: 2026-11-24
  source: wikidata
`);
  });
});
