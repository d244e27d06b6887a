/** Letters that decompose into no base letter plus accent. */
const SPECIAL: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ə: 'a',
  ħ: 'h',
};

/** A word in the form in which names are compared: lower case, without accents, -isation as -ization. "Çavuşoğlu" → "cavusoglu". */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (isAscii(lower)) return lower.length > 8 ? lower.replace(/isation(s?)$/u, 'ization$1') : lower;
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036fʻʼ‘’]/gu, '')
    .replace(/[^ -~]/gu, (letter) => SPECIAL[letter] ?? letter);
}

/** Several words folded and joined by single blanks: hyphens, apostrophes and points between them do not count. */
export function foldName(name: string): string {
  return splitWords(name)
    .map((word) => word.key)
    .join(' ');
}

/** A word of a text: its folded form, and where it stands. Dotted abbreviations are one word: "U.S." has the key "us". */
export interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Cuts a text into words of letters and digits; "People's" is two ("people", "s"), "Jong-un" is two. */
export function splitWords(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  let at = from;
  while (at < to) {
    if (!isWordAt(text, at)) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < to && isWordAt(text, end)) end++;
    const dotted = end === at + 1 ? dottedEnd(text, at, to) : 0;
    if (dotted > 0) {
      words.push({ key: foldWord(text.slice(at, dotted).replaceAll('.', '')), start: at, end: dotted });
      at = dotted;
    } else {
      words.push({ key: foldWord(text.slice(at, end)), start: at, end });
      at = end;
    }
  }
  return words;
}

/** End of an abbreviation such as "U.S." or "D.P.R.K." that starts at `at`, or 0. One letter and a point is an initial, no abbreviation. */
function dottedEnd(text: string, at: number, to: number): number {
  let end = at;
  let letters = 0;
  while (end + 1 < to && isCapital(text.charCodeAt(end)) && text[end + 1] === '.') {
    if (end + 2 < to && text[end + 2] === ' ' && letters === 0) return 0;
    letters++;
    end += 2;
  }
  if (letters === 0) return 0;
  if (end < to && isCapital(text.charCodeAt(end)) && !isWordAt(text, end + 1)) return end + 1;
  return letters >= 2 ? end : 0;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x206f)) return false;
  return /[\p{L}\p{M}\p{N}]/u.test(text[at]!);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
