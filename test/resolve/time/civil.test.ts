import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civilOf,
  dayOf,
  easterOf,
  formatDay,
  isoWeekOf,
  mondayOf,
  orthodoxEasterOf,
  parseDay,
  weekdayOf,
} from '../../../src/resolve/time/civil.ts';

const anyDay = fc.integer({ min: dayOf(1, 1, 1), max: dayOf(9999, 12, 31) });

describe('civil dates', () => {
  it('go to a day number and back, in every year the record can hold', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: date } = civilOf(day);
        expect(dayOf(year, month, date)).toBe(day);
        expect(parseDay(formatDay(day))).toBe(day);
      }),
    );
  });

  it('fall on the same weekday as the calendar of the platform has them', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekdayOf(day) % 7).toBe(new Date(day * 86_400_000).getUTCDay());
      }),
    );
  });

  it('lie in the ISO week whose Monday is at most six days before', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, week } = isoWeekOf(day);
        expect(day - mondayOf(year, week)).toBe(weekdayOf(day) - 1);
      }),
    );
  });

  it.each([
    ['2023-03-17', 5],
    ['2000-01-01', 6],
    ['0001-01-01', 1],
    ['9999-12-31', 5],
  ])('%s is weekday %i', (text, weekday) => expect(weekdayOf(parseDay(text)!)).toBe(weekday));

  it.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-03-17', -15, '2021-12-17'],
  ])('%s and %i months give %s', (from, months, to) => expect(formatDay(addMonths(parseDay(from)!, months))).toBe(to));

  it.each(['2023-02-29', '2023-13-01', '0000-01-01', '2023-1-1', 'soon', ''])('"%s" is no day', (text) =>
    expect(parseDay(text)).toBeNull(),
  );

  it('has no ISO form outside the years 1 to 9999', () => {
    expect(formatDay(dayOf(0, 12, 31))).toBeNull();
    expect(formatDay(dayOf(10000, 1, 1))).toBeNull();
  });

  it.each([
    [2023, '2023-04-09', '2023-04-16'],
    [2024, '2024-03-31', '2024-05-05'],
    [2025, '2025-04-20', '2025-04-20'],
  ])('Easter of %i', (year, western, orthodox) => {
    expect(formatDay(easterOf(year))).toBe(western);
    expect(formatDay(orthodoxEasterOf(year))).toBe(orthodox);
  });
});
