import { shapeOf } from './shapes.ts';
import { piecesOf, type Vocabulary } from './wordpiece.ts';

/** The pieces of a few words, as the model takes them: [CLS] … [SEP], and where each word begins. */
export interface Encoding {
  readonly pieces: readonly number[];
  readonly shapes: readonly number[];
  readonly starts: readonly number[];
}

/** No word of a language needs more; a run of thousands of marks does, and its first pieces tell enough. */
const MAX_PIECES_PER_WORD = 40;

/** Turns words into pieces, shapes and places. */
export function encodeWords(words: readonly string[], vocabulary: Vocabulary): Encoding {
  const pieces = [vocabulary.get('[CLS]')!];
  const shapes = [0];
  const starts: number[] = [];
  for (const word of words) {
    starts.push(pieces.length);
    const shape = shapeOf(word);
    for (const piece of piecesOf(word, vocabulary).slice(0, MAX_PIECES_PER_WORD)) {
      pieces.push(piece);
      shapes.push(shape);
    }
  }
  pieces.push(vocabulary.get('[SEP]')!);
  shapes.push(0);
  return { pieces, shapes, starts };
}
