import { describe, expect, it } from 'vitest';
import { annotate, annotateText, annotateWords } from '../../src/annotate/index.ts';
import { fakeSession } from './fake-session.ts';
import { reportOf } from './report-of.ts';

describe('annotate', () => {
  it('gives every word its place in the text of the report', async () => {
    const report = reportOf('Talks\n\n“They can’t,” he said.  They left.');
    const { sentences } = await annotate(report, await fakeSession());
    for (const { start, end, tokens } of sentences) {
      for (const token of tokens) expect(report.text.slice(token.start, token.end)).toBe(token.form);
      expect([start, end]).toEqual([tokens[0]!.start, tokens.at(-1)!.end]);
    }
    expect(sentences.map(({ index, paragraph, kind }) => [index, paragraph, kind])).toEqual([
      [0, 0, 'headline'],
      [1, 1, 'text'],
      [2, 1, 'text'],
    ]);
  });

  it('reads the joint features of a word one by one', async () => {
    const { sentences } = await annotateText('They met.', await fakeSession());
    expect(sentences[0]!.tokens[0]!.feats).toEqual({ Number: 'Sing', Person: '3' });
  });

  it('never labels a word root that is none', async () => {
    const { sentences } = await annotateText('They met there.', await fakeSession());
    expect(sentences[0]!.tokens.map(({ head, deprel }) => [head, deprel])).toEqual([
      [-1, 'root'],
      [0, 'dep'],
      [1, 'dep'],
      [2, 'dep'],
    ]);
  });

  it('leaves a report in another language unread and says so', async () => {
    const text = 'Les ministres des deux pays se sont réunis vendredi dans la capitale pour parler du commerce.';
    const { sentences, problems } = await annotateText(text, await fakeSession());
    expect(sentences).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ code: 'language/not-english', span: null })]);
  });

  it('reads a sentence of thousands of words in parts, as one tree, and says so', async () => {
    const text = `${'word '.repeat(5000)}end.`;
    const { sentences, problems } = await annotateText(text, await fakeSession());
    expect(sentences).toHaveLength(1);
    const heads = sentences[0]!.tokens.map(({ head }) => head);
    expect(heads).toHaveLength(5002);
    expect(heads.filter((head) => head === -1)).toEqual([-1]);
    expect(sentences[0]!.tokens.filter(({ deprel }) => deprel === 'parataxis')).toHaveLength(25);
    expect(problems.map(({ code }) => code)).toEqual(['annotate/long-sentence']);
  });

  it('says where a word is longer than any word', async () => {
    const { problems } = await annotateText(`He said ${'a'.repeat(200)} twice.`, await fakeSession());
    expect(problems.map(({ code, span }) => [code, span?.start])).toEqual([['annotate/long-word', 8]]);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\n\t'],
    ['one mark', '.'],
    ['emoji', '🇺🇸👍🏽'],
    ['a lone surrogate', 'They \ud800 met.'],
    ['control characters', 'They\u0000\u0007 met\u200b.'],
    ['capitals', 'THE MINISTERS MET IN THE CAPITAL ON TUESDAY TO SPEAK ABOUT TRADE.'],
  ])('takes %s', async (_, text) => {
    const { report, sentences } = await annotateText(text, await fakeSession());
    expect(report.text).toBe(text);
    for (const { tokens } of sentences) expect(tokens.length).toBeGreaterThan(0);
  });
});

describe('annotateWords', () => {
  it('keeps the words as given, a paragraph a sentence', async () => {
    const { report, sentences } = await annotateWords([['Do', "n't", 'go'], [], ['Mr.', 'Li']], await fakeSession());
    expect(sentences.map(({ tokens }) => tokens.map(({ form }) => form))).toEqual([
      ['Do', "n't", 'go'],
      [],
      ['Mr.', 'Li'],
    ]);
    for (const token of sentences.flatMap(({ tokens }) => tokens)) {
      expect(report.text.slice(token.start, token.end)).toBe(token.form);
    }
  });
});
