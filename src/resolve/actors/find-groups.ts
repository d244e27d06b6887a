import { groupActor } from './decide-names.ts';
import {
  type Draft,
  draftOver,
  type LocalActor,
  type Scene,
  type Sieve,
  settled,
  tokensOf,
  withDrafts,
  wordOf,
} from './scene.ts';

/** Groups with a name of their own: "the international community", "world powers". */
export const findGroups: Sieve = (scene) => {
  const locals = new Map(scene.locals);
  const { named, peoples } = scene.knowledge.cues.groups;
  const openings = new Set([...Object.keys(named), ...Object.keys(peoples)].map((name) => name.split(' ', 1)[0]!));
  const drafts = scene.doc.sentences.flatMap((sentence) =>
    sentence.tokens.flatMap((token) => {
      const draft = openings.has(wordOf(token)) ? groupAt(scene, sentence.index, token.index, locals) : null;
      return draft ? [draft] : [];
    }),
  );
  return withDrafts({ ...scene, locals }, drafts);
};

function groupAt(scene: Scene, sentence: number, at: number, locals: Map<string, LocalActor>): Draft | null {
  const { named, peoples } = scene.knowledge.cues.groups;
  const tokens = tokensOf(scene, sentence);
  for (let length = 3; length > 0; length--) {
    const words = tokens.slice(at, at + length).map(wordOf);
    const group = named[words.join(' ')] ?? (/^\p{Lu}/u.test(tokens[at]!.form) ? peoples[words.join(' ')] : undefined);
    if (!group || words.length < length) continue;
    const head = at + length - 1;
    if (scene.drafts.some((other) => other.sentence === sentence && other.first <= head && other.last >= at))
      return null;
    const local = groupActor(group.name, group.country, group.sector);
    locals.set(local.id, local);
    const outcome = settled(local.id, 'named group', [`"${words.join(' ')}" (groups.yaml)`], 0.8);
    const first = at > 0 && wordOf(tokens[at - 1]!) === 'the' ? at - 1 : at;
    return { ...draftOver(scene, sentence, first, head, head), kind: 'group', form: 'group', outcome };
  }
  return null;
}
