import { eld } from 'eld/extrasmall';

/** Fewer letters than this tell no language: "Xi, Putin meet" looks Romanian. */
const MIN_LETTERS = 60;
/** What a language must score above English before a text counts as written in it; names pull English texts elsewhere. */
const MARGIN = 0.1;
const SAMPLE_CHARS = 6000;

/** The ISO 639-1 code of the language that most of a text is written in; null where the text is too short to tell. */
export function identifyLanguage(text: string): string | null {
  const sample = sampleOf(text);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return null;
  const { language, getScores } = withScores(sample);
  if (language === '') return null;
  const scores = getScores();
  const isCertain = language === 'en' || (scores[language] ?? 0) - (scores.en ?? 0) >= MARGIN;
  return isCertain ? language : null;
}

function withScores(text: string): { language: string; getScores: () => Record<string, number> } {
  const result = eld.detect(text);
  return { language: result.language, getScores: () => result.getScores() as Record<string, number> };
}

/** The beginning, middle and end of a long text, so that time stays bounded and one foreign page does not decide. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE_CHARS) return text;
  const third = SAMPLE_CHARS / 3;
  const middle = Math.floor((text.length - third) / 2);
  return `${text.slice(0, third)} ${text.slice(middle, middle + third)} ${text.slice(-third)}`;
}
