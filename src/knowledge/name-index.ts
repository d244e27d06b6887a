import { splitWords, type Word } from '../text/fold.ts';
import type { NameEntry, NameForm } from './pack.ts';

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
  readonly size: number;
}

/**
 * Indexes names by their folded words. A map from whole phrases, with the longest phrase that each first word opens, scans as
 * fast as a trie and loads many times faster.
 */
export function indexNames(
  entries: Iterable<NameEntry>,
  cities: Iterable<readonly [key: string, name: string, ...rest: unknown[]]>,
): NameIndex {
  const senses = new Map<string, NameSense[]>();
  const longest = new Map<string, number>();
  const add = (key: string, sense: NameSense) => {
    const list = senses.get(key);
    if (list) {
      list.push(sense);
      return;
    }
    senses.set(key, [sense]);
    const blank = key.indexOf(' ');
    const first = blank < 0 ? key : key.slice(0, blank);
    let words = 1;
    for (let at = blank; at >= 0; at = key.indexOf(' ', at + 1)) words++;
    if (words > (longest.get(first) ?? 0)) longest.set(first, words);
  };
  for (const [key, target, form, surface] of entries) add(key, { target, form, surface });
  for (const [key, name] of cities)
    if (!senses.has(key)) add(key, { target: `city:${name}`, form: 'city', surface: name });
  return {
    match: (text, from = 0, to = text.length) => matchAll(text, splitWords(text, from, to), senses, longest),
    lookUp: (name) =>
      senses.get(
        splitWords(name)
          .map((word) => word.key)
          .join(' '),
      ) ?? [],
    size: senses.size,
  };
}

function matchAll(
  text: string,
  words: readonly Word[],
  senses: ReadonlyMap<string, readonly NameSense[]>,
  longest: ReadonlyMap<string, number>,
): NameMatch[] {
  const found: NameMatch[] = [];
  const at = (i: number) => {
    const most = i < words.length ? longest.get(words[i]!.key) : undefined;
    return most === undefined ? null : matchAt(text, words, i, most, senses);
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
  most: number,
  senses: ReadonlyMap<string, readonly NameSense[]>,
): { match: NameMatch; length: number } | null {
  const keys = [words[first]!.key];
  for (let n = 1; n < most && first + n < words.length && joins(text, words[first + n - 1]!, words[first + n]!); n++) {
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
