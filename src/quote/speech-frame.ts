import {
  ancestorsOf,
  dependent,
  dependents,
  isRelation,
  type SyntaxTree,
  subtreeOf,
  type Token,
  tokenAt,
} from '../document/index.ts';
import { canSpeak, type FrameScope, isSameVoice } from './frame-scope.ts';
import { isPassiveVerb, ownerOf, speakerOfVerb } from './frame-speaker.ts';
import type { CueClass, CueEntry, QuotationLexicon } from './quotation-lexicon.ts';

/** A cue with what the parse gives it: who speaks, what is said, and to whom. Token indexes are of the frame's own sentence. */
export interface SpeechFrame {
  readonly sentence: number;
  readonly cue: number;
  readonly cueClass: CueClass;
  readonly kind: 'verb' | 'noun' | 'adjective' | 'preposition';
  /** The token that heads the speaker's phrase; null when nobody is named. */
  readonly speaker: number | null;
  /** Heads of the words that depend on the cue as its content. */
  readonly content: readonly number[];
  /** The clause that the cue stands in as an aside ("…, he said", "according to X"); null when it governs its content. */
  readonly host: number | null;
  readonly isPassive: boolean;
  readonly isNegated: boolean;
}

/** Longest "…, the foreign ministry's spokesman said." in tokens. */
const TAIL = 12;

type Part = keyof QuotationLexicon['cues'];
const PARTS: Readonly<Partial<Record<Token['upos'], readonly [Part, SpeechFrame['kind']]>>> = {
  VERB: ['verbs', 'verb'],
  NOUN: ['nouns', 'noun'],
  ADJ: ['adjectives', 'adjective'],
};

/** Every cue of one sentence with its speaker and content, in text order. */
export function findSpeechFrames(scope: FrameScope): readonly SpeechFrame[] {
  return scope.tree.sentence.tokens.flatMap((token) => {
    const frame = frameOfWord(scope, token) ?? frameOfPreposition(scope, token);
    return frame ? [frame] : [];
  });
}

function frameOfWord(scope: FrameScope, token: Token): SpeechFrame | null {
  const { tree, lexicon } = scope;
  const part = PARTS[token.upos];
  if (!part) return null;
  const [words, kind] = part;
  const entry = lexicon.cues[words]
    .get(tree.lemmas[token.index]!)
    ?.find((candidate) => hasWords(tree, token, candidate));
  if (!entry || ['amod', 'compound', 'fixed', 'flat'].some((relation) => isRelation(token, relation))) return null;
  const { cueClass } = entry;
  return {
    sentence: tree.sentence.index,
    cue: token.index,
    cueClass,
    kind,
    speaker: kind === 'noun' ? ownerOf(scope, token.index) : speakerOfVerb(scope, token, cueClass),
    content: contentOf(tree, token, cueClass, kind),
    host: hostOf(scope, token, cueClass),
    isPassive: kind === 'verb' && isPassiveVerb(tree, token),
    isNegated: dependents(tree, token.index, 'advmod').some((child) => child.feats.Polarity === 'Neg'),
  };
}

/** "point out", "make clear", "put it": the further word depends on the cue or follows it at once. */
function hasWords(tree: SyntaxTree, token: Token, entry: CueEntry): boolean {
  return entry.with.every((lemma, offset) => {
    const next = tree.sentence.tokens[token.index + 1 + offset];
    const isNext = next?.lemma.toLowerCase() === lemma;
    return (
      isNext || (tree.children[token.index] ?? []).some((child) => tokenAt(tree, child).lemma.toLowerCase() === lemma)
    );
  });
}

function contentOf(tree: SyntaxTree, token: Token, cueClass: CueClass, kind: SpeechFrame['kind']): readonly number[] {
  const relations = kind === 'noun' ? ['acl', 'ccomp'] : [...cueClass.content, 'csubj:pass'];
  return dependents(tree, token.index, ...relations)
    .filter((child) => !isRelation(child, 'acl:relcl') && !isRelation(child, 'obl:agent'))
    .map((child) => child.index);
}

/** The clause in which a cue is an aside: "The visit, he said, is off"; "as Khamenei put it", "as noted by the ministry"; "…, he added." */
function hostOf(scope: FrameScope, token: Token, cueClass: CueClass): number | null {
  const { tree, lexicon } = scope;
  if (token.upos !== 'VERB' || token.head < 0) return null;
  const subject = dependent(tree, token.index, 'nsubj');
  if (saysMore(scope, token)) return null;
  const mayStandAside = cueClass.content.includes('parataxis') && !isAfterSemicolon(tree, token, subject);
  if (mayStandAside && isTail(scope, token, subject)) return rootOf(tree, token);
  if (mayStandAside && isRelation(token, 'parataxis')) {
    const isAside = subject && subject.feats.Person !== '2';
    return isAside ? clauseAround(tree, token.head) : null;
  }
  const marker = dependents(tree, token.index, 'mark', 'advmod').find((child) => child.index < token.index);
  const isMarked =
    isRelation(token, 'advcl') && marker !== undefined && lexicon.parentheticals.has(marker.lemma.toLowerCase());
  return isMarked && (cueClass.indirect || subject !== undefined) ? token.head : null;
}

