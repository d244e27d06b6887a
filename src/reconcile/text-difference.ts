/** What a later version of a text says that the earlier one does not, and the other way round, sentence by sentence in text order. */
export interface TextDifference {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The difference of two versions of a text. Sentences that only moved count as neither. */
export function textDifference(earlier: string, later: string): TextDifference {
  const [before, after] = [sentencesOf(earlier), sentencesOf(later)];
  return { removed: missingFrom(before, after), added: missingFrom(after, before) };
}

/** Cut roughly: a short title ("Mr.") ends none. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n+|(?<=[\p{Ll}\p{N}]{3}[.!?]["”’)]?)\s+(?=\p{Lu}|["“‘(])/u)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');
}

function missingFrom(sentences: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return sentences.filter((sentence) => !known.has(sentence));
}
