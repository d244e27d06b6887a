import type { ReadContext } from './context.ts';
import { parseDateline } from './dateline.ts';
import { decodeBytes } from './decode.ts';
import { readByline, readStamp } from './header.ts';
import { normaliseText } from './normalise.ts';
import { type ReadResult, readReport } from './read-result.ts';
import { readAll, type Source } from './source.ts';

/** Reads a plain text as one report. */
export async function* readText(source: Source, context: ReadContext): AsyncIterable<ReadResult> {
  const bytes = await readAll(source, context.limits.maxDocumentBytes);
  const { text, problems } = decodeBytes(bytes, source.charset, source.name);
  const title = titleOf(normaliseText(text));
  yield await readReport({ text, title, source: source.name, url: source.url, ...context.given }, problems);
}

const MAX_TITLE_LENGTH = 200;

/** The first line, where it stands alone above a blank line as a headline does; null where it is a sentence, a dateline, a byline or a date. */
function titleOf(text: string): string | null {
  const [first, rest] = text.split('\n\n', 2);
  if (!first || !rest || first.includes('\n') || first.length > MAX_TITLE_LENGTH) return null;
  const isOther =
    /[.:;,]$/.test(first) || first.split(' ').length < 3 || readByline(first) !== null || readStamp(first) !== null;
  return isOther || parseDateline(text, 0) !== null ? null : first;
}
