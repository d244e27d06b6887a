import type { RoleNoun } from '../../knowledge/index.ts';
import { antecedentsBefore } from './antecedents.ts';
import { formerHolderBefore, holderOutcome, isTitleAlone, ofSeats, ownGroup, roleOf } from './decide-roles.ts';
import { actorOf, type Draft, type LocalActor, type Outcome, type Scene, type Sieve, settled } from './scene.ts';
import { roleFits, termInWords } from './terms.ts';
import { sceneAsOf } from './told-days.ts';

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
  const possessor = role.ownerToken === null ? undefined : possessorOf(scene, draft);
  if (possessor) return ofPossessor(scene, draft, possessor, locals);
  if (role.tense === 'former' && !role.isIndefinite && role.seats.length === 0) return formerHolderBefore(scene, draft);
  if (role.noun.role === 'counterpart' || role.tense !== 'now') return null;
  if (role.noun.kind === 'people' || (role.noun.isPlural && role.noun.kind !== 'office')) {
    const owner = role.body === null ? null : bodyOwner(scene, draft, index);
    if (owner !== null) return { ...ofSeats(scene, draft, [owner], locals), how: 'body named before', score: 0.6 };
    return sameNounBefore(scene, draft, index) ?? plainGroup(scene, draft, locals);
  }
  // "several foreign ministers" are a group, whoever they are
  if (role.noun.isPlural && role.noun.kind === 'office' && !role.isDefinite && role.names.length === 0)
    return ownGroup(draft, locals);
  if (role.isIndefinite || (role.noun.isPlural && role.noun.kind === 'office')) return null;
  if (role.noun.kind === 'body') return bodyBefore(scene, draft, index, locals);
  if (isTitleAlone(scene, draft)) {
    return personBefore(scene, draft, index) ?? ofSeats(scene, draft, role.seats, locals);
  }
  return ownHolder(scene, draft) ?? personBefore(scene, draft, index) ?? holderOfOnlyState(scene, draft, index);
}

/** "Jordan recalled its ambassador, and the king …": the holder of the one state that the text has named so far. */
function holderOfOnlyState(scene: Scene, draft: Draft, index: number): Outcome | null {
  const { noun, isDefinite } = draft.role!;
  if (!isDefinite || noun.kind !== 'office' || !scene.knowledge.cues.titles.single.includes(noun.role)) return null;
  const states = new Set<string>();
  for (const { outcome, form } of scene.drafts.slice(0, index)) {
    if (form !== 'name' && form !== 'adjective') continue;
    for (const actor of outcome?.actors ?? []) states.add(actorOf(scene, actor)?.country ?? actor);
  }
  const [only] = states;
  if (states.size !== 1 || only === undefined || scene.knowledge.actorById(only)?.type !== 'state') return null;
  const holder = holderOutcome(sceneAsOf(scene, draft), only, noun, true);
  return holder && { ...holder, how: 'role of the only state named', score: 0.6 };
}

/** "Trump's envoy", "Putin's spokesman": the owner's state. */
function ofOwner(scene: Scene, draft: Draft, owner: string, locals: Map<string, LocalActor>): Outcome | null {
  const known = actorOf(scene, owner);
  if (known?.type === 'organisation') return settled(owner, 'people of an organisation', [`of ${known.name}`], 0.6);
  const seat = known?.country;
  if (!seat) return null;
  const outcome = ofSeats(scene, draft, [seat], locals);
  return { ...outcome, facts: [`of ${known.name}`, ...outcome.facts] };
}

/** The mention that owns a role: "his", "the country". */
function possessorOf(scene: Scene, draft: Draft): Draft | undefined {
  const token = draft.role!.ownerToken;
  return scene.drafts.find((other) => other !== draft && other.sentence === draft.sentence && other.head === token);
}

/** "his foreign minister", "the two countries' leaders": of the state of each owner; nothing while the owner is not known. */
function ofPossessor(scene: Scene, draft: Draft, possessor: Draft, locals: Map<string, LocalActor>): Outcome | null {
  if (draft.role!.noun.role === 'counterpart') return null;
  const seats = (possessor.outcome?.actors ?? []).flatMap((actor) => {
    const known = actorOf(scene, actor);
    return known?.country ?? (known?.type === 'igo' ? actor : []);
  });
  if (seats.length === 0) return null;
  const outcome = ofSeats(scene, draft, [...new Set(seats)], locals);
  return {
    ...outcome,
    facts: [`of "${possessor.text}"`, ...outcome.facts],
    score: Math.min(outcome.score, possessor.outcome!.score),
  };
}

/** "Regime security forces", after "the Burmese military regime": whose body it was. */
function bodyOwner(scene: Scene, draft: Draft, index: number): string | null {
  const body = draft.role!.body;
  const before = scene.drafts
    .slice(0, index)
    .toReversed()
    .find((other) => other.role?.noun.role === body && other.outcome?.actors.length === 1);
  return before ? (actorOf(scene, before.outcome!.actors[0]!)?.country ?? null) : null;
}

/** The latest person before whose office, title or description fits the noun; one whose office has the very word comes first. */
function personBefore(scene: Scene, draft: Draft, index: number): Outcome | null {
  const { noun } = draft.role!;
  return (
    (noun.role === 'minister' ? latestPerson(scene, draft, index, noun, true) : null) ??
    latestPerson(scene, draft, index, noun, false)
  );
}

