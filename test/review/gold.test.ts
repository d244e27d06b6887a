import { describe, expect, it } from 'vitest';
import { newTally, scoreReading } from '../../eval/gold/score-gold.ts';
import {
  accepting,
  agreementOf,
  applyReviews,
  type Decision,
  editing,
  goldReading,
  type ReviewEntry,
  rejecting,
  seeEvent,
} from '../../src/review/index.ts';
import { callReading } from '../store/readings.ts';

const CALL = callReading().record;
const VIEW = applyReviews(CALL, []);
const MENDED = editing(VIEW, 'e3', seeEvent(CALL, { ...CALL.events[2]!, status: 'negated' }));

function log(reviewer: string, first: number, ...decisions: readonly Decision[]): readonly ReviewEntry[] {
  const at = '2025-06-01T12:00:00.000Z';
  return decisions.map((decision, n) => ({ report: 'r_ca11', number: first + n, reviewer, at, note: null, decision }));
}

const DONE: Decision = { action: 'done' };
const ANN = log('ann', 1, ...accepting(VIEW, ['e1', 'e3', 'q1']), ...rejecting(VIEW, ['e2']), DONE);
const BOB = log('bob', 10, ...accepting(VIEW, ['e1', 'e2', 'q1']), MENDED, DONE);

describe('gold', () => {
  it('holds what was judged right, in the form of gold readings', () => {
    expect(goldReading(applyReviews(CALL, ANN))).toEqual({
      format: 'chancery/gold@1',
      id: 'r_ca11',
      published: '2025-05-14',
      outlet: 'The Courier 🗞',
      events: [
        {
          id: 'e1',
          core: true,
          type: 'CONSULT',
          mode: 'phone',
          status: 'occurred',
          actors: ['Ada Holm|NOR'],
          recipients: ['Bo Lind|SUD'],
          from: '2025-05-12',
          to: '2025-05-12',
          in: ['President Ada Holm of Norland telephoned Prime Minister Bo Lind of Sudmark on Monday.'],
        },
        {
          id: 'e3',
          core: true,
          type: 'AID',
          mode: 'military',
          status: 'possible',
          actors: ['|SUD'],
          recipients: ['rebels|'],
          in: ['Sudmark is considering sending arms to the rebels, Norland alleged, which Sudmark denies.'],
          says: ['|NOR'],
          denies: ['|SUD'],
        },
      ],
      quotations: [{ speaker: 'Bo Lind|SUD', quote: 'We never sent arms to the rebels,', kind: 'direct' }],
      times: [],
    });
  });

  it('takes its id from what stands after # in the source', () => {
    const record = { ...CALL, report: { ...CALL.report, source: 'reports.jsonl#r-7' } };
    expect(goldReading(applyReviews(record, [])).id).toBe('r-7');
  });

  it('can be scored: a record that was accepted as a whole scores in full', () => {
    const reviewed = applyReviews(CALL, log('ann', 1, ...accepting(VIEW, ['e1', 'e2', 'e3', 'q1'])));
    const tally = newTally();
    scoreReading({ ...goldReading(reviewed), published: '2025-05-14', outlet: '' }, CALL, tally);
    expect(tally.notes).toEqual([]);
    expect(tally.events).toMatchObject({ gold: 3, read: 3, full: 3 });
    expect(tally.quotations).toMatchObject({ gold: 1, read: 1, speaker: 1 });
  });
});

describe('the agreement of two reviewers', () => {
  async function agreement(entries: readonly ReviewEntry[], record = CALL) {
    async function* reports() {
      yield { record, entries };
    }
    return agreementOf(reports(), 'ann', 'bob');
  }

  it('compares their verdicts and what they let stand, each without the other', async () => {
    // Verdicts: e1 accepted by both, e2 rejected and accepted, e3 accepted and mended: observed 1/3, by chance (2/3 × 2/3) = 4/9.
    const { reports, verdicts, events, quotations } = await agreement([...ANN, ...BOB]);
    expect(reports).toBe(1);
    expect(verdicts).toMatchObject({ judgedByBoth: 3, same: 1 });
    expect(verdicts.kappa).toBeCloseTo((1 / 3 - 4 / 9) / (1 - 4 / 9));
    expect(verdicts.table).toEqual({ 'accepted accepted': 1, 'rejected accepted': 1, 'accepted mended': 1 });
    expect(events.found).toEqual({ one: 2, other: 3, both: 2, f1: 0.8 });
    expect([events.who.both, events.full.both]).toEqual([2, 1]);
    expect(quotations).toEqual({ one: 1, other: 1, both: 1, f1: 1 });
  });

  it('is over nothing where one of them has not done the report', async () => {
    const undone = log('bob', 20, { action: 'undo', entry: BOB.at(-1)!.number });
    expect(await agreement([...ANN, ...BOB, ...undone])).toMatchObject({
      reports: 0,
      verdicts: { kappa: null },
      events: { found: { f1: null } },
    });
  });
});
