import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stackNotes } from '../../../src/serve/page/reader/margin-layout.ts';

const note = (wanted: number, height = 20) => ({ wanted, height });

describe('notes in the margin', () => {
  test.each([
    ['stand where they want to', [note(0), note(100)], null, [0, 100]],
    ['give way downwards', [note(0), note(10), note(15)], null, [0, 25, 50]],
    ['make room upwards for the one that is open', [note(90), note(95), note(100)], 2, [50, 75, 100]],
    ['never leave the page at its top', [note(0), note(5), note(10)], 2, [0, 25, 50]],
    ['are none', [], null, []],
  ])('%s', (_, notes, anchor, tops) => {
    expect(stackNotes(notes, 5, anchor)).toEqual(tops);
  });

  test('never cover one another, whichever is open', () => {
    const notes = fc.array(fc.record({ wanted: fc.nat(500), height: fc.integer({ min: 1, max: 80 }) }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(notes, fc.nat(25), (boxes, anchor) => {
        const sorted = [...boxes].sort((a, b) => a.wanted - b.wanted);
        const tops = stackNotes(sorted, 4, anchor);
        for (let i = 1; i < tops.length; i += 1)
          expect(tops[i]!).toBeGreaterThanOrEqual(tops[i - 1]! + sorted[i - 1]!.height + 4);
        expect(tops[0]!).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
