import { describe, expect, it } from 'vitest';
import { scoreParse } from '../../../eval/core/parse-score.ts';
import { rawText, readTreebank } from '../../../eval/core/treebank.ts';

/** CoNLL-U of sentences, each a list of "id form upos head deprel". */
function conlluOf(...sentences: readonly (readonly string[])[]): string {
  const lineOf = (row: string) => {
    const [id, form, upos = '_', head = '_', deprel = '_', misc = '_'] = row.split(' ');
    return [id, form, form!.toLowerCase(), upos, '_', '_', head, deprel, '_', misc].join('\t');
  };
  return sentences.map((rows) => `${rows.map(lineOf).join('\n')}\n\n`).join('');
}

const GOLD = conlluOf(
  [
    '1 They PRON 2 nsubj',
    '2-3 can’t',
    '2 ca AUX 4 aux',
    '3 n’t PART 4 advmod',
    '4 go VERB 0 root',
    '5 . PUNCT 4 punct',
  ],
  ['1 No INTJ 0 root', '2 . PUNCT 1 punct'],
);

describe('scoreParse', () => {
  it('gives everything to a perfect copy', () => {
    expect(scoreParse(GOLD, GOLD)).toEqual({ words: 1, sentences: 1, upos: 1, uas: 1, las: 1, lemmas: 1 });
  });

  it('counts heads, labels and tags apart, and labels without their subtype', () => {
    const system = GOLD.replace('2\tnsubj', '4\tnsubj:pass')
      .replace('\tINTJ\t', '\tADV\t')
      .replace('1\tpunct', '0\troot');
    const { upos, uas, las } = scoreParse(GOLD, system);
    expect([upos, uas, las]).toEqual([6 / 7, 5 / 7, 5 / 7]);
  });

  it('aligns words over the text where they are divided otherwise', () => {
    const system = conlluOf([
      '1 They PRON 2 nsubj',
      '2 can’t AUX 3 aux',
      '3 go VERB 0 root',
      '4 . PUNCT 3 punct',
      '5 No INTJ 3 dep',
      '6 . PUNCT 5 punct',
    ]);
    const { words, sentences } = scoreParse(GOLD, system);
    expect(words).toBeCloseTo((2 * 5) / (7 + 6));
    expect(sentences).toBe(0);
  });

  it('refuses to compare two texts', () => {
    expect(() => scoreParse(GOLD, conlluOf(['1 Yes INTJ 0 root']))).toThrow('differ at character 0');
  });
});

describe('rawText', () => {
  it('puts paragraphs apart and sentences together as the treebank says', () => {
    const conllu = `# newdoc id = d\n# newpar\n# text = They go.\n${conlluOf(['1 They PRON 2 nsubj', '2 go VERB 0 root _ SpaceAfter=No', '3 . PUNCT 2 punct'])}# text = No.\n${conlluOf(['1 No INTJ 0 root', '2 . PUNCT 1 punct SpaceAfter=No'])}# newpar\n# text = Yes\n${conlluOf(['1 Yes INTJ 0 root'])}`;
    expect(rawText(readTreebank(conllu)[0]!)).toBe('They go. No.\n\nYes');
  });
});
