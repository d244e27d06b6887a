import { dependent, dependents, isRelation, type SyntaxTree, type Token, tokenAt } from '../document/index.ts';
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

type Part = keyof QuotationLexicon['cues'];
const PARTS: Readonly<Partial<Record<Token['upos'], readonly [Part, SpeechFrame['kind']]>>> = {
  VERB: ['verbs', 'verb'],
  NOUN: ['nouns', 'noun'],
  ADJ: ['adjectives', 'adjective'],
};

/** Every cue of one sentence with its speaker and content, in text order. */
export function findSpeechFrames(tree: SyntaxTree, lexicon: QuotationLexicon): readonly SpeechFrame[] {
  return tree.sentence.tokens.flatMap((token) => {
    const frame = frameOfWord(tree, token, lexicon) ?? frameOfPreposition(tree, token, lexicon);
    return frame ? [frame] : [];
  });
}

function frameOfWord(tree: SyntaxTree, token: Token, lexicon: QuotationLexicon): SpeechFrame | null {
  const part = PARTS[token.upos];
  if (!part || ['amod', 'compound', 'fixed', 'flat'].some((relation) => isRelation(token, relation))) return null;
  const [words, kind] = part;
  const entry = lexicon.cues[words]
    .get(token.lemma.toLowerCase())
    ?.find((candidate) => hasWords(tree, token, candidate));
  if (!entry) return null;
  const { cueClass } = entry;
  const isPassive = kind === 'verb' && isPassiveVerb(tree, token);
  return {
    sentence: tree.sentence.index,
    cue: token.index,
    cueClass,
    kind,
    speaker: kind === 'noun' ? ownerOf(tree, token.index, lexicon) : speakerOfVerb(tree, token, cueClass, lexicon),
    content: contentOf(tree, token, cueClass, kind),
    host: hostOf(tree, token, cueClass, lexicon),
    isPassive,
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

function isPassiveVerb(tree: SyntaxTree, token: Token): boolean {
  if (dependent(tree, token.index, 'nsubj:pass', 'aux:pass', 'csubj:pass')) return true;
  const isParticiple = token.feats.VerbForm === 'Part' && token.feats.Tense === 'Past';
  return isParticiple && ['acl', 'advcl'].includes(token.deprel) && !dependent(tree, token.index, 'nsubj', 'aux');
}

function speakerOfVerb(tree: SyntaxTree, token: Token, cueClass: CueClass, lexicon: QuotationLexicon): number | null {
  if (cueClass.speaker === 'object') return objectSpeaker(tree, token);
  if (isPassiveVerb(tree, token)) return agentOf(tree, token.index, lexicon);
  return subjectOf(tree, token);
}

/** Whom a passage is quoted from: the object of "quoted Khamenei", the subject of "Khamenei was quoted as saying". */
function objectSpeaker(tree: SyntaxTree, token: Token): number | null {
  return (dependent(tree, token.index, 'nsubj:pass') ?? dependent(tree, token.index, 'obj'))?.index ?? null;
}

/** The one who does what a passive or a noun says: "was described by Putin". */
function agentOf(tree: SyntaxTree, index: number, lexicon: QuotationLexicon): number | null {
  const agent = dependents(tree, index, 'obl:agent', 'obl', 'nmod').find(
    (child) => child.deprel === 'obl:agent' || lexicon.agents.has(caseLemma(tree, child.index)),
  );
  return agent?.index ?? null;
}

/**
 * The subject of a verb: its own, that of the verb it is coordinated with, or that of the verb which controls it ("…, saying").
 * A relative pronoun stands for the noun that its clause describes. Bounded: each step goes up the tree.
 */
export function subjectOf(tree: SyntaxTree, verb: Token): number | null {
  const own =
    dependent(tree, verb.index, 'nsubj') ??
    dependents(tree, verb.index, 'csubj').find((child) => child.upos === 'NOUN');
  if (own && own.deprel !== 'nsubj:pass') return isRelative(own) ? antecedentOf(tree, verb) : own.index;
  const head = verb.head >= 0 ? tokenAt(tree, verb.head) : undefined;
  if (!head) return null;
  if (isRelation(verb, 'acl')) return head.index;
  if (
    isRelation(verb, 'conj') ||
    isRelation(verb, 'xcomp') ||
    isRelation(verb, 'advcl') ||
    isRelation(verb, 'parataxis')
  ) {
    return subjectOfHead(tree, verb, head);
  }
  return null;
}

function subjectOfHead(tree: SyntaxTree, verb: Token, head: Token): number | null {
  if (isRelation(verb, 'xcomp')) {
    const object = dependent(tree, head.index, 'obj', 'iobj');
    if (object) return object.index;
  }
  const passive = dependent(tree, head.index, 'nsubj:pass');
  if (passive) return isRelative(passive) ? antecedentOf(tree, head) : passive.index;
  return head.upos === 'VERB' || head.upos === 'AUX' || dependent(tree, head.index, 'nsubj', 'cop')
    ? subjectOf(tree, head)
    : null;
}

function isRelative(token: Token): boolean {
  return token.feats.PronType === 'Rel' || (token.upos === 'PRON' && token.feats.PronType === 'Int');
}

function antecedentOf(tree: SyntaxTree, verb: Token): number | null {
  let clause: Token = verb;
  while (!isRelation(clause, 'acl') && isRelation(clause, 'conj')) clause = tokenAt(tree, clause.head);
  return isRelation(clause, 'acl') ? clause.head : null;
}

/** Whose a noun is: "Putin's claim", "a statement by the ministry", or the subject of the verb that carries it ("X made the claim that"). */
export function ownerOf(tree: SyntaxTree, noun: number, lexicon: QuotationLexicon): number | null {
  const possessor = dependent(tree, noun, 'nmod:poss');
  if (possessor) return possessor.index;
  const owner = dependents(tree, noun, 'nmod').find((child) => lexicon.owners.has(caseLemma(tree, child.index)));
  if (owner) return owner.index;
  const token = tokenAt(tree, noun);
  const verb = token.head >= 0 ? tokenAt(tree, token.head) : undefined;
  if (!verb || verb.upos !== 'VERB') return null;
  if (isPassiveVerb(tree, verb)) return agentOf(tree, verb.index, lexicon);
  return isRelation(token, 'obj') || isRelation(token, 'obl') ? subjectOf(tree, verb) : null;
}

function contentOf(tree: SyntaxTree, token: Token, cueClass: CueClass, kind: SpeechFrame['kind']): readonly number[] {
  const relations = kind === 'noun' ? ['acl', 'ccomp', 'appos', 'parataxis'] : [...cueClass.content, 'csubj:pass'];
  return dependents(tree, token.index, ...relations)
    .filter((child) => !isRelation(child, 'acl:relcl') && !isRelation(child, 'obl:agent'))
    .map((child) => child.index);
}

/** The clause in which a cue is an aside: "The visit, he said, is off"; "as Khamenei put it", "as noted by the ministry". */
function hostOf(tree: SyntaxTree, token: Token, cueClass: CueClass, lexicon: QuotationLexicon): number | null {
  if (token.upos !== 'VERB' || token.head < 0) return null;
  const subject = dependent(tree, token.index, 'nsubj');
  if (isRelation(token, 'parataxis')) return subject && subject.feats.Person !== '2' ? token.head : null;
  const marker = dependents(tree, token.index, 'mark', 'advmod').find((child) => child.index < token.index);
  const isMarked =
    isRelation(token, 'advcl') && marker !== undefined && lexicon.parentheticals.has(marker.lemma.toLowerCase());
  const saysMore = dependents(tree, token.index, 'ccomp', 'xcomp').some((child) => child.index > token.index);
  return isMarked && !saysMore && (cueClass.indirect || subject !== undefined) ? token.head : null;
}

/** "according to X", "in Beijing's view": a phrase that hangs on the clause whose source it names. */
function frameOfPreposition(tree: SyntaxTree, token: Token, lexicon: QuotationLexicon): SpeechFrame | null {
  const found = prepositionAt(tree, token, lexicon) ?? viewAt(tree, token, lexicon);
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

function prepositionAt(tree: SyntaxTree, token: Token, lexicon: QuotationLexicon): SourcePhrase | null {
  const entry = lexicon.prepositions.find(({ words }) =>
    words.every((word, offset) => tree.sentence.tokens[token.index + offset]?.form.toLowerCase() === word),
  );
  const speaker = entry ? phraseAfter(tree, token.index, entry.words.length) : null;
  if (!entry || speaker === null) return null;
  const phrase = tokenAt(tree, speaker).head === token.index ? token.index : speaker;
  return { cueClass: entry.cueClass, speaker, phrase };
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
  const cueClass = lexicon.views.get(token.lemma.toLowerCase());
  const owner = dependent(tree, token.index, 'nmod:poss');
  return cueClass && owner && isRelation(token, 'obl') ? { cueClass, speaker: owner.index, phrase: token.index } : null;
}

/** The lemma of the preposition before a phrase. */
export function caseLemma(tree: SyntaxTree, index: number): string {
  return dependent(tree, index, 'case')?.lemma.toLowerCase() ?? '';
}
