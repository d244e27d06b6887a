import { eld } from 'eld/extrasmall';

/** Fewer letters than this tell no language: "Xi, Putin meet" looks Romanian. */
const MIN_LETTERS = 60;
/**
 * What a language must score above English before a text counts as written in it. Names pull English texts elsewhere:
 * addresses in the training parts of EWT and GUM reach 0.19, whole sentences in six other languages 0.21 to 0.47.
 */
const MARGIN = { short: 0.2, long: 0.1 };
const LONG_LETTERS = 200;
/** The detector reads no more of a text than this. */
const SAMPLE_CHARS = 1000;
/** So many of its words begin with a capital in a list of names. */
const MOSTLY = 0.8;
const FOREIGN_LETTERS = /[^\P{L}\p{Script=Latin}]+/gu;

/**
 * The ISO 639-1 code of the language that most of a text is written in; `und` for a short text in another script than
 * Latin; null where the text is too short to tell.
 */
export function identifyLanguage(text: string): string | null {
  const [first, ...others] = samplesOf(text).map(languageOf);
  const isContradicted = others.length > 1 && others[0] !== first && others[0] === others[1];
  return (isContradicted ? others[0] : (first ?? others.find((language) => language !== null))) ?? null;
}

/** The beginning of a text, and for a long one its middle and end, so that time stays bounded and one foreign page does not decide. */
function samplesOf(text: string): string[] {
  if (text.length <= 2 * SAMPLE_CHARS) return [text];
  const middle = Math.floor((text.length - SAMPLE_CHARS) / 2);
  return [text.slice(0, SAMPLE_CHARS), text.slice(middle, middle + SAMPLE_CHARS), text.slice(-SAMPLE_CHARS)];
}

/** A list of names lacks the small words that tell a language. */
function isOfNames(sample: string): boolean {
  const words = sample.match(/\p{L}[\p{L}\p{M}]+/gu) ?? [];
  return countOf(sample, /(?<!\p{L})\p{Lu}\p{Ll}/gu) > MOSTLY * words.length;
}

function languageOf(sample: string): string | null {
  const all = countOf(sample, /\p{L}/gu);
  const latin = countOf(sample, /\p{Script=Latin}/gu);
  const letters = latin < all / 2 ? all : latin;
  if (letters < MIN_LETTERS) return all > 1 && latin < all / 2 ? 'und' : null;
  // Names given in their own script beside the Latin one would outweigh the words around them.
  if (isOfNames(sample)) return null;
  const result = eld.detect(letters === latin && latin < all ? sample.replace(FOREIGN_LETTERS, '') : sample);
  if (result.language === '') return null;
  const scores: Readonly<Record<string, number>> = result.getScores();
  const margin = letters < LONG_LETTERS ? MARGIN.short : MARGIN.long;
  const isCertain = result.language === 'en' || (scores[result.language] ?? 0) - (scores.en ?? 0) >= margin;
  return isCertain ? result.language : null;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
