import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeWords, layOut } from '../../src/annotate/encode.ts';
import { annotateText, annotateWords, openSession, type Session, toConllu } from '../../src/annotate/index.ts';
import { MODEL_FOLDER } from '../../src/annotate/load.ts';
import { parseSentences } from '../../src/annotate/parse.ts';

interface Golden {
  readonly words: string[];
  readonly input_ids: number[];
  readonly shape_ids: number[];
  readonly word_starts: number[];
  readonly upos: string[];
  readonly feats: string[];
  readonly heads: number[];
  readonly deprels: string[];
  readonly names: [first: number, afterLast: number, type: string][];
}

describe.skipIf(!existsSync(join(MODEL_FOLDER, 'model.onnx')))('the English core', () => {
  let session: Session;
  let golden: Golden[];
  beforeAll(async () => {
    session = await openSession();
    golden = JSON.parse(readFileSync(join(MODEL_FOLDER, 'golden.json'), 'utf8'));
  });
  afterAll(() => session.close());

  it('lays words out as the training did', () => {
    for (const { words, ...wanted } of golden) {
      const { pieces, shapes, starts } = layOut(encodeWords(words, session.vocabulary), session.vocabulary);
      expect({ pieces, shapes, starts }).toEqual({
        pieces: wanted.input_ids,
        shapes: wanted.shape_ids,
        starts: wanted.word_starts,
      });
    }
  });

  it('reads the sentences that the training left as a sample as it did', async () => {
    for (const { words, ...wanted } of golden) {
      const [parse] = await parseSentences([words], session);
      expect(parse!.upos).toEqual(wanted.upos);
      expect(parse!.feats).toEqual(wanted.feats);
      expect(parse!.heads.map((head) => head + 1)).toEqual(wanted.heads);
      expect(parse!.deprels).toEqual(wanted.deprels);
      expect(parse!.names.map(({ first, last, type }) => [first, last + 1, type])).toEqual(wanted.names);
    }
  });

  it('prints what docs/annotate.md shows', async () => {
    const page = readFileSync(new URL('../../docs/annotate.md', import.meta.url), 'utf8');
    const text = /annotateText\('(.+?)', session\)/.exec(page)![1]!;
    const shown = /```\n(# newdoc.+?)```/s.exec(page)![1]!;
    expect(toConllu(await annotateText(text, session)).trimEnd()).toBe(shown.trimEnd());
  });

  it('knows who did what', async () => {
    const { sentences } = await annotateText('Norway’s foreign minister visited Kenya on Tuesday.', session);
    const { tokens, names } = sentences[0]!;
    const wordOf = (deprel: string) => tokens.find((token) => token.deprel === deprel)?.lemma;
    expect([wordOf('root'), wordOf('nsubj'), wordOf('obj')]).toEqual(['visit', 'minister', 'Kenya']);
    expect(names.map(({ text, type }) => [text, type])).toEqual([
      ['Norway', 'LOC'],
      ['Kenya', 'LOC'],
    ]);
  });

  it('says the same twice', async () => {
    const text =
      'The ministers met in Oslo. They talked about fish, oil and gas, and they’ll meet again.\n\nNo deal yet';
    expect(toConllu(await annotateText(text, session))).toBe(toConllu(await annotateText(text, session)));
  });

  it('reads a sentence in the same way whatever stands around it', async () => {
    const sentence =
      'Officials in Nairobi have accused foreign trawlers of ignoring the limits that were set six years ago.';
    const others =
      'They met in Oslo on Friday. The long negotiations on fish, oil and gas, which began in May, will go on until June.';
    const alone = await annotateText(sentence, session);
    const among = await annotateText(`${sentence} ${others}`, session);
    expect(among.sentences[0]).toEqual(alone.sentences[0]);
  });

  it('takes hundreds of words without a stop, marks alone and every script in a row', async () => {
    const odd = [
      'x '.repeat(700),
      '?! '.repeat(600),
      'They met 北京市 and العربية and 🇺🇸. '.repeat(5),
      '-'.repeat(3000),
    ];
    for (const text of odd) {
      const { sentences } = await annotateText(text, session);
      for (const { tokens } of sentences) expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1);
    }
  });

  it('takes words of no letters and of very many pieces', async () => {
    const { sentences } = await annotateWords([['\u200d', '!'.repeat(3000), 'a'.repeat(5000), 'met']], session);
    expect(sentences[0]!.tokens).toHaveLength(4);
  });
});
