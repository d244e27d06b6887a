import { describe, expect, it } from 'vitest';
import { findParagraphs } from '../../src/annotate/paragraphs.ts';

function paragraphsOf(text: string): string[] {
  return findParagraphs(text).map(({ start, end }) => text.slice(start, end));
}

describe('findParagraphs', () => {
  it.each([
    ['blank lines', 'One.\n\nTwo.\r\n\r\n  Three.  \n', ['One.', 'Two.', 'Three.']],
    [
      'single breaks',
      'Talks open\nThe talks opened.\n• first\n• second',
      ['Talks open', 'The talks opened.', '• first', '• second'],
    ],
    ['other signs of a break', 'One.\u2029Two.\u2028Three.\fFour.', ['One.', 'Two.', 'Three.', 'Four.']],
  ])('divides at %s', (_, text, paragraphs) => {
    expect(paragraphsOf(text)).toEqual(paragraphs);
  });

  it('joins lines that a program broke in the middle of a sentence', () => {
    const text =
      'The ministers of both countries met in the capital on Friday and\nagreed to open an office for trade.';
    expect(paragraphsOf(text)).toEqual([text]);
  });

  it('does not join a long line with a new sentence, nor across a blank line', () => {
    const line = 'The ministers of both countries met in the capital on Friday and';
    expect(paragraphsOf(`${line}\nThey left.`)).toHaveLength(2);
    expect(paragraphsOf(`${line}\n\nagreed.`)).toHaveLength(2);
  });

  it('gives nothing for white space', () => {
    expect(paragraphsOf(' \n\u00a0\n\t')).toEqual([]);
    expect(paragraphsOf('')).toEqual([]);
  });
});
