import { describe, expect, test } from 'vitest';
import type { Ref } from '../../../src/serve/page/reader/relations.ts';
import { relationsOf } from '../../../src/serve/page/reader/relations.ts';
import { planned } from '../fixtures/records.ts';

const related = (kind: Ref['kind'], id: string) => {
  const { lit, echoes } = relationsOf(planned, { kind, id });
  return { lit: [...lit], echoes: [...echoes] };
};

describe('pointing', () => {
  test('at an event lights its words and the events and quotations that share them', () => {
    expect(related('event', 'e3')).toEqual({ lit: ['event:e3', 'evidence:e3'], echoes: ['event:e2', 'quotation:q2'] });
  });

  test('at an event alone on its words lights nothing else', () => {
    expect(related('event', 'e1').echoes).toEqual([]);
  });

  test('at an actor lights what he takes part in, speaks of or says', () => {
    expect(related('actor', 'per:wang-wenbin')).toEqual({
      lit: ['actor:per:wang-wenbin'],
      echoes: ['event:e2', 'event:e3', 'quotation:q1', 'quotation:q2'],
    });
  });

  test('at a time lights the events whose words hold it', () => {
    expect(related('time', '2').echoes).toEqual(['event:e5', 'event:e6']);
  });

  test('at a quotation lights the events inside it', () => {
    expect(related('quotation', 'q2').echoes).toEqual(['event:e2', 'event:e3']);
  });

  test.each([['event'], ['actor'], ['time'], ['quotation']] as const)(
    'at an unknown %s lights nothing more',
    (kind) => {
      expect(related(kind, '99').echoes).toEqual([]);
    },
  );

  test('at nothing lights nothing', () => {
    const { lit, echoes } = relationsOf(planned, null);
    expect([lit.size, echoes.size]).toEqual([0, 0]);
  });
});
