import { ancestorsOf, dependents, caseOf as prepositionsOf } from '../../document/index.ts';
import {
  agrees,
  type Choice,
  type Features,
  featuresOf,
  featuresOfNobody,
  isFirstOfList,
  isOwnSubject,
  type Wanted,
  weigh,
} from './antecedent-features.ts';
import { areCoArguments } from './antecedents.ts';
import { isPersonal, type Referent, referentsOf, standingOf } from './referents.ts';
import {
  actorOf,
  type Draft,
  draftOver,
  nobody,
  type Outcome,
  type Scene,
  type Sieve,
  tokensOf,
  withDrafts,
  wordOf,
} from './scene.ts';

/** Pronouns of the third person and relative ones; first and second persons are whoever speaks, which quotations tell. */
export const findPronouns: Sieve = (scene) =>
  withDrafts(
    scene,
    scene.doc.sentences.flatMap((sentence) =>
      sentence.tokens.flatMap((token): Draft[] => {
        const pronoun = scene.knowledge.cues.pronouns.pronouns[wordOf(token)];
        if (!pronoun || pronoun.speaker || !['PRON', 'DET'].includes(token.upos)) return [];
        if (pronoun.relative && relativeHead(scene, sentence.index, token.index) === null) return [];
        if (pronoun.gender === 'n' && !pronoun.relative && isEmptyIt(scene, sentence.index, token.index)) return [];
        return [
          {
            ...draftOver(scene, sentence.index, token.index, token.index, token.index),
            form: 'pronoun',
            kind: 'pronoun',
            pronoun,
          },
        ];
      }),
    ),
  );

/** Resolves pronouns in text order, so that a pronoun can itself be pointed back to. */
export const decidePronouns: Sieve = (scene) => resolvePronouns(scene).scene;

/** The same with what each personal pronoun was chosen from, which is what the weights are fitted on. */
export function resolvePronouns(scene: Scene): { readonly scene: Scene; readonly cases: readonly PronounCase[] } {
  let current = scene;
  const referents = referentsOf(scene);
  const cases: PronounCase[] = [];
  const settle = (index: number, outcome: Outcome) => {
    const drafts = [...current.drafts];
    drafts[index] = { ...drafts[index]!, outcome };
    current = { ...current, drafts };
  };
  scene.drafts.forEach((draft, index) => {
    if (!draft.pronoun || draft.outcome) return;
    if (draft.pronoun.relative) {
      const outcome = relativeOutcome(current, draft);
      if (outcome) settle(index, outcome);
      return;
    }
    const one = caseOf(current, draft, referents);
    cases.push(one);
    const decision = decide(current, one);
    if (!decision) {
      settle(index, undecided(current, one));
      return;
    }
    const outcome = outcomeOf(decision);
    settle(index, outcome);
    referents.push(asReferent(decision, outcome));
  });
  return { scene: current, cases };
}

/** The noun that a relative clause belongs to. */
function relativeHead(scene: Scene, sentence: number, at: number): number | null {
  const tree = scene.trees[sentence]!;
  for (const verb of ancestorsOf(tree, at)) {
    if (verb.deprel === 'acl:relcl') return verb.head;
    if (['ccomp', 'advcl', 'root', 'parataxis'].includes(verb.deprel)) return null;
  }
  return null;
}

function relativeOutcome(scene: Scene, draft: Draft): Outcome | null {
  const head = relativeHead(scene, draft.sentence, draft.head);
  if (head === null) return null;
  const candidates = scene.drafts.filter(
    (other) =>
      other.sentence === draft.sentence && other.outcome && other.outcome.actors.length > 0 && other.end <= draft.start,
  );
  const tokens = tokensOf(scene, draft.sentence);
  const owner =
    besideComma(scene, draft, candidates) ??
    candidates.find((other) => other.head === head) ??
    candidates.find(
      (other) => tokens[other.head]!.head === head && /^(appos|flat|nmod:desc)$/u.test(tokens[other.head]!.deprel),
    );
  if (!owner) return null;
  if (/^who/iu.test(draft.text) && owner.outcome!.actors.every((actor) => actorOf(scene, actor)?.type === 'state'))
    return null;
  return { ...owner.outcome!, how: 'relative pronoun', facts: [`"${draft.text}" is "${owner.text}"`] };
}

/** "skepticism from Western leaders, who point …": the parse may take the wrong noun; the words right before the comma are meant. */
function besideComma(scene: Scene, draft: Draft, candidates: readonly Draft[]): Draft | undefined {
  const comma = tokensOf(scene, draft.sentence)[draft.first - 1];
  const adjacent = comma?.form === ',' ? draft.first - 2 : draft.first - 1;
  return /^who/iu.test(draft.text) ? candidates.find((other) => other.last === adjacent) : undefined;
}

/** A pronoun with everything that it may point to. */
export interface PronounCase {
  readonly draft: Draft;
  readonly family: Wanted['family'];
  readonly choices: readonly Choice[];
  /** What speaks for nobody. */
  readonly nobody: Features;
}

/** Sentences back in which a pronoun finds what it points to. Things are taken up again at once or not at all. */
const REACH: Readonly<Record<Wanted['family'], number>> = { person: 4, thing: 2, plural: 3 };

