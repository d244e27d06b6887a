import type { Problem } from '../problems.ts';
import type { Span } from '../record/index.ts';

/** Words between quotation marks. `start` and `end` leave the marks out, `outerStart` and `outerEnd` take them in. */
export interface MarkedStretch extends Span {
  readonly outerStart: number;
  readonly outerEnd: number;
  /** 0 for a stretch that stands in no other, 1 for one inside it, and so on. */
  readonly depth: number;
  /** Whether both marks were found; false where a paragraph's end or the next opening mark had to stand in. */
  readonly isClosed: boolean;
}

/** A run of text that marks may not cross without being opened again. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
}

export interface MarkedText {
  readonly stretches: readonly MarkedStretch[];
  readonly problems: readonly Problem[];
}

type Family = 'double' | 'single' | 'angle';

interface Mark {
  readonly at: number;
  readonly family: Family;
  readonly side: 'open' | 'close' | 'either';
}

interface Opening {
  readonly mark: Mark;
  readonly outerStart: number;
  readonly depth: number;
}

const MARKS: Readonly<Record<string, readonly [Family, Mark['side']]>> = {
  '“': ['double', 'open'],
  '„': ['double', 'open'],
  '‟': ['double', 'open'],
  '”': ['double', 'close'],
  '"': ['double', 'either'],
  '＂': ['double', 'either'],
  '«': ['angle', 'open'],
  '»': ['angle', 'close'],
  '‘': ['single', 'open'],
  '‚': ['single', 'open'],
  '’': ['single', 'close'],
  "'": ['single', 'either'],
};

/**
 * Every stretch between quotation marks, in text order, nested ones after the one that holds them. Straight marks open or close by
 * what stands beside them; an apostrophe is no mark. A mark that nothing closes ends with its paragraph and leaves a
 * `quote/unbalanced` problem, unless the next paragraph opens again, as a quotation of several paragraphs does.
 */
export function findMarkedStretches(
  text: string,
  paragraphs: readonly Paragraph[],
  elisions: ReadonlySet<string>,
): MarkedText {
  const stretches: MarkedStretch[] = [];
  const problems: Problem[] = [];
  paragraphs.forEach((paragraph, index) => {
    const found = markParagraph(text, paragraph, elisions);
    stretches.push(...found.stretches);
    const next = paragraphs[index + 1];
    if (found.unclosed && !(next && opensAgain(text, next))) problems.push(unbalanced(text, found.unclosed.at));
  });
  return { stretches: stretches.sort((a, b) => a.outerStart - b.outerStart || a.depth - b.depth), problems };
}

function markParagraph(text: string, paragraph: Paragraph, elisions: ReadonlySet<string>) {
  const stretches: MarkedStretch[] = [];
  const open: Opening[] = [];
  const close = (end: number, outerEnd: number, isClosed: boolean) => {
    const { mark, outerStart, depth } = open.pop()!;
    const span = trimSpan(text, mark.at + 1, end);
    if (span.end > span.start) stretches.push({ ...span, outerStart, outerEnd, depth, isClosed });
  };
  const marks = marksIn(text, paragraph, elisions);
  for (const [index, mark] of marks.entries()) {
    const level = open.findLastIndex((opening) => opening.mark.family === mark.family);
    if (closes(text, mark, level >= 0) && !(level < 0 && isMisplacedOpening(text, mark, marks[index + 1]))) {
      if (level < 0) continue;
      while (open.length > level + 1) open.pop();
      close(mark.at, mark.at + 1, true);
    } else {
      if (level >= 0 && mark.family !== 'single') {
        while (open.length > level + 1) open.pop();
        close(mark.at, mark.at, false);
      }
      open.push({ mark, outerStart: mark.at, depth: open.length });
    }
  }
  const unclosed = open.find((opening) => opening.mark.family !== 'single')?.mark ?? null;
  while (open.length > 0) {
    if (open[0]!.mark === unclosed && open.length === 1) close(paragraph.end, paragraph.end, false);
    else open.pop();
  }
  return { stretches, unclosed };
}

function marksIn(text: string, paragraph: Paragraph, elisions: ReadonlySet<string>): Mark[] {
  const marks: Mark[] = [];
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const kind = MARKS[text[at]!];
    if (!kind) continue;
    const [family, side] = kind;
    if (family !== 'single' || !isApostrophe(text, at, elisions)) marks.push({ at, family, side });
  }
  const paired = pairSingles(
    text,
    marks.filter((mark) => mark.family === 'single'),
  );
  return marks.filter((mark) => mark.family !== 'single' || paired.has(mark));
}

