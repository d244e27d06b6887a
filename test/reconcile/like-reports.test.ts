import { describe, expect, it } from 'vitest';
import { isLaterVersion, likeReports, type ReportOutline, signatureOf } from '../../src/reconcile/index.ts';

const TEXT = `The harbour of Linden was closed on Monday after a quarrel over fishing rights. Boats from Norland had
crossed the line that both states drew twelve years ago, the coast guard said, and three of them were brought in.
A spokesman for the ministry spoke of a misunderstanding. Talks about new quotas are to begin in autumn, and until
then both sides want to keep their patrol boats at some distance from one another.`;
const OTHER = `Farmers in the south of Sudmark have begun to bring in the wheat, a fortnight earlier than in other years.
The spring was dry, and the rivers carry less water than ever since measuring began. The government has promised
help to those who lost their crops, but it has not said how much, nor when the money will be paid out to them.`;

function outline(id: string, text: string, more: Partial<ReportOutline> = {}): ReportOutline {
  const common = { outlet: 'Northport Gazette', url: null, published: '2025-05-13' };
  return { id, ...common, length: text.length, signature: signatureOf(text), ...more };
}

describe('likeReports', () => {
  it('takes the text of one outlet with changes for a revision', () => {
    const revised = TEXT.replace('three of them', 'four of them, not three,');
    const found = likeReports(outline('r_1', TEXT), outline('r_2', revised));
    expect(found?.kind).toBe('revised');
    expect(found?.likeness).toBeGreaterThan(0.7);
  });

  it('takes the text in another outlet for syndicated', () => {
    const found = likeReports(outline('r_1', TEXT), outline('r_2', `${TEXT} (Gazette)`, { outlet: 'Harbour Radio' }));
    expect(found?.kind).toBe('syndicated');
  });

  it.each([
    ['another text', outline('r_2', OTHER)],
    ['the same words two months later', outline('r_2', TEXT, { published: '2025-07-20' })],
    ['a text too short to compare', outline('r_2', 'The harbour of Linden was closed on Monday.')],
  ])('stays silent on %s', (_, other) => {
    expect(likeReports(outline('r_1', TEXT), other)).toBeNull();
  });
});

describe('isLaterVersion', () => {
  it.each([
    ['the day decides', { published: '2025-05-14', length: 1 }, { published: '2025-05-13', length: 9 }],
    ['on one day the longer text', { length: 9 }, { length: 1 }],
  ])('%s', (_, later, earlier) => {
    const [one, other] = [outline('r_1', TEXT, later), outline('r_2', TEXT, earlier)];
    expect(isLaterVersion(one, other)).toBe(true);
    expect(isLaterVersion(other, one)).toBe(false);
  });
});
