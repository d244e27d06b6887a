import { dependent, dependents, isRelation, type SyntaxTree, type Token, tokenAt } from '../document/index.ts';
import { canSpeak, type FrameScope, isSameVoice } from './frame-scope.ts';
import type { CueClass } from './quotation-lexicon.ts';

/** How far, in tokens, a name may stand from a cue whose parse gives it no subject. */
const NEAR = 3;

/** How far after a noun its by-phrase may begin: "a tweet on Monday by …". */
const OWNER_REACH = 5;

/** The token that heads whoever speaks by a verb or adjective; null when the text names nobody. */
export function speakerOfVerb(scope: FrameScope, verb: Token, cueClass: CueClass): number | null {
  if (cueClass.speaker === 'object') return objectSpeaker(scope, verb);
  if (isPassiveVerb(scope.tree, verb)) return agentOf(scope, verb.index);
  const subject = subjectOf(scope, verb);
  if (subject !== null && (canSpeak(scope, subject) || hasOwnSubject(scope, verb))) return subject;
  return neighbourOf(scope, verb) ?? subject ?? rootSubject(scope, verb);
}

/** Whether a verb is passive, by its auxiliary or subject, or as a bare participle ("remarks made by …", "Asked whether …"). */
export function isPassiveVerb(tree: SyntaxTree, verb: Token): boolean {
  if (dependent(tree, verb.index, 'nsubj:pass', 'aux:pass', 'csubj:pass')) return true;
  if (verb.index === 0 && verb.feats.Tense === 'Past') return true;
  const isParticiple = verb.feats.VerbForm === 'Part' && verb.feats.Tense === 'Past';
  return isParticiple && ['acl', 'advcl'].includes(verb.deprel) && !dependent(tree, verb.index, 'nsubj', 'aux');
}

/** Whom a passage is quoted from: the object of "quoted Khamenei", the subject of "Khamenei was quoted as saying". */
function objectSpeaker(scope: FrameScope, verb: Token): number | null {
  const object = dependents(scope.tree, verb.index, 'nsubj:pass', 'obj', 'iobj').find((child) =>
    isSameVoice(scope, child, verb),
  );
  const after = scope.parties.find(({ first }) => first > verb.index && first - verb.index <= NEAR);
  return object?.index ?? after?.head ?? null;
}

/** The one by whom a passive or a noun is done: "was described by Putin". */
export function agentOf(scope: FrameScope, index: number): number | null {
  const agent = dependents(scope.tree, index, 'obl', 'nmod').find(
    (child) => child.deprel === 'obl:agent' || scope.lexicon.agents.has(caseLemma(scope.tree, child.index)),
  );
  return agent?.index ?? null;
}

function hasOwnSubject(scope: FrameScope, verb: Token): boolean {
  return dependents(scope.tree, verb.index, 'nsubj').some((child) => isSameVoice(scope, child, verb));
}

/**
 * The subject of a verb: its own, or that of the nearest verb above it whose subject may speak ("said the visit will take place and confirmed",
 * "…, adding"). The subject of a verb inside marks comes last for a cue outside them (`said Norway “cannot agree”, adding`), words inside marks
 * never. Without one that may speak, the nearest.
 */
export function subjectOf(scope: FrameScope, verb: Token): number | null {
  const candidates: number[] = [];
  const held: number[] = [];
  let current: Token | undefined = verb;
  while (current) {
    const found = subjectsAt(scope, current, verb);
    (isSameVoice(scope, current, verb) ? candidates : held).push(...found);
    if (candidates.length > 0 && (current === verb || candidates.some((index) => canSpeak(scope, index)))) break;
    current = nextAbove(scope, current);
  }
  const able = (index: number) => canSpeak(scope, index);
  return candidates.find(able) ?? held.find(able) ?? candidates[0] ?? null;
}

/** The subjects that one verb offers to a cue below it. A relative pronoun stands for the noun that its clause describes. */
function subjectsAt(scope: FrameScope, verb: Token, cue: Token): readonly number[] {
  const { tree } = scope;
  const quoted = verb !== cue && isQuoting(scope, verb) ? objectSpeaker(scope, verb) : null;
  if (quoted !== null) return [quoted];
  const own = dependents(tree, verb.index, 'nsubj').filter(
    (child) =>
      isSameVoice(scope, child, cue) &&
      (verb !== cue || (child.deprel !== 'nsubj:pass' && !isOfContent(scope, child, verb))),
  );
  const subject = own.findLast((child) => canSpeak(scope, child.index)) ?? own.at(-1);
  // A finite verb without a subject is a slip of the parse: the noun that it hangs on is not its subject.
  const isParticiple = isRelation(verb, 'acl') && verb.feats.VerbForm !== 'Fin';
  if (!subject) return isParticiple ? describedBy(scope, verb.head, cue) : [];
  const antecedent = isRelative(subject) ? antecedentOf(tree, verb) : subject.index;
  return antecedent === null ? [] : [antecedent];
}

/** The noun that a participle describes; of a predicate, its subject ("she was the first to answer"). */
function describedBy(scope: FrameScope, noun: number, cue: Token): readonly number[] {
  const isPredicate = dependent(scope.tree, noun, 'cop') !== undefined;
  const described = isPredicate ? (dependent(scope.tree, noun, 'nsubj')?.index ?? noun) : noun;
  return isSameVoice(scope, described, cue) ? [described] : [];
}

