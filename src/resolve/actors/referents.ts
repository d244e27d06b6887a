import { type Antecedent, conjunctsOf, dependent, type Token } from '../../document/index.ts';
import { foldName } from '../../knowledge/index.ts';
import { actorOf, type Draft, type Scene, tokensOf, wordOf } from './scene.ts';

/** What a pronoun may point to: somebody that the report resolves, or a common noun phrase for somebody or something unknown. */
export interface Referent {
  /** The same for all mentions of one. */
  readonly key: string;
  /** Empty where no actor is known. */
  readonly actors: readonly string[];
  readonly sentence: number;
  readonly head: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'name' | 'role' | 'group' | 'noun' | 'pronoun' | 'several';
  readonly number: 'one' | 'many' | 'body';
  /** `some`: a noun that may be a person or a thing. */
  readonly class: 'm' | 'f' | 'person' | 'thing' | 'measure' | 'some';
  readonly isPlace: boolean;
  readonly isIndefinite: boolean;
  /** What a pronoun, itself a referent by now, points to. */
  readonly antecedent?: Antecedent;
}

/** Everything in a report that a pronoun may point to, pronouns themselves apart, in text order. */
export function referentsOf(scene: Scene): Referent[] {
  const found = scene.drafts.flatMap((draft) => ofDraft(scene, draft) ?? []);
  const heads = new Set(
    scene.drafts
      .filter(({ outcome, isNested, form }) => form !== 'adjective' && !isNested && (outcome?.actors.length ?? 0) > 0)
      .map(({ sentence, head }) => `${sentence}:${head}`),
  );
  const drafts: Draft[][] = scene.doc.sentences.map(() => []);
  for (const draft of scene.drafts) drafts[draft.sentence]!.push(draft);
  for (const sentence of scene.doc.sentences) {
    for (const token of sentence.tokens) {
      if (heads.has(`${sentence.index}:${token.index}`) || isPartOfDraft(drafts[sentence.index]!, token.index))
        continue;
      const noun = ofNoun(scene, sentence.index, token);
      if (noun) found.push(noun);
    }
  }
  const joined = found.map((referent) => joinedToSubject(scene, referent, found));
  return [...joined, ...severalOf(scene, joined)].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** "Athens is the capital city": what is said of somebody or something is the same one. */
function joinedToSubject(scene: Scene, referent: Referent, found: readonly Referent[]): Referent {
  if (referent.kind !== 'noun') return referent;
  const tree = scene.trees[referent.sentence]!;
  if (!dependent(tree, referent.head, 'cop')) return referent;
  const head = dependent(tree, referent.head, 'nsubj')?.index;
  const subject = found.find((other) => other.sentence === referent.sentence && other.head === head);
  return subject ? { ...referent, key: subject.key, actors: subject.actors } : referent;
}

/** A word inside a name, or of a title before its last noun: "secretary" of "the secretary-general". */
function isPartOfDraft(drafts: readonly Draft[], at: number): boolean {
  return drafts.some(({ form, first, last, head, outcome }) => {
    const isInside = first <= at && at <= last;
    return isInside && (form === 'name' || (form === 'role' && at < head && outcome !== null));
  });
}

function ofDraft(scene: Scene, draft: Draft): Referent | null {
  const { form, outcome, role } = draft;
  if (form === 'adjective' || form === 'pronoun' || draft.isNested) return null;
  if (role && (role.names.length > 0 || !outcome || outcome.actors.length === 0)) return null;
  if (form === 'set' && !outcome) return null;
  const { sentence, head, start, end, text } = draft;
  const actors = isMerePlace(scene, draft) ? [] : (outcome?.actors ?? []);
  const first = actors[0] === undefined ? undefined : actorOf(scene, actors[0]);
  const isPerson = first
    ? first.type === 'person' || first.type === 'group' || first.id.includes('/')
    : draft.nameType === 'PER';
  const gender = (first && 'gender' in first ? (first.gender as 'm' | 'f' | null) : null) ?? role?.noun.gender ?? null;
  const isMany =
    actors.length > 1 || form === 'set' || (role ? role.noun.isPlural : first !== undefined && isPluralActor(first));
  return {
    ...{ sentence, head, start, end, text, actors },
    key: actors.length > 0 ? [...actors].sort().join('+') : `name:${foldName(text)}`,
    kind: form === 'group' || form === 'set' ? 'group' : form,
    number: isMany ? 'many' : isPerson ? 'one' : 'body',
    class: isPerson ? (gender ?? 'person') : 'thing',
    isPlace: draft.reading === 'place',
    isIndefinite: role?.isIndefinite ?? false,
  };
}

function isPluralActor(actor: object): boolean {
  return 'isPlural' in actor && actor.isPlural === true;
}

/** "in Moscow", where the city is meant and not its government; a state stays a state wherever it stands. */
function isMerePlace(scene: Scene, draft: Draft): boolean {
  if (draft.reading !== 'place') return false;
  const actor = draft.outcome?.actors[0];
  return actor === undefined || actorOf(scene, actor)?.name !== draft.place?.name;
}

/** A noun that heads a phrase, or a word such as "someone" that stands for one. */
function ofNoun(scene: Scene, sentence: number, token: Token): Referent | null {
  const { nouns } = scene.knowledge.cues;
  const isPronoun = token.upos === 'PRON' && nouns.people.includes(wordOf(token));
  if (!isPronoun && token.upos !== 'NOUN' && token.upos !== 'PROPN') return null;
  if (/^(compound|flat|fixed|goeswith|dep)/u.test(token.deprel)) return null;
  const tokens = tokensOf(scene, sentence);
  const first = firstOfPhrase(tokens, token);
  const lemma = (token.lemma || token.form).toLowerCase();
  const isMany = token.feats.Number === 'Plur';
  const start = tokens[first]!.start;
  const { end } = token;
  const kindOf = classOf(scene, lemma);
  const opener = wordOf(tokens[first]!);
  const isIndefinite = ['a', 'an', 'some', 'another', 'any', 'every', 'each', 'no'].includes(opener);
  return {
    key: `noun:${lemma}${isMany ? 's' : ''}${isIndefinite ? `:${start}` : ''}`,
    ...{ actors: [], sentence, head: token.index, start, end, text: scene.doc.report.text.slice(start, end) },
    kind: 'noun',
    number: isMany ? 'many' : kindOf === 'body' ? 'body' : 'one',
    class: kindOf === 'body' ? 'thing' : kindOf,
    isPlace: false,
    isIndefinite: isIndefinite || (first === token.index && !isMany),
  };
}

/** The words of a noun phrase before its head. */
function firstOfPhrase(tokens: readonly Token[], head: Token): number {
  let first = head.index;
  for (const token of tokens.slice(Math.max(0, head.index - 12), head.index)) {
    const isOwn = token.head === head.index && /^(det|amod|compound|nummod|nmod:poss)/u.test(token.deprel);
    if (isOwn) first = Math.min(first, token.index);
  }
  return first;
}

/** What a common noun names, by nouns.yaml, the role nouns and, last, its ending. */
function classOf(scene: Scene, lemma: string): Referent['class'] | 'body' {
  const { nouns, groups } = scene.knowledge.cues;
  if (nouns.men.includes(lemma)) return 'm';
  if (nouns.women.includes(lemma)) return 'f';
  if (nouns.people.includes(lemma)) return 'person';
  if (nouns.bodies.includes(lemma)) return 'body';
  if (nouns.measures.includes(lemma)) return 'measure';
  const role = scene.knowledge.roleNouns.get(lemma);
  if (role) return role.kind === 'body' ? 'body' : (role.gender ?? 'person');
  const sector = scene.knowledge.sectorOf(lemma);
  if (sector !== null && groups.sectors.includes(sector) && !groups.notAgents.includes(lemma)) return 'some';
  return nouns.endings.some((ending) => lemma.endsWith(ending)) ? 'some' : 'thing';
}

/** "Xi and Putin", "the driver and his wife": what is coordinated, as one. */
function severalOf(scene: Scene, found: readonly Referent[]): Referent[] {
  const byHead = new Map(found.map((referent) => [`${referent.sentence}:${referent.head}`, referent]));
  return found.flatMap((referent): Referent[] => {
    const tree = scene.trees[referent.sentence]!;
    const top = phraseTop(scene, referent);
    if (tokensOf(scene, referent.sentence)[top]!.deprel === 'conj') return [];
    const parts = conjunctsOf(tree, top).flatMap(
      (head) => byHead.get(`${referent.sentence}:${head}`) ?? besideOf(scene, found, referent.sentence, head),
    );
    if (parts.length < 2 || parts[0] !== referent) return [];
    const actors = [...new Set(parts.flatMap((part) => part.actors))];
    const end = Math.max(...parts.map((part) => part.end));
    return [
      {
        ...referent,
        ...{ actors, end, text: scene.doc.report.text.slice(referent.start, end) },
        key: actors.length > 1 ? [...actors].sort().join('+') : `and:${parts.map(({ key }) => key).join('+')}`,
        kind: 'several',
        number: 'many',
        class: parts.every((part) => part.class === 'thing') ? 'thing' : parts.every(isPersonal) ? 'person' : 'some',
        isIndefinite: false,
      },
    ];
  });
}

/** Whether a referent is certainly a person. */
export function isPersonal(referent: Referent): boolean {
  return referent.class === 'm' || referent.class === 'f' || referent.class === 'person';
}

/** The names beside a title in a coordination: "minister Qin Gang and …", "… and his Greek and French counterparts, A and B". */
function besideOf(scene: Scene, found: readonly Referent[], sentence: number, head: number): Referent[] {
  const title = scene.drafts.find((draft) => draft.sentence === sentence && draft.head === head && draft.role);
  if (title?.role?.noun.isPlural) {
    const starts = title.role.names.map((name) => scene.drafts[name]!.start);
    const named = found.filter(({ start }) => starts.includes(start));
    if (named.length > 0) return named;
  }
  return found.filter((other) => other.sentence === sentence && phraseTop(scene, other) === head).slice(0, 1);
}

/** The token that stands for a referent in its clause: "minister" of "minister Qin Gang". */
function phraseTop(scene: Scene, { sentence, head }: Referent): number {
  const tokens = tokensOf(scene, sentence);
  let top = tokens[head]!;
  for (let i = 0; i < 4 && /^(appos|flat|nmod:desc)$/u.test(top.deprel) && top.head >= 0; i++) top = tokens[top.head]!;
  return top.index;
}

/** How a phrase stands in its clause. */
export interface Standing {
  /** Its own relation, that of the first of a list or of what it is an apposition to. */
  readonly relation: string;
  /** The word that heads the clause: a verb, or a noun or adjective with a copula. */
  readonly clause: number;
  /** The relation that the phrase around it has to that word. */
  readonly clauseRelation: string;
}

const CLAUSAL = /^(nsubj|obj|iobj|obl|root|ccomp|xcomp|advcl|acl|csubj|parataxis|vocative|dislocated|expl)/u;

/** Climbs out of lists, appositions and modifiers to the place that a phrase has in its clause. */
export function standingOf(scene: Scene, sentence: number, at: number): Standing {
  const tokens = tokensOf(scene, sentence);
  let own = tokens[at]!;
  for (let i = 0; i < 6 && /^(conj|appos|flat|nmod:desc|compound)/u.test(own.deprel) && own.head >= 0; i++)
    own = tokens[own.head]!;
  let top = own;
  for (let i = 0; i < 12 && !CLAUSAL.test(top.deprel) && top.head >= 0; i++) top = tokens[top.head]!;
  const isClauseHead = top.head < 0 || /^(root|ccomp|xcomp|advcl|acl|csubj|parataxis)/u.test(top.deprel);
  return { relation: own.deprel, clause: isClauseHead ? top.index : top.head, clauseRelation: top.deprel };
}
