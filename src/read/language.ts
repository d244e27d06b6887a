import { smallWords } from './phrases.ts';

const MIN_WORDS = 20;
/** English running text has 35 to 50 words of the list in a hundred; Dutch, Scots or German under 12. */
const SURE_SHARE = 0.25;
const SAMPLE_LENGTH = 4000;

/** Tells the language of a text as an ISO 639-1 code; null where there are too few letters to tell. Loads the detector only when it is not plain English. */
export async function detectLanguage(text: string): Promise<string | null> {
  const sample = text.slice(0, SAMPLE_LENGTH);
  return sureLanguage(sample) ?? (await askDetector(sample));
}

/** The language whose commonest small words make up a good share of the text; null where none does. */
function sureLanguage(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < MIN_WORDS) return null;
  const isSure = ([, list]: readonly [string, readonly string[]]) =>
    words.filter((word) => list.includes(word)).length / words.length >= SURE_SHARE;
  return Object.entries(smallWords()).find(isSure)?.[0] ?? null;
}

async function askDetector(text: string): Promise<string | null> {
  if ((text.match(/\p{L}/gu) ?? []).length < 12) return null;
  const { eld } = await import('eld/medium');
  return eld.detect(text).language || null;
}
