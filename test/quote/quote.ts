import { extractQuotations, loadQuotationLexicon } from '../../src/quote/index.ts';
import { type MadeMention, type MadeTime, makeReport } from '../helpers/conllu.ts';

const lexicon = loadQuotationLexicon();

/** A speaker or party by name: the last word of the words that name him, lower case, is the actor. */
export const person = (words: string, nth = 0): MadeMention => ({
  words,
  nth,
  actor: `per:${words.split(' ').at(-1)!.toLowerCase()}`,
});

export const body = (words: string, actor: string): MadeMention => ({ words, actor });

/** The quotations of a made report, each as `kind | speaker | words`. */
export function quote(
  text: string,
  conllu: string,
  mentions: readonly MadeMention[] = [],
  times: readonly MadeTime[] = [],
) {
  return extractQuotations(makeReport(text, conllu, mentions, times), lexicon);
}

export const lines = (found: ReturnType<typeof quote>) =>
  found.map(({ kind, speaker, text }) => `${kind} | ${speaker ?? '-'} | ${text}`);
