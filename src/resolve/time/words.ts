/** A word, number or mark of the raw text. `text` is in lower case, with straight apostrophes and plain hyphens. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** No white space stands before it. */
  readonly glued: boolean;
  readonly kind: 'letters' | 'digits' | 'mark' | 'break';
  readonly capital: boolean;
}

const MARKS: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '‑': '-', '–': '-', '−': '-' };

/**
 * Cuts raw text (or `[start, end)` of it) into runs of letters, runs of digits and single marks.
 * An empty line becomes a `break`, over which no expression reaches.
 */
export function wordsOf(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = [];
  let position = start;
  let glued = false;
  while (position < end) {
    const code = text.charCodeAt(position);
    if (isSpace(code)) {
      const stop = run(text, position, end, isSpace);
      if (isParagraphBreak(text, position, stop)) words.push(word(text, position, stop, false, 'break'));
      position = stop;
      glued = false;
      continue;
    }
    const kind = isDigit(code) ? 'digits' : isLetter(code) ? 'letters' : 'mark';
    const stop = kind === 'mark' ? position + 1 : run(text, position, end, kind === 'digits' ? isDigit : isLetter);
    words.push(word(text, position, stop, glued, kind));
    position = stop;
    glued = true;
  }
  return words;
}

function word(text: string, start: number, end: number, glued: boolean, kind: Word['kind']): Word {
  const form = text.slice(start, end);
  if (kind === 'letters') {
    const lower = form.toLowerCase();
    return { start, end, text: lower, glued, kind, capital: lower.charCodeAt(0) !== form.charCodeAt(0) };
  }
  return { start, end, text: kind === 'mark' ? (MARKS[form] ?? form) : form, glued, kind, capital: false };
}

function run(text: string, start: number, end: number, holds: (code: number) => boolean): number {
  let position = start;
  while (position < end && holds(text.charCodeAt(position))) position += 1;
  return position;
}

function isParagraphBreak(text: string, start: number, end: number): boolean {
  const first = text.indexOf('\n', start);
  if (first < 0 || first >= end) return false;
  const second = text.indexOf('\n', first + 1);
  return second >= 0 && second < end;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0x202f || code === 0x2009;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  // Everything above Latin-1 punctuation counts as a letter, except the general punctuation and symbols blocks.
  return (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && code < 0x2000) || code >= 0x2c00;
}
