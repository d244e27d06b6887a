import { describe, expect, it } from 'vitest';
import { decidedBy, type MergeDecision, Reconciled } from '../../src/reconcile/index.ts';
import { aTelling } from './a-telling.ts';

const [one, other, third] = [aTelling(), aTelling({ report: 'r_2' }), aTelling({ report: 'r_3' })];
const meeting = aTelling({ report: 'r_4', mode: 'meeting', on: '2025-06-01' });

async function happeningsOf(decisions: readonly MergeDecision[]) {
  const reconciled = new Reconciled();
  await reconciled.change([one, other, third, meeting], [], decidedBy(decisions));
  return reconciled.happenings();
}

describe('decisions', () => {
  it('take one telling out of a happening', async () => {
    const split: MergeDecision = { kind: 'split', groups: [[other.handle], [one.handle, third.handle]] };
    expect(await happeningsOf([split])).toEqual([['r_1/e1', 'r_3/e1'], ['r_2/e1'], ['r_4/e1']]);
  });

  it('take a happening apart for good', async () => {
    const apart: MergeDecision = { kind: 'split', groups: [[one.handle], [other.handle], [third.handle]] };
    expect(await happeningsOf([apart])).toEqual([['r_1/e1'], ['r_2/e1'], ['r_3/e1'], ['r_4/e1']]);
  });

  it('join what merging would keep apart', async () => {
    const join: MergeDecision = { kind: 'join', groups: [[meeting, one, other, third].map(({ handle }) => handle)] };
    expect(await happeningsOf([join])).toEqual([['r_1/e1', 'r_2/e1', 'r_3/e1', 'r_4/e1']]);
  });

  it('give way to later ones', async () => {
    const split: MergeDecision = { kind: 'split', groups: [[one.handle], [other.handle]] };
    const join: MergeDecision = { kind: 'join', groups: [[one.handle, other.handle]] };
    expect(await happeningsOf([split, join])).toEqual([['r_1/e1', 'r_2/e1', 'r_3/e1'], ['r_4/e1']]);
  });
});
