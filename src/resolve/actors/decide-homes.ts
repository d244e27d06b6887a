import { actorOf, type LocalActor, type Scene, type Sieve } from './scene.ts';

/** Mentions that a state must have, and the share among all foreign ones, to be what an official text is about. */
const LEAST = 4;
const SHARE = 0.6;

/**
 * Persons and bodies without a state in an official text about one other state ("sanctions on the Ortega regime": those named are
 * Nicaraguan). Only there: in the press such a guess would too often be wrong.
 */
export const decideHomes: Sieve = (scene) => {
  const home = scene.ownSeat === null ? null : subjectState(scene);
  if (home === null) return scene;
  const locals = new Map(scene.locals);
  const moved = new Map<string, string>();
  for (const local of scene.locals.values()) {
    if (!isHomeless(scene, local)) continue;
    const id = local.type === 'group' ? `${home}.${local.sector}` : local.id;
    moved.set(local.id, id);
    if (!scene.knowledge.actorById(id)) locals.set(id, { ...local, id, country: home });
  }
  const drafts = scene.drafts.map((draft) => {
    const { outcome } = draft;
    if (!outcome?.actors.some((actor) => moved.has(actor))) return draft;
    const actors = outcome.actors.map((actor) => moved.get(actor) ?? actor);
    const facts = [...outcome.facts, `no state is named for it; the text is about ${home}`];
    return { ...draft, outcome: { ...outcome, actors, facts, score: Math.min(outcome.score, 0.45) } };
  });
  return { ...scene, locals, drafts };
};

function isHomeless(scene: Scene, local: LocalActor): boolean {
  if (local.country !== null || scene.knowledge.actorById(local.id)) return false;
  if (local.type === 'person') return true;
  return local.type === 'organisation'
    ? local.sector === 'BUS' || local.sector === 'MIL'
    : HOME_SECTORS.has(local.sector ?? '');
}

/** Groups that belong to the society of a state. */
const HOME_SECTORS: ReadonlySet<string> = new Set(['CVL', 'OPP', 'JRN', 'COP']);

/** The one state, not the writer's, that the text speaks of again and again. */
function subjectState(scene: Scene): string | null {
  const counts = new Map<string, number>();
  for (const draft of scene.drafts) {
    const actor = draft.outcome?.actors.length === 1 ? draft.outcome.actors[0]! : undefined;
    const country = actor === undefined || draft.form === 'pronoun' ? null : (actorOf(scene, actor)?.country ?? null);
    if (country !== null && country !== scene.ownSeat) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return first && first[1] >= LEAST && first[1] / all >= SHARE ? first[0] : null;
}

/** "Gbagbo's ambassador Louis Bony": the owner of a title, known by now, gives its state. */
export const decideOwners: Sieve = (scene) => {
  const locals = new Map(scene.locals);
  for (const draft of scene.drafts) {
    const local = locals.get(draft.outcome?.actors[0] ?? '');
    const owner = draft.title === null ? null : (scene.drafts[draft.title]!.role?.owner ?? null);
    const actor = owner === null ? undefined : scene.drafts[owner]!.outcome?.actors[0];
    const country = actor === undefined ? null : (actorOf(scene, actor)?.country ?? null);
    if (local?.type === 'person' && local.country === null && country !== null)
      locals.set(local.id, { ...local, country });
  }
  return { ...scene, locals };
};
