import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseLine, normaliseText } from '../../src/read/normalise.ts';

describe('normaliseText', () => {
  it.each([
    ['byte order mark and CRLF', '\uFEFFOne.\r\nTwo.\rThree.', 'One.\nTwo.\nThree.'],
    ['exotic spaces', 'a\u00A0b\u202Fc\u2009d\te', 'a b c d e'],
    ['zero-width characters', 'Zel\u200Benskyy\u2060 so\u00ADft', 'Zelenskyy soft'],
    ['direction marks', 'left \u202Etfel\u202C right', 'left tfel right'],
    ['control characters', 'be\u0007ll\u0000', 'bell'],
    ['decomposed letters', 'Lo\u0302me\u0301', 'Lômé'],
    ['non-breaking hyphens', 'Nagorno\u2011Karabakh', 'Nagorno-Karabakh'],
    ['ligatures', 'of\uFB01cial', 'official'],
    ['half surrogates', 'a\uD800b', 'a\uFFFDb'],
    ['blank lines', '  One. \n\n\n\n Two.  ', 'One.\n\nTwo.'],
  ])('puts %s into one form', (_, text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  it('keeps typographic quotes and dashes', () => {
    const text = '“We agree,” she said – ‘fully’ — on Friday…';
    expect(normaliseText(text)).toBe(text);
  });

  it('keeps the joiners that Persian words need', () => {
    expect(normaliseText('می\u200Cروم')).toBe('می\u200Cروم');
  });

  it('changes nothing the second time', () => {
    const piece = fc.constantFrom(
      'The envoys of both countries met in the old palace',
      ' ',
      '\n',
      '\n\n',
      'a',
      '\u00A0',
      '\u200D',
      'e\u0301',
      '-',
      '. ',
      'x'.repeat(47),
      '\t',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const once = normaliseText(text);
          expect(normaliseText(once)).toBe(once);
        },
      ),
    );
  });

  it('makes one line of a title, and null of nothing', () => {
    expect(normaliseLine(' Talks\n resume\u00A0today ')).toBe('Talks resume today');
    expect(normaliseLine(' \u200B')).toBeNull();
  });
});

describe('unwrapping', () => {
  const wrapped = [
    'The foreign ministers of the two countries met in Vienna on Tuesday',
    'and agreed to reopen their embassies before the end of the year, a',
    'spokeswoman said after the talks.',
    '',
    'Neither side gave a date. The talks will go on next week in Geneva,',
    'where the envoys of three neighbouring states are expected as well.',
  ].join('\n');

  it('joins the lines of a hard-wrapped text into paragraphs', () => {
    expect(normaliseText(wrapped).split('\n\n')).toEqual([
      'The foreign ministers of the two countries met in Vienna on Tuesday and agreed to reopen their embassies before the end of the year, a spokeswoman said after the talks.',
      'Neither side gave a date. The talks will go on next week in Geneva, where the envoys of three neighbouring states are expected as well.',
    ]);
  });

  it('leaves short lines and lists alone', () => {
    const text =
      'Hong-Kong\nCNN\n—\nThe list:\n- the first of the points\n- the second of the points, which is longer\n- a third';
    expect(normaliseText(text)).toBe(text);
  });

  it('leaves lines alone that break where the next word had room', () => {
    const verse =
      'the rose is red and so\nis the evening sky above the quiet river of\nmy town\nand all the hills around it sleep\nuntil the day';
    expect(normaliseText(verse)).toBe(verse);
  });
});