function latestPerson(scene: Scene, draft: Draft, index: number, noun: RoleNoun, isLiteral: boolean): Outcome | null {
  for (const other of scene.drafts.slice(0, index).toReversed()) {
    const actor = other.outcome?.actors.length === 1 ? other.outcome.actors[0]! : undefined;
    if (actor === undefined || other.end > draft.start) continue;
    const known = actorOf(scene, actor);
    if (!known || other.role?.noun.isPlural || (known.type !== 'person' && other.role?.noun.kind !== 'office'))
      continue;
    if (isLiteral && !isCalled(scene, other, actor, noun)) continue;
    const fact = fitFact(scene, other, actor, noun);
    if (fact) return settled(actor, 'role noun, person named before', [fact], 0.75);
  }
  return null;
}

/** "The Secretary" is Blinken, the secretary of state, rather than Kuleba, the foreign minister. */
function isCalled(scene: Scene, other: Draft, actor: string, noun: RoleNoun): boolean {
  const title = other.title === null ? null : scene.drafts[other.title]!.role;
  const has = (words: string) => words.toLowerCase().split(/[ -]/u).includes(noun.lemma);
  if (title) return has(title.noun.term);
  return scene.knowledge.officesOf(actor, scene.days).some(({ position, role }) => has(position) || has(role));
}

function fitFact(scene: Scene, other: Draft, actor: string, noun: RoleNoun): string | null {
  const { role, gender } = noun;
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
    .find((candidate) => roleFits(noun, candidate, scene.knowledge, days));
  return term && !scene.knowledge.cues.titles.fits[role]?.any ? termInWords(term) : null;
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
  if (LOOSE.has(noun.role)) return draft.role!.isIndefinite ? null : ownGroup(draft, locals);
  const suffix = scene.knowledge.bodies.get(noun.role)?.suffix ?? noun.sector;
  const isSame = (actor: string) =>
    noun.role === 'ministry'
      ? /\.GOV\.M[A-Z]+$|\.GOV\.(FIN|INT|JUS|TRA)$/u.test(actor)
      : noun.role === 'business'
        ? isBusiness(scene, actor)
        : actor.endsWith(`.${suffix}`) && suffix !== '';
  const same = scene.drafts
    .slice(0, index)
    .toReversed()
    .find((other) => other.role && other.outcome && lastWord(other.role.noun.term) === lastWord(noun.term));
  if (same) return { ...same.outcome!, how: 'body named before', facts: [`"${same.text}" stands before`], score: 0.7 };
  for (const other of scene.drafts.slice(0, index).toReversed()) {
    const actor = other.outcome?.actors[0];
    if (actor !== undefined && isSame(actor))
      return settled(actor, 'body named before', [`"${other.text}" stands before`], 0.7);
  }
  if (!draft.role!.isDefinite || GENERAL.has(noun.role)) return null;
  const seat = seatInForeground(scene, draft, noun);
  return seat === null
    ? null
    : { ...ofSeats(scene, draft, [seat], locals), how: 'body of the state in the foreground', score: 0.5 };
}

function lastWord(term: string): string {
  return term.split(' ').at(-1)!.replace(/s$/u, '');
}

/** Whose body is meant where nothing says so: the writer's own in an official text, else that of the state in the foreground. */
function seatInForeground(scene: Scene, draft: Draft, noun: RoleNoun): string | null {
  const isOthers = scene.knowledge.cues.titles.othersOnly.includes(noun.lemma);
  if (isOthers || ARMED.has(noun.role)) return nearestState(scene, draft, isOthers ? scene.ownSeat : null);
  return scene.ownSeat ?? foregroundState(scene, draft, null);
}

/** "French troops left Niger after the junta …", "the army" in a text on Sudan: the state last named, as a place or as a party. */
function nearestState(scene: Scene, draft: Draft, except: string | null): string | null {
  for (const other of scene.drafts.toReversed()) {
    if (
      other.end > draft.start ||
      draft.sentence - other.sentence > 2 ||
      (other.form !== 'name' && other.form !== 'adjective')
    )
      continue;
    const actor = other.outcome?.actors[0];
    const known = actor === undefined ? undefined : actorOf(scene, actor);
    if (known?.type === 'state' && known.country !== null && known.country !== except) return known.country;
  }
  return foregroundState(scene, draft, except);
}

/** Forces are named where they fight. */
const ARMED: ReadonlySet<string> = new Set(['military', 'security_forces', 'police']);

function isBusiness(scene: Scene, actor: string): boolean {
  const known = actorOf(scene, actor);
  return known?.type === 'organisation' && (known.sector === 'BUS' || known.sector === null);
}

/** Nouns for what is no body at all: tied to a state only where the phrase says so. */
const LOOSE = new Set(['civil_society', 'opposition']);

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
  'monarchy',
  'security_council',
]);

export function foregroundState(scene: Scene, draft: Draft, except: string | null): string | null {
  for (const { actors } of antecedentsBefore(scene, draft, 2)) {
    const country = actors.length === 1 ? actorOf(scene, actors[0]!)?.country : null;
    if (country && country !== except) return country;
  }
  return null;
}

/** Whose word may be a local person's or group's: the noun must be one that acts in the news by itself. */
function plainGroup(scene: Scene, draft: Draft, locals: Map<string, LocalActor>): Outcome | null {
  const { noun } = draft.role!;
  const { heads, civil } = scene.knowledge.cues.groups;
  const isGroup = [noun.term, noun.lemma, noun.lemma.split(' ').at(-1)!].some((word) =>
    [...heads, ...civil].some((head) => head === word || head === word.replace(/s$/u, '')),
  );
  return isGroup && noun.isPlural ? ownGroup(draft, locals) : null;
}
