import { describe, expect, it } from 'vitest';
import { countWords, daysWords, whatWords } from '../../src/ask/index.ts';

describe('days in words', () => {
  it.each([
    ['2023-03-20', '2023-03-20', '20 Mar 2023'],
    ['2023-03-20', '2023-03-22', '20–22 Mar 2023'],
    ['2023-03-30', '2023-04-02', '30 Mar – 2 Apr 2023'],
    ['2022-12-30', '2023-01-02', '30 Dec 2022 – 2 Jan 2023'],
    ['2022-02-01', '2022-02-28', 'Feb 2022'],
    ['2024-02-01', '2024-02-28', '1–28 Feb 2024'],
    ['2024-02-01', '2024-02-29', 'Feb 2024'],
    ['2022-01-01', '2022-12-31', '2022'],
    ['2022-02-24', null, 'since 24 Feb 2022'],
    [null, '2022-02-24', 'until 24 Feb 2022'],
    [null, null, 'undated'],
  ])('writes %s to %s as %s', (from, to, words) => {
    expect(daysWords(from, to)).toBe(words);
  });
});

describe('what happened in words', () => {
  it.each([
    ['CONSULT', 'phone', 'phone call'],
    ['CONSULT', null, 'talks'],
    ['AID', 'military', 'military aid'],
    ['SANCTION', 'discontinue', 'sanction: discontinue'],
    ['X-HOSTAGE-SWAP', null, 'hostage swap'],
  ] as const)('calls %s %s %s', (type, mode, words) => {
    expect(whatWords({ type, mode })).toBe(words);
  });

  it.each([
    [39, 39, '39 times'],
    [2, null, 'at least 2 times'],
    [2, 4, '2 to 4 times'],
  ])('counts %s to %s as %s', (min, max, words) => {
    expect(countWords({ min, max })).toBe(words);
  });
});
