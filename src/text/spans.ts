import type { Span } from '../record/index.ts';

/** The span of `text` from `start` to `end`, with its words. */
export function spanOf(text: string, start: number, end: number): Span {
  return { start, end, text: text.slice(start, end) };
}
