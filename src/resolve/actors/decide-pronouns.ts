import { ancestorsOf, caseOf, dependents } from '../../document/index.ts';
import {
  type Antecedent,
  antecedentsBefore,
  areCoArguments,
  coordinated,
  genderOf,
  isInside,
  topOfName,
} from './antecedents.ts';
import {
  actorOf,
  type Draft,
  draftOver,
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
export const decidePronouns: Sieve = (scene) => {
  let current = scene;
  scene.drafts.forEach((draft, index) => {
    if (!draft.pronoun || draft.outcome) return;
    const outcome = draft.pronoun.relative ? relativeOutcome(current, draft) : pronounOutcome(current, draft);
    if (!outcome) return;
    const drafts = [...current.drafts];
    drafts[index] = { ...draft, outcome };
    current = { ...current, drafts };
  });
  return current;
};

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

function pronounOutcome(scene: Scene, draft: Draft): Outcome | null {
  const fitting = antecedentsBefore(scene, draft, REACH)
    .map((candidate) => openPlural(scene, draft, candidate))
    .filter((candidate) => fits(scene, draft, candidate));
  const best = fitting[0];
  if (!best) return null;
  const total = new Map<string, number>();
  for (const candidate of fitting) {
    const key = candidate.actors.join('+');
    total.set(key, Math.max(total.get(key) ?? 0, candidate.weight));
  }
  const rival = fitting.find((candidate) => candidate.actors.join('+') !== best.actors.join('+'));
  const margin = rival ? (best.weight - rival.weight) / best.weight : 1;
  const candidates = [...total]
    .slice(0, 5)
    .map(([actor, weight]) => ({ actor, score: Math.round((weight / 100) * 100) / 100, facts: [] }));
  const where =
    best.draft.sentence === draft.sentence
      ? 'same sentence'
      : `${draft.sentence - best.draft.sentence} sentence(s) before`;
  return {
    actors: best.actors,
    how: 'pronoun',
    facts: [`"${draft.text}" points to "${best.draft.text}", ${where}`],
    candidates,
    score: Math.round((0.55 + 0.3 * Math.min(1, margin * 2)) * 100) / 100,
  };
}

/** Sentences back in which a pronoun finds its name. */
const REACH = 4;

/** Things are taken up again at once or not at all. */
const NEAR = 1;

/** Inside a quotation a third person is not the one who speaks it. */
function speaksOf(scene: Scene, draft: Draft, other: Draft): boolean {
  if (!isQuoted(scene, draft.start) || isQuoted(scene, other.start) || other.sentence !== draft.sentence) return false;
  const top = topOfName(scene, other.sentence, tokensOf(scene, other.sentence)[other.head]!);
  return top.deprel.startsWith('nsubj');
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

/** A plural pronoun takes what is coordinated together. */
function openPlural(scene: Scene, draft: Draft, candidate: Antecedent): Antecedent {
  if (draft.pronoun!.number !== 'plural' || candidate.actors.length > 1) return candidate;
  const together = coordinated(scene, candidate.draft);
  return together.length > 1 ? { ...candidate, actors: together } : candidate;
}

function fits(scene: Scene, draft: Draft, candidate: Antecedent): boolean {
  const { pronoun } = draft;
  const other = candidate.draft;
  if (
    pronoun!.number === 'plural'
      ? !isPlural(scene, candidate)
      : candidate.actors.length > 1 || isPlural(scene, candidate)
  )
    return false;
  if (!genderFits(scene, candidate.actors, pronoun!.gender)) return false;
  if (other.form === 'adjective' || (other.kind === 'group' && other.form === 'role' && pronoun!.number === 'singular'))
    return false;
  if (pronoun!.gender === 'n' && (other.reading === 'place' || draft.sentence - other.sentence > NEAR)) return false;
  if (speaksOf(scene, draft, other)) return false;
  if (other.sentence !== draft.sentence) return true;
  if (pronoun!.possessive) return !isOwnPhrase(scene, draft, other);
  return pronoun!.reflexive || !areCoArguments(scene, draft.sentence, draft.head, other.head);
}

function isPlural(scene: Scene, candidate: Antecedent): boolean {
  if (candidate.actors.length > 1) return true;
  const { draft } = candidate;
  if (draft.role) return draft.role.noun.isPlural;
  const known = actorOf(scene, candidate.actors[0]!);
  return known !== undefined && 'isPlural' in known && known.isPlural === true;
}

function genderFits(scene: Scene, actors: readonly string[], gender: 'm' | 'f' | 'n' | 'any'): boolean {
  if (gender === 'any') return true;
  const types = actors.map((actor) => actorOf(scene, actor));
  if (gender === 'n')
    return types.every((known) => known !== undefined && known.type !== 'person' && !known.id.includes('/'));
  return actors.every((actor, i) => {
    const known = types[i];
    if (known?.type !== 'person' && !known?.id.includes('/')) return false;
    const of = genderOf(scene, actor);
    return of === null || of === gender;
  });
}

/** "his counterpart" is not the counterpart's own: the antecedent may not contain the pronoun. */
function isOwnPhrase(scene: Scene, draft: Draft, other: Draft): boolean {
  const tokens = tokensOf(scene, draft.sentence);
  const owned = tokens[draft.head]!.head;
  return (
    other.head === owned ||
    (isInside(scene, draft.sentence, draft.head, other.head) && tokens[other.head]!.upos !== 'VERB')
  );
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
  return verbs.includes(head.lemma.toLowerCase()) && hasClause && caseOf(tree, at) === '';
}
