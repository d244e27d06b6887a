import { loadInflection, loadSegmentation } from '../../src/annotate/load.ts';
import type { Scores, Session } from '../../src/annotate/session.ts';

const UPOS = ['NOUN', 'PUNCT'];
const DEPREL = ['dep', 'root', 'punct'];
const NAMES = ['O', 'B-PER', 'I-PER'];

/** A session without a model: every word hangs on the one before it, and capitals at the start make a person's name. */
export async function fakeSession(maxPieces = 512): Promise<Session> {
  const vocabulary = new Map(['[PAD]', '[UNK]', '[CLS]', '[SEP]', '.', 'a'].map((piece, id) => [piece, id]));
  return {
    config: {
      name: 'fake',
      version: '0',
      maxPieces,
      upos: UPOS,
      feats: ['_', 'Number=Sing|Person=3'],
      deprel: DEPREL,
      names: NAMES,
    },
    vocabulary,
    lemmas: { exceptions: new Map(), rules: [], inflection: await loadInflection(), words: new Set() },
    segmentation: await loadSegmentation(),
    run: async ({ starts }) => scoresOf(starts.length),
    close: async () => {},
  };
}

function scoresOf(words: number): Scores {
  const arcs = new Float32Array(words * (words + 1));
  const labels = new Float32Array(words * (words + 1) * DEPREL.length);
  const feats = new Float32Array(words * 2);
  for (let word = 0; word < words; word++) arcs[word * (words + 1) + word] = 9;
  for (let cell = 0; cell < labels.length; cell += DEPREL.length) labels[cell + 1] = 1;
  for (let cell = 1; cell < feats.length; cell += 2) feats[cell] = 1;
  return {
    upos: new Float32Array(words * UPOS.length),
    feats,
    arcs,
    labels,
    names: new Float32Array(words * NAMES.length),
  };
}
