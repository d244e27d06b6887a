import type { Token } from './token.ts';

/** The first nine columns of a word's CoNLL-U line, without MISC. Source: https://universaldependencies.org/format.html */
export function conlluColumns({ index, form, lemma, upos, feats, head, deprel }: Token): string {
  return `${index + 1}\t${form}\t${lemma}\t${upos}\t_\t${featsColumn(feats)}\t${head + 1}\t${deprel}\t_`;
}

function featsColumn(feats: Token['feats']): string {
  let column = '';
  for (const name in feats) column += `${column && '|'}${name}=${feats[name]}`;
  return column || '_';
}
