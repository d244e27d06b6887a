import type { InflectionTable } from './inflection.ts';

/** Words that are known to exist. */
export interface Words {
  has(word: string): boolean;
}

type Feats = Readonly<Record<string, string>>;

/** The dictionary form of a regular verb form in lower case, by the rules of spelling. `words` are words known to exist. */
export function regularVerb(form: string, feats: Feats, words: Words, table: InflectionTable): string {
  if (isBare(feats) && !isOfPluralName(form, feats, words)) return form;
  if (form.length > 4 && form.endsWith('ing')) return beforeSuffix(form.slice(0, -3), words, table);
  if (form.length > 3 && form.endsWith('ed')) return beforeEd(form, words, table);
  if (form.endsWith('s') && !/(?:ss|us|is)$/.test(form)) return beforeS(form, words);
  return form;
}

/** An infinitive, an imperative or a present form of another than the third person has no ending. */
function isBare({ VerbForm, Mood, Tense, Person, Number: count }: Feats): boolean {
  if (VerbForm === 'Inf' || Mood === 'Imp') return true;
  return VerbForm === 'Fin' && Tense === 'Pres' && (Person !== '3' || count === 'Plur');
}

/** "The United States condemns": the number is that of the name, the ending that of one state. */
function isOfPluralName(form: string, { VerbForm, Person, Number: count }: Feats, words: Words): boolean {
  if (VerbForm !== 'Fin' || Person !== '3' || count !== 'Plur') return false;
  if (form.length <= 3 || !form.endsWith('s') || /(?:ss|us|is)$/.test(form)) return false;
  return words.has(beforeS(form, words)) || !words.has(form);
}

function beforeEd(form: string, words: Words, table: InflectionTable): string {
  if (form.endsWith('eed')) return words.has(form) && !words.has(form.slice(0, -1)) ? form : form.slice(0, -1);
  if (form.endsWith('ied')) return form.length <= 4 ? form.slice(0, -1) : `${form.slice(0, -3)}y`;
  return beforeSuffix(form.slice(0, -2), words, table);
}

function beforeS(form: string, words: Words): string {
  if (form.endsWith('ies')) return form.length <= 4 ? form.slice(0, -1) : `${form.slice(0, -3)}y`;
  const [withE, without] = [form.slice(0, -1), form.slice(0, -2)];
  if (/(?:ss|x|ch|sh|zz|o)es$/.test(form)) return words.has(withE) && !words.has(without) ? withE : without;
  return withE;
}

/** The word that -ed, -ing, -er or -est was put on: "plann" is plan, "nam" name, "call" call, "dy" die. */
export function beforeSuffix(stem: string, words: Words, table: InflectionTable): string {
  if (/^[^aeiou]y$/.test(stem)) return `${stem[0]}ie`;
  if (/([bdgkmnprtvlz])\1$/.test(stem)) return undoubled(stem, words);
  return takesE(stem, words, table) ? `${stem}e` : stem;
}

function undoubled(stem: string, words: Words): string {
  const single = stem.slice(0, -1);
  if (single.length < 3) return stem;
  if (/[lz]$/.test(stem)) return words.has(single) && !words.has(stem) ? single : stem;
  return words.has(stem) && !words.has(single) ? stem : single;
}

function takesE(stem: string, words: Words, { silentE, longestEnding }: InflectionTable): boolean {
  if (/^(?:[^aeiou]+|[^aeiou]*qu)?[aeiou][^aeiouwxy]$/.test(stem)) return true;
  const [bare, full] = [words.has(stem), words.has(`${stem}e`)];
  for (let length = Math.min(longestEnding, stem.length); length > 0; length--) {
    const takes = silentE.get(stem.slice(-length));
    if (takes !== undefined) return bare === full ? takes : full;
  }
  return full && !bare;
}
