import { shapeOf } from './shapes.ts';
import { piecesOf, type Vocabulary } from './wordpiece.ts';

/** A word as the model takes it: its pieces, and the shape that all of them carry. */
export interface EncodedWord {
  readonly pieces: readonly number[];
  readonly shape: number;
}

/** The pieces of a few words between [CLS] and [SEP], and where each word begins. */
export interface Encoding {
  readonly pieces: readonly number[];
  readonly shapes: readonly number[];
  readonly starts: readonly number[];
}

/** No word of a language needs more; a run of thousands of marks does, and its first pieces tell enough. */
const MAX_PIECES_PER_WORD = 40;

/** Turns words into pieces and shapes, one entry a word. */
export function encodeWords(words: readonly string[], vocabulary: Vocabulary): EncodedWord[] {
  return words.map((word) => ({
    pieces: piecesOf(word, vocabulary).slice(0, MAX_PIECES_PER_WORD),
    shape: shapeOf(word),
  }));
}

/** Lays words out as one sequence of the model. */
export function layOut(words: readonly EncodedWord[], vocabulary: Vocabulary): Encoding {
  const pieces = [vocabulary.get('[CLS]')!];
  const shapes = [0];
  const starts: number[] = [];
  for (const word of words) {
    starts.push(pieces.length);
    for (const piece of word.pieces) {
      pieces.push(piece);
      shapes.push(word.shape);
    }
  }
  pieces.push(vocabulary.get('[SEP]')!);
  shapes.push(0);
  return { pieces, shapes, starts };
}
