import type { Parse } from './parse.ts';

/** Sequences of words that only honour the name behind them. */
export type StylesOfAddress = readonly (readonly string[])[];

/**
 * Which words of a sentence honour the name behind them ("H.E. Mr. Jaishankar", "His Excellency Dr. Abdelatty"). The treebanks hardly know
 * them and the parser loses the name behind; the sentence is parsed without them. In text without small letters nothing tells a name.
 */
export function stylesIn(words: readonly string[], styles: StylesOfAddress): readonly boolean[] {
  const marks = words.map(() => false);
  if (!words.some((word) => /^\p{Ll}{4,}$/u.test(word))) return marks;
  for (let start = 0; start < words.length; start++) {
    const style = styles.find((style) => style.every((word, i) => words[start + i] === word));
    if (!style || !/^\p{Lu}/u.test(words[start + style.length] ?? '')) continue;
    marks.fill(true, start, start + style.length);
    start += style.length - 1;
  }
  return marks;
}

/** Puts words that were left out back into a parse, each hung on the first word behind it that was parsed. */
export function putBack(parse: Parse, isLeftOut: readonly boolean[]): Parse {
  if (!isLeftOut.includes(true)) return parse;
  const places = isLeftOut.flatMap((isOut, index) => (isOut ? [] : [index]));
  const placeOf = (word: number) => (word < 0 ? word : places[word]!);
  let next = 0;
  const rows = isLeftOut.map((isOut) => (isOut ? null : next++));
  const each = <T>(values: readonly T[], left: T) => rows.map((row) => (row === null ? left : values[row]!));
  return {
    upos: each(parse.upos, 'PROPN'),
    feats: each(parse.feats, '_'),
    heads: rows.map((row, index) => (row === null ? isLeftOut.indexOf(false, index) : placeOf(parse.heads[row]!))),
    deprels: each(parse.deprels, 'nmod:desc'),
    names: parse.names.map((name) => ({ ...name, first: placeOf(name.first), last: placeOf(name.last) })),
  };
}
