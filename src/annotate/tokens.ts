import type { SegmentationRules } from './segmentation-rules.ts';

/** A word or mark in the text, half-open; `kind` is the scanner's group that found it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** The UD words of a stretch of text, in order, none overlapping: "don't" is two, "well-known" three. */
export function findWords(text: string, start: number, end: number, rules: SegmentationRules): Piece[] {
  const words: Piece[] = [];
  let at = start;
  while (at < end) {
    if (isSpace(text, at)) {
      at++;
      continue;
    }
    const piece = scan(text, at, end, rules);
    if (piece.kind === 'word' || piece.kind === 'kept') words.push(...divide(text, piece, rules));
    else words.push(piece);
    at = piece.end;
  }
  return words;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code > 0x1fff && /\s/u.test(text[at]!));
}

/** Most words: letters alone with white space or a comma after them. Nothing that the scanner knows looks so. */
const PLAIN_WORD = /[A-Za-z]+(?=[\s,;])/y;

function scan(text: string, at: number, end: number, rules: SegmentationRules): Piece {
  PLAIN_WORD.lastIndex = at;
  if (PLAIN_WORD.test(text)) return { start: at, end: Math.min(end, PLAIN_WORD.lastIndex), kind: 'word' };
  rules.scanner.lastIndex = at;
  const groups = rules.scanner.exec(text)?.groups ?? {};
  for (const kind in groups) {
    const found = groups[kind];
    if (found) return { start: at, end: Math.min(end, at + found.length), kind };
  }
  return { start: at, end: at + 1, kind: 'other' };
}

/** Cuts clitics off the end, the last one first: "wouldn't've" is three words. */
function divide(text: string, word: Piece, rules: SegmentationRules): Piece[] {
  const form = text.slice(word.start, word.end);
  const first = rules.twoPart.get(form.toLowerCase());
  const cut = first ?? form.length - (rules.clitic.exec(form)?.[1]?.length ?? 0);
  if (cut === 0 || cut === form.length) return [word];
  const head = { start: word.start, end: word.start + cut, kind: 'word' };
  return [...divide(text, head, rules), { start: head.end, end: word.end, kind: 'clitic' }];
}
