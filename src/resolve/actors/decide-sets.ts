import { conjunctsOf } from '../../document/index.ts';
import { isUnverified } from '../../knowledge/index.ts';
import { liftOf } from './antecedents.ts';
import { roleOf } from './decide-roles.ts';
import { actorOf, type Draft, type Outcome, type Scene, type Sieve, tokensOf } from './scene.ts';
import { foremostTerm, roleFits, termInWords } from './terms.ts';

/** Opens sets into the parties named before that fit: persons in that role, states, or whoever was named. */
export const decideSets: Sieve = (scene) => {
  let current = scene;
  scene.drafts.forEach((draft, index) => {
    if (!draft.set || draft.outcome) return;
    const outcome = membersOf(current, draft, index);
    if (!outcome) return;
    const drafts = [...current.drafts];
    drafts[index] = { ...draft, outcome };
    current = { ...current, drafts };
  });
  return current;
};

/** Sentences back in which members may have been named. */
const REACH = 12;
/** "The leaders" without a number: all that were named, up to this many. */
const MANY = 8;
/** A member without a number must stand out at least by this share of the foremost one. */
const SHARE = 0.2;

function membersOf(scene: Scene, draft: Draft, index: number): Outcome | null {
  const { noun, count } = draft.set!;
  if (noun.states) return setOutcome(noun.states, [`"${draft.text}" are always these`], 0.95);
  const pool = poolFor(scene, draft, index);
  const persons = noun.of === 'state' ? [] : personsIn(scene, draft, pool);
  const wanted = count ?? (noun.of === 'person' ? MANY : 2);
  const chosen = persons
    .slice(0, wanted)
    .filter((member) => count !== null || member.weight >= persons[0]!.weight * SHARE);
  const isComplete = chosen.length === wanted || (count === null && chosen.length > 1);
  if (isComplete && (noun.of === 'person' || areFresh(chosen, draft))) return fromMembers(chosen, 0.8);
  // without a number, states are only ever "these" or "those"
  const listed = count === null && noun.of !== 'state' ? null : listedOf(scene, draft, pool, count);
  if (listed && noun.of !== 'any') return fromMembers(listed, 0.75);
  const before = count === null ? null : sameSetBefore(draft, pool);
  if (before) return before;
  if (noun.of === 'person') return count === null ? null : holdersOfStates(scene, draft, pool, count);
  const states = statesIn(scene, draft, pool).slice(0, wanted);
  const members = states.length === wanted ? states : listed;
  return members && fromMembers(members, 0.75);
}

/** Everybody named before; at the very start of a report, whoever is named in the same sentence. */
function poolFor(scene: Scene, draft: Draft, index: number): Draft[] {
  const named = (other: Draft) => other !== draft && other.outcome !== null && other.outcome.actors.length > 0;
  const earlier = scene.drafts
    .slice(0, index)
    .filter((other) => other.end <= draft.start && draft.sentence - other.sentence <= REACH);
  const before = earlier.filter(named);
  return before.length > 0
    ? before
    : scene.drafts.slice(index + 1).filter((other) => other.sentence === draft.sentence && named(other));
}

interface Member {
  readonly actor: string;
  readonly fact: string;
  readonly weight: number;
  /** The nearest sentence before that names it. */
  readonly sentence: number;
}

function fromMembers(members: readonly Member[], score: number): Outcome {
  return setOutcome(
    members.map((member) => member.actor),
    members.map((member) => member.fact),
    score,
  );
}

function setOutcome(actors: readonly string[], facts: readonly string[], score: number): Outcome {
  const candidates = actors.map((actor) => ({ actor, score, facts: [] }));
  return { actors, how: 'set of parties named before', facts, candidates, score };
}

/** How much a mention counts towards a set: near ones more, subjects and objects more, modifiers less. */
function weightOf(scene: Scene, draft: Draft, other: Draft): number {
  const distance = Math.max(0, draft.sentence - other.sentence);
  const token = tokensOf(scene, other.sentence)[other.head]!;
  const lift = liftOf(scene, other, token) / 50;
  const headline = scene.doc.sentences[other.sentence]!.kind === 'headline' ? 0.5 : 0;
  return lift / (1 + distance) + headline;
}

/** Persons of different states, the most prominent first; with a role, only those who hold it. */
function personsIn(scene: Scene, draft: Draft, pool: readonly Draft[]): Member[] {
  const members = new Map<string, Member>();
  for (const other of pool) {
    for (const actor of other.outcome!.actors) {
      if (actorOf(scene, actor)?.type !== 'person') continue;
      const before = members.get(actor);
      const fact = before?.fact ?? memberFact(scene, draft, other, actor);
      if (fact === null) continue;
      const weight = (before?.weight ?? 0) + weightOf(scene, draft, other);
      members.set(actor, { actor, fact, weight, sentence: Math.max(before?.sentence ?? 0, other.sentence) });
    }
  }
  return onePerCountry(
    scene,
    [...members.values()].sort((a, b) => b.weight - a.weight),
  );
}

function onePerCountry(scene: Scene, members: readonly Member[]): Member[] {
  const seen = new Set<string>();
  return members.filter((member) => {
    const country = actorOf(scene, member.actor)?.country ?? member.actor;
    const isNew = !seen.has(country);
    seen.add(country);
    return isNew;
  });
}

