import { foldWord } from '../text/fold.ts';
import type { ActorCues } from './cues.ts';

/** Given names by gender, folded. */
export interface GivenNames {
  readonly m: ReadonlySet<string>;
  readonly f: ReadonlySet<string>;
}

/** What a person is called by the family name alone: "Xi Jinping" → Xi, "Ursula von der Leyen" → von der Leyen, Leyen. */
export function surnamesOf(name: string, country: string | null, cues: ActorCues, given: GivenNames): string[] {
  const { familyFirst, wholeName, lastName, twoFamilyNames } = cues.honorifics;
  const words = nameWords(name, cues);
  if (words.length < 2) return words;
  const isIn = (states: readonly string[]) => country !== null && states.includes(country);
  if (isIn(wholeName)) return [words.join(' '), words.at(-1)!];
  if (isIn(lastName)) return [words.at(-1)!];
  if (isIn(familyFirst) && !isGiven(words[0]!, given)) return [words[0]!];
  const last = withParticles(words, cues);
  if (isIn(twoFamilyNames) && words.length >= 3 && !isGiven(words.at(-2)!, given)) {
    return [words.at(-2)!, `${words.at(-2)!} ${words.at(-1)!}`, words.at(-1)!];
  }
  return last;
}

/** The last word, alone and with the particles before it; "al-Assad" also as "Assad". */
function withParticles(words: readonly string[], cues: ActorCues): string[] {
  const { particles } = cues.honorifics;
  const last = words.at(-1)!;
  const bare = last.replace(/^(?:al|el|as|ash)[-‐]/iu, '');
  let first = words.length - 1;
  while (first > 1 && particles.includes(foldWord(words[first - 1]!))) first--;
  return [...new Set([words.slice(first).join(' '), last, bare])];
}

/** All spellings under which a person is looked up: the name itself, without initials, first and last word, other order. */
export function spellingsOf(name: string, country: string | null, cues: ActorCues, given: GivenNames): string[] {
  const { particles, familyFirst, wholeName, bothOrders } = cues.honorifics;
  if (!/\p{Script=Latin}/u.test(name)) return [];
  const words = nameWords(name, cues);
  const spellings = words.length > 1 ? [name, words.join(' ')] : [name];
  const plain = words.filter((word) => !/^\p{Lu}\.?$/u.test(word));
  if (plain.length >= 2 && plain.length < words.length) spellings.push(plain.join(' '));
  const isIn = (states: readonly string[]) => country !== null && states.includes(country);
  const hasParticle = plain.some((word) => particles.includes(foldWord(word)));
  if (plain.length >= 3 && !hasParticle && !isIn(familyFirst) && !isIn(wholeName) && isGiven(plain[0]!, given)) {
    spellings.push(`${plain[0]} ${plain.at(-1)}`);
  }
  // Many are called by their second given name: Matamela Cyril Ramaphosa.
  if (plain.length >= 3 && !hasParticle && !isIn(familyFirst) && !isIn(wholeName) && isGiven(plain[1]!, given)) {
    spellings.push(`${plain[1]} ${plain.at(-1)}`);
  }
  if (plain.length === 2 && isIn(bothOrders)) spellings.push(`${plain[1]} ${plain[0]}`);
  return [...new Set(spellings)].filter((spelling) => spelling.length > 2);
}

/** Gender by the given name, or null. */
export function genderOfName(
  name: string,
  country: string | null,
  cues: ActorCues,
  given: GivenNames,
): 'm' | 'f' | null {
  const words = nameWords(name, cues);
  const familyFirst = country !== null && cues.honorifics.familyFirst.includes(country);
  for (const word of familyFirst && words.length > 1 ? words.slice(1) : words.slice(0, 2)) {
    for (const part of [word, ...word.split('-')]) {
      const key = foldWord(part);
      if (given.m.has(key)) return 'm';
      if (given.f.has(key)) return 'f';
    }
  }
  return null;
}

/** The words of a name without titles and "Jr.". */
export function nameWords(name: string, cues: ActorCues): string[] {
  const { suffixes, honorifics } = cues.honorifics;
  const words = name.split(/[\s,]+/u).filter(Boolean);
  const kept = words.filter((word, i) => !(i > 0 && suffixes.includes(word.toLowerCase())));
  while (kept.length > 2 && kept[0]!.toLowerCase() in honorifics) kept.shift();
  return kept;
}

/** "jr" of "Donald Trump Jr.", which sets him apart from his father; null for a name without. */
export function generationOf(name: string, cues: ActorCues): string | null {
  const last = name
    .split(/[\s,]+/u)
    .at(-1)!
    .toLowerCase();
  return cues.honorifics.generations.includes(last) ? last.replace('.', '') : null;
}

function isGiven(word: string, given: GivenNames): boolean {
  const key = foldWord(word);
  return given.m.has(key) || given.f.has(key);
}