/** An apostrophe stands inside a word, or begins one that is cut short ("'tis", "the '90s"). */
function isApostrophe(text: string, at: number, elisions: ReadonlySet<string>): boolean {
  if (text[at] === '‘' || text[at] === '‚') return isLetter(text[at - 1]) && isLetter(text[at + 1]);
  const before = text[at - 1];
  const after = text[at + 1];
  if (isLetter(before) && isLetter(after)) return true;
  if (isLetter(before)) return false;
  const word = /^[\p{L}\p{N}]+/u.exec(text.slice(at + 1, at + 12))?.[0];
  return word !== undefined && (/^\d\ds?$/u.test(word) || elisions.has(word.toLowerCase()));
}

/** Single marks count only in pairs, an opening one before a word and a closing one after it; the rest are apostrophes ("leaders’ talks"). */
function pairSingles(text: string, singles: readonly Mark[]): ReadonlySet<Mark> {
  const paired = new Set<Mark>();
  let opening: Mark | null = null;
  for (const [index, mark] of singles.entries()) {
    if (opening && closesSingle(text, mark) && isLikelyClosing(text, mark, singles[index + 1])) {
      paired.add(opening).add(mark);
      opening = null;
    } else if (opensSingle(text, mark)) opening = mark;
  }
  return paired;
}

function opensSingle(text: string, mark: Mark): boolean {
  if (mark.family !== 'single' || mark.side === 'close') return false;
  return mark.side === 'open' || (!isLetter(text[mark.at - 1]) && /[\p{L}\p{N}[($€£.]/u.test(text[mark.at + 1] ?? ''));
}

function closesSingle(text: string, mark: Mark): boolean {
  if (mark.family !== 'single' || mark.side === 'open') return false;
  return /\S/u.test(text[mark.at - 1] ?? ' ') && !isLetter(text[mark.at + 1]);
}

/** "the leaders’ talks’": after an s and before a word, a mark is a possessive when a better one follows. */
function isLikelyClosing(text: string, mark: Mark, next: Mark | undefined): boolean {
  const looksPossessive =
    /s/iu.test(text[mark.at - 1] ?? '') && /^\s+\p{Ll}/u.test(text.slice(mark.at + 1, mark.at + 4));
  return !looksPossessive || next === undefined || opensSingle(text, next) || !closesSingle(text, next);
}

/** Whether a mark closes, given whether one of its family is open. */
function closes(text: string, mark: Mark, isOpen: boolean): boolean {
  if (mark.side !== 'either') return mark.side === 'close';
  if (mark.family === 'single') return isOpen && closesSingle(text, mark);
  const beforeBlank = /[\s([{—–-]/u.test(text[mark.at - 1] ?? ' ');
  const afterBlank = /[\s)\]}.,;:!?—–]/u.test(text[mark.at + 1] ?? ' ');
  if (!isOpen) return !beforeBlank && afterBlank;
  // `… in Iraq, "and that` opens anew only where the mark before it was never closed; a blank on its left alone says so.
  return !(
    beforeBlank &&
    !afterBlank &&
    /\s/u.test(text[mark.at - 1] ?? '') &&
    /[\p{L}\p{N}]/u.test(text[mark.at + 1] ?? '')
  );
}

/** `said," we shall` and then `come".`: two straight marks that both look closing are a pair whose first was set wrongly. */
function isMisplacedOpening(text: string, mark: Mark, next: Mark | undefined): boolean {
  return mark.side === 'either' && next?.side === 'either' && next.family === mark.family && closes(text, next, false);
}

function opensAgain(text: string, paragraph: Paragraph): boolean {
  const first = /\S/u.exec(text.slice(paragraph.start, paragraph.end))?.[0];
  return first !== undefined && ['open', 'either'].includes(MARKS[first]?.[1] ?? '');
}

function trimSpan(text: string, start: number, end: number): Span {
  let [first, last] = [start, end];
  while (first < last && /\s/u.test(text[first]!)) first++;
  while (last > first && /\s/u.test(text[last - 1]!)) last--;
  return { start: first, end: last, text: text.slice(first, last) };
}

function unbalanced(text: string, at: number): Problem {
  const span = { start: at, end: at + 1, text: text.slice(at, at + 1) };
  return { code: 'quote/unbalanced', message: 'A quotation mark opens here and is never closed.', span };
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