/** Everything that a pronoun may point to: what agrees with it, is near enough, and that grammar does not forbid. */
function caseOf(scene: Scene, draft: Draft, referents: readonly Referent[]): PronounCase {
  const { gender, number } = draft.pronoun!;
  const family = number === 'plural' ? 'plural' : gender === 'n' ? 'thing' : 'person';
  const wanted: Wanted = { draft, family, isQuoted: isQuoted(scene, draft.start) };
  const fitting = referents.filter(
    (referent) =>
      referent.sentence <= draft.sentence &&
      draft.sentence - referent.sentence <= REACH[family] &&
      agrees(wanted, referent) &&
      mayBeMeant(scene, wanted, referent),
  );
  const subjects = fitting.filter((referent) => isOwnSubject(scene, draft, referent)).map(({ key }) => key);
  const firsts = fitting.filter((referent) => isOwner(scene, draft, referent)).map(({ key }) => key);
  const bound = draft.pronoun!.reflexive ? subjects : firsts;
  const allowed = bound.length > 0 ? keepKeys(fitting, bound) : fitting;
  const choices = allowed.map((referent, i) => {
    const between = new Set(allowed.slice(i + 1).map(({ key }) => key));
    between.delete(referent.key);
    const features = featuresOf(scene, wanted, referent, {
      between: between.size,
      isQuoted: isQuoted(scene, referent.start),
      isPastSubject: subjects.length > 0 && !subjects.includes(referent.key),
      isPart: allowed.some((other) => other.kind === 'several' && isWithin(referent, other)),
    });
    return { referent, features };
  });
  return { draft, family, choices, nobody: featuresOfNobody(scene, wanted, choices.length) };
}

/** "Blinken announced sanctions on Lukashenko and his enablers": of two in a list, the second is the first one's. */
function isOwner(scene: Scene, draft: Draft, referent: Referent): boolean {
  const isPossessive = draft.pronoun!.possessive === true && isPersonal(referent);
  return isPossessive && referent.sentence === draft.sentence && isFirstOfList(scene, draft, referent);
}

function keepKeys(referents: readonly Referent[], keys: readonly string[]): Referent[] {
  return referents.filter(({ key }) => keys.includes(key));
}

function isWithin(referent: Referent, list: Referent): boolean {
  return referent.kind !== 'several' && referent.start >= list.start && referent.end <= list.end;
}

/** Grammar: no co-argument, nothing that holds the pronoun itself, nothing after it but the subject that it leans on. */
function mayBeMeant(scene: Scene, { draft, isQuoted: quoted }: Wanted, referent: Referent): boolean {
  if (referent.sentence !== draft.sentence) return true;
  if (referent.head === draft.head) return false;
  const isAfter = referent.start > draft.start;
  if (isAfter) return isSubjectAhead(scene, draft, referent);
  if (referent.end > draft.start) return false;
  const standing = standingOf(scene, draft.sentence, referent.head);
  // inside a quotation a third person is not the one who speaks it
  if (quoted && !isQuoted(scene, referent.start) && standing.relation.startsWith('nsubj')) return false;
  if (draft.pronoun!.possessive) return !isOwnPhrase(scene, draft, referent.head);
  return draft.pronoun!.reflexive || !areCoArguments(scene, draft.sentence, draft.head, referent.head);
}

/** "When he landed, Lavrov praised …", "In his speech, Macron …": the subject of a clause above, which the pronoun comes before. */
function isSubjectAhead(scene: Scene, draft: Draft, referent: Referent): boolean {
  const { pronoun, sentence, head } = draft;
  if (referent.kind === 'pronoun' || pronoun!.reflexive) return false;
  const own = standingOf(scene, sentence, head);
  const other = standingOf(scene, sentence, referent.head);
  if (!other.relation.startsWith('nsubj') || other.clause < head) return false;
  const isAbove = ancestorsOf(scene.trees[sentence]!, own.clause).some((token) => token.index === other.clause);
  return isAbove || (pronoun!.possessive && own.clause === other.clause && own.clauseRelation.startsWith('obl'));
}

/** What a pronoun comes to, with the referent nearest before it, or null. */
function decide(scene: Scene, one: PronounCase): Decision | null {
  const { draft, choices } = one;
  const { ranked, none } = rank(scene, one);
  const best = ranked[0];
  if (!best || best.share <= none) return null;
  const meant = choices.filter(({ referent }) => referent.key === best.key).map(({ referent }) => referent);
  const named = meant.findLast(({ kind }) => kind !== 'pronoun') ?? meant.at(-1)!;
  return { draft, meant: named, key: best.key, candidates: candidatesOf(one, ranked), score: round(best.share) };
}

/** No referent outweighs that nobody is meant. */
function undecided(scene: Scene, one: PronounCase): Outcome {
  const { ranked, none } = rank(scene, one);
  const fact =
    ranked.length === 0
      ? `nothing near before "${one.draft.text}" agrees with it`
      : `that nobody named is meant is likelier (${round(none).toFixed(2)})`;
  return nobody('pronoun', [fact], candidatesOf(one, ranked));
}

