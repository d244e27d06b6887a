import {
  caseOf,
  dependents,
  isRelation,
  namesAccount,
  subtreeOf,
  type Token,
  tokenAt,
  UNNAMED_SOURCE,
} from '../../document/index.ts';
import { groupActor } from './decide-names.ts';
import {
  type Draft,
  draftOver,
  type LocalActor,
  mapDrafts,
  type Scene,
  type Sieve,
  settled,
  withDrafts,
  wordOf,
} from './scene.ts';

/**
 * Those on whose word something is told without a name or a country: "two diplomats said", "according to witnesses". Each is a group of its own
 * words, so that what they say never looks like the outlet's own voice. Runs last: whoever has an actor keeps it.
 */
export const findSources: Sieve = (scene) => {
  const locals = new Map(scene.locals);
  const added: Draft[] = [];
  const decided = new Map<Draft, Partial<Draft>>();
  for (const { index: sentence, tokens } of scene.doc.sentences) {
    for (const token of tokens) {
      if (!isSource(scene, sentence, token)) continue;
      const over = scene.drafts.filter(
        (draft) => draft.sentence === sentence && draft.first <= token.index && token.index <= draft.last,
      );
      if (over.some(({ outcome }) => outcome !== null) || hasBacker(scene, sentence, token)) continue;
      const patch = sourceAt(scene, sentence, token, locals);
      const own = over.find((draft) => draft.head === token.index);
      if (own) decided.set(own, { kind: patch.kind, form: patch.form, outcome: patch.outcome });
      else added.push(patch);
    }
  }
  const found = withDrafts(
    mapDrafts({ ...scene, locals }, (draft) => decided.get(draft) ?? null),
    added,
  );
  return withTheirPronouns(found);
};

/** "The minister said he would come": a pronoun that points to an unnamed source from a government is that source; a critic acts for nobody. */
function withTheirPronouns(scene: Scene): Scene {
  const sources = scene.drafts.filter(
    ({ outcome, sentence, head }) =>
      outcome?.how === UNNAMED_SOURCE &&
      scene.knowledge.roleNouns.get(tokenAt(scene.trees[sentence]!, head).lemma.toLowerCase())?.sector === 'GOV',
  );
  return mapDrafts(scene, ({ outcome }) => {
    if (!outcome?.antecedent || outcome.actors.length > 0) return null;
    const { sentence, head } = outcome.antecedent;
    const source = sources.find((draft) => draft.sentence === sentence && draft.head === head);
    return source ? { outcome: { ...outcome, actors: source.outcome!.actors } } : null;
  });
}

/** A noun for people or media that speak, as the subject of a verb of speech or in "according to …". */
function isSource(scene: Scene, sentence: number, token: Token): boolean {
  const { sources, speaking } = scene.knowledge.cues.groups;
  if (token.upos !== 'NOUN' || token.head < 0 || !sources.includes(token.lemma.toLowerCase())) return false;
  const tree = scene.trees[sentence]!;
  if (namesAccount(tree, token.index)) return true;
  return (
    isRelation(token, 'nsubj') &&
    token.deprel !== 'nsubj:pass' &&
    speaking.includes(tokenAt(tree, token.head).lemma.toLowerCase())
  );
}

/** "A German government source", "a spokesman for the ministry": the phrase names whom he speaks for. */
function hasBacker(scene: Scene, sentence: number, token: Token): boolean {
  const tree = scene.trees[sentence]!;
  const { backing } = scene.knowledge.cues.groups;
  const ofPhrase = dependents(tree, token.index, 'nmod').filter(
    (child) => child.deprel === 'nmod:poss' || backing.includes(caseOf(tree, child.index)),
  );
  const words = [...dependents(tree, token.index, 'amod', 'compound'), ...ofPhrase].flatMap((child) =>
    subtreeOf(tree, child.index),
  );
  return scene.drafts.some(
    (draft) =>
      draft.sentence === sentence &&
      draft.reading === 'party' &&
      (draft.outcome?.actors.length ?? 0) > 0 &&
      words.includes(draft.head),
  );
}

/** The noun with what qualifies it before it: "senior diplomats". */
function sourceAt(scene: Scene, sentence: number, token: Token, locals: Map<string, LocalActor>): Draft {
  const tree = scene.trees[sentence]!;
  const words = dependents(tree, token.index, 'amod', 'compound').filter((child) => child.index < token.index);
  const named = [...words, token].map(({ form }) => form.toLowerCase()).join(' ');
  const first = Math.min(token.index, ...words.map(({ index }) => index));
  const before = isDefinite(scene, sentence, token) ? sourceBefore(scene, sentence, token) : null;
  if (before) {
    const outcome = settled(before, UNNAMED_SOURCE, [`"the ${named}" is the one told of before`], 0.5);
    return { ...draftOver(scene, sentence, first, token.index, token.index), kind: 'role', form: 'group', outcome };
  }
  const local = groupActor(named, null, null);
  locals.set(local.id, { ...local, isPlural: token.feats.Number === 'Plur' });
  const outcome = settled(local.id, UNNAMED_SOURCE, [`"${named}" speaks, and nobody is named (groups.yaml)`], 0.5);
  return { ...draftOver(scene, sentence, first, token.index, token.index), kind: 'group', form: 'group', outcome };
}

/** How many sentences back "the official" still is the official who spoke last. */
const REACH = 5;

function isDefinite(scene: Scene, sentence: number, token: Token): boolean {
  return dependents(scene.trees[sentence]!, token.index, 'det').some((word) =>
    ['the', 'that', 'this'].includes(wordOf(word)),
  );
}

/** The actor of the last phrase with the same noun: "a Saudi official … the official". */
function sourceBefore(scene: Scene, sentence: number, token: Token): string | null {
  const lemma = token.lemma.toLowerCase();
  const before = scene.drafts.findLast(
    (draft) =>
      draft.end <= token.start &&
      sentence - draft.sentence <= REACH &&
      draft.outcome?.actors.length === 1 &&
      tokenAt(scene.trees[draft.sentence]!, draft.head).lemma.toLowerCase() === lemma,
  );
  return before?.outcome?.actors[0] ?? null;
}
