import type { ResolvedReport, Sentence, Token } from '../document/index.ts';
import type { CodingWords } from '../lexicon/index.ts';
import type { Actor } from '../record/index.ts';

/** A joint text says whose it is at its beginning. */
const HEAD_SENTENCES = 5;
const MIN_SIGNATORIES = 2;

/**
 * Who says "we" in a report's own words: whoever its outlet speaks for, or those that a joint statement names as its
 * authors ("a statement from the Foreign Ministers of Canada, France and Italy"). Without such an outlet, whoever the title calls
 * the author ("Remarks by High Representative Ashton"). Empty for the press.
 */
export function ownVoices(report: ResolvedReport, outlet: Actor | null, words: CodingWords): readonly Actor[] {
  if (outlet === null) return authorOf(report, words);
  const signatories = report.sentences.slice(0, HEAD_SENTENCES).map((sentence) => authorsIn(report, sentence, words));
  return signatories.find((authors) => authors.length >= MIN_SIGNATORIES) ?? [outlet];
}

/** "Remarks by X following …", "Speech by X": a title that is no more than the name of a text and of its author. */
function authorOf({ sentences, mentions, actors }: ResolvedReport, words: CodingWords): readonly Actor[] {
  const title = sentences[0];
  const text = title?.kind === 'headline' ? title.tokens.find(({ head }) => head < 0) : undefined;
  if (!title || !text || !words.authoredTexts.has(text.lemma.toLowerCase())) return [];
  const by = title.tokens.find(({ index, form }) => index > text.index && words.authorship.has(form.toLowerCase()));
  const author = mentions
    .filter((mention) => by && mention.sentence === 0 && mention.start > by.start && mention.reading === 'party')
    .flatMap((mention) => actors.find((actor) => actor.id === mention.actors[0]) ?? [])
    .find(({ type }) => AUTHORS.has(type));
  return author ? [author] : [];
}

const AUTHORS: ReadonlySet<Actor['type']> = new Set(['person', 'government', 'state', 'igo']);

/**
 * States and bodies named behind "statement … by" or "from", as far as the next verb ("… welcoming the EU's sanctions") or what
 * it is about ("… on Sudan"). Behind a verb only "by" names authors: "a statement marking the anniversary of …" does not.
 */
function authorsIn({ mentions, actors }: ResolvedReport, sentence: Sentence, words: CodingWords): readonly Actor[] {
  // a name may hold a verb: "the United States"
  const isInName = (index: number) => sentence.names.some(({ first, last }) => first <= index && index <= last);
  const isVerb = ({ index, upos }: Token) => upos === 'VERB' && !isInName(index);
  // "on behalf of the European Union" names an author
  const isOnItsMatter = ({ form, head }: Token) =>
    words.topicPrepositions.has(form.toLowerCase()) &&
    !words.authorship.has(sentence.tokens[head]?.lemma.toLowerCase() ?? '');
  const text = sentence.tokens.findIndex((token) => words.jointTexts.has(token.lemma.toLowerCase()));
  if (text < 0) return [];
  const behind = sentence.tokens.slice(text + 1);
  const verb = behind.findIndex(isVerb);
  const starts = behind.filter(
    ({ form }, position) =>
      words.authorship.has(form.toLowerCase()) && (verb < 0 || position < verb || form.toLowerCase() === 'by'),
  );
  const namedFrom = (by: Token) => {
    const after = sentence.tokens.slice(by.index + 1);
    const close = after.find((token) => isVerb(token) || isOnItsMatter(token));
    const end = close?.start ?? sentence.end;
    const named = mentions
      .filter((mention) => mention.sentence === sentence.index && mention.kind === 'name')
      .filter(({ start }) => by.start < start && start < end)
      .flatMap((mention) => actors.find((actor) => actor.id === mention.actors[0]) ?? []);
    return [...new Set(named)].filter((actor) => actor.type === 'state' || actor.type === 'igo');
  };
  return starts.map(namedFrom).reduce((most, one) => (one.length > most.length ? one : most), []);
}
