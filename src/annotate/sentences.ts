import type { SegmentationRules } from './segmentation-rules.ts';
import type { Piece } from './tokens.ts';

const STOP = /^(?:[.!?]+|…+|[。！？؟।])$/u;
const CLOSER = /^(?:["”’'»)\]}]+|'')$/u;
const OPENER = /^(?:["“‘'«([{]+|``)$/u;
const ABBREVIATIONS: ReadonlySet<string> = new Set([
  'initials',
  'initial',
  'abbreviation',
  'closing',
  'title',
  'numbered',
]);
/** A greeting or farewell has no more words than this before its comma. */
const MAX_GREETING_WORDS = 5;
/** A note in brackets after a stop, such as "[12]" or "[citation needed]", has no more words than this. */
const MAX_NOTE_WORDS = 3;
/** A stop has no more marks and notes after it than this. */
const MAX_CLOSING_WORDS = 24;

/** Words of one paragraph, with what is asked of them again and again. */
interface Line {
  readonly text: string;
  readonly words: readonly Piece[];
  readonly rules: SegmentationRules;
}

/** Groups the words of one paragraph into sentences. Closing marks and notes after a stop stay with their sentence. */
export function findSentences(text: string, words: readonly Piece[], rules: SegmentationRules): Piece[][] {
  const line = { text, words, rules };
  const sentences: Piece[][] = [];
  let start = 0;
  for (let i = 0; i < words.length; i++) {
    const next = endsAt(line, start, i);
    if (next === null) continue;
    sentences.push(withStop(words.slice(start, next)));
    start = next;
    i = next - 1;
  }
  if (start < words.length) sentences.push(withStop(words.slice(start)));
  return sentences;
}

/** The stop of a shortened word that ends a sentence is the sentence's too: "etc." at the end is two words. */
function withStop(words: Piece[]): Piece[] {
  const last = words.at(-1)!;
  if (last.kind !== 'abbreviation' && last.kind !== 'closing') return words;
  const middle = last.end - 1;
  return [...words.slice(0, -1), { ...last, end: middle }, { start: middle, end: last.end, kind: 'other' }];
}

/** Index of the first word of the next sentence when the one from `start` ends at word `i`; null where it goes on. */
function endsAt(line: Line, start: number, i: number): number | null {
  const { kind } = line.words[i]!;
  if (endsWithoutStop(line, start, i)) return i + 1;
  const isAbbreviation = ABBREVIATIONS.has(kind);
  if (!isAbbreviation && kind !== 'emoticon' && !STOP.test(formAt(line, i))) return null;
  const next = pastClosing(line, i);
  if (next >= line.words.length) return null;
  if (isAbbreviation) return endsAtAbbreviation(line, i, next) ? next : null;
  if (kind === 'emoticon') return isCapital(line, next) ? next : null;
  return !isNumberOfEntry(line, start, i) && endsAtStop(line, i, next) ? next : null;
}

function formAt({ text, words }: Line, i: number): string {
  return text.slice(words[i]!.start, words[i]!.end);
}

function isGlued({ words }: Line, i: number): boolean {
  return words[i]!.start === words[i - 1]!.end;
}

/** Past the further stops, closing marks and bracketed notes that belong to a stop. */
function pastClosing(line: Line, i: number): number {
  const limit = Math.min(line.words.length, i + 1 + MAX_CLOSING_WORDS);
  let next = i + 1;
  while (next < limit) {
    const form = formAt(line, next);
    if (CLOSER.test(form) && (isGlued(line, next) || /^[)\]}]/.test(form))) next++;
    else if (STOP.test(form)) next++;
    else {
      const after = pastNote(line, next);
      if (after === next) break;
      next = after;
    }
  }
  return next;
}

function pastNote(line: Line, i: number): number {
  if (formAt(line, i) !== '[') return i;
  const limit = Math.min(line.words.length, i + MAX_NOTE_WORDS + 2);
  for (let end = i + 2; end < limit; end++) {
    if (formAt(line, end) === ']') return STOP.test(formAt(line, i + 1)) ? i : end + 1;
  }
  return i;
}

function endsAtAbbreviation(line: Line, i: number, next: number): boolean {
  const { kind } = line.words[i]!;
  if (kind === 'title' || kind === 'initial' || kind === 'numbered') return false;
  if (line.rules.titles.has(formAt(line, i).slice(0, -1).toLowerCase())) return false;
  if (kind === 'closing' || next > i + 1) return isCapital(line, next);
  return line.rules.starters.has(formAt(line, skipOpeners(line, next)));
}

/** Whether a sentence ends at word `i` although no stop says so: in letters, at drawn lines, dates of messages and addresses. */
function endsWithoutStop(line: Line, start: number, i: number): boolean {
  if (i + 1 >= line.words.length) return false;
  if (isRule(line, i) || isRule(line, i + 1) || isGreeting(line, start, i)) return true;
  if (isStamp(line, i + 1) || isStamp(line, i - 2)) return true;
  if (line.words[i]!.kind !== 'url') return false;
  return line.words[i + 1]!.kind === 'url' || isCapital(line, i + 1);
}

/** Whether a message is dated from word `i` on, as mail programs do: "03/27/2001 01:58 PM". */
function isStamp({ text, words }: Line, i: number): boolean {
  if (words[i]?.kind !== 'date' || words[i + 1]?.kind !== 'number') return false;
  const after = words[i + 2];
  return after !== undefined && /^[\p{N}:]+\s?[ap]m$/iu.test(text.slice(words[i + 1]!.start, after.end));
}

/** Whether the words from `start` to the comma or colon at `i` greet or take leave. */
function isGreeting(line: Line, start: number, i: number): boolean {
  if (i === start || i - start > MAX_GREETING_WORDS || !/^[,:]$/.test(formAt(line, i))) return false;
  return line.rules.greetings.has(formAt(line, start)) && i + 1 < line.words.length && isCapital(line, i + 1);
}

/** Whether the word is a line drawn between parts of a text. */
function isRule(line: Line, i: number): boolean {
  return line.words[i]?.kind === 'marks' && /^[-_*=~]{5,}$/.test(formAt(line, i));
}

/** Whether the stop at `i` only numbers an entry: "2. The parties agree". */
function isNumberOfEntry(line: Line, start: number, i: number): boolean {
  return (
    i === start + 1 &&
    formAt(line, i) === '.' &&
    isGlued(line, i) &&
    /^(?:\p{N}{1,3}|\p{L})$/u.test(formAt(line, start))
  );
}

function endsAtStop(line: Line, i: number, next: number): boolean {
  if (isGlued(line, next) && !OPENER.test(formAt(line, next)) && !lacksSpace(line, next)) return false;
  const stop = formAt(line, i);
  if (/^\.{2,}$|^…/.test(stop)) return isCapital(line, next);
  const isClosed = next > i + 1 && !STOP.test(formAt(line, next - 1));
  if (isClosed && /[?!]/.test(stop) && saysWho(line, next)) return false;
  if (/^[,;:)]/u.test(formAt(line, next))) return false;
  const isLower = /^\p{Ll}/u.test(formAt(line, next));
  return !isLower || (!isClosed && !isAfterLoneLetter(line, i));
}

