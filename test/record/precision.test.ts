import { expect, it } from 'vitest';
import { precisionOf } from '../../src/record/index.ts';

it.each([
  ['2023-03-17', '2023-03-17', 'day'],
  ['2023-03-20', '2023-03-22', 'week'],
  ['2023-03-20', '2023-03-26', 'week'],
  ['2023-02-01', '2023-02-28', 'month'],
  ['2023-07-01', '2023-09-30', 'quarter'],
  ['2024-01-01', '2024-12-31', 'year'],
  ['1970-01-01', '1979-12-31', 'longer'],
  [null, '2023-03-17', 'open'],
])('%s to %s is dated to the %s', (from, to, precision) => expect(precisionOf({ from, to })).toBe(precision));
