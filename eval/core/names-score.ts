import { readText } from './treebank.ts';

/** A name in a text: UTF-16 offsets, half-open. */
export interface GoldName {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

export interface GoldNames {
  readonly doc: string;
  readonly text: string;
  readonly entities: readonly GoldName[];
}

/** Exact-span figures of one type or of all together. */
export interface NamesScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
}

/** Types of the corpora as the three that are scored; a type that is not here is left out on both sides. */
const SCORED: Readonly<Record<string, string>> = {
  PER: 'PER',
  ORG: 'ORG',
  LOC: 'LOC',
  politician: 'PER',
  person: 'PER',
  politicalparty: 'ORG',
  organisation: 'ORG',
  country: 'LOC',
  location: 'LOC',
};

/** Rows of a names file, one JSON object a line. */
export function readNames(file: string): GoldNames[] {
  const lines = readText(file)
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as GoldNames);
}

/** Exact span and type over PER, LOC and ORG, all types together. Both lists are in the same order. */
export function scoreNames(
  gold: readonly (readonly GoldName[])[],
  system: readonly (readonly GoldName[])[],
): NamesScore {
  let [right, inGold, inSystem] = [0, 0, 0];
  gold.forEach((names, row) => {
    const wanted = keysOf(names);
    const found = keysOf(system[row] ?? []);
    inGold += wanted.size;
    inSystem += found.size;
    for (const key of wanted) if (found.has(key)) right++;
  });
  const precision = inSystem > 0 ? right / inSystem : 0;
  const recall = inGold > 0 ? right / inGold : 0;
  return { precision, recall, f1: right > 0 ? (2 * precision * recall) / (precision + recall) : 0, gold: inGold };
}

function keysOf(names: readonly GoldName[]): Set<string> {
  const scored = names.filter(({ type }) => SCORED[type] !== undefined);
  return new Set(scored.map(({ start, end, type }) => `${start}:${end}:${SCORED[type]}`));
}
