import type { SegmentationRules } from './segmentation-rules.ts';
import type { Piece } from './tokens.ts';

const STOP = /^(?:[.!?]+|…+|。|！|？|؟)$/u;
const CLOSER = /^["”’'»)\]}]+$/u;
const OPENER = /^["“‘'«([{]+$/u;
const ABBREVIATIONS = new Set(['initials', 'initial', 'abbreviation', 'title', 'numbered']);

/** Groups the words of one paragraph into sentences. Closing marks after a stop stay with their sentence. */
export function findSentences(text: string, words: readonly Piece[], rules: SegmentationRules): Piece[][] {
  const sentences: Piece[][] = [];
  let start = 0;
  for (let i = 0; i < words.length; i++) {
    const after = endAfter(text, words, i, rules);
    if (after === null) continue;
    sentences.push(words.slice(start, after));
    start = after;
    i = after - 1;
  }
  if (start < words.length) sentences.push(words.slice(start));
  return sentences;
}

/** Index of the first word of the next sentence when a sentence ends at word `i`; null where it goes on. */
function endAfter(text: string, words: readonly Piece[], i: number, rules: SegmentationRules): number | null {
  const form = textOf(text, words[i]!);
  const isAbbreviation = ABBREVIATIONS.has(words[i]!.kind);
  if (!isAbbreviation && !STOP.test(form)) return null;
  const next = pastClosers(text, words, i);
  if (next >= words.length) return null;
  if (words[next]!.start === words[next - 1]!.end && !isOpener(text, words[next]!)) return null;
  if (isAbbreviation) return startsAfterAbbreviation(text, words, i, next, rules) ? next : null;
  return startsSentence(text, words, next, form, next > i + 1, rules) ? next : null;
}

function textOf(text: string, word: Piece): string {
  return text.slice(word.start, word.end);
}

function pastClosers(text: string, words: readonly Piece[], i: number): number {
  let next = i + 1;
  while (next < words.length && words[next]!.start === words[next - 1]!.end && isCloser(text, words[next]!)) next++;
  return next;
}

function isCloser(text: string, word: Piece): boolean {
  return CLOSER.test(textOf(text, word)) || STOP.test(textOf(text, word));
}

function isOpener(text: string, word: Piece): boolean {
  return OPENER.test(textOf(text, word));
}

function startsAfterAbbreviation(
  text: string,
  words: readonly Piece[],
  i: number,
  next: number,
  rules: SegmentationRules,
): boolean {
  const kind = words[i]!.kind;
  if (kind === 'title' || kind === 'initial' || kind === 'numbered') return false;
  if (next > i + 1) return startsWithCapital(text, words, next);
  return rules.starters.has(textOf(text, words[next]!));
}

function startsSentence(
  text: string,
  words: readonly Piece[],
  next: number,
  stop: string,
  isClosed: boolean,
  rules: SegmentationRules,
): boolean {
  if (/^\.{2,}$|^…/.test(stop)) return startsWithCapital(text, words, next);
  if (isClosed && /[?!]/.test(stop) && saysWho(text, words, next, rules)) return false;
  return !/^[\p{Ll},;:)]/u.test(textOf(text, words[next]!));
}

function startsWithCapital(text: string, words: readonly Piece[], next: number): boolean {
  let at = next;
  while (at < words.length - 1 && isOpener(text, words[at]!)) at++;
  return /^[\p{Lu}\p{Lt}\p{N}]/u.test(textOf(text, words[at]!));
}

/** Whether a speaker and a verb of saying follow within a few words: "Why not?" Putin asked. */
function saysWho(text: string, words: readonly Piece[], next: number, rules: SegmentationRules): boolean {
  for (let at = next; at < Math.min(words.length, next + 4); at++) {
    if (rules.saying.has(textOf(text, words[at]!).toLowerCase())) return true;
  }
  return false;
}
