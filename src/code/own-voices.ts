import type { ResolvedReport, Sentence } from '../document/index.ts';
import type { CodingWords } from '../lexicon/index.ts';
import type { Actor } from '../record/index.ts';

/** A joint text says whose it is at its beginning. */
const HEAD_SENTENCES = 5;
const MIN_SIGNATORIES = 2;

/**
 * Who says "we" in a report's own words: whoever its outlet speaks for, or those that a joint statement names as its
 * authors ("a statement from the Foreign Ministers of Canada, France and Italy"). Empty for the press.
 */
export function ownVoices(report: ResolvedReport, outlet: Actor | null, words: CodingWords): readonly Actor[] {
  if (outlet === null) return [];
  const signatories = report.sentences.slice(0, HEAD_SENTENCES).map((sentence) => authorsIn(report, sentence, words));
  return signatories.find((authors) => authors.length >= MIN_SIGNATORIES) ?? [outlet];
}

/** States and bodies named behind "statement … by" or "from", as far as the next verb ("… welcoming the EU's sanctions"). */
function authorsIn({ mentions, actors }: ResolvedReport, sentence: Sentence, words: CodingWords): readonly Actor[] {
  const text = sentence.tokens.findIndex((token) => words.jointTexts.has(token.lemma.toLowerCase()));
  if (text < 0) return [];
  const by = sentence.tokens.find((token) => token.index > text && words.authorship.has(token.form.toLowerCase()));
  if (!by) return [];
  // a name may hold a verb: "the United States"
  const isInName = (index: number) => sentence.names.some(({ first, last }) => first <= index && index <= last);
  const verb = sentence.tokens.find(({ index, upos }) => index > by.index && upos === 'VERB' && !isInName(index));
  const end = verb?.start ?? sentence.end;
  const named = mentions
    .filter(
      ({ sentence: at, kind, start }) => at === sentence.index && kind === 'name' && by.start < start && start < end,
    )
    .flatMap((mention) => actors.find((actor) => actor.id === mention.actors[0]) ?? []);
  return [...new Set(named)].filter((actor) => actor.type === 'state' || actor.type === 'igo');
}
