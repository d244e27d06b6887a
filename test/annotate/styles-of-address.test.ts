import { beforeAll, describe, expect, it } from 'vitest';
import { annotateText, openSession, type Session } from '../../src/annotate/index.ts';
import { stylesIn } from '../../src/annotate/styles-of-address.ts';

let session: Session;

beforeAll(async () => {
  session = await openSession();
});

const leftOut = (text: string) => {
  const words = text.split(' ');
  const marks = stylesIn(words, session.segmentation.styles);
  return words.filter((_, index) => marks[index]).join(' ');
};

describe('styles of address', () => {
  it.each([
    ['met with H.E. Mr. Holm in Oslo', 'H.E.'],
    ['His Excellency Dr. Holm and the Rt. Hon. Ada Brook spoke', 'His Excellency the Rt. Hon.'],
    ['His Majesty spoke and Her Majesty listened', ''],
    ['AN ENVOY OF HE MR. HOLM', ''],
  ])('are found before names alone: %s', (text, styles) => expect(leftOut(text)).toBe(styles));

  it('leave the parse as it is without them, and hang on the name', async () => {
    const [plain, honoured] = await Promise.all([
      annotateText('Minister Berg held talks with Dr. Holm in Oslo.', session),
      annotateText('Minister Berg held talks with His Excellency Dr. Holm in Oslo.', session),
    ]);
    const rows = (tokens: readonly { form: string; head: number; deprel: string }[]) =>
      tokens.map(({ form, head, deprel }) => `${form} ${deprel} ${tokens[head]?.form ?? ''}`);
    const [without, with_] = [rows(plain.sentences[0]!.tokens), rows(honoured.sentences[0]!.tokens)];
    expect(with_.filter((row) => !/^(?:His|Excellency) /.test(row))).toEqual(without);
    expect(with_.slice(5, 7)).toEqual(['His nmod:desc Dr.', 'Excellency nmod:desc Dr.']);
    expect(honoured.sentences[0]!.names.map(({ text }) => text)).toEqual(
      plain.sentences[0]!.names.map(({ text }) => text),
    );
  });
});