/** Why a person may be of the set, or null. */
function memberFact(scene: Scene, draft: Draft, other: Draft, actor: string): string | null {
  const { role, gender } = draft.set!.noun;
  const known = actorOf(scene, actor)!;
  if (gender && 'gender' in known && known.gender !== null && known.gender !== gender) return null;
  if (role === undefined) return `"${other.text}" was named before`;
  const held = roleOf(scene, other);
  if (held && (held.role === role || (role === 'minister' && held.role.endsWith('minister'))))
    return `"${other.text}" is ${held.role}`;
  if (held && role === 'leader' && LEADING.includes(held.role)) return `"${other.text}" is ${held.role}`;
  const { days } = scene;
  const noun = { role, lemma: role };
  const term = foremostTerm(scene.knowledge, actor, days);
  if (term)
    return roleFits(noun, term, scene.knowledge, days) ||
      (role === 'head_of_state' && /president/iu.test(term.position))
      ? termInWords(term)
      : null;
  if (days.from !== null || days.to !== null) return null;
  const once = scene.knowledge.officesOf(actor).find((candidate) => roleFits(noun, candidate, scene.knowledge, days));
  return once ? termInWords(once) : null;
}

const LEADING = ['head_of_state', 'head_of_government', 'leader'];

/** "The two leaders" of two states whose leaders were not named: their holders then. */
function holdersOfStates(scene: Scene, draft: Draft, pool: readonly Draft[], wanted: number): Outcome | null {
  const { role } = draft.set!.noun;
  const states = role === undefined ? [] : statesIn(scene, draft, pool).slice(0, wanted);
  if (role === undefined || states.length !== wanted) return null;
  const holders = states.map(({ actor }) =>
    scene.knowledge.holderOf(role, actor, scene.days).find((term) => term.standing === 'held'),
  );
  const actors = holders.map((term, i) => term?.person ?? states[i]!.actor);
  const known = holders.filter((term) => term !== undefined);
  return { ...setOutcome(actors, known.map(termInWords), 0.6), isOneSource: known.some(isUnverified) };
}

/** "The two leaders" once more: those that they were the last time. */
function sameSetBefore(draft: Draft, pool: readonly Draft[]): Outcome | null {
  const { noun, count } = draft.set!;
  const last = pool.findLast(({ set }) => set?.noun === noun && set.count === count);
  return last
    ? setOutcome(last.outcome!.actors, [`"${last.text}" before are the same`], last.outcome!.score * 0.9)
    : null;
}

/** Sentences back in which a list of two, and a longer one, may have been named. */
const PAIR_REACH = 2;
const LIST_REACH = 8;

/**
 * "Trinidad, Costa Rica and Mexico … the three nations": the nearest list of just so many, or of any length where no
 * number is told ("those nations"), persons or states as the set asks.
 */
function listedOf(scene: Scene, draft: Draft, pool: readonly Draft[], count: number | null): readonly Member[] | null {
  const reach = (count ?? 2) > 2 ? LIST_REACH : PAIR_REACH;
  const near = pool.filter((other) => draft.sentence - other.sentence <= reach && isOfKind(scene, draft, other));
  for (const last of near.toReversed()) {
    const tree = scene.trees[last.sentence]!;
    const first = near.find(
      (other) => other.sentence === last.sentence && conjunctsOf(tree, other.head).includes(last.head),
    );
    const heads = first ? conjunctsOf(tree, first.head) : [];
    const listed = near.filter((other) => other.sentence === last.sentence && heads.includes(other.head));
    const actors = [...new Set(listed.flatMap((other) => other.outcome!.actors))];
    const wanted = count ?? heads.length;
    if (wanted < 2 || [actors, listed, heads].some(({ length }) => length !== wanted)) continue;
    return listed.map((other, i) => ({
      actor: actors[i]!,
      fact: `"${other.text}" is one of ${wanted} in a list`,
      weight: 1,
      sentence: other.sentence,
    }));
  }
  return null;
}

/** Whether somebody named may be of the set: a person, a state, or either, as its noun asks. */
function isOfKind(scene: Scene, { set }: Draft, other: Draft): boolean {
  if (other.form === 'adjective' || other.outcome!.actors.length !== 1) return false;
  const type = actorOf(scene, other.outcome!.actors[0]!)?.type;
  return set!.noun.of === 'any' ? type === 'person' || type === 'state' : type === set!.noun.of;
}

function areFresh(members: readonly Member[], draft: Draft): boolean {
  return members.every((member) => draft.sentence - member.sentence <= 1);
}

/** States named as parties, or through somebody or something of theirs, the most prominent first. */
function statesIn(scene: Scene, draft: Draft, pool: readonly Draft[]): Member[] {
  const members = new Map<string, Member>();
  for (const other of pool) {
    if (other.reading === 'place') continue;
    for (const actor of other.outcome!.actors) {
      const known = actorOf(scene, actor);
      const state = known?.type === 'igo' ? actor : known?.country;
      if (!state) continue;
      const before = members.get(state);
      const weight = (before?.weight ?? 0) + weightOf(scene, draft, other);
      const fact = before?.fact ?? `"${other.text}"${actor === state ? '' : `, of ${state},`} was named before`;
      members.set(state, { actor: state, fact, weight, sentence: other.sentence });
    }
  }
  return [...members.values()].sort((a, b) => b.weight - a.weight);
}
