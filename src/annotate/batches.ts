import type { Encoding } from './encode.ts';

/** Sentences that run together: their indexes, padded to one size. */
export interface Batch {
  readonly members: readonly number[];
  readonly encodings: readonly Encoding[];
  readonly pieces: number;
  readonly words: number;
}

/** 16 MB of label scores, which grow with the square of the words. */
const MAX_LABEL_SCORES = 4_000_000;
/** 8 sentences and 320 pieces run fastest on one core (bench/core.ts, 2026-11-24); only very short ones are better in larger groups. */
const MAX_PIECES = 320;
const MAX_MEMBERS = 8;
const MAX_PIECES_OF_MANY = 128;

/** Groups sentences of like length, within bounds of memory. The grouping depends on nothing but the sentences. */
export function planBatches(encodings: readonly Encoding[], labels: number): Batch[] {
  const order = encodings
    .map((_, index) => index)
    .sort((a, b) => lengthOf(encodings[a]!) - lengthOf(encodings[b]!) || a - b);
  const batches: Batch[] = [];
  let members: number[] = [];
  for (const index of order) {
    if (members.length > 0 && !fits(encodings, [...members, index], labels)) {
      batches.push(batchOf(encodings, members));
      members = [];
    }
    members.push(index);
  }
  return members.length > 0 ? [...batches, batchOf(encodings, members)] : batches;
}

function lengthOf(encoding: Encoding): number {
  return encoding.pieces.length;
}

function fits(encodings: readonly Encoding[], members: readonly number[], labels: number): boolean {
  const { pieces, words } = batchOf(encodings, members);
  const count = members.length;
  if (count > MAX_MEMBERS && count * pieces > MAX_PIECES_OF_MANY) return false;
  return count * pieces <= MAX_PIECES && count * words * (words + 1) * labels <= MAX_LABEL_SCORES;
}

function batchOf(encodings: readonly Encoding[], members: readonly number[]): Batch {
  const chosen = members.map((index) => encodings[index]!);
  return {
    members,
    encodings: chosen,
    pieces: Math.max(...chosen.map((encoding) => encoding.pieces.length)),
    words: Math.max(...chosen.map((encoding) => encoding.starts.length)),
  };
}
