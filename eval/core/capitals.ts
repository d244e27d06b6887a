import type { GoldNames } from './names-score.ts';
import type { GoldDocument, GoldSentence } from './treebank.ts';

/** The same text in capitals, letter for letter: a letter whose capital is longer ("ß") stays. */
export function inCapitals(text: string): string {
  return text.replace(/\p{Ll}/gu, (letter) => {
    const capital = letter.toUpperCase();
    return capital.length === letter.length ? capital : letter;
  });
}

/** A treebank's document written in capitals; what it says of its words stays. */
export function documentInCapitals({ id, sentences }: GoldDocument): GoldDocument {
  return { id, sentences: sentences.map(sentenceInCapitals) };
}

function sentenceInCapitals(sentence: GoldSentence): GoldSentence {
  return {
    ...sentence,
    text: inCapitals(sentence.text),
    words: sentence.words.map(inCapitals),
    lines: sentence.lines.map((line) => {
      const [id, form, ...rest] = line.split('\t');
      return [id, inCapitals(form!), ...rest].join('\t');
    }),
  };
}

/** A row of names whose text is written in capitals. */
export function namesInCapitals(row: GoldNames): GoldNames {
  return { ...row, text: inCapitals(row.text) };
}
