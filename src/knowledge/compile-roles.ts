import type { RoleNoun } from './pack.ts';
import type { SourceTables } from './tables.ts';

/** The role nouns with their plurals: "minister of foreign affairs" gives "ministers of foreign affairs". */
export function roleNounsOf(tables: SourceTables): RoleNoun[] {
  const rows = tables['role-nouns.csv'].map((row) => ({
    term: row.term,
    role: row.role,
    sector: row.sector,
    kind: row.kind,
    gender: row.gender || null,
    implies: row.implies || null,
    isPlural: row.kind === 'people',
    lemma: row.term,
  }));
  const known = new Set(rows.map((row) => row.term));
  const plurals = rows
    .filter((row) => row.kind !== 'people')
    .map((row) => ({ ...row, term: pluralOf(row.term), isPlural: true, gender: null }))
    .filter((row) => !known.has(row.term));
  return [...rows, ...plurals];
}

/** The plural of a noun phrase, on its head: the word before "of", "for" or "in", else the last. */
export function pluralOf(term: string): string {
  const words = term.split(' ');
  const linked = words.findIndex((word) => word === 'of' || word === 'for' || word === 'in');
  const head = linked > 0 ? linked - 1 : words.length - 1;
  return words.map((word, i) => (i === head ? pluralWord(word) : word)).join(' ');
}

function pluralWord(word: string): string {
  if (/(spokes|police|congress|states|chair|business)?(?<!hu)man$/u.test(word)) return word.replace(/man$/u, 'men');
  if (/woman$/u.test(word)) return word.replace(/man$/u, 'men');
  if (/[^aeiou]y$/u.test(word)) return word.replace(/y$/u, 'ies');
  if (/(s|x|ch|sh)$/u.test(word)) return `${word}es`;
  return `${word}s`;
}
