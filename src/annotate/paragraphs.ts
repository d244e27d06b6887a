/** A stretch of text without the white space around it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A line this long that does not end a sentence was broken by a program, not by its writer. */
const WRAPPED_AT = 55;

/**
 * The paragraphs of a text, in order. A blank line always divides; a single line break divides unless the line before
 * it was wrapped in the middle of a sentence.
 */
export function findParagraphs(text: string, start = 0, end = text.length): Stretch[] {
  const paragraphs: Stretch[] = [];
  for (const line of findLines(text, start, end)) {
    const last = paragraphs.at(-1);
    if (last && continuesLine(text, last, line))
      paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end };
    else paragraphs.push(line);
  }
  return paragraphs;
}

function findLines(text: string, start: number, end: number): Stretch[] {
  const lines: Stretch[] = [];
  const pattern = /[^\n\r\u2028\u2029\u0085\f\v]+/g;
  pattern.lastIndex = start;
  for (let found = pattern.exec(text); found && found.index < end; found = pattern.exec(text)) {
    const line = trim(text, found.index, Math.min(end, pattern.lastIndex));
    if (line.start < line.end) lines.push(line);
  }
  return lines;
}

/** The stretch without white space at either end. */
export function trim(text: string, start: number, end: number): Stretch {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text[from]!)) from++;
  while (to > from && /\s/u.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

function continuesLine(text: string, before: Stretch, line: Stretch): boolean {
  const gap = text.slice(before.end, line.start);
  if ((gap.match(/\r\n|[\n\r\u2028\u2029\u0085\f\v]/g)?.length ?? 0) > 1) return false;
  const lineStart = Math.max(before.start, text.lastIndexOf('\n', before.end - 1) + 1);
  const isLong = before.end - lineStart >= WRAPPED_AT;
  return (
    isLong &&
    /[\p{L}\p{N},–—-]$/u.test(text.slice(lineStart, before.end)) &&
    /^["“‘(]?[\p{Ll}\p{N}]/u.test(text.slice(line.start, line.start + 2))
  );
}
