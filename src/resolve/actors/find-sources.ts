import {
  caseOf,
  dependents,
  isRelation,
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
  return withDrafts(
    mapDrafts({ ...scene, locals }, (draft) => decided.get(draft) ?? null),
    added,
  );
};

/** A noun for people or media that speak, as the subject of a verb of speech or in "according to …". */
function isSource(scene: Scene, sentence: number, token: Token): boolean {
  const { sources, speaking } = scene.knowledge.cues.groups;
  if (token.upos !== 'NOUN' || token.head < 0 || !sources.includes(token.lemma.toLowerCase())) return false;
  const tree = scene.trees[sentence]!;
  if (caseOf(tree, token.index).startsWith('according')) return true;
  return (
    isRelation(token, 'nsubj') &&
    token.deprel !== 'nsubj:pass' &&
    speaking.includes(tokenAt(tree, token.head).lemma.toLowerCase())
  );
}

/** "A German government source", "a spokesman for the ministry": the phrase names whom he speaks for. */
function hasBacker(scene: Scene, sentence: number, token: Token): boolean {
  const tree = scene.trees[sentence]!;
  const ofPhrase = dependents(tree, token.index, 'nmod').filter(
    (child) => child.deprel === 'nmod:poss' || BACKING.has(caseOf(tree, child.index)),
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

const BACKING: ReadonlySet<string> = new Set(['of', 'for', 'from', 'at', 'with', 'in', 'inside', 'within', 'to']);

/** The noun with what qualifies it before it: "senior diplomats". */
function sourceAt(scene: Scene, sentence: number, token: Token, locals: Map<string, LocalActor>): Draft {
  const tree = scene.trees[sentence]!;
  const words = dependents(tree, token.index, 'amod', 'compound').filter((child) => child.index < token.index);
  const named = [...words, token].map(({ form }) => form.toLowerCase()).join(' ');
  const local = groupActor(named, null, null);
  locals.set(local.id, { ...local, isPlural: token.feats.Number === 'Plur' });
  const first = Math.min(token.index, ...words.map(({ index }) => index));
  const outcome = settled(local.id, UNNAMED_SOURCE, [`"${named}" speaks, and nobody is named (groups.yaml)`], 0.5);
  return { ...draftOver(scene, sentence, first, token.index, token.index), kind: 'group', form: 'group', outcome };
}
