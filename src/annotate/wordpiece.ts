/** Piece → number, as in the vocab.txt of uncased BERT. */
export type Vocabulary = ReadonlyMap<string, number>;

/** A longer word is unknown as a whole. */
export const MAX_WORD_CHARS = 100;
const CONTROL = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\0\ufffd]/u;
const CJK =
  /[\u{4E00}-\u{9FFF}\u{3400}-\u{4DBF}\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B820}-\u{2CEAF}\u{F900}-\u{FAFF}\u{2F800}-\u{2FA1F}]/u;
const PUNCTUATION = /[!-/:-@[-`{-~\p{P}]/u;
const PLAIN = /^[a-z0-9]+$/;

/** The numbers of the pieces of one word, at least one. Source: BERT's uncased tokenizer (Devlin et al. 2019). */
export function piecesOf(word: string, vocabulary: Vocabulary): number[] {
  const unknown = vocabulary.get('[UNK]')!;
  const pieces: number[] = [];
  for (const token of basicTokens(word)) pieces.push(...(longestFirst(token, vocabulary) ?? [unknown]));
  return pieces.length > 0 ? pieces : [unknown];
}

/** Cleans, lowers and strips accents, then divides at white space, marks and CJK characters. */
export function basicTokens(word: string): string[] {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return [lower];
  let spaced = '';
  for (const char of word) spaced += cleaned(char);
  let divided = '';
  for (const char of spaced.normalize('NFD').toLowerCase()) {
    if (/\p{Mn}/u.test(char)) continue;
    divided += PUNCTUATION.test(char) ? ` ${char} ` : char;
  }
  return divided.split(/\s+/u).filter((token) => token !== '');
}

function cleaned(char: string): string {
  if (/[\t\n\r]/.test(char)) return ' ';
  if (CONTROL.test(char)) return '';
  if (/\s/u.test(char)) return ' ';
  return CJK.test(char) ? ` ${char} ` : char;
}

function longestFirst(token: string, vocabulary: Vocabulary): number[] | null {
  const chars = [...token];
  if (chars.length > MAX_WORD_CHARS) return null;
  const pieces: number[] = [];
  for (let start = 0; start < chars.length; ) {
    const found = longestAt(chars, start, vocabulary);
    if (found === null) return null;
    pieces.push(found.id);
    start = found.end;
  }
  return pieces;
}

function longestAt(
  chars: readonly string[],
  start: number,
  vocabulary: Vocabulary,
): { id: number; end: number } | null {
  for (let end = chars.length; end > start; end--) {
    const id = vocabulary.get((start > 0 ? '##' : '') + chars.slice(start, end).join(''));
    if (id !== undefined) return { id, end };
  }
  return null;
}
