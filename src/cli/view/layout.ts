import { stripVTControlCharacters } from 'node:util';

/** A report's words as a terminal may safely show them: white space on one line, and nothing that steers the terminal. */
export function clean(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '');
}

/** How many characters a text takes on the screen, its colours left out. */
export function widthOf(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}

/** Fills a column up with blanks. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Breaks a text at blanks into lines of at most `width` characters; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(joined) > width) {
      lines.push(line);
      line = word;
    } else line = joined;
  }
  return [...lines, line];
}

/** Wraps a text beside something on its left, which takes the first line; the others begin under it, or after `indent` blanks. */
export function hang(left: string, text: string, columns: number, indent = widthOf(left)): readonly string[] {
  const [first = '', ...rest] = wrap(text, Math.max(30, columns - indent));
  return [left + first, ...rest.map((line) => ' '.repeat(indent) + line)];
}
