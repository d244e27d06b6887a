import type { Upos } from '../document/index.ts';
import { type Batch, planBatches } from './batches.ts';
import { type Encoding, encodeWords, layOut } from './encode.ts';
import { cutLong } from './long-sentences.ts';
import { maximumTree } from './maximum-tree.ts';
import type { Scores, Session } from './session.ts';
import { findNames, type WordName } from './viterbi.ts';

/** What the core says of one sentence, one entry a word. Heads are word indexes, -1 for the root. */
export interface Parse {
  readonly upos: readonly Upos[];
  readonly feats: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  readonly names: readonly WordName[];
}

/** Parses sentences given as words, in the order given. A sentence too long for the model is parsed in parts, joined by `parataxis`. */
export async function parseSentences(sentences: readonly (readonly string[])[], session: Session): Promise<Parse[]> {
  const { config, vocabulary } = session;
  const encodings: Encoding[] = [];
  const partsOf = sentences.map((words) => {
    const encoded = encodeWords(words, vocabulary);
    const ends = cutLong(words, encoded, config.maxPieces);
    return ends.map((end, part) => encodings.push(layOut(encoded.slice(ends[part - 1] ?? 0, end), vocabulary)) - 1);
  });
  const parses = await runAll(encodings, session);
  return partsOf.map((parts) => joinParses(parts.map((part) => parses[part]!)));
}

async function runAll(encodings: readonly Encoding[], session: Session): Promise<Parse[]> {
  const parses = new Array<Parse>(encodings.length);
  for (const batch of planBatches(encodings, session.config.deprel.length)) {
    const scores = await session.run(batch);
    batch.members.forEach((member, row) => {
      parses[member] = decode(scores, batch, row, session);
    });
  }
  return parses;
}

function decode(scores: Scores, batch: Batch, row: number, { config }: Session): Parse {
  const count = batch.encodings[row]!.starts.length;
  const rowOf = (values: Float32Array, width: number) =>
    values.subarray(row * scores.words * width, (row * scores.words + count) * width);
  const heads = maximumTree(arcsOf(scores, row, count), count);
  return {
    upos: bestEach(rowOf(scores.upos, config.upos.length), count, config.upos) as Upos[],
    feats: bestEach(rowOf(scores.feats, config.feats.length), count, config.feats),
    heads: [...heads],
    deprels: labelsOf(scores, row, heads, config.deprel),
    names: findNames(rowOf(scores.names, config.names.length), count, config.names),
  };
}

function arcsOf({ arcs, words }: Scores, row: number, count: number): Float32Array {
  const own = new Float32Array(count * (count + 1));
  for (let word = 0; word < count; word++) {
    const from = (row * words + word) * (words + 1);
    own.set(arcs.subarray(from, from + count + 1), word * (count + 1));
  }
  return own;
}

function bestEach(scores: Float32Array, count: number, names: readonly string[]): string[] {
  return Array.from({ length: count }, (_, word) => names[bestAt(scores, word * names.length, names.length)]!);
}

function bestAt(scores: Float32Array, from: number, size: number, except = -1): number {
  let best = except === 0 ? 1 : 0;
  for (let i = best + 1; i < size; i++) if (i !== except && scores[from + i]! > scores[from + best]!) best = i;
  return best;
}

/** The label of every word for the head it got: `root` for the root and for nothing else. */
function labelsOf({ labels, words }: Scores, row: number, heads: Int32Array, names: readonly string[]): string[] {
  const root = names.indexOf('root');
  return Array.from(heads, (head, word) => {
    if (head < 0) return 'root';
    const from = ((row * words + word) * (words + 1) + head + 1) * names.length;
    return names[bestAt(labels, from, names.length, root)]!;
  });
}

/** Parts of one sentence as one parse: the roots of the later parts hang on the first. */
function joinParses(parts: readonly Parse[]): Parse {
  const [first, ...others] = parts;
  if (!first) return { upos: [], feats: [], heads: [], deprels: [], names: [] };
  return others.reduce((whole, part) => joinTwo(whole, part), first);
}

function joinTwo(whole: Parse, part: Parse): Parse {
  const offset = whole.heads.length;
  const root = whole.heads.indexOf(-1);
  return {
    upos: [...whole.upos, ...part.upos],
    feats: [...whole.feats, ...part.feats],
    heads: [...whole.heads, ...part.heads.map((head) => (head < 0 ? root : head + offset))],
    deprels: [...whole.deprels, ...part.deprels.map((deprel) => (deprel === 'root' ? 'parataxis' : deprel))],
    names: [
      ...whole.names,
      ...part.names.map((name) => ({ ...name, first: name.first + offset, last: name.last + offset })),
    ],
  };
}
