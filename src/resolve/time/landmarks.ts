import { type AnnotatedReport, growTree, type Sentence } from '../../document/index.ts';
import type { Span } from '../../record/index.ts';
import { wordsOf } from './words.ts';

/** A dated happening that texts refer to by name. Rows of the knowledge base's landmarks have this shape. */
export interface Landmark {
  readonly id: string;
  readonly name: string;
  /** Phrases that name it, as they are written. */
  readonly phrases: readonly string[];
  /** Words of which every group must have one close together: [["annexation", "annex"], ["crimea"]]; the first group is the happening. */
  readonly words: readonly (readonly string[])[];
  readonly from: string | null;
  readonly to: string | null;
  /** Who did it, and to whom it was done, by id; where that is known. */
  readonly actors?: readonly string[];
  readonly recipients?: readonly string[];
}

/** A place in a report that names a landmark. `head` is the token of the happening itself ("invasion"). */
export interface LandmarkMention {
  readonly landmark: Landmark;
  readonly sentence: number;
  readonly head: number;
  readonly span: Span;
}

/** How far apart the words of a landmark may stand. */
const REACH = 8;

/** Every mention of a dated landmark in a report, in text order; one a landmark and sentence. */
export function findLandmarks(doc: AnnotatedReport, landmarks: readonly Landmark[]): LandmarkMention[] {
  const forms = doc.sentences.map((sentence) => growTree(sentence).forms);
  const all = new Set(forms.flat());
  const byWord = prepared(landmarks);
  return doc.sentences.flatMap((sentence, index) => {
    const words = forms[index]!.map((form) => (form.includes('’') ? form.replaceAll('’', "'") : form));
    return namedBy(byWord, words).flatMap((candidate) => {
      if (!isPossible(candidate, all)) return [];
      const { landmark, phrases } = candidate;
      const found = phraseIn(phrases, words) ?? wordsIn(landmark, words);
      if (!found || hasOtherYear(landmark, words, found)) return [];
      const head = headWord(landmark, words, found);
      return [{ landmark, sentence: sentence.index, head, span: spanOf(doc.report.text, sentence, found) }];
    });
  });
}

/** The landmarks that words of a sentence may name, each once, in the order of their list. */
function namedBy(byWord: ReadonlyMap<string, readonly Prepared[]>, words: readonly string[]): readonly Prepared[] {
  const named = new Set<Prepared>();
  for (const word of words) for (const one of byWord.get(word) ?? []) named.add(one);
  return [...named].sort((a, b) => a.position - b.position);
}

interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** A landmark whose phrases are cut into words: all of them as the parse cuts them, and those that must be there at all. */
interface Prepared {
  readonly position: number;
  readonly landmark: Landmark;
  readonly phrases: readonly (readonly string[])[];
  readonly needed: readonly (readonly string[])[];
}

/** Which dated landmarks a word may name: as one that begins a phrase, or as one for the happening. */
const preparedLists = new WeakMap<readonly Landmark[], ReadonlyMap<string, readonly Prepared[]>>();

/** The dated landmarks, made ready once for all reports. */
function prepared(landmarks: readonly Landmark[]): ReadonlyMap<string, readonly Prepared[]> {
  const known = preparedLists.get(landmarks);
  if (known) return known;
  const dated = landmarks
    .filter(({ from }) => from !== null)
    .map((landmark, position) => ({
      position,
      landmark,
      phrases: landmark.phrases.map(tokensOf),
      needed: landmark.phrases.map((phrase) =>
        phrase
          .toLowerCase()
          .split(/[\s-]+/)
          .filter((word) => !/['’.]/.test(word)),
      ),
    }));
  const byWord = new Map<string, Prepared[]>();
  for (const one of dated) {
    for (const word of new Set([...one.phrases.map(([first]) => first!), ...(one.landmark.words[0] ?? [])]))
      byWord.set(word, [...(byWord.get(word) ?? []), one]);
  }
  preparedLists.set(landmarks, byWord);
  return byWord;
}

/** A cheap test before any matching: the report must have the rarer words of the landmark at all. */
function isPossible({ landmark, needed }: Prepared, forms: ReadonlySet<string>): boolean {
  const byWords = landmark.words.length > 0 && landmark.words.every((group) => group.some((word) => forms.has(word)));
  return byWords || needed.some((words) => words.every((word) => forms.has(word)));
}

function phraseIn(phrases: readonly (readonly string[])[], words: readonly string[]): Stretch | null {
  for (const parts of phrases) {
    for (let first = words.indexOf(parts[0]!); first >= 0; first = words.indexOf(parts[0]!, first + 1))
      if (parts.every((part, index) => words[first + index] === part)) return { first, last: first + parts.length - 1 };
  }
  return null;
}

/** The words of a phrase as the parse cuts them: a possessive is a word of its own, a hyphened word is one. */
function tokensOf(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/('s)\b/g, ' $1')
    .split(/\s+/);
}

function wordsIn(landmark: Landmark, words: readonly string[]): Stretch | null {
  if (landmark.words.length < 2) return null;
  const [heads, ...others] = landmark.words;
  for (const [index, word] of words.entries()) {
    if (!heads!.includes(word)) continue;
    const places = others.map((group) => nearest(words, index, group));
    if (places.some((place) => place === null)) continue;
    const all = [index, ...(places as number[])];
    return { first: Math.min(...all), last: Math.max(...all) };
  }
  return null;
}

function nearest(words: readonly string[], from: number, group: readonly string[]): number | null {
  for (let distance = 1; distance <= REACH; distance += 1) {
    if (group.includes(words[from + distance] ?? '')) return from + distance;
    if (group.includes(words[from - distance] ?? '')) return from - distance;
  }
  return null;
}

/** "the 2014 invasion of Ukraine" is not that of 2022. */
function hasOtherYear(landmark: Landmark, words: readonly string[], { first, last }: Stretch): boolean {
  const near = words.slice(Math.max(0, first - 2), last + 3).filter((word) => /^(1[89]|20)\d\d$/.test(word));
  const years = [landmark.from, landmark.to].map((day) => day?.slice(0, 4));
  return near.length > 0 && !near.some((year) => years.includes(year));
}

function headWord(landmark: Landmark, words: readonly string[], { first, last }: Stretch): number {
  const heads = landmark.words[0] ?? [];
  for (let index = first; index <= last; index += 1) if (heads.includes(words[index]!)) return index;
  return first;
}

function spanOf(text: string, sentence: Sentence, { first, last }: Stretch): Span {
  const [start, end] = [sentence.tokens[first]!.start, sentence.tokens[last]!.end];
  return { start, end, text: text.slice(start, end) };
}

/** Whether a word is the happening of a landmark, for "the invasion" after "the invasion of Ukraine". */
export function namesHappening(landmark: Landmark, word: string): boolean {
  return (
    (landmark.words[0] ?? []).includes(word) || landmark.phrases.some((phrase) => wordsOf(phrase)[0]?.text === word)
  );
}
