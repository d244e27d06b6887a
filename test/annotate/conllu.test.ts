import { describe, expect, it } from 'vitest';
import { annotateText, toConllu } from '../../src/annotate/index.ts';
import type { AnnotatedReport } from '../../src/document/index.ts';
import { fakeSession } from './fake-session.ts';

describe('toConllu', () => {
  it('writes words, joined words, spaces and places', async () => {
    const annotated = await annotateText("They can't.\n\nNo", await fakeSession());
    const feats = 'Number=Sing|Person=3';
    expect(toConllu(annotated).split('\n')).toEqual([
      '# newdoc id = r_text',
      '# newpar',
      '# sent_id = r_text-1',
      "# text = They can't.",
      `1\tThey\tthey\tNOUN\t_\t${feats}\t0\troot\t_\tTokenRange=0:4`,
      "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=5:10",
      `2\tca\tca\tNOUN\t_\t${feats}\t1\tdep\t_\t_`,
      `3\tn't\tn't\tNOUN\t_\t${feats}\t2\tdep\t_\t_`,
      `4\t.\t.\tNOUN\t_\t${feats}\t3\tdep\t_\tTokenRange=10:11`,
      '',
      '# newpar',
      '# sent_id = r_text-2',
      '# text = No',
      `1\tNo\tno\tNOUN\t_\t${feats}\t0\troot\t_\tTokenRange=13:15`,
      '',
      '',
    ]);
  });

  it('marks the words of a name', async () => {
    const annotated = await annotateText('Ann Roe spoke.', await fakeSession());
    const [sentence] = annotated.sentences;
    const name = { type: 'PER', first: 0, last: 1, start: 0, end: 7, text: 'Ann Roe' } as const;
    const named: AnnotatedReport = { ...annotated, sentences: [{ ...sentence!, names: [name] }] };
    const misc = toConllu(named)
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .map((line) => line.split('\t')[9]);
    expect(misc.slice(0, 3)).toEqual([
      'NE=B-PER|TokenRange=0:3',
      'NE=I-PER|TokenRange=4:7',
      'SpaceAfter=No|TokenRange=8:13',
    ]);
  });

  it.each([
    ["Xi's", ['Xi', "'s"], true],
    ['gonna', ['gon', 'na'], true],
    ['the ministries’', ['ministries', '’'], true],
    ['5km', ['5', 'km'], false],
    ['(no)', ['no', ')'], false],
    ['“No', ['“', 'No'], false],
  ])('takes %s for joined words or not', async (text, [first], isJoined) => {
    const lines = toConllu(await annotateText(text, await fakeSession())).split('\n');
    expect(lines.some((line) => /^\d+-\d+\t/.test(line))).toBe(isJoined);
    expect(lines.some((line) => line.split('\t')[1] === first)).toBe(true);
  });
});
