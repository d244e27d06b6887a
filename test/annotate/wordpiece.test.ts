import { existsSync, readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadVocabulary, MODEL_FOLDER } from '../../src/annotate/load.ts';
import { basicTokens, piecesOf, type Vocabulary } from '../../src/annotate/wordpiece.ts';

const small: Vocabulary = new Map(
  ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'un', '##aff', '##able', 'e', '##tat', "'", 'd', '中'].map((piece, id) => [
    piece,
    id,
  ]),
);

describe('basicTokens', () => {
  it.each([
    ['Zürich', ['zurich']],
    ["d'État", ['d', "'", 'etat']],
    ['F-16', ['f', '-', '16']],
    ['中国', ['中', '国']],
    ['a\u0000b\u200dc', ['abc']],
    ['U.S.', ['u', '.', 's', '.']],
  ])('divides %s as uncased BERT does', (word, tokens) => {
    expect(basicTokens(word)).toEqual(tokens);
  });
});

describe('piecesOf', () => {
  it('takes the longest piece first and marks what goes on', () => {
    expect(piecesOf('Unaffable', small)).toEqual([4, 5, 6]);
  });

  it('gives a word that has no pieces one unknown piece', () => {
    expect(piecesOf('xyz', small)).toEqual([1]);
    expect(piecesOf('\u200d', small)).toEqual([1]);
    expect(piecesOf('a'.repeat(101), small)).toEqual([1]);
  });
});

describe.skipIf(!existsSync(`${MODEL_FOLDER}vocab.txt`))('piecesOf with the vocabulary of the model', () => {
  let vocabulary: Vocabulary;
  let oracle: Tokenizer;

  beforeAll(async () => {
    vocabulary = await loadVocabulary(MODEL_FOLDER);
    oracle = oracleOf(readFileSync(`${MODEL_FOLDER}vocab.txt`, 'utf8').trimEnd().split('\n'));
  });

  it.each([
    'Zelenskyy',
    'naïve',
    'COVID-19',
    '$5.2bn',
    'ﬁnal',
    'İstanbul',
    '€',
    'Øresund',
    'москва',
    'ẞ',
    '½',
    '…',
    '🇺🇸',
  ])('agrees with another implementation on %s', (word) => {
    expect(piecesOf(word, vocabulary)).toEqual(expected(oracle, word));
  });

  it('agrees with another implementation on any word', () => {
    // The oracle takes CJK characters outside the basic plane for two; the reference in training/wordpiece.py does not.
    const letters = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((word) => /\S/u.test(word) && !/[\u{20000}-\u{2FA1F}]/u.test(word));
    const latin = fc.stringMatching(/^[A-Za-zà-ÿÀ-ß0-9.,'’$%&()/-]{1,14}$/);
    fc.assert(
      fc.property(fc.oneof(latin, letters), (word) => {
        expect(piecesOf(word, vocabulary)).toEqual(expected(oracle, word));
      }),
      { numRuns: 600, seed: 20261124 },
    );
  });
});

function expected(oracle: Tokenizer, word: string): number[] {
  const { ids } = oracle.encode(word, { add_special_tokens: false });
  return ids.length > 0 ? ids : [100];
}

function oracleOf(pieces: readonly string[]): Tokenizer {
  const normalizer = {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: null,
    lowercase: true,
  };
  const vocab = Object.fromEntries(pieces.map((piece, id) => [piece, id]));
  const model = {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab,
  };
  const tokenizer = {
    version: '1.0',
    added_tokens: [],
    normalizer,
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: null,
    model,
  };
  return new Tokenizer(tokenizer, {});
}
