import type { AnnotatedReport, Sentence, Token } from '../../document/index.ts';
import { type Word, wordsOf } from './words.ts';

/** Where a word of the raw text lies in the parse. */
export interface TokenPlace {
  readonly sentence: Sentence;
  readonly token: Token;
}

/** The words of all sentences in one list, with a break after each, and the token that each word lies in. */
export interface WordMap {
  readonly words: readonly Word[];
  readonly places: readonly (TokenPlace | null)[];
}

/** Cuts the sentences of a report into words, and finds the token of each. The dateline, which belongs to no sentence, is left out. */
export function mapWords(doc: AnnotatedReport): WordMap {
  const words: Word[] = [];
  const places: (TokenPlace | null)[] = [];
  for (const sentence of doc.sentences) {
    let at = 0;
    for (const word of wordsOf(doc.report.text, sentence.start, sentence.end)) {
      while (at < sentence.tokens.length - 1 && sentence.tokens[at]!.end <= word.start) at += 1;
      const token = sentence.tokens[at];
      words.push(word);
      places.push(token && token.start <= word.start && word.start < token.end ? { sentence, token } : null);
    }
    words.push({ start: sentence.end, end: sentence.end, text: '', glued: false, kind: 'break', capital: false });
    places.push(null);
  }
  return { words, places };
}