/** "…, said the 36 must go": a subject between a cue and its clause, with no marks before the cue, is the clause's. */
function isOfContent(scope: FrameScope, subject: Token, verb: Token): boolean {
  const clause = dependents(scope.tree, verb.index, 'ccomp').some((child) => child.index > subject.index);
  return subject.index > verb.index && clause && !isAfterMarks(scope, verb);
}

/** Whether a marked stretch ends right before a verb. */
function isAfterMarks(scope: FrameScope, verb: Token): boolean {
  return [1, 2].some((back) => (scope.stretches[verb.index - back] ?? null) !== null);
}

/** "quoted him as saying": the one quoted speaks, not the one who quotes. */
function isQuoting({ lexicon }: FrameScope, verb: Token): boolean {
  return (
    lexicon.cues.verbs.get(verb.lemma.toLowerCase())?.some(({ cueClass }) => cueClass.speaker === 'object') ?? false
  );
}

function isRelative(token: Token): boolean {
  return token.upos === 'PRON' && (token.feats.PronType === 'Rel' || token.feats.PronType === 'Int');
}

function antecedentOf(tree: SyntaxTree, verb: Token): number | null {
  let clause: Token = verb;
  while (!isRelation(clause, 'acl') && isRelation(clause, 'conj')) clause = tokenAt(tree, clause.head);
  return isRelation(clause, 'acl') ? clause.head : null;
}

/** The next verb up that may lend its subject; a clause with a finite verb and a complementizer of its own lends none upwards. */
function nextAbove({ tree }: FrameScope, verb: Token): Token | undefined {
  const isLent = ['conj', 'xcomp', 'advcl', 'parataxis', 'ccomp', 'dep'].some((relation) => isRelation(verb, relation));
  return isLent && verb.head >= 0 ? tokenAt(tree, verb.head) : undefined;
}

/** Where the parse names nobody: the name right after a cue that marks stand before (`"…" tweeted Johnson`), else the one right before it. */
function neighbourOf(scope: FrameScope, verb: Token): number | null {
  const isFree = ({ head }: { head: number }) => isSameVoice(scope, head, verb);
  const after = scope.parties.find(({ first }) => first > verb.index && first - verb.index <= NEAR);
  if (isAfterMarks(scope, verb) && verb.feats.VerbForm === 'Fin') {
    if (after && isFree(after) && after.first === verb.index + 1) return after.head;
    const object = dependent(scope.tree, verb.index, 'obj');
    if (object && canSpeak(scope, object.index) && isSameVoice(scope, object, verb)) return object.index;
  }
  const before = scope.parties.findLast(({ last }) => last < verb.index && verb.index - last <= NEAR);
  return before && isFree(before) ? before.head : null;
}

/** The subject of the whole sentence, when it may speak: the last resort for a cue that the parse leaves alone. */
function rootSubject(scope: FrameScope, verb: Token): number | null {
  const root = scope.tree.sentence.tokens.find((token) => token.head < 0);
  const [subject] = root && isSameVoice(scope, root, verb) ? dependents(scope.tree, root.index, 'nsubj') : [];
  const isBefore = subject !== undefined && subject.index < verb.index && verb.feats.VerbForm !== 'Inf';
  return isBefore && canSpeak(scope, subject.index) ? subject.index : null;
}

/** Whose a noun is: "Putin's claim", "a statement by the ministry", or the subject of the verb that carries it ("X made the claim that"). */
export function ownerOf(scope: FrameScope, noun: number): number | null {
  const { tree } = scope;
  const owner = possessorOf(scope, noun);
  if (owner !== null) return owner;
  const token = tokenAt(tree, noun);
  const verb = token.head >= 0 ? tokenAt(tree, token.head) : undefined;
  if (verb?.upos !== 'VERB') return null;
  if (isPassiveVerb(tree, verb)) return agentOf(scope, verb.index);
  return isRelation(token, 'obj') || isRelation(token, 'obl') ? subjectOf(scope, verb) : null;
}

/** Whose a noun is by its own phrase: a possessive, "by the ministry", "of the ministry", "Chinese claims"; also a by-phrase soon after it that the parse hung elsewhere. */
export function possessorOf(scope: FrameScope, noun: number): number | null {
  const { tree, lexicon } = scope;
  const possessor = dependent(tree, noun, 'nmod:poss');
  if (possessor) return possessor.index;
  const owner = dependents(tree, noun, 'nmod').find(
    (child) => lexicon.owners.has(caseLemma(tree, child.index)) && canSpeak(scope, child.index),
  );
  if (owner) return owner.index;
  const namer = dependents(tree, noun, 'compound', 'amod', 'nmod:desc').find((child) => scope.named.has(child.index));
  if (namer) return namer.index;
  const isAgent = (first: number) => lexicon.agents.has(tree.sentence.tokens[first - 1]?.lemma.toLowerCase() ?? '');
  const agent = scope.parties.find(({ first }) => first > noun && first - noun <= OWNER_REACH && isAgent(first));
  return agent?.head ?? null;
}

/** The lemma of the preposition before a phrase. */
export function caseLemma(tree: SyntaxTree, index: number): string {
  return dependent(tree, index, 'case')?.lemma.toLowerCase() ?? '';
}
