import { z } from 'zod';
import type { Span } from '../record/index.ts';

/** Words of a report that can be found again when the text around them has moved. Source: Web Annotation, TextQuoteSelector. */
export const quoteAnchorSchema = z.object({
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int().nonnegative(),
});
export type QuoteAnchor = Readonly<z.infer<typeof quoteAnchorSchema>>;

/** So many characters around the words are kept, as Hypothesis does. */
const CONTEXT_CHARACTERS = 32;

/** Words with what stands before and after them. */
export function anchorOf(text: string, { start, end }: Pick<Span, 'start' | 'end'>): QuoteAnchor {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start),
    suffix: text.slice(end, end + CONTEXT_CHARACTERS),
    start,
  };
}

/** Where the words stand in a text: among several places the one whose surroundings fit best, then the nearest. Null when nowhere. */
export function findAnchor(text: string, anchor: QuoteAnchor): Span | null {
  const places = placesOf(text, anchor.exact);
  const fits = places.map((start) => ({ start, fit: surroundings(text, start, anchor) }));
  const best = fits.sort(
    (a, b) => b.fit - a.fit || Math.abs(a.start - anchor.start) - Math.abs(b.start - anchor.start),
  )[0];
  if (!best) return null;
  return { start: best.start, end: best.start + anchor.exact.length, text: anchor.exact };
}

/** Every place where words stand in a text. */
export function placesOf(text: string, words: string): readonly number[] {
  const places: number[] = [];
  if (words === '') return places;
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) places.push(start);
  return places;
}

/** How many characters around the words are still the same. */
function surroundings(text: string, start: number, { exact, prefix, suffix }: QuoteAnchor): number {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before += 1;
  let after = 0;
  while (after < suffix.length && text[start + exact.length + after] === suffix[after]) after += 1;
  return before + after;
}
