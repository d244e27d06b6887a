import { groupActor } from './decide-names.ts';
import { actorOf, type Draft, mapDrafts, type Scene, type Sieve, settled, tokensOf } from './scene.ts';

/** A people in a state that is not its own: "Iraqi Kurds", "Bosnian Serbs", "Israeli Arabs" are people of the first. */
export const decidePeoples: Sieve = (scene) => {
  const locals = new Map(scene.locals);
  const decided = mapDrafts(scene, (draft, index) => {
    const home = isPeople(scene, draft) ? homeBefore(scene, scene.drafts[index - 1], draft) : null;
    if (home === null) return null;
    const name = `${home.text} ${draft.text}`;
    const local = groupActor(name, home.country, 'CVL');
    locals.set(local.id, local);
    const outcome = settled(local.id, 'people of a state', [`"${draft.text}" of ${home.country}`], 0.8);
    return { kind: 'group' as const, outcome };
  });
  return { ...decided, locals };
};

/** The plural of a people or nation: "Serbs", "Kurds", not "Serbia" and not "Serb". */
function isPeople(scene: Scene, draft: Draft): boolean {
  const token = tokensOf(scene, draft.sentence)[draft.head]!;
  const isNation = draft.senses.some(({ form }) => form === 'demonym');
  const isNamed = draft.outcome?.actors[0]?.startsWith('grp:') ?? false;
  return (
    draft.first === draft.last && token.feats.Number === 'Plur' && (isNation || (isNamed && draft.kind === 'group'))
  );
}

function homeBefore(scene: Scene, before: Draft | undefined, draft: Draft): { text: string; country: string } | null {
  if (!before?.senses.some(({ form }) => form === 'adjective')) return null;
  if (before.sentence !== draft.sentence || before.last !== draft.first - 1) return null;
  const country = actorOf(scene, before.outcome?.actors[0] ?? '')?.country ?? null;
  const own = actorOf(scene, draft.outcome?.actors[0] ?? '')?.country ?? null;
  return country === null || country === own ? null : { text: before.text, country };
}
