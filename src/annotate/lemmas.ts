import type { Upos } from '../document/index.ts';
import type { InflectionTable } from './inflection.ts';
import { singularOf } from './noun-forms.ts';
import { beforeSuffix, regularVerb, type Words } from './verb-forms.ts';

type Feats = Readonly<Record<string, string>>;

/** Cuts `suffix` off and puts `replace` in its place where at least `minStem` letters are left. */
export interface LemmaRule {
  readonly upos: string;
  readonly suffix: string;
  readonly replace: string;
  readonly minStem?: number | undefined;
}

/** What a model learned: exceptions by `UPOS\tlowerform`, and ordered suffix rules for what they leave. */
export interface LearnedLemmas {
  readonly exceptions: ReadonlyMap<string, string>;
  readonly rules: readonly LemmaRule[];
}

/** Everything that lemmas are found with. */
export interface LemmaTable extends LearnedLemmas {
  readonly inflection: InflectionTable;
  /** Whole words that the model's vocabulary knows: they tell which of two spellings is a word. */
  readonly words: Words;
}

/**
 * The dictionary form of a word: from the list of irregular forms, else as the model learned it, else by the rules of
 * spelling for its features. Names keep their form.
 */
export function lemmaOf(form: string, upos: Upos, feats: Feats, table: LemmaTable): string {
  const lower = form.toLowerCase();
  const known = irregular(lower, upos, feats, table);
  if (known !== undefined) return known;
  const regular = upos === 'PROPN' ? form : regularForm(lower, upos, feats, table);
  const learned = table.exceptions.get(`${upos}\t${lower}`);
  return learned === undefined || isSlip(learned, regular, upos, table) ? regular : learned;
}

/** The treebanks' own slips ("freed" as fre) are among what was learned: no word, where spelling gives one. */
function isSlip(learned: string, regular: string, upos: Upos, { words }: LemmaTable): boolean {
  return upos === 'VERB' && !words.has(learned.toLowerCase()) && words.has(regular);
}

function regularForm(lower: string, upos: Upos, feats: Feats, table: LemmaTable): string {
  const words = { has: (word: string) => table.words.has(word) || table.inflection.known.has(word) };
  if (upos === 'VERB') return regularVerb(lower, feats, words, table.inflection);
  if (upos === 'NOUN') return feats.Number === 'Sing' ? lower : singularOf(lower, words);
  if (upos === 'ADJ') return positiveOf(lower, feats, words, table.inflection);
  return byRule(lower, upos, table);
}

/** The plain form of a compared adjective: "larger" is large, "bigger" big. */
function positiveOf(form: string, { Degree }: Feats, words: Words, table: InflectionTable): string {
  const ending = { Cmp: 'er', Sup: 'est' }[Degree ?? ''];
  if (ending === undefined || !form.endsWith(ending)) return form;
  const stem = form.slice(0, -ending.length);
  return stem.endsWith('i') ? `${stem.slice(0, -1)}y` : beforeSuffix(stem, words, table);
}

function irregular(lower: string, upos: Upos, feats: Feats, { inflection }: LemmaTable): string | undefined {
  if (upos === 'VERB' && feats.VerbForm !== 'Inf') return inflection.verbs.get(lower);
  if (upos === 'NOUN' && feats.Number !== 'Sing') return inflection.nouns.get(lower);
  return upos === 'ADJ' || upos === 'ADV' ? inflection.adjectives.get(lower) : undefined;
}

function byRule(lower: string, upos: Upos, { rules }: LemmaTable): string {
  for (const rule of rules) {
    if (rule.upos !== upos || !lower.endsWith(rule.suffix)) continue;
    const stem = lower.slice(0, lower.length - rule.suffix.length);
    if (stem.length >= (rule.minStem ?? 1)) return stem + rule.replace;
  }
  return lower;
}