interface Ranked {
  readonly key: string;
  /** Of all that may be meant, nobody included. */
  readonly share: number;
}

function rank(scene: Scene, { family, choices, nobody: forNobody }: PronounCase): { ranked: Ranked[]; none: number } {
  const weights = scene.knowledge.cues.antecedents.weights[family];
  const none = Math.exp(weigh(weights, forNobody));
  const shares = [...groupByKey(choices)].map(([key, mentions]) => ({ key, share: shareOf(weights, mentions) }));
  const total = none + shares.reduce((sum, { share }) => sum + share, 0);
  const ranked = shares.map(({ key, share }) => ({ key, share: share / total })).sort((a, b) => b.share - a.share);
  return { ranked, none: none / total };
}

/** The foremost referents that are actors. */
function candidatesOf({ choices }: PronounCase, ranked: readonly Ranked[]): Outcome['candidates'] {
  return ranked.slice(0, 5).flatMap(({ key, share }) => {
    const { actors } = choices.find(({ referent }) => referent.key === key)!.referent;
    return actors.length === 0 ? [] : [{ actor: actors.join('+'), score: round(share), facts: [] }];
  });
}

function groupByKey(choices: readonly Choice[]): Map<string, Choice[]> {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) groups.set(choice.referent.key, [...(groups.get(choice.referent.key) ?? []), choice]);
  return groups;
}

/** The best mentions of one referent speak for it together, two at most: who was named often before is not who is spoken of now. */
function shareOf(weights: Features, mentions: readonly Choice[]): number {
  const shares = mentions.map(({ features }) => Math.exp(weigh(weights, features))).sort((a, b) => b - a);
  return shares[0]! + (shares[1] ?? 0);
}

interface Decision {
  readonly draft: Draft;
  readonly meant: Referent;
  readonly key: string;
  readonly candidates: Outcome['candidates'];
  readonly score: number;
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}

function outcomeOf({ draft, meant, candidates, score }: Decision): Outcome {
  const distance = draft.sentence - meant.sentence;
  const where = distance === 0 ? 'same sentence' : `${distance} sentence(s) before`;
  const unknown = meant.actors.length === 0 ? ', no actor' : '';
  const { start, end, head, sentence, kind } = meant;
  const antecedent = meant.antecedent ?? { start, end, head, sentence, isSeveral: kind === 'several' };
  return {
    ...{ actors: meant.actors, how: 'pronoun', candidates, score, antecedent },
    facts: [`"${draft.text}" points to "${meant.text}", ${where}${unknown}`],
  };
}

/** A resolved pronoun, which a later one may point back to. */
function asReferent({ draft, meant }: Decision, outcome: Outcome): Referent {
  const { sentence, head, start, end } = draft;
  const { gender } = draft.pronoun!;
  return {
    ...meant,
    ...{ sentence, head, start, end, kind: 'pronoun', antecedent: outcome.antecedent! },
    class: gender === 'm' || gender === 'f' ? gender : meant.class,
    isIndefinite: false,
    isPlace: false,
  };
}

/** Whether a place in the text lies between quotation marks of its paragraph. */
function isQuoted(scene: Scene, at: number): boolean {
  const { text } = scene.doc.report;
  const paragraph = text.lastIndexOf('\n', at) + 1;
  const before = text.slice(paragraph, at);
  const opened = (before.match(/[“„]/gu) ?? []).length - (before.match(/”/gu) ?? []).length;
  const straight = (before.match(/"/gu) ?? []).length;
  return opened > 0 || straight % 2 === 1;
}

/** "his counterpart", "the support of its people": what the pronoun belongs to is not meant; "Iran along with its ally" may be. */
function isOwnPhrase(scene: Scene, draft: Draft, head: number): boolean {
  const tree = scene.trees[draft.sentence]!;
  const tokens = tokensOf(scene, draft.sentence);
  let at = tokens[draft.head]!.head;
  while (at >= 0 && at !== head && /^nmod/u.test(tokens[at]!.deprel) && ['', 'of'].includes(prepositionsOf(tree, at)))
    at = tokens[at]!.head;
  return at === head;
}

/** "It is clear that", "it seems": stands for nothing. */
function isEmptyIt(scene: Scene, sentence: number, at: number): boolean {
  const tree = scene.trees[sentence]!;
  const token = tokensOf(scene, sentence)[at]!;
  if (wordOf(token) !== 'it') return false;
  if (token.deprel === 'expl' || token.deprel.startsWith('expl')) return true;
  const { adjectives, verbs } = scene.knowledge.cues.pronouns.emptyIt;
  const head = token.head < 0 ? undefined : tokensOf(scene, sentence)[token.head];
  if (!head || !token.deprel.startsWith('nsubj')) return false;
  const hasClause = dependents(tree, head.index, 'ccomp', 'csubj', 'xcomp', 'advcl', 'acl').length > 0;
  if (head.upos === 'ADJ') return adjectives.includes(head.lemma.toLowerCase()) && hasClause;
  return verbs.includes(head.lemma.toLowerCase()) && hasClause && prepositionsOf(tree, at) === '';
}
