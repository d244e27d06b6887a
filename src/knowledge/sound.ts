import { foldName } from '../text/fold.ts';
import type { ActorCues } from './cues.ts';

/** Brings a personal name to one form for its spellings, in whatever order: "Volodymyr Zelenskyy" and "Vladimir Zelensky" sound alike. */
export type Sounding = (name: string) => string;

/** Compiles lexicon/actors/spellings.yaml. */
export function makeSounding(cues: ActorCues): Sounding {
  const given = new Map(
    cues.spellings.given.flatMap((names) => names.map((name) => [foldName(name), names[0]!] as const)),
  );
  const rules = cues.spellings.rules.map(([from, to]) => [new RegExp(from, 'gu'), to] as const);
  const known = new Map<string, string>();
  const soundOfWord = (word: string) => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    let sound = given.get(word) ?? word;
    for (const [from, to] of rules) sound = sound.replace(from, to);
    sound = sound.replace(/(.)\1+/gu, '$1');
    known.set(word, sound);
    return sound;
  };
  return (name) =>
    foldName(name)
      .split(' ')
      .filter((word) => word.length > 1)
      .map(soundOfWord)
      .sort()
      .join(' ');
}
