import { findOutlet } from './outlets.ts';
import { alternation, datelineWords, once } from './phrases.ts';
import { findWrittenDate, type WrittenDate } from './written-date.ts';

export type Separator = 'dash' | 'stop' | 'line end' | 'none';

/** The parts of a dateline that were read so far, and where the last one ends. */
export interface Parts {
  readonly end: number;
  readonly place: string | null;
  readonly outlet: string | null;
  /** Whether the outlet is one that the lexicon knows, and whether it stands in brackets or slashes. */
  readonly outletKnown: boolean;
  readonly outletMarked: boolean;
  readonly date: WrittenDate | null;
}

const MAX_PARTS = 5;

/** Reads place, date and outlet, in any order, from `start` on; null where none of them stands there. */
export function readParts(text: string, start: number): Parts | null {
  let parts: Parts = { end: start, place: null, outlet: null, outletKnown: false, outletMarked: false, date: null };
  for (let step = 0; step < MAX_PARTS; step++) {
    const next = readPart(text, skipGap(text, parts.end, parts.end > start), parts);
    if (!next) break;
    parts = next;
  }
  return parts.end === start ? null : parts;
}

/** Between two parts stand spaces, line breaks, a comma or a stop. */
function skipGap(text: string, position: number, hasParts: boolean): number {
  const gap = /^[.,]?\s*/.exec(text.slice(position, position + 20))![0];
  return hasParts ? position + gap.length : position;
}

function readPart(text: string, at: number, parts: Parts): Parts | null {
  if (at >= text.length) return null;
  return (
    readMarkedOutlet(text, at, parts) ??
    readDate(text, at, parts) ??
    readBareOutlet(text, at, parts) ??
    readPlace(text, at, parts)
  );
}

/** "(Reuters)", "/TASS/", "[AP]", "(AFP, March 20)". */
function readMarkedOutlet(text: string, at: number, parts: Parts): Parts | null {
  const match = /^(?:\(([^()\n]{2,60})\)|\/([^/\n]{2,40})\/|\[([^[\]\n]{2,40})\])/.exec(text.slice(at, at + 70));
  if (!match || parts.outlet) return null;
  const inner = (match[1] ?? match[2] ?? match[3])!.trim();
  const date = findWrittenDate(inner);
  const name = (date ? inner.slice(0, date.start) : inner).replace(/[\s,–—-]+$/, '');
  const outlet = findOutlet(name);
  if (!outlet && !/^\p{Lu}[\p{L}.\- ]{1,25}$/u.test(name)) return null;
  const end = at + match[0].length;
  return {
    ...parts,
    end,
    outlet: outlet?.name ?? name,
    outletKnown: outlet !== null,
    outletMarked: true,
    date: date?.date ?? parts.date,
  };
}

function readDate(text: string, at: number, parts: Parts): Parts | null {
  const found = parts.date ? null : findWrittenDate(text, at);
  return found && { ...parts, end: found.end, date: found.date };
}

/** A known outlet without brackets: on a line of its own, or between commas and the dash ("TEHRAN, March 20, IRNA –"). */
function readBareOutlet(text: string, at: number, parts: Parts): Parts | null {
  const match = /^[^\n,—–:()]{2,40}?(?=\s*(?:\n|,|—|–|\s-|--|$))/.exec(text.slice(at, at + 60));
  const outlet = match && !parts.outlet && findOutlet(match[0].trim());
  return outlet ? { ...parts, end: at + match[0].length, outlet: outlet.name, outletKnown: true } : null;
}

/** One to five capitalised words, then the region or the country, or a second place after a slash. */
function readPlace(text: string, at: number, parts: Parts): Parts | null {
  if (parts.place) return null;
  const place = matchAt(PLACE(), text, at);
  if (!place) return null;
  const region = regionAfter(text, at + place.length);
  const words = withoutOutlet(place + region);
  return { ...parts, end: at + words.length, place: words.replace(/\s*\[/, ', ').replace(/\]$/, '') };
}

/** "Washington CNN" is a place and an outlet that stood in elements of their own. */
function withoutOutlet(words: string): string {
  const [, place, last] = /^(.*\S)\s+(\S+)$/.exec(words) ?? [];
  return place !== undefined && last !== undefined && findOutlet(last) !== null ? place : words;
}

const WORD = "(?:St\\.|(?:\\p{Lu}\\.){2,}|\\p{Lu}[\\p{L}’']*)(?:-\\p{L}[\\p{L}’']*)*";
const REGION_WORD = "\\p{Lu}[\\p{L}’'.]*";

const PLACE = once(() => {
  const name = `${WORD}(?:[ -](?:${alternation(datelineWords().inside)}[ -])*${WORD}){0,4}`;
  return new RegExp(`(?:${name})(?: ?/ ?${name}(?![\\p{L}/]))?`, 'uy');
});

const REGION = once(() => {
  const words = `${REGION_WORD}(?:[ -](?:${alternation(datelineWords().inside)} )?${REGION_WORD}){0,3}`;
  return new RegExp(`(?:, ?${words}| ?\\[\\p{Lu}[\\p{L} ]+\\])`, 'uy');
});

/** A region after a place: ", Ukraine", ", Mo.", " [India]". A date or an outlet there is none. */
function regionAfter(text: string, at: number): string {
  const match = matchAt(REGION(), text, at);
  if (!match) return '';
  const region = match.replace(/^, ?/, '');
  const isOther = findWrittenDate(text, at + match.length - region.length) !== null || findOutlet(region) !== null;
  return isOther ? '' : match;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

const DASH = once(() => new RegExp(`[.,]?\\s*${alternation(datelineWords().dashes)}(?=\\s|$|["“‘'\\p{L}])`, 'uy'));
const STOP = once(() => new RegExp(` ?${alternation(datelineWords().stops)}(?=\\s|$)`, 'uy'));

/** Reads what ends a dateline, at the end of its last part. */
export function readSeparator(text: string, at: number): { readonly separator: Separator; readonly end: number } {
  const dash = matchAt(DASH(), text, at);
  if (dash) return { separator: 'dash', end: at + dash.length };
  const stop = matchAt(STOP(), text, at);
  if (stop) return { separator: 'stop', end: at + stop.length };
  const lineEnd = matchAt(/[.,]? *(?:\n|$)/y, text, at);
  if (lineEnd !== null) return { separator: 'line end', end: at };
  return { separator: 'none', end: at + matchAt(/[.:]?/y, text, at)!.length };
}
