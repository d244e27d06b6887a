import { describe, expect, test } from 'vitest';
import { EVENT_TYPES, type Event } from '../../../src/record/index.ts';
import { dayNumber, firstDay, isoDate, lastDay } from '../../../src/serve/page/parts/dates.ts';
import { isAhead, isDated, lanesOf } from '../../../src/serve/page/timeline/lanes.ts';
import { addressOf, questionOf } from '../../../src/serve/page/timeline/questions.ts';
import { scaleOf, ticksOf, windowOver } from '../../../src/serve/page/timeline/scale.ts';
import type { EventEntry } from '../../../src/serve/wire.ts';
import { planned } from '../fixtures/records.ts';

const scale = (from: string, to: string, width = 800) => scaleOf(dayNumber(from), dayNumber(to), width);
const labels = (from: string, to: string, width?: number) => ticksOf(scale(from, to, width)).map(({ label }) => label);

function entry(
  id: string,
  from: string | null,
  to: string | null,
  type: Event['type'] = 'CONSULT',
  published = '2023-03-17',
): EventEntry {
  const event: Event = { ...planned.events[0]!, id, type, time: { from, to, basis: 'stated' } };
  return {
    id,
    event,
    actors: [],
    happening: null,
    report: { id: 'r', source: 's', outlet: null, title: null, published, url: null },
  };
}

describe('days', () => {
  test('count from 1970 and back', () => {
    expect(dayNumber('1970-01-02')).toBe(1);
    expect(isoDate(dayNumber('2024-02-29'))).toBe('2024-02-29');
  });

  test.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-03-17', '2023-03-17', '2023-03-17'],
  ])('of %s are %s to %s', (date, from, to) => {
    expect([isoDate(firstDay(date)), isoDate(lastDay(date))]).toEqual([from, to]);
  });
});

describe('ticks', () => {
  test.each([
    ['2023-03-17', '2023-03-21', ['17 Mar 2023', '18 Mar', '19 Mar', '20 Mar', '21 Mar']],
    ['2023-03-01', '2023-04-15', ['6 Mar 2023', '13 Mar', '20 Mar', '27 Mar', '3 Apr', '10 Apr']],
    ['2022-11-15', '2023-04-10', ['Dec 2022', 'Jan 2023', 'Feb', 'Mar', 'Apr']],
    ['2021-12-15', '2023-02-10', ['Jan 2022', 'Apr', 'Jul', 'Oct', 'Jan 2023']],
    ['2016-06-01', '2023-02-10', ['2017', '2018', '2019', '2020', '2021', '2022', '2023']],
    [
      '1913-06-01',
      '2023-02-10',
      ['1920', '1930', '1940', '1950', '1960', '1970', '1980', '1990', '2000', '2010', '2020'],
    ],
  ])('from %s to %s stand on round days', (from, to, expected) => {
    expect(labels(from, to)).toEqual(expected);
  });

  test('are fewer where there is less room', () => {
    expect(labels('2022-11-15', '2023-04-10', 200)).toEqual(['Jan 2023', 'Apr']);
  });

  test('stand on Mondays when they stand for weeks', () => {
    for (const { day } of ticksOf(scale('2023-03-01', '2023-04-15')))
      expect(new Date(isoDate(day)).getUTCDay()).toBe(1);
  });
});

describe('the window', () => {
  test('leaves room around what it shows', () => {
    expect(windowOver([100, 200])).toEqual({ first: 96, last: 204 });
    expect(windowOver([5])).toEqual({ first: 2, last: 8 });
    expect(windowOver([])).toBeNull();
  });
});

describe('lanes', () => {
  const year = scale('2023-01-01', '2023-12-31', 365);

  test('stand in the order of the types, without those that are empty', () => {
    const lanes = lanesOf(
      [entry('a', '2023-05-01', '2023-05-01', 'ASSAULT'), entry('b', '2023-05-01', '2023-05-01', 'AGREE')],
      year,
      EVENT_TYPES,
    );
    expect(lanes.map(({ type }) => type)).toEqual(['AGREE', 'ASSAULT']);
  });

  test('put what overlaps on tracks of its own and what follows on the same one', () => {
    const [lane] = lanesOf(
      [
        entry('a', '2023-01-01', '2023-03-01'),
        entry('b', '2023-02-01', '2023-02-02'),
        entry('c', '2023-06-01', '2023-06-20'),
      ],
      year,
      EVENT_TYPES,
    );
    expect(lane?.bars.map(({ row, track }) => [row.id, track])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ]);
  });

  test('draw a single day as wide as its shape, around the middle of the day', () => {
    const [bar] = lanesOf([entry('a', '2023-07-02', '2023-07-02')], year, EVENT_TYPES)[0]!.bars;
    expect([bar!.left, bar!.right].map(Math.round)).toEqual([176, 190]);
  });

  test('let an open end run a little way, and say that it is open', () => {
    const [bar] = lanesOf([entry('a', '2023-03-01', null)], year, EVENT_TYPES)[0]!.bars;
    expect(bar).toMatchObject({ isOpenLeft: false, isOpenRight: true });
    expect(bar!.right - bar!.left).toBeLessThan(20);
  });

  test('leave out what has no date and what lies outside the window', () => {
    expect(lanesOf([entry('a', null, null), entry('b', '2020-01-01', '2020-01-01')], year, EVENT_TYPES)).toEqual([]);
    expect(isDated(entry('a', null, null))).toBe(false);
    expect(isDated(entry('a', null, '2020-01-01'))).toBe(true);
  });

  test('tie what was ahead of its report to the day of that report', () => {
    const [ahead, past] = [entry('a', '2023-03-20', '2023-03-22'), entry('b', '2023-03-01', '2023-03-01')];
    expect([isAhead(ahead), isAhead(past)]).toEqual([true, false]);
    const bars = lanesOf([ahead, past], year, EVENT_TYPES)[0]!.bars;
    expect(bars.find(({ row }) => row.id === 'a')?.spokenAt).toBe(year.x(dayNumber('2023-03-17')));
    expect(bars.find(({ row }) => row.id === 'b')?.spokenAt).toBeNull();
  });
});

describe('a question', () => {
  test.each([
    '/timeline?between=CHN&between=RUS&type=AID&type=CONSULT&status=planned&since=2023-01&q=visit',
    '/timeline?actor=CHN',
    '/timeline',
  ])('survives the address bar: %s', (address) => {
    const query = new URL(address, 'http://localhost').searchParams;
    expect(addressOf('/timeline', questionOf(query))).toBe(address);
  });
});
