import { expect, it } from 'vitest';
import { spanOf } from '../../src/text/spans.ts';

it('gives a span the words that it covers', () => {
  expect(spanOf('They met.', 5, 8)).toEqual({ start: 5, end: 8, text: 'met' });
});
