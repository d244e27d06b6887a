import { antecedentsBefore } from './antecedents.ts';
import { holderOutcome, ofSeats, ownGroup, roleOf } from './decide-roles.ts';
import { actorOf, type Draft, type LocalActor, type Outcome, type Scene, type Sieve, settled } from './scene.ts';
import { roleFits, termInWords } from './terms.ts';

/** Role phrases that name no state: "the president", "the ministry", "the forces" point to what was named before. */
export const decideReferences: Sieve = (scene) => {
  const locals = new Map(scene.locals);
  let current = scene;
  scene.drafts.forEach((draft, index) => {
    if (!draft.role || draft.outcome) return;
    const outcome = referenceOf(current, draft, index, locals);
    if (!outcome) return;
    const drafts = [...current.drafts];
    drafts[index] = { ...draft, outcome };
    current = { ...current, drafts };
  });
  return { ...current, locals };
};

function referenceOf(scene: Scene, draft: Draft, index: number, locals: Map<string, LocalActor>): Outcome | null {
  const role = draft.role!;
  const owner = role.owner === null ? undefined : scene.drafts[role.owner]!.outcome?.actors[0];
  if (owner !== undefined) return ofOwner(scene, draft, owner, locals);
  if (role.noun.role === 'counterpart' || role.tense !== 'now') return null;
  if (role.noun.kind === 'people' || (role.noun.isPlural && role.noun.kind !== 'office'))
    return sameNounBefore(scene, draft, index) ?? plainGroup(scene, draft, locals);
  if (role.isIndefinite) return null;
  if (role.noun.kind === 'body') return bodyBefore(scene, draft, index, locals);
  return personBefore(scene, draft, index) ?? ownHolder(scene, draft);
}

/** "Trump's envoy", "Putin's spokesman": the owner's state. */
function ofOwner(scene: Scene, draft: Draft, owner: string, locals: Map<string, LocalActor>): Outcome | null {
  const seat = actorOf(scene, owner)?.country;
  if (!seat) return null;
  const outcome = ofSeats(scene, draft, [seat], locals);
  return { ...outcome, facts: [`of ${actorOf(scene, owner)!.name}`, ...outcome.facts] };
}

/** The latest person before whose office, title or description fits the noun. */
function personBefore(scene: Scene, draft: Draft, index: number): Outcome | null {
  const noun = draft.role!.noun;
  for (const other of scene.drafts.slice(0, index).toReversed()) {
    const actor = other.outcome?.actors.length === 1 ? other.outcome.actors[0]! : undefined;
    if (actor === undefined || other.end > draft.start) continue;
    const known = actorOf(scene, actor);
    if (!known || (known.type !== 'person' && other.role?.noun.kind !== 'office')) continue;
    const fact = fitFact(scene, other, actor, noun.role, noun.gender);
    if (fact) return settled(actor, 'role noun, person named before', [fact], 0.75);
  }
  return null;
}

function fitFact(scene: Scene, other: Draft, actor: string, role: string, gender: 'm' | 'f' | null): string | null {
  const known = actorOf(scene, actor)!;
  if (gender && 'gender' in known && known.gender && known.gender !== gender) return null;
  const held = roleOf(scene, other);
  if (held && (held.role === role || (role === 'minister' && held.role.endsWith('minister'))))
    return `"${other.text}" is ${held.role}`;
  const title = other.title === null ? null : scene.drafts[other.title]!.role;
  if (title && (title.noun.role === role || (other.role?.noun.role ?? '') === role))
    return `"${other.text}" is called ${title.noun.term}`;
  const days = scene.days;
  const term = scene.knowledge
    .officesOf(actor, days)
    .find((candidate) => roleFits(role, candidate, scene.knowledge, days));
  return term && !['envoy', 'official', 'diplomat'].includes(role) ? termInWords(term) : null;
}

/** In a ministry's or president's own text, "the president" and "the secretary" are its own. */
function ownHolder(scene: Scene, draft: Draft): Outcome | null {
  if (scene.ownSeat === null || draft.role!.noun.kind !== 'office') return null;
  const noun =
    draft.role!.noun.role === 'minister' ? { ...draft.role!.noun, role: 'foreign_minister' } : draft.role!.noun;
  const holder = holderOutcome(scene, scene.ownSeat, noun, true);
  return holder ? { ...holder, facts: ["the report's own office", ...holder.facts] } : null;
}

/** "the troops" after "Russian troops": the same noun with its state before. */
function sameNounBefore(scene: Scene, draft: Draft, index: number): Outcome | null {
  const { noun } = draft.role!;
  const before = scene.drafts
    .slice(0, index)
    .toReversed()
    .find(
      (other) =>
        other.role &&
        other.outcome &&
        other.role.noun.role === noun.role &&
        other.sentence >= draft.sentence - REACH &&
        (other.role.seats.length > 0 || other.role.qualifier),
    );
  if (!before) return null;
  return { ...before.outcome!, how: 'same noun before', facts: [`"${before.text}" stands before`], score: 0.6 };
}

/** Sentences back in which the fuller phrase may stand. */
const REACH = 4;

/** "the ministry", "the government", "the army": the body named before, else that of the state in the foreground. */
function bodyBefore(scene: Scene, draft: Draft, index: number, locals: Map<string, LocalActor>): Outcome | null {
  const { noun } = draft.role!;
  const suffix = scene.knowledge.bodies.get(noun.role)?.suffix ?? noun.sector;
  const isSame = (actor: string) =>
    noun.role === 'ministry'
      ? /\.GOV\.M[A-Z]+$|\.GOV\.(FIN|INT|JUS|TRA)$/u.test(actor)
      : noun.role === 'business'
        ? isBusiness(scene, actor)
        : actor.endsWith(`.${suffix}`) && suffix !== '';
  for (const other of scene.drafts.slice(0, index).toReversed()) {
    const actor = other.outcome?.actors[0];
    if (actor !== undefined && isSame(actor))
      return settled(actor, 'body named before', [`"${other.text}" stands before`], 0.7);
  }
  if (!draft.role!.isDefinite || GENERAL.has(noun.role)) return null;
  const seat = scene.ownSeat ?? foregroundState(scene, draft);
  return seat === null
    ? null
    : { ...ofSeats(scene, draft, [seat], locals), how: 'body of the state in the foreground', score: 0.5 };
}

function isBusiness(scene: Scene, actor: string): boolean {
  const known = actorOf(scene, actor);
  return known?.type === 'organisation' && (known.sector === 'BUS' || known.sector === null);
}

/** Nouns that say too little to be tied to a state by the foreground alone. */
const GENERAL = new Set([
  'ministry',
  'business',
  'party',
  'state',
  'side',
  'court',
  'mission',
  'people',
  'media',
  'rebels',
  'delegation',
  'security_council',
]);

export function foregroundState(scene: Scene, draft: Draft): string | null {
  for (const { actors } of antecedentsBefore(scene, draft, 2)) {
    const country = actors.length === 1 ? actorOf(scene, actors[0]!)?.country : null;
    if (country) return country;
  }
  return null;
}

/** "officials said", "activists": people whom nothing ties to a state. */
function plainGroup(scene: Scene, draft: Draft, locals: Map<string, LocalActor>): Outcome | null {
  const { noun } = draft.role!;
  const word = noun.term.split(' ').at(-1)!;
  const isGroup = scene.knowledge.cues.groups.heads.some(
    (head) => word === head || word === `${head}s` || noun.term === head,
  );
  return isGroup && noun.isPlural ? ownGroup(draft, locals) : null;
}
