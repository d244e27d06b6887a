import type { Token } from './token.ts';

/** The first nine columns of a word's CoNLL-U line, without MISC. Source: https://universaldependencies.org/format.html */
export function conlluColumns(token: Token): readonly string[] {
  const feats = Object.entries(token.feats).map(([name, value]) => `${name}=${value}`);
  const { index, form, lemma, upos, head, deprel } = token;
  return [`${index + 1}`, form, lemma, upos, '_', feats.join('|') || '_', `${head + 1}`, deprel, '_'];
}
