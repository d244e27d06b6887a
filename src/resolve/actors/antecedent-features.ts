import { ancestorsOf, caseOf, dependent, dependents } from '../../document/index.ts';
import { isPersonal, type Referent, type Standing, standingOf } from './referents.ts';
import { type Draft, type Scene, tokensOf, wordOf } from './scene.ts';

/** What speaks for or against a referent as the antecedent of a pronoun; the names are those of lexicon/actors/antecedents.yaml. */
export type Features = Readonly<Record<string, number>>;

/** A referent weighed for one pronoun. */
export interface Choice {
  readonly referent: Referent;
  readonly features: Features;
}

/** What a pronoun is known to want, and where it stands. */
export interface Wanted {
  readonly draft: Draft;
  readonly family: 'person' | 'thing' | 'plural';
  readonly isQuoted: boolean;
}

/** The relations that count as one place in the clause. Source: the salience factors of Lappin and Leass 1994. */
const PLACES: readonly (readonly [string, RegExp])[] = [
  ['subject', /^nsubj/u],
  ['object', /^(obj|iobj|obl:agent)/u],
  ['possessor', /^nmod:poss/u],
  ['oblique', /^obl/u],
  ['modifier', /^nmod/u],
  ['predicate', /^(root|ccomp|xcomp|advcl|parataxis|acl)/u],
];

/** What stands around a referent among all that a pronoun may point to. */
export interface Setting {
  /** Other referents nearer to the pronoun. */
  readonly between: number;
  readonly isQuoted: boolean;
  /** The subject of the pronoun's own clause may be meant, and is another. */
  readonly isPastSubject: boolean;
  /** A list that it is part of may be meant. */
  readonly isPart: boolean;
}

/** Everything that the weights know of a pronoun and a referent. */
export function featuresOf(
  scene: Scene,
  wanted: Wanted,
  referent: Referent,
  { between, isQuoted, isPastSubject, isPart }: Setting,
): Features {
  const { draft } = wanted;
  const features: Record<string, number> = {};
  const set = (name: string, isTrue: boolean, value = 1) => {
    if (isTrue && value !== 0) features[name] = value;
  };
  const distance = draft.sentence - referent.sentence;
  const own = standingOf(scene, draft.sentence, draft.head);
  const other = standingOf(scene, referent.sentence, referent.head);
  const place = placeOf(other.relation);
  const isBefore = referent.start < draft.start;
  set(`distance ${Math.min(distance, 4)}`, isBefore);
  set('after', !isBefore);
  set('words between', distance === 0 && isBefore, Math.log(1 + draft.head - referent.head));
  set('others between', true, Math.log(1 + between));
  set(`${place} here`, distance === 0);
  set(`${place} before`, distance === 1);
  set(`${place} far`, distance > 1);
  set('same place', place === placeOf(own.relation));
  set('both subjects', place === 'subject' && placeOf(own.relation) === 'subject');
  set(`kind ${referent.kind}`, true);
  set(`class ${referent.class}`, true);
  set('of known actor', referent.actors.length > 0);
  set('indefinite', referent.isIndefinite);
  set('indefinite here', referent.isIndefinite && distance === 0);
  set('place', referent.isPlace);
  set('place, subject', referent.isPlace && place === 'subject');
  set('past the subject', isPastSubject);
  set('possessive, past the subject', isPastSubject && draft.pronoun!.possessive);
  set('part of several', isPart);
  set('several actors', referent.kind === 'several' && referent.actors.length > 1);
  set(
    'several actors, both subjects',
    referent.kind === 'several' && referent.actors.length > 1 && place === 'subject',
  );
  set('named body', referent.kind === 'name' && referent.number === 'body');
  set('paragraphs', true, paragraphsBetween(scene, referent, draft));
  set(`number ${referent.number}`, true);
  set('known gender', wanted.family === 'person' && (referent.class === 'm' || referent.class === 'f'));
  if (referent.kind === 'pronoun') set('same pronoun', sameFamily(scene, referent, draft));
  if (distance === 0) {
    const isSubject = isOwnSubject(scene, draft, referent);
    const isSame = own.clause === other.clause;
    const isInside = ancestorsOf(scene.trees[draft.sentence]!, draft.head).some(({ index }) => index === referent.head);
    set('same clause', isSame);
    set('subject of own clause', isSubject);
    set('possessive, subject of own clause', isSubject && draft.pronoun!.possessive);
    set('reflexive, subject of own clause', isSubject && draft.pronoun!.reflexive);
    set(
      'possessive, with "for"',
      draft.pronoun!.possessive && isSame && place === 'object' && isAfterFor(scene, draft),
    );
    set('possessive, in the same clause', draft.pronoun!.possessive && isSame && !isSubject);
    set('around it', isInside);
    set('first of its list', draft.pronoun!.possessive && isFirstOfList(scene, draft, referent));
    const above = ancestorsOf(scene.trees[draft.sentence]!, own.clause).map((token) => token.index);
    set('subject above', !isSubject && place === 'subject' && above.includes(other.clause));
    set('joined clause', place === 'subject' && isJoined(scene, draft.sentence, own.clause, other.clause));
  }
  set(
    'both speak',
    place === 'subject' && speaks(scene, draft.sentence, own) && speaks(scene, referent.sentence, other),
  );
  const couldAct = referent.actors.length > 0 || referent.number === 'body' || isPersonal(referent);
  set('speaks, could speak', couldAct && speaks(scene, draft.sentence, own));
  set('acts, could act', couldAct && acts(scene, draft));
  set('both quoted', wanted.isQuoted && isQuoted);
  set('out of the quotation', wanted.isQuoted && !isQuoted);
  set('into a quotation', !wanted.isQuoted && isQuoted);
  set('subject, first', place === 'subject' && isFirstSubject(scene, referent));
  return features;
}

