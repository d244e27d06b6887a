import { describe, expect, it } from 'vitest';
import { countLea, leaFigures } from '../../../eval/actors/chain-scores.ts';
import { goldMentions } from '../../../eval/actors/gold-chains.ts';
import { readTreebank } from '../../../eval/core/treebank.ts';

describe('LEA', () => {
  it('gives the figures of the example of its paper', () => {
    const gold = [
      [1, 2, 3],
      [4, 5, 6, 7],
    ];
    const found = [
      [1, 2],
      [3, 4],
      [6, 7, 8, 9],
    ];
    const { precision, recall } = leaFigures(countLea(gold, found));
    expect(recall).toBeCloseTo((100 * (3 * (1 / 3) + 4 * (1 / 6))) / 7);
    expect(precision).toBeCloseTo((100 * (2 * 1 + 2 * 0 + 4 * (1 / 6))) / 8);
  });

  it('leaves chains of one mention out', () => {
    expect(leaFigures(countLea([[1], [2, 3]], [[1], [2, 3]])).f1).toBe(100);
  });
});

it('reads nested mentions of GUM with their heads and titles', () => {
  const row = (id: number, form: string, xpos: string, entity: string) =>
    [id, form, form, 'X', xpos, '_', 0, 'dep', '_', `Entity=${entity}`].join('\t');
  const conllu = [
    '# newdoc id = GUM_news_x',
    '# text = Sylvania queen rests',
    row(1, 'Sylvania', 'NNP', '(1-person-new-nnnnn-cf1-2-coref(2-place-new-nnnnn-cf2-1-coref-Sylvania_%28state%29)'),
    row(2, 'queen', 'NN', '1)'),
    row(3, 'rests', 'VBZ', '_'),
  ].join('\n');
  expect(
    goldMentions(readTreebank(conllu)[0]!).map(({ chain, words, heads, title, isName }) => [
      chain,
      words,
      heads[0]!.start,
      title,
      isName,
    ]),
  ).toEqual([
    ['2', 'Sylvania', 0, 'Sylvania (state)', true],
    ['1', 'Sylvania queen', 9, null, false],
  ]);
});
