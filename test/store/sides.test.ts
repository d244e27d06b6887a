import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/record/index.ts';
import { pairsIn, type Side, sideNames } from '../../src/store/sides.ts';
import { anEvent, spanOf } from './readings.ts';

const side = (actor: string, role: Side['role'], country: string | null = null): Side => ({
  actor,
  role,
  names: sideNames({ id: actor, country }),
});

function told(type: Event['type'], ...sides: readonly Side[]): readonly string[] {
  const pairs = pairsIn(anEvent('e1', spanOf('A word.', 'word'), { type }), sides);
  return pairs.map(({ one, other, direction }) => `${one} ${['<', '-', '>'][direction + 1]} ${other}`);
}

describe('the sides of an event', () => {
  it.each([
    ['CHN', 'CHN', ['CHN']],
    ['per:li', 'CHN', ['CHN', 'per:li']],
    ['CHN.GOV.MFA', 'CHN', ['CHN', 'CHN.GOV', 'CHN.GOV.MFA']],
    ['igo:nato', null, ['igo:nato']],
  ])('%s of %s counts under %j', (id, country, names) => {
    expect(sideNames({ id, country })).toEqual(names);
  });

  it('are a pair when one acts on the other, in that direction', () => {
    expect(told('ACCUSE', side('RUS', 'actor', 'RUS'), side('CHN', 'recipient', 'CHN'))).toEqual(['CHN < RUS']);
  });

  it('are pairs under every name', () => {
    expect(told('AID', side('per:li', 'actor', 'CHN'), side('RUS', 'recipient', 'RUS'))).toEqual([
      'CHN > RUS',
      'RUS < per:li',
    ]);
  });

  it('are no pair when they stand together, unless all are equal', () => {
    const both = [side('CHN', 'actor', 'CHN'), side('RUS', 'actor', 'RUS')];
    expect(told('ACCUSE', ...both)).toEqual([]);
    expect(told('CONSULT', ...both)).toEqual(['CHN - RUS']);
  });

  it('go neither way when both act', () => {
    const [chn, rus] = ['CHN', 'RUS'];
    expect(
      told('ACCUSE', side(chn, 'actor'), side(rus, 'actor'), side(chn, 'recipient'), side(rus, 'recipient')),
    ).toEqual(['CHN - RUS']);
  });

  it('hold nobody against himself', () => {
    expect(told('CONSULT', side('per:li', 'actor', 'CHN'), side('CHN', 'recipient', 'CHN'))).toEqual(['CHN < per:li']);
  });
});
