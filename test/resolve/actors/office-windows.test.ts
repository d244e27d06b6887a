import { expect, it } from 'vitest';
import { officeWindows } from '../../../src/resolve/actors/index.ts';
import { annotatedReport, knowledge, mentionsOf } from './annotated.ts';

it('gives the days in which a titled person held the office, with the words that say so', () => {
  const windows = officeWindows(annotatedReport('undated', null), knowledge);
  expect(windows).toMatchObject([
    { from: '2022-12-30', to: '2023-07-25', span: { text: "China's foreign minister Qin Gang" } },
  ]);
  expect(windows[0]!.because).toContain('held office foreign_minister of CHN');
});

it('gives nothing for names without an office', () => {
  expect(officeWindows(annotatedReport('unknown', null), knowledge)).toEqual([]);
});

it('lets the offices of an undated report narrow each other', () => {
  expect(mentionsOf('undated', null)["China's foreign minister"]).toBe('per:qin-gang');
});
