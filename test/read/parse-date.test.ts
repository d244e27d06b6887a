import { describe, expect, it } from 'vitest';
import { ChanceryError } from '../../src/problems.ts';
import { localDate, parsePublished, parseStatedDate } from '../../src/read/parse-date.ts';

describe('parsePublished', () => {
  it.each([
    ['2023-03-17', '2023-03-17'],
    ['2023-03-17T22:30:00Z', '2023-03-17'],
    ['2024-02-29', '2024-02-29'],
    ['17 March 2023', '2023-03-17'],
    ['1000-01-01', '1000-01-01'],
    ['2200-12-31', '2200-12-31'],
  ])('accepts %s', (value, date) => {
    expect(parsePublished(value)).toBe(date);
  });

  it.each([
    '2023-02-30',
    '2023-13-01',
    'yesterday',
    '9999-01-01',
    '0999-12-31',
    '2201-01-01',
    '2023',
    '17/3',
    '04/03/2023',
    'March 2023',
    '',
  ])('refuses %j', (value) => {
    expect(() => parsePublished(value)).toThrow(ChanceryError);
    expect(() => parsePublished(value)).toThrow(expect.objectContaining({ code: 'read/bad-date' }));
  });

  it('says what was expected', () => {
    const error = catchError(() => parsePublished('9999-01-01'));
    expect(error.describe()).toContain('from 1000-01-01 to 2200-12-31');
  });
});

function catchError(run: () => unknown): ChanceryError {
  try {
    run();
  } catch (error) {
    if (error instanceof ChanceryError) return error;
  }
  throw new Error('nothing was thrown');
}

describe('parseStatedDate', () => {
  it.each([
    ['2023-03-17T21:30:00Z', '2023-03-17', 1290, 0],
    ['2023-03-17T21:30:00.123+08:00', '2023-03-17', 1290, 480],
    ['2023-03-17 09:05', '2023-03-17', 545, null],
    ['20230317', '2023-03-17', null, null],
    ['Sun, 27 Mar 2022 12:17:37 +0000', '2022-03-27', 737, 0],
    ['Fri, 21 Aug 2026 16:00:54 -0400', '2026-08-21', 960, -240],
    ['Friday, March 17, 2023', '2023-03-17', null, null],
    ['5:32 PM EDT, Fri March 17, 2023', '2023-03-17', 1052, -240],
    ['17th of March 2023', '2023-03-17', null, null],
    ['17/03/2023 - 12:40', '2023-03-17', 760, null],
    ['2023/03/17', '2023-03-17', null, null],
    ['17.3.2023', '2023-03-17', null, null],
    ['Sept. 3, 2009', '2009-09-03', null, null],
  ])('reads %s', (value, date, minuteOfDay, offsetMinutes) => {
    expect(parseStatedDate(value)).toEqual({ date, minuteOfDay, offsetMinutes });
  });

  it.each(['03/04/2023', 'in March 2023', 'They met on March 17, 2023', '2023-02-29', 'March 20', 'May 2023'])(
    'is silent on %j',
    (value) => {
      expect(parseStatedDate(value)).toBeNull();
    },
  );
});

describe('localDate', () => {
  it('moves a UTC time to the day of the outlet', () => {
    expect(localDate({ date: '2022-03-25', minuteOfDay: 90, offsetMinutes: 0 }, 'America/New_York')).toBe('2022-03-24');
    expect(localDate({ date: '2022-03-25', minuteOfDay: 1410, offsetMinutes: 0 }, 'Asia/Tokyo')).toBe('2022-03-26');
  });

  it('leaves a day alone that is stated in another zone, without a time, or for an unknown one', () => {
    expect(localDate({ date: '2022-03-25', minuteOfDay: 90, offsetMinutes: 180 }, 'America/New_York')).toBe(
      '2022-03-25',
    );
    expect(localDate({ date: '2022-03-25', minuteOfDay: null, offsetMinutes: null }, 'America/New_York')).toBe(
      '2022-03-25',
    );
    expect(localDate({ date: '2022-03-25', minuteOfDay: 90, offsetMinutes: 0 }, null)).toBe('2022-03-25');
  });
});
