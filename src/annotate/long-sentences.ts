import type { EncodedWord } from './encode.ts';

/** Longer sentences are lists or have lost their stops; the parse is worse there and its memory grows with the square. */
export const MAX_WORDS = 200;
/** Where a sentence is best cut, the best first. */
const CUTS: readonly ReadonlySet<string>[] = [new Set([';', ':']), new Set([',']), new Set(['-', '–', '—', ')'])];

/**
 * One past the last word of each part of a sentence that the model can take, a part being cut after a semicolon, colon
 * or comma where there is one. Most sentences are one part.
 */
export function cutLong(words: readonly string[], encoded: readonly EncodedWord[], maxPieces: number): number[] {
  const ends: number[] = [];
  for (let start = 0; start < words.length; start = ends.at(-1)!) {
    ends.push(lastCut(words, start, furthest(encoded, start, maxPieces)));
  }
  return ends;
}

/** One past the last word that fits together with the word at `start`. */
function furthest(encoded: readonly EncodedWord[], start: number, maxPieces: number): number {
  let pieces = 2;
  let end = start;
  while (end < encoded.length && end - start < MAX_WORDS) {
    pieces += encoded[end]!.pieces.length;
    if (pieces > maxPieces) break;
    end++;
  }
  return Math.max(end, start + 1);
}

/** The last good place to cut in the second half of the part; the end itself where there is none. */
function lastCut(words: readonly string[], start: number, end: number): number {
  if (end === words.length) return end;
  const middle = start + Math.floor((end - start) / 2);
  for (const marks of CUTS) {
    for (let at = end; at > middle; at--) if (marks.has(words[at - 1]!)) return at;
  }
  return end;
}
