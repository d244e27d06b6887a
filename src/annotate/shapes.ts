/** How a word is written: the only thing that an uncased vocabulary does not see. The numbers are the model's. */
export const SHAPE = { special: 0, noLetters: 1, lower: 2, title: 3, upper: 4, mixed: 5 } as const;

/** The shape of a word; a lone capital is `title`, two or more are `upper`. */
export function shapeOf(word: string): number {
  const letters = word.match(/\p{L}/gu);
  if (!letters) return SHAPE.noLetters;
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
  if (capitals === 0) return SHAPE.lower;
  if (capitals === letters.length) return capitals >= 2 ? SHAPE.upper : SHAPE.title;
  return capitals === 1 && /\p{Lu}/u.test(letters[0]!) ? SHAPE.title : SHAPE.mixed;
}
