import { splitWords, type Word } from '../text/fold.ts';
import type { NameEntry, NameForm, Pack } from './pack.ts';

/** One thing that a name of the base may stand for. */
export interface NameSense {
  readonly target: string;
  readonly form: NameForm;
  /** The name as the base writes it. */
  readonly surface: string;
}

/** A name of the base found in a text; the senses are all that pass the case rules. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  readonly senses: readonly NameSense[];
}

/** Finds the names of the base in texts: longest match, aligned with words, whatever the accents, hyphens and apostrophes. */
export interface NameIndex {
  /** All names between two offsets, in text order, none inside another. */
  match(text: string, from?: number, to?: number): NameMatch[];
  /** What one name may stand for, whatever its case. */
  lookUp(name: string): readonly NameSense[];
  /** How many names there are. */
  size(): number;
}

/** The names that one first word opens, by whole phrase, and how many words the longest of them has. */
interface Group {
  readonly senses: ReadonlyMap<string, readonly NameSense[]>;
  readonly longest: number;
}

/**
 * Indexes names by their folded words: by the first word, then by the whole phrase. A group is read when a text first has its
 * word; such an index scans as fast as a trie and loads many times faster.
 */
export function indexNames(nameGroups: Pack['nameGroups']): NameIndex {
  const read = new Map<string, Group>();
  const groupOf = (first: string): Group | undefined => {
    const known = read.get(first);
    if (known) return known;
    const json = nameGroups.get(first);
    if (json === undefined) return undefined;
    const group = readGroup(JSON.parse(json) as NameEntry[]);
    read.set(first, group);
    return group;
  };
  return {
    match: (text, from = 0, to = text.length) => matchAll(text, splitWords(text, from, to), groupOf),
    lookUp: (name) => {
      const words = splitWords(name).map((word) => word.key);
      return groupOf(words[0] ?? '')?.senses.get(words.join(' ')) ?? [];
    },
    size: () => [...nameGroups.keys()].reduce((sum, first) => sum + groupOf(first)!.senses.size, 0),
  };
}

function readGroup(entries: readonly NameEntry[]): Group {
  const senses = new Map<string, NameSense[]>();
  for (const [key, target, form, surface] of entries) {
    const list = senses.get(key);
    if (list) list.push({ target, form, surface });
    else senses.set(key, [{ target, form, surface }]);
  }
  return { senses, longest: Math.max(...[...senses.keys()].map((key) => key.split(' ').length)) };
}

function matchAll(text: string, words: readonly Word[], groupOf: (first: string) => Group | undefined): NameMatch[] {
  const found: NameMatch[] = [];
  const at = (i: number) => {
    const group = i < words.length ? groupOf(words[i]!.key) : undefined;
    return group ? matchAt(text, words, i, group) : null;
  };
  for (let i = 0; i < words.length; ) {
    const match = at(i);
    // "the Gulf" gives way to "Gulf Cooperation Council"
    const isShorter = match !== null && match.length > 1 && (at(i + 1)?.length ?? 0) > match.length;
    if (match && !isShorter) found.push(match.match);
    i += match && !isShorter ? match.length : 1;
  }
  return found;
}

function matchAt(
  text: string,
  words: readonly Word[],
  first: number,
  { senses, longest }: Group,
): { match: NameMatch; length: number } | null {
  const keys = [words[first]!.key];
  for (
    let n = 1;
    n < longest && first + n < words.length && joins(text, words[first + n - 1]!, words[first + n]!);
    n++
  ) {
    keys.push(words[first + n]!.key);
  }
  for (let length = keys.length; length > 0; length--) {
    const known = senses.get(length === 1 ? keys[0]! : keys.slice(0, length).join(' '));
    if (!known) continue;
    const start = words[first]!.start;
    const end = words[first + length - 1]!.end;
    const fitting = known.filter((sense) => fitsCase(text.slice(start, end), sense));
    if (fitting.length > 0) return { match: { start, end, senses: fitting }, length };
  }
  return null;
}

/** Whether two words can belong to one name: only a blank, hyphen, apostrophe, or the point of an initial stands between. */
function joins(text: string, left: Word, right: Word): boolean {
  const gap = text.slice(left.end, right.start);
  if (gap.length === 1) return gap !== '.' && gap !== ',' && gap !== ';' && gap !== '(' && gap !== ')' && gap !== '"';
  if (gap === '. ') return left.end - left.start <= 2;
  return gap === ' & ' || gap === '–';
}

/** Where the base writes a capital the text must too; acronyms and words that are plain English in small letters keep their case. */
function fitsCase(written: string, sense: NameSense): boolean {
  if (written === sense.surface) return true;
  if (isAcronym(sense.surface)) return written.replaceAll('.', '') === sense.surface.replaceAll('.', '');
  const capitals = capitalsOf(written);
  const wanted = capitalsOf(sense.surface);
  return wanted.every((capital, i) => !capital || (capitals[i] ?? false));
}

function capitalsOf(name: string): boolean[] {
  return splitWords(name).map((word) => /^\p{Lu}/u.test(name.slice(word.start, word.end)));
}

function isAcronym(surface: string): boolean {
  return surface.length <= 6 && /^[\p{Lu}\d.+-]+$/u.test(surface);
}
