import { hashOf, mix } from './mix.ts';

const SHINGLE_WORDS = 5;
const PERMUTATIONS = 64;
/** Sixteen bands of four: texts that share seven tenths of their shingles meet in a band 99 times of 100. */
const ROWS_PER_BAND = 4;
/** A shorter text has too few shingles to be compared by them. */
const MIN_SHINGLES = 20;

/** The least number of each of 64 permutations over the shingles of a text. */
export type Signature = readonly number[];

/** The MinHash signature of a text over its shingles of five words; null for a text of a sentence or two. Source: Broder 1997. */
export function signatureOf(text: string): Signature | null {
  const shingles = shinglesOf(text);
  if (shingles.size < MIN_SHINGLES) return null;
  return SEEDS.map((seed) => {
    let least = 0xffffffff;
    for (const shingle of shingles) least = Math.min(least, mix(shingle ^ seed));
    return least;
  });
}

/** The share of shingles that two texts have in common, as their signatures estimate it: 0 to 1, give or take 0.06. */
export function likeness(one: Signature, other: Signature): number {
  return one.filter((least, index) => least === other[index]).length / PERMUTATIONS;
}

/** What texts are looked up by: those that share any of these numbers may be alike. */
export function bandsOf(signature: Signature): readonly number[] {
  return Array.from({ length: PERMUTATIONS / ROWS_PER_BAND }, (_, band) => {
    const rows = signature.slice(band * ROWS_PER_BAND, (band + 1) * ROWS_PER_BAND);
    return hashOf(`${band} ${rows.join(' ')}`);
  });
}

const SEEDS: readonly number[] = Array.from({ length: PERMUTATIONS }, (_, index) => mix(index + 1));

function shinglesOf(text: string): ReadonlySet<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<number>();
  for (let start = 0; start + SHINGLE_WORDS <= words.length; start += 1) {
    shingles.add(hashOf(words.slice(start, start + SHINGLE_WORDS).join(' ')));
  }
  return shingles;
}
