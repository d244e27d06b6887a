import { describe, expect, it } from 'vitest';
import { disagreements, leadOf, lifeCycle } from '../../src/reconcile/index.ts';
import { aTelling, type TellingDraft } from './a-telling.ts';

const says = (actor: string) => [{ actor, stance: 'asserts' as const }];
const plan: TellingDraft = {
  mode: 'visit',
  status: 'planned',
  whom: ['SUD'],
  on: '2025-05-20',
  published: '2025-05-10',
};

describe('lifeCycle', () => {
  it('tells a plan, its confirmation by the other side, and the visit, in the order of publication', () => {
    const tellings = [
      aTelling({ ...plan, report: 'r_3', status: 'occurred', published: '2025-05-21' }),
      aTelling({ ...plan, report: 'r_1', attribution: says('NOR') }),
      aTelling({ ...plan, report: 'r_2', published: '2025-05-11', attribution: says('SUD') }),
      aTelling({ ...plan, report: 'r_4', published: '2025-05-12', attribution: says('NOR') }),
    ];
    expect(lifeCycle(tellings).map(({ stage, since, tellings: some }) => [stage, since, some.length])).toEqual([
      ['planned', '2025-05-10', 2],
      ['confirmed', '2025-05-11', 1],
      ['occurred', '2025-05-21', 1],
    ]);
  });

  it('puts what became known on one day in the order in which it comes about', () => {
    const tellings = [
      aTelling({ ...plan, number: 1, status: 'occurred', published: '2025-05-21' }),
      aTelling({ ...plan, number: 2, published: '2025-05-21' }),
    ];
    expect(lifeCycle(tellings).map(({ stage }) => stage)).toEqual(['planned', 'occurred']);
  });

  it.each([
    ['postponed', { turn: { kind: 'postponed', days: [] } }],
    ['cancelled', { status: 'negated', turn: { kind: 'cancelled', days: [] } }],
    ['denied', { status: 'negated', attribution: [{ actor: 'SUD', stance: 'denies' }] }],
    ['considered', { status: 'possible' }],
  ] as const)('calls it %s', (stage, more) => {
    expect(lifeCycle([aTelling({ ...plan, ...more })])[0]!.stage).toBe(stage);
  });
});

describe('leadOf', () => {
  const counted = (draft: TellingDraft, isCounted = true) => ({ telling: aTelling(draft), isCounted });

  it('is what happened, whatever was planned', () => {
    const lead = leadOf([counted(plan), counted({ ...plan, report: 'r_2', status: 'occurred' })]);
    expect(lead?.report.id).toBe('r_2');
  });

  it('is the cancellation that follows the plan, and the new plan that follows it', () => {
    const off = counted({ ...plan, report: 'r_2', status: 'negated', published: '2025-05-12' });
    const again = counted({ ...plan, report: 'r_3', published: '2025-05-15' });
    expect(leadOf([counted(plan), off])?.event.status).toBe('negated');
    expect(leadOf([counted(plan), off, again])?.event.status).toBe('planned');
  });

  it('is never what a later version of the report took back', () => {
    expect(leadOf([counted(plan, false)])).toBeNull();
  });
});

describe('disagreements', () => {
  it.each([
    ['place', { mode: 'meeting', at: 'Linden' }, { mode: 'meeting', at: 'Sudburg' }, ['Linden', 'Sudburg']],
    ['date', { on: '2025-05-12' }, { on: '2025-05-13' }, ['2025-05-12', '2025-05-13']],
    ['mode', { mode: 'phone' }, { mode: 'video' }, ['phone', 'video']],
    ['initiator', {}, { who: ['SUD:bo-lind'], whom: ['NOR:ada-holm'] }, ['per:NOR-ada-holm', 'per:SUD-bo-lind']],
    ['whether', {}, { status: 'negated' }, ['took place', 'did not take place']],
  ] as const)('shows both sides of %s, each with its reports', (field, one, other, values) => {
    const [found] = disagreements([aTelling({ report: 'r_1', ...one }), aTelling({ report: 'r_2', ...other })]);
    expect(found?.field).toBe(field);
    expect(found?.versions.map(({ value, tellings }) => [value, tellings[0]!.report.id])).toEqual([
      [values[0], 'r_1'],
      [values[1], 'r_2'],
    ]);
  });

  it.each([
    ['a month and a day in it', { on: '2025-05-01/2025-05-31' }, {}],
    ['a plan and what came of it', { status: 'planned' }, {}],
    ['a place that only one names', { at: 'Linden' }, {}],
  ] as const)('finds none between %s', (_, one, other) => {
    expect(disagreements([aTelling({ report: 'r_1', ...one }), aTelling({ report: 'r_2', ...other })])).toEqual([]);
  });
});
