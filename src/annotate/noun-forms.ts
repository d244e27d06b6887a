import type { Words } from './verb-forms.ts';

/** The singular of a plural noun in lower case, by the rules of spelling. `words` are words known to exist. */
export function singularOf(form: string, words: Words): string {
  if (form.endsWith('men') && form.length > 4) return `${form.slice(0, -2)}an`;
  if (!form.endsWith('s') || form.endsWith('ss') || /\p{N}/u.test(form)) return form;
  const [withE, without] = [form.slice(0, -1), form.slice(0, -2)];
  if (/(?:us|is)$/.test(form)) return words.has(withE) && withE.length > 2 ? withE : form;
  if (form.endsWith('ies')) return singularOfIes(form, words);
  if (form.endsWith('oes')) return words.has(withE) && withE.length > 2 ? withE : without;
  if (/(?:ss|x|ch|sh|zz)es$/.test(form)) return words.has(withE) && !words.has(without) ? withE : without;
  if (form.endsWith('uses') && !words.has(withE)) return without;
  if (form.endsWith('ses') && !words.has(withE) && words.has(without)) return without;
  return withE;
}

function singularOfIes(form: string, words: Words): string {
  const [withIe, withY] = [form.slice(0, -1), `${form.slice(0, -3)}y`];
  return form.length <= 4 || (words.has(withIe) && !words.has(withY)) ? withIe : withY;
}
