import { describe, expect, it } from 'vitest';
import { compareTellings, isOneHappening } from '../../src/reconcile/index.ts';
import { aTelling, type TellingDraft } from './a-telling.ts';

const SAME: readonly (readonly [string, TellingDraft, TellingDraft])[] = [
  ['the two ends of a call', {}, { who: ['SUD:bo-lind'], whom: ['NOR:ada-holm'] }],
  ['a call dated a day apart', { on: '2025-05-12' }, { on: '2025-05-13' }],
  ['a state and its president', {}, { who: ['NOR'], whom: ['SUD'] }],
  [
    'a planned visit and the visit',
    { mode: 'visit', status: 'planned', on: '2025-05-12/2025-05-14' },
    { mode: 'visit' },
  ],
  ['a visit and the meeting on it', { mode: 'visit', whom: ['SUD'] }, { mode: 'meeting' }],
  [
    'a month and a day in it',
    { mode: 'visit', on: '2025-05-01/2025-05-31', at: 'Sudburg' },
    { mode: 'visit', at: 'Sudburg' },
  ],
  ['what is told and what is denied, on one day', {}, { status: 'negated' }],
  [
    'two places in one country',
    { mode: 'meeting', at: 'Sudburg', country: 'SUD' },
    { mode: 'meeting', at: 'Linden', country: 'SUD' },
  ],
  [
    'a demand in like words',
    { type: 'REQUEST', mode: null, says: 'demanded the release of sailors' },
    { type: 'REQUEST', mode: null, says: 'asked for the release of the sailors' },
  ],
  ['an agreement and a signature', { type: 'AGREE', mode: null }, { type: 'COOPERATE', mode: null }],
  [
    'an act of one’s own type whose parties are equal, told from both ends',
    { type: 'X-SWAP', equal: true, mode: null },
    { type: 'X-SWAP', equal: true, mode: null, who: ['SUD:bo-lind'], whom: ['NOR:ada-holm'] },
  ],
  ['news without a day and the dated event', { mode: 'meeting', on: null }, { mode: 'meeting', on: '2025-05-12' }],
];

const APART: readonly (readonly [string, TellingDraft, TellingDraft])[] = [
  [
    'accuser and accused',
    { type: 'ACCUSE', mode: null },
    { type: 'ACCUSE', mode: null, who: ['SUD:bo-lind'], whom: ['NOR:ada-holm'] },
  ],
  ['another partner', {}, { whom: ['OST:eva-roth'] }],
  ['another minister of the same state', {}, { whom: ['SUD:per-dahl'] }],
  [
    'a visit and the return visit',
    { mode: 'visit', whom: ['SUD'] },
    { mode: 'visit', who: ['SUD'], whom: ['NOR:ada-holm'], on: '2025-05-13' },
  ],
  ['a meeting a day later', { mode: 'meeting' }, { mode: 'meeting', on: '2025-05-13' }],
  ['a call two days later', {}, { on: '2025-05-14' }],
  ['a call and a meeting', {}, { mode: 'meeting' }],
  [
    'meetings in two countries',
    { mode: 'meeting', at: 'Sudburg', country: 'SUD' },
    { mode: 'meeting', at: 'Oststadt', country: 'OST' },
  ],
  [
    'strikes on two cities',
    { type: 'ASSAULT', mode: null, at: 'Linden', country: 'SUD' },
    { type: 'ASSAULT', mode: null, at: 'Sudburg', country: 'SUD' },
  ],
  ['a count and a meeting', { mode: 'meeting', count: 39 }, { mode: 'meeting' }],
  ['never since March and a call in May', { status: 'negated', on: '2025-03-01/2025-05-20' }, {}],
  [
    'accusations of one day about two things',
    { type: 'ACCUSE', mode: null, who: ['NOR'], whom: ['SUD'], says: 'blamed for the sinking of a trawler' },
    { type: 'ACCUSE', mode: null, who: ['NOR'], whom: ['SUD'], says: 'criticised over tariffs against dairy farmers' },
  ],
  [
    'an act of one’s own type and the same one returned',
    { type: 'X-SWAP', mode: null },
    { type: 'X-SWAP', mode: null, who: ['SUD:bo-lind'], whom: ['NOR:ada-holm'] },
  ],
  ['two acts', {}, { type: 'AID', mode: null }],
];

describe('compareTellings', () => {
  it.each(SAME)('takes for one happening: %s', (_, one, other) => {
    const comparison = compareTellings(aTelling(one), aTelling({ report: 'r_2', ...other }));
    expect(comparison).toSatisfy(isOneHappening);
  });

  it.each<[string, TellingDraft, boolean]>([
    ['two pledges', { type: 'AGREE', mode: 'pledge' }, false],
    ['two calls for the same', { type: 'REQUEST', mode: null, says: 'asked for the release of the sailors' }, false],
    ['two tellings of a contact', { mode: 'meeting' }, true],
  ])('lets one report tell apart what it tells as two, but for contacts: %s', (_, draft, isOne) => {
    const told = (report: string, number: number) => aTelling({ ...draft, report, number });
    expect(isOneHappening(compareTellings(told('r_1', 1), told('r_1', 2)))).toBe(isOne);
    expect(isOneHappening(compareTellings(told('r_1', 1), told('r_2', 2)))).toBe(true);
  });

  it.each(APART)('keeps apart: %s', (_, one, other) => {
    expect(compareTellings(aTelling(one), aTelling({ report: 'r_2', ...other }))).not.toSatisfy(isOneHappening);
  });

  it.each([...SAME, ...APART])('says the same of two whichever is named first: %s', (_, one, other) => {
    const [first, second] = [aTelling(one), aTelling({ report: 'r_2', ...other })];
    expect(compareTellings(first, second).score).toBe(compareTellings(second, first).score);
  });

  it('gives a reason for each part of the score', () => {
    const { score, reasons } = compareTellings(aTelling(), aTelling({ report: 'r_2', on: '2025-05-13' }));
    expect(score).toBe(0.86);
    expect(reasons.map(({ aspect, because }) => `${aspect}: ${because}`)).toEqual([
      'type: CONSULT phone',
      'parties: per:NOR-ada-holm and per:SUD-bo-lind',
      'time: a day apart',
      'place: a place is not named twice',
      'words: 1 of 1 words, the same trigger',
    ]);
  });

  it('gives the contradiction as the only reason', () => {
    expect(compareTellings(aTelling(), aTelling({ report: 'r_2', on: '2025-05-20' }))).toEqual({
      score: null,
      reasons: [{ aspect: 'time', score: null, because: '2025-05-12 against 2025-05-20' }],
    });
  });
});
