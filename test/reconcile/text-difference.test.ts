import { expect, it } from 'vitest';
import { textDifference } from '../../src/reconcile/index.ts';

it('gives the sentences that went and those that came, and no others', () => {
  const before = 'Harbour closed\n\nThe harbour was closed on Monday. Three boats were brought in. Talks begin soon.';
  const after =
    'Harbour closed\n\nThe harbour was closed on Tuesday. Three boats were brought in. Talks begin soon. Mr. Lind regretted it.';
  expect(textDifference(before, after)).toEqual({
    removed: ['The harbour was closed on Monday.'],
    added: ['The harbour was closed on Tuesday.', 'Mr. Lind regretted it.'],
  });
});
