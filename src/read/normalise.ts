import { unwrapLines } from './unwrap-lines.ts';

/** Scripts in which a joiner between letters changes the word and must stay. */
const JOINED =
  '\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Sinhala}\\p{Extended_Pictographic}\\uFE0F';

/** What is replaced, in this order. Each step leaves the typographic quotes and dashes of the text alone. */
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Cs}/gu, '\uFFFD'], // half of a surrogate pair
  [/\r\n?|[\u0085\u2028\v]/g, '\n'],
  [/[\f\u2029]/g, '\n\n'],
  [/[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' '],
  // Soft hyphens, zero-width spaces, byte-order marks, and the marks that turn the direction of writing.
  [/[\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, ''],
  [new RegExp(`(?<![${JOINED}])[\\u200C\\u200D]`, 'gu'), ''],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  [/[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g, ''],
  [/[\u2010\u2011]/g, '-'],
];

/**
 * Brings a text to the one form that all offsets count in: NFC, plain spaces and line breaks, no invisible characters, no hard wrapping,
 * at most one blank line in a row. Typographic quotes and dashes stay. Doing it twice changes nothing.
 */
export function normaliseText(text: string): string {
  const plain = REPLACEMENTS.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC');
  return tidyLines(unwrapLines(plain));
}

function tidyLines(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Brings a title, byline or name to one line of plain text; null when nothing is left. */
export function normaliseLine(text: string | null | undefined): string | null {
  const line = normaliseText(text ?? '').replace(/\s+/g, ' ');
  return line === '' ? null : line;
}
