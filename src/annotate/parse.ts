import type { Upos } from '../document/index.ts';
import { encodeWords, layOut } from './encode.ts';
import type { CoreConfig } from './load.ts';
import { cutLong } from './long-sentences.ts';
import { maximumTree } from './maximum-tree.ts';
import type { Scores, Session } from './session.ts';
import { putBack, stylesIn } from './styles-of-address.ts';
import { findNames, type WordName } from './viterbi.ts';

/** What the core says of one sentence, one entry a word. Heads are word indexes, -1 for the root. */
export interface Parse {
  readonly upos: readonly Upos[];
  readonly feats: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  readonly names: readonly WordName[];
}

/**
 * Parses sentences given as words, in the order given. A sentence too long for the model is parsed in parts, joined by `parataxis`; styles of
 * address are left out of the parse and hung on the name behind them.
 */
export async function parseSentences(sentences: readonly (readonly string[])[], session: Session): Promise<Parse[]> {
  const parses: Parse[] = [];
  for (const words of sentences) {
    const styles = stylesIn(words, session.segmentation.styles);
    const plain = words.filter((_, index) => !styles[index]);
    parses.push(putBack(await parseSentence(plain, session), styles));
  }
  return parses;
}

async function parseSentence(words: readonly string[], session: Session): Promise<Parse> {
  const encoded = encodeWords(words, session.vocabulary);
  const parts: Parse[] = [];
  let start = 0;
  for (const end of cutLong(words, encoded, session.config.maxPieces)) {
    const scores = await session.run(layOut(encoded.slice(start, end), session.vocabulary));
    parts.push(decode(scores, end - start, session.config));
    start = end;
  }
  return joinParses(parts);
}

function decode(scores: Scores, count: number, config: CoreConfig): Parse {
  const heads = maximumTree(scores.arcs, count);
  return {
    upos: bestEach(scores.upos, count, config.upos) as Upos[],
    feats: bestEach(scores.feats, count, config.feats),
    heads: [...heads],
    deprels: labelsOf(scores.labels, heads, config.deprel),
    names: findNames(scores.names, count, config.names),
  };
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
function labelsOf(labels: Float32Array, heads: Int32Array, names: readonly string[]): string[] {
  const root = names.indexOf('root');
  return Array.from(heads, (head, word) => {
    if (head < 0) return 'root';
    const from = (word * (heads.length + 1) + head + 1) * names.length;
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
