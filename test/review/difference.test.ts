import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/record/index.ts';
import { differenceOf } from '../../src/review/index.ts';
import { callReading, spanOf } from '../store/readings.ts';

const CALL = callReading().record;

function read(change: (events: Event[]) => Event[]) {
  return differenceOf(CALL, { ...CALL, events: change(structuredClone(CALL.events)) });
}

describe('the difference of two readings', () => {
  it('is empty when only ids, rules, confidence and order are others', () => {
    const same = read((events) =>
      events.map((event, n) => ({ ...event, id: `x${n}`, rule: 'x', confidence: 0.1 })).reverse(),
    );
    expect(same).toEqual({ gained: [], lost: [], changed: [] });
  });

  it('says what was gained and lost', () => {
    const { gained, lost, changed } = read((events) => [
      ...events.slice(1),
      {
        ...events[0]!,
        type: 'REQUEST',
        trigger: spanOf(CALL.report.text, 'rejecting a claim'),
        evidence: [spanOf(CALL.report.text, 'rejecting a claim')],
      },
    ]);
    expect([gained.map(({ type }) => type), lost.map(({ id }) => id), changed]).toEqual([['REQUEST'], ['e1'], []]);
  });

  it('says which fields changed', () => {
    const { changed } = read(([first, second, third]) => [
      { ...first!, mode: 'video' },
      { ...second!, status: 'possible', time: { from: null, to: null, basis: 'unknown' } },
      third!,
    ]);
    expect(changed.map(({ before, fields }) => [before.id, fields])).toEqual([
      ['e1', ['mode']],
      ['e2', ['status', 'time']],
    ]);
  });
});
