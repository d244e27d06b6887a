import type { Span } from '../record/index.ts';
import { type Parts, readParts, readSeparator, type Separator } from './dateline-parts.ts';
import { datelineWords, once } from './phrases.ts';
import type { WrittenDate } from './written-date.ts';

/** What a dateline says: the span that belongs to no sentence, and its parts. */
export interface Dateline {
  readonly span: Span;
  readonly place: string | null;
  readonly outlet: string | null;
  readonly date: WrittenDate | null;
}

/**
 * Reads the dateline that begins at `start`, on one line ("MOSCOW, March 20 (Reuters) —") or on several ("Hong-Kong", "CNN", "—").
 * Null where the words there are an ordinary beginning.
 */
export function parseDateline(text: string, start: number): Dateline | null {
  const parts = readParts(text, start);
  if (parts === null) return null;
  const { separator, end } = readSeparator(text, parts.end);
  if (!isDateline(text, parts, separator, end)) return null;
  return {
    span: { start, end, text: text.slice(start, end) },
    place: parts.place,
    outlet: parts.outlet,
    date: parts.date,
  };
}

/** Decides whether the parts are a dateline: the fewer there are, the surer each must be. */
function isDateline(text: string, parts: Parts, separator: Separator, end: number): boolean {
  const place = parts.place === null ? 'none' : placeStanding(parts.place);
  const others = [parts.outlet, parts.date].filter((part) => part !== null).length;
  if (parts.outlet !== null && !parts.outletKnown && (place === 'none' || place === 'unknown')) return false;
  switch (separator) {
    case 'dash':
      if (!opensSentence(text, end) && !(parts.outletKnown && parts.outletMarked)) return false;
      if (parts.place === null) return isSignature(text, parts);
      return (
        others > 0 ||
        place === 'known' ||
        (place === 'capitals' && isSpaced(text, parts.end) && isHeadOfBody(text, end))
      );
    case 'stop':
      return parts.place !== null && (others > 0 || (place === 'known' && isCapitals(parts.place)));
    case 'line end':
      return parts.place !== null && (others > 0 || place === 'known') && isHeadOfBody(text, end);
    case 'none':
      return parts.place !== null && parts.outletMarked && parts.outletKnown && opensSentence(text, end);
  }
}

/** Without a place: "(Reuters) -", "17 March 2023 –", or an outlet on a line of its own above a dash. */
function isSignature(text: string, parts: Parts): boolean {
  return parts.outletMarked || parts.date?.year != null || /^\s*\n/.test(text.slice(parts.end, parts.end + 3));
}

const PLACES = once(() => new Set(datelineWords().places.map(foldPlace)));
const REGIONS = once(() => new Set(datelineWords().regions.map(foldPlace)));
const NOT_PLACES = once(() => new Set(datelineWords().notPlaces.map(foldPlace)));

/** Whether a place is one that the lexicon knows (or lies in a region that it knows), one in capitals that could be any, or words that may be no place at all. */
function placeStanding(place: string): 'known' | 'capitals' | 'unknown' {
  const [first, ...others] = place.split(/,\s*|\s*\/\s*/).map(foldPlace);
  const isKnown = [foldPlace(place), first!, ...others].some((part) => PLACES().has(part));
  if (isKnown || others.some((part) => REGIONS().has(part))) return 'known';
  if (NOT_PLACES().has(foldPlace(place))) return 'unknown';
  return isCapitals(place) && /\p{Lu}{4}/u.test(place) ? 'capitals' : 'unknown';
}

const foldPlace = (place: string) => place.toUpperCase().replaceAll('’', "'");

function isCapitals(place: string): boolean {
  return !/\p{Ll}/u.test(place.split(',')[0]!);
}

/** Whether a space stands before the dash: "TO DO—The" is no dateline. */
function isSpaced(text: string, partsEnd: number): boolean {
  return /^[.,]?\s/.test(text.slice(partsEnd, partsEnd + 2));
}

/** What follows a dateline starts a sentence: a capital, a digit, an opening quotation mark, or the end of the text. */
function opensSentence(text: string, at: number): boolean {
  return /^\s*(?:["“‘'(«]*[\p{Lu}\p{Lo}\d]|$)/u.test(text.slice(at, at + 20));
}

/** A place on a line of its own is a dateline only above a line long enough to be a paragraph. */
function isHeadOfBody(text: string, end: number): boolean {
  const next = text.slice(end).trimStart().split('\n', 1)[0]!;
  return next.length > 60;
}