function placeOf(relation: string): string {
  return PLACES.find(([, pattern]) => pattern.test(relation))?.[0] ?? 'other';
}

/** "Assad and his enablers": the first is meant. */
export function isFirstOfList(scene: Scene, { sentence, head }: Draft, referent: Referent): boolean {
  const tokens = tokensOf(scene, sentence);
  const owned = tokens[tokens[head]!.head];
  if (owned?.deprel !== 'conj') return false;
  return owned.head === referent.head || isSameToken(scene, referent, owned.head);
}

/** "sanctioned 27 people for their actions": the object is meant. */
function isAfterFor(scene: Scene, { sentence, head }: Draft): boolean {
  const owned = tokensOf(scene, sentence)[head]!.head;
  return owned >= 0 && caseOf(scene.trees[sentence]!, owned) === 'for';
}

/** Whether a referent is the subject of the clause that a pronoun stands in. */
export function isOwnSubject(scene: Scene, draft: Draft, referent: Referent): boolean {
  if (referent.sentence !== draft.sentence) return false;
  const subject = subjectOf(scene, draft.sentence, standingOf(scene, draft.sentence, draft.head).clause);
  return subject !== null && subject !== draft.head && isSameToken(scene, referent, subject);
}

/** The subject of a clause, also where it stands with the verb above: "China attempts to present itself". */
function subjectOf(scene: Scene, sentence: number, clause: number): number | null {
  const tree = scene.trees[sentence]!;
  for (let at = clause, i = 0; i < 4; i++) {
    const subject = dependent(tree, at, 'nsubj');
    if (subject) return subject.index;
    const { deprel, head } = tokensOf(scene, sentence)[at]!;
    if (head < 0 || !/^(xcomp|conj|advcl$|acl$)/u.test(deprel)) return null;
    if (deprel === 'acl') return head;
    // "urged Kigali to pull": the object is to act
    const object = deprel === 'xcomp' ? dependent(tree, head, 'obj') : undefined;
    if (object) return object.index;
    at = head;
  }
  return null;
}

/** Whether a subject is the referent, or the head of the list or title that the referent is in. */
function isSameToken(scene: Scene, referent: Referent, subject: number): boolean {
  if (referent.head === subject) return true;
  const token = tokensOf(scene, referent.sentence)[referent.head]!;
  return token.head === subject && /^(appos|flat|nmod:desc)/u.test(token.deprel);
}