/** "…; Madrid spoke of a beginning": a clause of its own, and no aside of the one before. */
function isAfterSemicolon(tree: SyntaxTree, token: Token, subject: Token | undefined): boolean {
  const first = subtreeOf(tree, (subject ?? token).index)[0]!;
  return first > 0 && tokenAt(tree, first - 1).form === ';';
}

/** The clause that a word stands in: "Norway, he said, was ready" hangs the aside on the subject. */
function clauseAround(tree: SyntaxTree, index: number): number {
  let token = tokenAt(tree, index);
  while (token.head >= 0 && ['nsubj', 'obj', 'obl', 'advmod'].some((relation) => isRelation(token, relation)))
    token = tokenAt(tree, token.head);
  return token.index;
}

/** Whether a cue brings in a clause of its own after it: then it is no aside of another, unless marks go on there (`"…," he said, "…"`). */
function saysMore(scope: FrameScope, token: Token): boolean {
  const { tree } = scope;
  return dependents(tree, token.index, 'ccomp', 'xcomp')
    .filter((child) => child.index > token.index)
    .some((child) =>
      [child, ...dependents(tree, child.index, 'mark', 'nsubj')].some((word) => isSameVoice(scope, word, token)),
    );
}

/** "…, he added.": a comma, a subject and a cue that end the sentence, whatever the parse makes of them. */
function isTail({ tree }: FrameScope, token: Token, subject: Token | undefined): boolean {
  if (!subject || subject.index > token.index) return false;
  const { tokens } = tree.sentence;
  const phrase = subtreeOf(tree, subject.index);
  const first = phrase[0]!;
  const isLast = tokens.slice(token.index + 1).every((other) => other.upos === 'PUNCT');
  const isUnbroken = tokens
    .slice(first, token.index)
    .every((other) => phrase.includes(other.index) || other.head === token.index);
  return isLast && isUnbroken && first > 0 && tokens[first - 1]!.upos === 'PUNCT' && token.index - first <= TAIL;
}

function rootOf(tree: SyntaxTree, token: Token): number | null {
  return ancestorsOf(tree, token.index).at(-1)?.index ?? null;
}

/** "according to X", "in Beijing's view": a phrase that hangs on the clause whose source it names. */
function frameOfPreposition(scope: FrameScope, token: Token): SpeechFrame | null {
  const { tree, lexicon } = scope;
  const found = prepositionAt(scope, token) ?? viewAt(tree, token, lexicon);
  if (!found) return null;
  const host = tokenAt(tree, found.phrase).head;
  return {
    ...{ sentence: tree.sentence.index, cue: token.index, cueClass: found.cueClass, kind: 'preposition' },
    ...{ speaker: found.speaker, content: [], host: host >= 0 ? host : null, isPassive: false, isNegated: false },
  };
}

interface SourcePhrase {
  readonly cueClass: CueClass;
  readonly speaker: number;
  /** The token by which the whole phrase hangs on its clause. */
  readonly phrase: number;
}

/** A preposition of one word ("per two officials") needs somebody who may speak. */
function prepositionAt(scope: FrameScope, token: Token): SourcePhrase | null {
  const { tree, lexicon } = scope;
  const entry = lexicon.prepositions
    .get(token.form.toLowerCase())
    ?.find(({ words }) =>
      words.every((word, offset) => tree.sentence.tokens[token.index + offset]?.form.toLowerCase() === word),
    );
  const speaker = entry ? phraseAfter(tree, token.index, entry.words.length) : null;
  if (!entry || speaker === null) return null;
  if (entry.words.length === 1 && !canSpeak(scope, speaker)) return null;
  return { cueClass: entry.cueClass, speaker, phrase: topOf(tree, speaker, token.index) };
}

/** The token by which preposition and phrase hang on their clause, whichever of them the parse put on top. */
function topOf(tree: SyntaxTree, speaker: number, first: number): number {
  let top = speaker;
  for (let head = tokenAt(tree, top).head; head >= first && head < speaker; head = tokenAt(tree, top).head) top = head;
  return top;
}

/** The head of the phrase after a preposition of some words: their governor if it follows them, else the first token that leaves the phrase upwards. */
function phraseAfter(tree: SyntaxTree, index: number, length: number): number | null {
  const first = index + length;
  const governor = tokenAt(tree, index).head;
  if (governor >= first) return governor;
  let top = tree.sentence.tokens[first];
  while (top && top.head > top.index) top = tokenAt(tree, top.head);
  return top?.index ?? null;
}

/** "in Beijing's view": the owner of a noun of opinion that hangs on a clause. */
function viewAt(tree: SyntaxTree, token: Token, lexicon: QuotationLexicon): SourcePhrase | null {
  const cueClass = lexicon.views.get(tree.lemmas[token.index]!);
  if (!cueClass || !isRelation(token, 'obl')) return null;
  const owner = dependent(tree, token.index, 'nmod:poss');
  return owner ? { cueClass, speaker: owner.index, phrase: token.index } : null;
}