/** Whether only a space is missing between two sentences: "They left.Nobody knew." */
function lacksSpace(line: Line, next: number): boolean {
  const before = /\p{Ll}{2}[.!?]+$/u.test(
    line.text.slice(Math.max(0, line.words[next]!.start - 8), line.words[next]!.start),
  );
  return before && /^(?:\p{Lu}\p{Ll}+|I|A)$/u.test(formAt(line, next));
}

/** Whether the stop follows a single letter, which is more often shortened than the end of a sentence: "E. coli". */
function isAfterLoneLetter(line: Line, i: number): boolean {
  return i > 0 && isGlued(line, i) && /^\p{L}$/u.test(formAt(line, i - 1));
}

function isCapital(line: Line, i: number): boolean {
  return /^[\p{Lu}\p{Lt}\p{N}]/u.test(formAt(line, skipOpeners(line, i)));
}

function skipOpeners(line: Line, i: number): number {
  let at = i;
  while (at < line.words.length - 1 && OPENER.test(formAt(line, at))) at++;
  return at;
}

/** Whether a speaker and a verb of saying follow within a few words: "Why not?" Putin asked. */
function saysWho(line: Line, next: number): boolean {
  for (let at = next; at < Math.min(line.words.length, next + 4); at++) {
    if (line.rules.saying.has(formAt(line, at).toLowerCase())) return true;
  }
  return false;
}
