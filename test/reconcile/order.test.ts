import { describe, expect, it } from 'vitest';
import { decidedBy, type MergeDecision, Reconciled, type Telling } from '../../src/reconcile/index.ts';
import { aTelling } from './a-telling.ts';

const SHUFFLES = 50;

/** The same numbers on every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Tellings that crowd one another: few parties, few days, all modes and statuses, some vague, some of plans that moved. */
function crowd(size: number): readonly Telling[] {
  const random = randomFrom(7);
  const oneOf = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const day = () => `2025-05-${String(10 + Math.floor(random() * 8)).padStart(2, '0')}`;
  return Array.from({ length: size }, (_, index) => {
    const on = oneOf([day(), day(), day(), '2025-05-01/2025-05-31', `${day()}/2025-05-19`, null]);
    const moved =
      random() < 0.1
        ? {
            kind: 'postponed' as const,
            days: [
              { from: day(), to: null },
              { from: '2025-05-12', to: '2025-05-12' },
            ],
          }
        : null;
    return aTelling({
      report: `r_${index % 40}`,
      number: Math.floor(index / 40) + 1,
      published: oneOf(['2025-05-13', '2025-05-15', '2025-05-18', null]),
      type: oneOf(['CONSULT', 'CONSULT', 'ACCUSE', 'AGREE', 'COOPERATE']),
      mode: oneOf(['phone', 'visit', 'meeting', null]),
      status: oneOf(['occurred', 'occurred', 'planned', 'negated', 'possible']),
      who: oneOf([['NOR'], ['NOR:ada-holm'], ['NOR:per-berg'], []]),
      whom: oneOf([['SUD'], ['SUD:bo-lind'], ['OST'], []]),
      on,
      basis: on === null ? 'unknown' : oneOf(['stated', 'stated', 'report']),
      at: oneOf([null, 'Sudburg', 'Linden']),
      says: oneOf(['spoke about fishing quotas', 'spoke about Linden harbour', 'praised fishing boats']),
      turn: moved,
    });
  });
}

function shuffled<Value>(values: readonly Value[], seed: number): Value[] {
  const random = randomFrom(seed);
  const all = [...values];
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [all[last], all[other]] = [all[other]!, all[last]!];
  }
  return all;
}

const TELLINGS = crowd(120);
const DECISIONS: readonly MergeDecision[] = [
  { kind: 'join', groups: [[TELLINGS[3]!.handle, TELLINGS[70]!.handle, TELLINGS[101]!.handle]] },
  { kind: 'split', groups: [[TELLINGS[5]!.handle], [TELLINGS[9]!.handle, TELLINGS[20]!.handle, TELLINGS[44]!.handle]] },
];
const DECIDED = decidedBy(DECISIONS);

describe('the order of arrival', () => {
  it('changes no happening, in fifty shuffles, one telling at a time or several', async () => {
    const atOnce = new Reconciled();
    await atOnce.change(TELLINGS, [], DECIDED);
    const expected = atOnce.happenings();
    expect(expected.length).toBeGreaterThan(30);
    expect(expected.filter((ids) => ids.length > 1).length).toBeGreaterThan(15);
    for (let seed = 1; seed <= SHUFFLES; seed += 1) {
      const arriving = shuffled(TELLINGS, seed);
      const reconciled = new Reconciled();
      const atATime = 1 + (seed % 4);
      for (let start = 0; start < arriving.length; start += atATime) {
        await reconciled.change(arriving.slice(start, start + atATime), [], DECIDED);
      }
      expect(reconciled.happenings(), `shuffle ${seed}`).toEqual(expected);
    }
  });

  it('leaves no trace of tellings that are gone again', async () => {
    const few = new Reconciled();
    await few.change(TELLINGS.slice(0, 75), [], DECIDED);
    for (let seed = 1; seed <= 10; seed += 1) {
      const reconciled = new Reconciled();
      await reconciled.change(shuffled(TELLINGS, seed), [], DECIDED);
      for (const telling of shuffled(TELLINGS.slice(75), seed)) await reconciled.change([], [telling], DECIDED);
      expect(reconciled.happenings(), `shuffle ${seed}`).toEqual(few.happenings());
    }
  });

  it('comes to the same whether something was decided before or after', async () => {
    const reconciled = new Reconciled();
    await reconciled.change(TELLINGS, [], decidedBy([]));
    const named = new Set(DECISIONS.flatMap(({ groups }) => groups.flat()));
    await reconciled.change(
      [],
      [],
      DECIDED,
      TELLINGS.filter(({ handle }) => named.has(handle)),
    );
    const atOnce = new Reconciled();
    await atOnce.change(TELLINGS, [], DECIDED);
    expect(reconciled.happenings()).toEqual(atOnce.happenings());
  });

  it('never joins opposite parties, even by way of a third telling', async () => {
    const reconciled = new Reconciled();
    await reconciled.change(TELLINGS, [], decidedBy([]));
    const byId = new Map(TELLINGS.map((telling) => [telling.id, telling]));
    const partners = reconciled
      .happenings()
      .map((ids) => new Set(ids.flatMap((id) => byId.get(id)!.recipients.flatMap(({ country }) => country ?? []))));
    expect(partners.every((countries) => countries.size <= 1)).toBe(true);
  });
});
