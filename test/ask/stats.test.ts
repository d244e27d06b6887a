import { describe, expect, it } from 'vitest';
import { type CountedEvents, stats, sumDyad } from '../../src/ask/index.ts';
import { anActor, anEvent, aRecord, aReport, spanOf } from '../store/readings.ts';
import { onEachStore } from '../store/stores.ts';

const counted = (
  month: string | null,
  type: CountedEvents['type'],
  direction: number,
  events = 1,
  quad: number | null = 1,
): CountedEvents => ({ month, type, quad, direction, events });

const between = ['Norland', 'Sudmark'] as const;

describe('what two did to one another', () => {
  it('is summed by month, type, class and direction', () => {
    const { months, total } = sumDyad(between, [
      counted('2025-05', 'CONSULT', 0, 2),
      counted('2025-05', 'SANCTION', 1, 1, 4),
      counted(null, 'AID', -1, 1, 2),
    ]);
    expect(months.map(({ month }) => month)).toEqual(['2025-05', null]);
    expect(months[0]).toMatchObject({
      events: 3,
      byType: { CONSULT: 2, SANCTION: 1 },
      byQuad: [2, 0, 0, 1],
      cooperation: 4.2,
      conflict: -5.2,
      balance: -1,
      there: { events: 1, balance: -5.2 },
      back: { events: 0, balance: 0 },
    });
    expect(total).toMatchObject({ events: 4, balance: 6.4, back: { events: 1, balance: 7.4 } });
  });

  it('has no score where no scale has one', () => {
    expect(sumDyad(between, [counted('2025-05', 'STATEMENT', 1, 3)]).total).toMatchObject({ events: 3, balance: 0 });
    expect(sumDyad(between, [counted('2025-05', 'X-SWAP', 1, 1)]).total).toMatchObject({ events: 1, balance: 0 });
  });

  it.each([
    ['in step', [1, -1], [1, -1], 1],
    ['against one another', [1, -1], [-1, 1], -1],
  ] as const)('is repaid when both go %s', (_name, [thereFirst, thereLast], [backFirst, backLast], expected) => {
    const act = (month: string, direction: number, sign: number) =>
      counted(month, sign > 0 ? 'SUPPORT' : 'ACCUSE', direction);
    const { reciprocity } = sumDyad(between, [
      act('2024-11', 1, thereFirst),
      act('2024-11', -1, backFirst),
      act('2025-02', 1, thereLast),
      act('2025-02', -1, backLast),
    ]);
    expect(Math.sign(reciprocity!)).toBe(expected);
  });

  it.each([
    ['nothing', []],
    ['two months', [counted('2025-01', 'AID', 1), counted('2025-02', 'AID', -1)]],
    ['one side alone', [counted('2025-01', 'AID', 1), counted('2025-05', 'AID', 1)]],
  ])('cannot be compared in %s', (_name, rows) => {
    expect(sumDyad(between, rows).reciprocity).toBeNull();
  });
});

onEachStore('stats of the store', ({ exampleStore, storeOf }) => {
  it('count what took place, in its direction, and no claimed counts', async () => {
    const { total, months } = await stats(await exampleStore(), between);
    expect(total).toMatchObject({ events: 2, byType: { CONSULT: 1, SANCTION: 1 }, balance: -3.1 });
    expect(months.map(({ month }) => month)).toEqual(['2025-05']);
    expect(months[0]).toMatchObject({ there: { events: 2, balance: -3.1 }, back: { events: 0 } });
  });

  it('turn round when the two are named the other way', async () => {
    const { total } = await stats(await exampleStore(), ['SUD', 'NOR']);
    expect(total).toMatchObject({ there: { events: 0 }, back: { events: 2 } });
  });

  it('take the filter', async () => {
    expect((await stats(await exampleStore(), between, { statuses: ['planned'] })).total.byType).toEqual({
      CONSULT: 1,
    });
    expect((await stats(await exampleStore(), between, { until: '2025-05-12' })).total.events).toBe(1);
  });

  it('count a happening that two reports tell of once', async () => {
    const text = 'Norland imposed sanctions on Sudmark on 20 May 2025.';
    const reading = (id: string) => ({
      record: aRecord(aReport(id, text, { outlet: id }), {
        actors: ['NOR', 'SUD'].map((code) => anActor(code, { country: code })),
        events: [
          anEvent('e1', spanOf(text, text), {
            type: 'SANCTION',
            mode: 'discontinue',
            actors: ['NOR'],
            recipients: ['SUD'],
            time: { from: '2025-05-20', to: '2025-05-20', basis: 'stated' },
            quad: 4,
          }),
        ],
      }),
      explanations: [],
    });
    expect((await stats(await storeOf(reading('r_1'), reading('r_2')), ['NOR', 'SUD'])).total.events).toBe(1);
  });
});
