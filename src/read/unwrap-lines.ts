/** A line longer than this was not broken by a mailer or a typewriter. */
const MAX_WRAP_WIDTH = 110;
const MIN_WRAP_WIDTH = 40;
/** A break counts as forced when the next word would have come within this many columns of the margin. */
const SLACK = 2;
const MIN_FORCED_BREAKS = 3;
/** A text with more unforced breaks inside sentences than this share of the forced ones is verse, a table or a list. */
const MAX_LOOSE_SHARE = 0.2;

const LIST_ITEM = /^\s*(?:[-*•·▪‣–]|\d{1,3}[.)]|\(\w{1,3}\))\s/;

/**
 * Joins the lines of a hard-wrapped text back into paragraphs; any other text is returned as it is.
 * A text counts as wrapped when its lines break where, and only where, the next word would not have fitted.
 */
export function unwrapLines(text: string): string {
  const lines = text.split('\n');
  const width = lines.reduce((widest, line) => Math.max(widest, line.trimEnd().length), 0);
  if (width > MAX_WRAP_WIDTH || width < MIN_WRAP_WIDTH) return text;
  const joins = lines.map((_, index) => index > 0 && continues(lines[index - 1]!, lines[index]!, width));
  const forced = joins.filter(Boolean).length;
  const isWrapped = forced >= MIN_FORCED_BREAKS && looseBreaks(lines, joins) <= forced * MAX_LOOSE_SHARE;
  return isWrapped ? join(lines, joins) : text;
}

/** Whether a line goes on with the sentence of the line before it, which had no room for its first word. */
function continues(previous: string, line: string, width: number): boolean {
  if (previous.trim() === '' || line.trim() === '' || LIST_ITEM.test(line)) return false;
  if (indent(line) > indent(previous) + 1) return false;
  const firstWord = line.trim().split(/\s/, 1)[0]!;
  return previous.trimEnd().length + 1 + firstWord.length > width - SLACK;
}

/** Counts the breaks inside a sentence that nothing forced. */
function looseBreaks(lines: readonly string[], joins: readonly boolean[]): number {
  const isOpen = (line: string, next: string | undefined) =>
    /[\p{Ll},]$/u.test(line.trimEnd()) && /^\s*\p{Ll}/u.test(next ?? '');
  return lines.filter((line, index) => !joins[index + 1] && isOpen(line, lines[index + 1])).length;
}

const indent = (line: string) => line.length - line.trimStart().length;

/** Paragraphs that were put together get a blank line after them, so that reading the result again changes nothing. */
function join(lines: readonly string[], joins: readonly boolean[]): string {
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const last = paragraphs.length - 1;
    if (joins[index]) paragraphs[last] = glue(paragraphs[last]!, line.trim());
    else paragraphs.push((joins[index - 1] ? '\n' : '') + line.trimEnd());
  }
  return paragraphs.join('\n');
}

/** A word cut at the margin keeps its hyphen ("co-" + "operation"): it may be its own. */
function glue(before: string, after: string): string {
  return /\p{L}-$/u.test(before) && /^\p{L}/u.test(after) ? before + after : `${before} ${after}`;
}
