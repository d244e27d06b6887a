import type { NameType } from '../document/index.ts';

/** A name among words: indexes inclusive. */
export interface WordName {
  readonly first: number;
  readonly last: number;
  readonly type: NameType;
}

/** The names of the best BIO sequence in which every I- goes on a name of its own type. `scores[word * tags + tag]`. */
export function findNames(scores: Float32Array, words: number, tags: readonly string[]): WordName[] {
  const path = bestPath(scores, words, tags, legalBefore(tags));
  const names: WordName[] = [];
  path.forEach((tag, word) => {
    const [position, type] = tags[tag]!.split('-') as [string, NameType | undefined];
    if (position === 'B') names.push({ first: word, last: word, type: type! });
    if (position === 'I') names[names.length - 1] = { ...names.at(-1)!, last: word };
  });
  return names;
}

/** For every tag, the tags that may stand before it. */
function legalBefore(tags: readonly string[]): number[][] {
  return tags.map((tag) => {
    const all = tags.map((_, index) => index);
    return tag.startsWith('I-')
      ? all.filter((before) => tags[before] !== 'O' && tags[before]!.slice(2) === tag.slice(2))
      : all;
  });
}

function bestPath(scores: Float32Array, words: number, tags: readonly string[], before: readonly number[][]): number[] {
  const size = tags.length;
  const back = new Int32Array(words * size);
  let best = tags.map((tag, index) => (tag.startsWith('I-') ? Number.NEGATIVE_INFINITY : scores[index]!));
  for (let word = 1; word < words; word++) {
    best = tags.map((_, tag) => {
      let from = before[tag]![0]!;
      for (const candidate of before[tag]!) if (best[candidate]! > best[from]!) from = candidate;
      back[word * size + tag] = from;
      return best[from]! + scores[word * size + tag]!;
    });
  }
  const path = new Array<number>(words);
  path[words - 1] = best.indexOf(Math.max(...best));
  for (let word = words - 1; word > 0; word--) path[word - 1] = back[word * size + path[word]!]!;
  return path;
}
