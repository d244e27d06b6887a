/** What words, and pairs of words in a row, stand for: asked at every word of a text without making a string for each pair. */
export interface PhraseTable<Value> {
  readonly phrases: ReadonlyMap<string, Value>;
  /** What a word stands for by itself. */
  alone(word: string): Value | undefined;
  /** What a word stands for with the next. */
  withNext(word: string, next: string): Value | undefined;
}

/** Makes a table of phrases of one or two words, with a blank between the two. */
export function makePhraseTable<Value>(phrases: ReadonlyMap<string, Value>): PhraseTable<Value> {
  const pairs = new Map<string, Map<string, Value>>();
  for (const [phrase, value] of phrases) {
    const blank = phrase.indexOf(' ');
    if (blank < 0) continue;
    const first = phrase.slice(0, blank);
    const seconds = pairs.get(first) ?? new Map<string, Value>();
    pairs.set(first, seconds.set(phrase.slice(blank + 1), value));
  }
  return {
    phrases,
    alone: (word) => phrases.get(word),
    withNext: (word, next) => pairs.get(word)?.get(next),
  };
}
