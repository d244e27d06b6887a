import type { Session } from './session.ts';
import { piecesOf } from './wordpiece.ts';

/** Longer sentences are lists or have lost their stops; the parse is worse there and its memory grows with the square. */
export const MAX_WORDS = 200;
const MAX_PIECES_PER_WORD = 40;

/** Cuts a sentence into parts that the model can take, after a semicolon, colon or comma where there is one. */
export function splitLong(words: readonly string[], session: Session): (readonly string[])[] {
  if (words.length * MAX_PIECES_PER_WORD + 2 <= session.config.maxPieces) return [words];
  const parts: (readonly string[])[] = [];
  let start = 0;
  while (start < words.length) {
    const end = boundary(words, start, furthest(words, start, session));
    parts.push(words.slice(start, end));
    start = end;
  }
  return parts.length > 0 ? parts : [words];
}

/** One past the last word that fits together with the word at `start`. */
function furthest(words: readonly string[], start: number, { config, vocabulary }: Session): number {
  let pieces = 2;
  let end = start;
  while (end < words.length && end - start < MAX_WORDS) {
    pieces += Math.min(MAX_PIECES_PER_WORD, piecesOf(words[end]!, vocabulary).length);
    if (pieces > config.maxPieces) break;
    end++;
  }
  return Math.max(end, start + 1);
}

/** The last good place to cut in the second half of the part; the end itself where there is none. */
function boundary(words: readonly string[], start: number, end: number): number {
  if (end === words.length) return end;
  const middle = start + Math.floor((end - start) / 2);
  for (const marks of [';:', ',', '-–—)']) {
    for (let at = end; at > middle; at--) if (marks.includes(words[at - 1]!)) return at;
  }
  return end;
}
