import type { Setting } from './anchor-all.ts';
import type { Found } from './recognise.ts';
import type { Word } from './words.ts';

/** Whether an expression and the one after it are the ends of a range: "Monday to Wednesday", "between May and July", "20-22 March". */
export function rangeAfter(founds: readonly Found[], index: number, setting: Setting): boolean {
  const [first, second] = [founds[index]!, founds[index + 1]];
  if (!second || !isPlaced(first) || !isPlaced(second)) return false;
  if (first.join) return first.join === 'range' || isBetween(setting, first);
  const between = setting.words.slice(first.end, second.first);
  if (between.length === 0 || between.length > 3) return false;
  if (matches(setting, 'range', between)) return between[0]!.text !== '—' || between[0]!.glued;
  return matches(setting, 'between-join', between) && isBetween(setting, first);
}

function isBetween(setting: Setting, found: Found): boolean {
  return matches(setting, 'between', setting.words.slice(Math.max(0, found.first - 1), found.first));
}

function matches(setting: Setting, list: string, words: readonly Word[]): boolean {
  const phrases = setting.grammar.governors.get(list) ?? [];
  return phrases.some(
    (phrase) => phrase.length === words.length && phrase.every((text, index) => words[index]!.text === text),
  );
}

function isPlaced(found: Found): boolean {
  return !['length', 'every', 'reference', 'stretch', 'ahead'].includes(found.term.op);
}
