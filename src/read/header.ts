import { type Dateline, parseDateline } from './dateline.ts';
import { parseStatedDate, type StatedDate } from './parse-date.ts';
import { alternation, headerWords, once } from './phrases.ts';

/** What the lines between the headline and the body say about the report. */
export interface Header {
  readonly dateline: Dateline | null;
  readonly byline: string | null;
  readonly published: StatedDate | null;
}

const MAX_LINES = 12;
const BODY_LENGTH = 120;

/** Reads the header of a report whose body begins at `start`: it ends with the first line that is running text. */
export function readHeader(text: string, start: number): Header {
  let byline: string | null = null;
  let published: StatedDate | null = null;
  let updated: StatedDate | null = null;
  for (const line of headLines(text, start)) {
    const dateline = parseDateline(text, line.start);
    if (dateline) return { dateline, byline, published: published ?? updated };
    const stamp = readStamp(line.text);
    if (stamp?.isUpdate === false) published ??= stamp.stated;
    else if (stamp) updated ??= stamp.stated;
    byline ??= readByline(line.text);
    if (!stamp && isBody(line.text)) break;
  }
  return { dateline: null, byline, published: published ?? updated };
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function headLines(text: string, start: number): readonly Line[] {
  const lines: Line[] = [];
  let position = start;
  while (position < text.length && lines.length < MAX_LINES) {
    const end = text.indexOf('\n', position);
    const line = text.slice(position, end === -1 ? undefined : end);
    if (line.trim() !== '') lines.push({ start: position, text: line });
    position = end === -1 ? text.length : end + 1;
  }
  return lines;
}

function isBody(line: string): boolean {
  return line.length > BODY_LENGTH || /[.!?]["”’')]*$/.test(line);
}

/** A line that holds a date and nothing else but labels, a clock time and a zone: "Published 17 March 2023", "5:32 PM EDT, Fri March 17, 2023". */
export function readStamp(line: string): Stamp | null {
  if (line.length > BODY_LENGTH || !/\d/.test(line)) return null;
  const sections = line.split(/\s*[|•·()]\s*/).filter((section) => section !== '');
  const stamps = sections.map(readSection).filter((stamp) => stamp !== null);
  return stamps.find(({ isUpdate }) => !isUpdate) ?? stamps[0] ?? null;
}

/** A date with what it is the date of: the publication, or a later change. */
interface Stamp {
  readonly stated: StatedDate;
  readonly isUpdate: boolean;
}

const label = (words: readonly string[]) => new RegExp(`^\\s*${alternation(words)}\\b:?`, 'i');
const PUBLISHED = once(() => label(headerWords().published));
const UPDATED = once(() => label(headerWords().updated));
const FILLER = once(() => new RegExp(`\\b${alternation(headerWords().fillers)}\\b`, 'gi'));

function readSection(section: string): Stamp | null {
  const isUpdate = UPDATED().test(section);
  const bare = section.replace(isUpdate ? UPDATED() : PUBLISHED(), ' ').replace(FILLER(), ' ');
  const stated = parseStatedDate(bare);
  return stated && { stated, isUpdate };
}

const BYLINE = once(() => new RegExp(`^${alternation(headerWords().bylines)}\\s+(.{3,100})$`, 'i'));
const BYLINE_END = once(
  () => new RegExp(`\\s*(?:,|\\||—|–|\\s-\\s|\\b${alternation(headerWords().bylineEnds)}\\b)`, 'i'),
);

/** "By Anna Example and Ben Other, Reuters" gives "Anna Example and Ben Other"; null where the line is no byline. */
export function readByline(line: string): string | null {
  const names = BYLINE().exec(line.trim())?.[1];
  const isSentence = names !== undefined && /[.!?]$/.test(names.replace(/\b\p{L}\.$/u, ''));
  if (names === undefined || !/^\p{Lu}/u.test(names) || isSentence) return null;
  const byline = names.split(BYLINE_END())[0]!.trim();
  return byline === '' || byline.split(' ').length > MAX_BYLINE_WORDS ? null : byline;
}

const MAX_BYLINE_WORDS = 12;