/** Whether a phrase is the subject of a verb of speech: who spoke goes on speaking. */
function speaks(scene: Scene, sentence: number, { relation, clause }: Standing): boolean {
  const verb = tokensOf(scene, sentence)[clause]!;
  return relation.startsWith('nsubj') && scene.knowledge.cues.pronouns.speech.includes(verb.lemma.toLowerCase());
}

/** Whether a pronoun does something to something: subjects of such verbs are parties rather than things. */
function acts(scene: Scene, { sentence, head }: Draft): boolean {
  const token = tokensOf(scene, sentence)[head]!;
  if (token.deprel !== 'nsubj' || token.head < 0 || tokensOf(scene, sentence)[token.head]!.upos !== 'VERB')
    return false;
  return dependents(scene.trees[sentence]!, token.head, 'obj', 'ccomp', 'xcomp').length > 0;
}

/** "Xi flew home and he …": the second of two coordinated clauses. */
function isJoined(scene: Scene, sentence: number, clause: number, other: number): boolean {
  const token = tokensOf(scene, sentence)[clause]!;
  return token.deprel === 'conj' && token.head === other;
}

function isFirstSubject(scene: Scene, referent: Referent): boolean {
  const subject = tokensOf(scene, referent.sentence).find((token) => token.deprel.startsWith('nsubj'));
  return subject !== undefined && subject.index >= referent.head - 1 && subject.index <= referent.head + 1;
}

function paragraphsBetween(scene: Scene, referent: Referent, draft: Draft): number {
  const { sentences } = scene.doc;
  return Math.min(2, sentences[draft.sentence]!.paragraph - sentences[referent.sentence]!.paragraph);
}

function sameFamily(scene: Scene, referent: Referent, draft: Draft): boolean {
  const { pronouns } = scene.knowledge.cues.pronouns;
  const other = pronouns[wordOf(tokensOf(scene, referent.sentence)[referent.head]!)];
  return other?.gender === draft.pronoun!.gender && other.number === draft.pronoun!.number;
}

/** Whether gender and number let a referent be meant at all. */
export function agrees({ draft, family }: Wanted, referent: Referent): boolean {
  const { gender } = draft.pronoun!;
  if (referent.class === 'measure') return false;
  if (family === 'plural') {
    if (referent.number === 'one') return referent.class === 'person' && referent.kind === 'noun';
    return true;
  }
  if (referent.number === 'many') return false;
  if (family === 'thing') return !isPersonal(referent);
  if (referent.number === 'body' || referent.class === 'thing') return false;
  return referent.class === gender || referent.class === 'person' || referent.class === 'some';
}

/** What speaks for an "it" that stands for nothing or for what a whole clause says, and for a pronoun whose name is out of reach. */
export function featuresOfNobody(scene: Scene, { draft }: Wanted, count: number): Features {
  const features: Record<string, number> = { nobody: 1 };
  if (count === 0) return features;
  const tokens = tokensOf(scene, draft.sentence);
  const token = tokens[draft.head]!;
  const head = token.head < 0 ? undefined : tokens[token.head];
  const isSubject = token.deprel.startsWith('nsubj');
  if (isSubject) features['nobody, subject'] = 1;
  if (token.deprel === 'obj') features['nobody, object'] = 1;
  if (speaks(scene, draft.sentence, standingOf(scene, draft.sentence, draft.head))) features['nobody, speaks'] = 1;
  if (acts(scene, draft)) features['nobody, acts'] = 1;
  if (draft.pronoun!.possessive) features['nobody, possessive'] = 1;
  if (isSubject && head && tokens.some((other) => other.head === head.index && other.deprel === 'cop')) {
    features['nobody, copula'] = 1;
    if (tokens.some((other) => other.head === head.index && /^(csubj|ccomp|xcomp|advcl|acl)/u.test(other.deprel)))
      features['nobody, copula and clause'] = 1;
  }
  if (token.start === scene.doc.sentences[draft.sentence]!.start) features['nobody, first word'] = 1;
  return features;
}

/** The weighted sum of what speaks for a choice. */
export function weigh(weights: Features, features: Features): number {
  let sum = 0;
  for (const [name, value] of Object.entries(features)) sum += (weights[name] ?? 0) * value;
  return sum;
}
