import { tokenAt } from '../../document/index.ts';
import { type DatedTerm, type Days, foldName, type RoleNoun } from '../../knowledge/index.ts';
import { addDays } from '../../text/days.ts';
import { groupActor } from './decide-names.ts';
import {
  actorOf,
  type Draft,
  type LocalActor,
  type Outcome,
  type Scene,
  type Sieve,
  settled,
  tokensOf,
  wordOf,
} from './scene.ts';
import { decidedBy, foremostTerm, holderOf, roleFits, termAsWritten } from './terms.ts';
import { daysNamedBefore, toldDays } from './told-days.ts';

/** Role phrases that say whose they are: the person beside them, the holder on that day, a body or people of a state. */
export const decideRoles: Sieve = (scene) => {
  const locals = new Map(scene.locals);
  const drafts = scene.drafts.map((draft) => {
    if (!draft.role || draft.outcome) return draft;
    const outcome = outcomeOf(scene, draft, locals);
    return outcome === null ? draft : { ...draft, outcome };
  });
  return { ...scene, drafts, locals };
};

function outcomeOf(scene: Scene, draft: Draft, locals: Map<string, LocalActor>): Outcome | null {
  const role = draft.role!;
  const beside = besideOf(scene, role.names);
  if (beside) {
    const fact = `stands beside the name "${role.names.map((index) => scene.drafts[index]!.text).join('", "')}"`;
    return { ...settled(beside.actors[0]!, 'title of a name', [fact], beside.score), actors: beside.actors };
  }
  if (role.noun.role === 'counterpart' || isTitleAlone(scene, draft)) return null;
  if (role.seats.length > 0) return ofSeats(scene, draft, role.seats, locals);
  if (role.qualifier !== null && (role.noun.isPlural || role.noun.kind === 'body')) return ownGroup(draft, locals);
  return null;
}

/** "the Under Secretary": a title that only its country's use makes its own points first to who was called so before. */
export function isTitleAlone({ knowledge }: Scene, { role }: Draft): boolean {
  const { noun, seats, seatDrafts, isIndefinite } = role!;
  const isVague = noun.kind === 'person' || knowledge.cues.titles.vague.includes(noun.role);
  return isVague && !noun.isPlural && !isIndefinite && seats.length > 0 && seatDrafts.length === 0;
}

/** The persons whose names stand beside a role, as one outcome. */
function besideOf(scene: Scene, names: readonly number[]): Outcome | null {
  const outcomes = names
    .flatMap((index) => scene.drafts[index]!.outcome ?? [])
    .filter((outcome) => outcome.actors.length > 0);
  if (outcomes.length === 0) return null;
  return { ...outcomes[0]!, actors: [...new Set(outcomes.flatMap((outcome) => outcome.actors))] };
}

/** One outcome for all the seats of a phrase: "the Russian and Ukrainian foreign ministers" are two persons. */
export function ofSeats(
  scene: Scene,
  draft: Draft,
  seats: readonly string[],
  locals: Map<string, LocalActor>,
): Outcome {
  const parts = seats.map((seat) => ofSeat(scene, draft, seat, seats.length > 1, locals));
  return {
    actors: [...new Set(parts.flatMap((part) => part.actors))],
    how: parts[0]!.how,
    facts: parts.flatMap((part) => part.facts),
    candidates: parts.flatMap((part) => part.candidates),
    score: Math.min(...parts.map((part) => part.score)),
    isOneSource: parts.some((part) => part.isOneSource),
  };
}

/** "The Turkish capital": the state as its own capital stands for it; `decideReadings` tells whether only the place is meant. */
export function isCapital(scene: Scene, { role }: Draft): boolean {
  return role !== null && !role.noun.isPlural && scene.knowledge.cues.readings.capitalNouns.includes(role.noun.lemma);
}

function ofSeat(
  scene: Scene,
  draft: Draft,
  seat: string,
  isOneOfSeveral: boolean,
  locals: Map<string, LocalActor>,
): Outcome {
  const { noun, tense, body } = draft.role!;
  const isSingular = !noun.isPlural || isOneOfSeveral;
  if (isCapital(scene, draft) && scene.knowledge.capitalOf(seat) !== null)
    return settled(seat, 'capital of a state', [`"${draft.text}" is ${scene.knowledge.capitalOf(seat)}`], 0.85);
  if (noun.kind === 'body' || noun.kind === 'people' || !isSingular) return bodyOf(scene, draft, seat, locals);
  if (body !== null && HEADS.includes(noun.role) && isBodyWithHead(scene, body))
    return bodyOf(scene, draft, seat, locals, body);
  if (tense === 'former')
    return (draft.role!.isIndefinite ? null : formerHolderBefore(scene, draft, seat)) ?? formerOf(scene, seat, locals);
  if (noun.role === 'spokesperson' || noun.role === 'official' || noun.role === 'diplomat') {
    return body === null && noun.role === 'spokesperson'
      ? stateOf(scene, draft, seat)
      : bodyOf(scene, draft, seat, locals, body);
  }
  if (noun.kind === 'person' || scene.knowledge.cues.titles.vague.includes(noun.role)) {
    // "the head of the IAEA" leads it; "the head of Russia" says too little
    const isHead = seat.startsWith('igo:') && body === null && draft.role!.isDefinite && LEADING.includes(noun.role);
    return holderOutcome(scene, seat, noun, isHead) ?? bodyOf(scene, draft, seat, locals, body);
  }
  const told = toldDays(scene, draft) ?? (tense === 'then' ? daysNamedBefore(scene, draft) : null);
  if (told !== null && (tense === 'now' || tense === 'then'))
    return holderThen(scene, draft, seat, told) ?? officeOf({ ...scene, days: told }, draft, seat, locals);
  if (tense === 'now') {
    const ended = justEnded(scene, draft, seat);
    if (ended) return ended;
    const holder = holderOrAmbassador(scene, draft, seat);
    if (holder) return holder;
  }
  if (tense === 'incoming') {
    const next = incomingOutcome(scene, seat, noun);
    if (next) return next;
  }
  return officeOf(scene, draft, seat, locals);
}

/** "In 2014, the Ukrainian president": who held the office then; of several, who still holds it ("was elected in 2019"). */
function holderThen(scene: Scene, draft: Draft, seat: string, days: Days): Outcome | null {
  const then = { ...scene, days };
  const { noun } = draft.role!;
  const holder = justEnded(then, draft, seat) ?? holderOrAmbassador(then, draft, seat);
  if (holder) return { ...holder, how: 'role, state and the day told of' };
  const now = holderOrAmbassador(scene, draft, seat);
  const isHolderThen = scene.knowledge
    .holdersOf(noun, seat, days)
    .some(({ person, standing }) => person === now?.actors[0] && standing !== 'just-ended');
  return isHolderThen ? now : null;
}

function holderOrAmbassador(scene: Scene, draft: Draft, seat: string): Outcome | null {
  const { noun } = draft.role!;
  return noun.role === 'ambassador' ? ambassadorTo(scene, draft, seat) : holderOutcome(scene, seat, noun, true);
}

/** Days back in which somebody left office whom the news of his end still calls by it. */
const BACK = 5;

/** "The president was ousted by the army" two days before: whose term has just ended, not who holds the office since. */
function justEnded(scene: Scene, draft: Draft, seat: string): Outcome | null {
  const { from, to } = scene.days;
  if (from === null || from !== to || !isEnding(scene, draft)) return null;
  const past = scene.knowledge
    .holdersOf(draft.role!.noun, seat, { from: addDays(from, -BACK), to: from })
    .filter((term) => term.to !== '' && term.to <= from && term.to >= addDays(from, -BACK));
  return past.length === 1 ? decidedBy(holderOf(past[0]!, 0.7), 'role of who has just left it') : null;
}

function isEnding(scene: Scene, draft: Draft): boolean {
  const { ended, endedSelf } = scene.knowledge.cues.titles;
  const tree = scene.trees[draft.sentence]!;
  const token = tokenAt(tree, draft.head);
  if (token.head < 0) return false;
  const verb = tokenAt(tree, token.head).lemma.toLowerCase();
  if (token.deprel === 'nsubj') return endedSelf.includes(verb);
  return (token.deprel === 'obj' || token.deprel === 'nsubj:pass') && ended.includes(verb);
}

/** Days ahead in which somebody takes office whom the news already calls incoming. */
const AHEAD = 120;

/** "Germany's incoming chancellor": who takes the office soon after the report's day. */
function incomingOutcome(scene: Scene, seat: string, noun: RoleNoun): Outcome | null {
  const { from, to } = scene.days;
  if (from === null || to === null) return null;
  const next = scene.knowledge
    .holdersOf(noun, seat, { from: to, to: addDays(to, AHEAD) })
    .filter((term) => term.from > to);
  return next.length === 1 ? decidedBy(holderOf(next[0]!, 0.8), 'role, state and date') : null;
}

const LEADING: readonly string[] = ['chief', 'chair'];

const HEADS: readonly string[] = ['head_of_state', 'leader', 'chief', 'chair', 'director', 'governor'];

/** "the President of the Central Bank of Nicaragua" heads the bank, not the state. */
function isBodyWithHead(scene: Scene, body: string): boolean {
  return scene.knowledge.cues.titles.bodiesWithHeads.includes(body) || !scene.knowledge.bodies.has(body);
}

/** Who held the office on the report's day; where the day is open, whoever of them the text names. Null where it stays open. */
export function holderOutcome(scene: Scene, seat: string, noun: RoleNoun, mayBeUnnamed: boolean): Outcome | null {
  const { knowledge, days } = scene;
  const role = seat.includes(':') ? organisationRole(noun.role) : noun.role;
  const holders = asWorded(knowledge.holdersOf({ ...noun, role }, seat, days), noun);
  const candidates = holders.slice(0, 6).map((term) => holderOf(term, STANDING[term.standing]));
  const named = holders.filter((term) => isNamed(scene, term.person));
  const isOpen = days.from === null && days.to === null;
  if (named.length === 1 && (isOpen || named[0]!.standing !== 'just-ended'))
    return {
      ...decidedBy(holderOf(named[0]!, 0.9), 'role, state and name in the text', candidates),
      isOneSource: false,
    };
  const sure = holders.filter((term) => term.standing === 'held' || term.standing === 'unconfirmed');
  const isSingle = knowledge.cues.titles.single.includes(noun.role);
  if (!mayBeUnnamed || isOpen || sure.length === 0) return null;
  if (sure.length === 1 || (isSingle && sure[0]!.standing === 'held'))
    return decidedBy(holderOf(sure[0]!, STANDING[sure[0]!.standing]), 'role, state and date', candidates);
  return null;
}

/** "The UN secretary general" is not an Under-Secretary-General: where the base words an office just so, only that one. */
function asWorded(holders: readonly DatedTerm[], noun: RoleNoun): readonly DatedTerm[] {
  const worded = holders.filter(
    ({ position }) => position.toLowerCase().replaceAll('-', ' ') === noun.lemma.replaceAll('-', ' '),
  );
  return worded.length > 0 ? worded : holders;
}

const STANDING = { held: 0.95, unconfirmed: 0.7, partly: 0.5, 'just-ended': 0.3 } as const;

function organisationRole(role: string): string {
  return ['head_of_state', 'leader', 'chief', 'chair', 'director', 'commissioner'].includes(role) ? 'igo_head' : role;
}

function isNamed(scene: Scene, person: string): boolean {
  return scene.drafts.some((draft) => draft.form === 'name' && draft.outcome?.actors[0] === person);
}

/** "the US ambassador to Berlin": the receiver is named behind "to". */
function ambassadorTo(scene: Scene, draft: Draft, seat: string): Outcome | null {
  const tokens = tokensOf(scene, draft.sentence);
  const to = tokens[draft.last + 1];
  if (!to || !scene.knowledge.cues.titles.receiverPrepositions.includes(wordOf(to))) return null;
  const receiver = scene.drafts.find(
    (other) =>
      other.sentence === draft.sentence && other.first > to.index && other.first <= to.index + 2 && other.outcome,
  );
  const state = receiver?.outcome?.actors[0];
  const name = state === undefined ? undefined : scene.knowledge.actorById(state)?.name;
  if (!name) return null;
  const role = state === 'igo:un' ? 'un_permrep' : 'ambassador';
  const terms = scene.knowledge
    .holderOf(role, seat, scene.days)
    .filter((term) => role === 'un_permrep' || term.position.includes(name));
  const held = terms.filter((term) => term.standing === 'held');
  if (held.length !== 1) return null;
  return decidedBy(holderOf(held[0]!, 0.85), 'role, states and date');
}

/** The office itself as an actor, where nobody can be named: `CHN.GOV/foreign-minister`. */
export function officeOf(scene: Scene, draft: Draft, seat: string, locals: Map<string, LocalActor>): Outcome {
  const { noun } = draft.role!;
  const known = actorOf(scene, seat);
  if (seat.includes(':'))
    return settled(
      seat,
      'office of an organisation',
      [`the base names no ${noun.term} of ${known?.name ?? seat} then`],
      0.6,
    );
  const term = termAsWritten(noun.term, draft.text);
  const label = scene.knowledge.cues.titles.labels[noun.role] ?? noun.term;
  const id = `${seat}.${noun.sector}/${foldName(label).replaceAll(' ', '-')}`;
  locals.set(id, {
    id,
    type: 'government',
    name: `${term} of ${known?.name ?? seat}`,
    wikidata: null,
    country: known?.country ?? null,
    sector: noun.sector,
    gender: noun.gender,
    office: term,
    isPlural: false,
    source: 'text',
  });
  return settled(
    id,
    'office, holder not known',
    [`no holder of ${noun.role} of ${seat} is sure for ${dayInWords(scene)}`],
    0.6,
  );
}

function dayInWords(scene: Scene): string {
  const { from, to } = scene.days;
  return from === null && to === null ? 'an unknown date' : from === to ? from! : `${from ?? '…'}..${to ?? '…'}`;
}

/** "The former chancellor", "Austria's former chancellor", after Kurz was named: the person before who once held that office, there if a seat is given. */
export function formerHolderBefore(scene: Scene, draft: Draft, seat: string | null = null): Outcome | null {
  const { noun } = draft.role!;
  const { knowledge, days } = scene;
  for (const other of scene.drafts.slice(0, scene.drafts.indexOf(draft)).toReversed()) {
    const actor = other.outcome?.actors.length === 1 ? other.outcome.actors[0]! : undefined;
    const known = actor === undefined || other.form !== 'name' ? undefined : actorOf(scene, actor);
    if (actor === undefined || known?.type !== 'person') continue;
    const title = other.title === null ? null : scene.drafts[other.title]!.role;
    const isOfSeat = seat === null || title?.seats.includes(seat) || known.country === seat;
    if (title?.tense === 'former' && title.noun.role === noun.role && isOfSeat)
      return settled(actor, 'role noun, person named before', [`"${other.text}" is called a former ${noun.term}`], 0.8);
    const past = knowledge
      .officesOf(actor)
      .find(
        (term) =>
          (seat === null || (term.country ?? term.organisation) === seat) &&
          term.to !== '' &&
          (days.from === null || term.to < days.from) &&
          roleFits(noun, term, knowledge, days),
      );
    if (past) return decidedBy(holderOf(past, 0.75), 'role noun, person named before');
  }
  return null;
}

function formerOf(scene: Scene, seat: string, locals: Map<string, LocalActor>): Outcome {
  const known = actorOf(scene, seat);
  if (seat.includes(':')) return settled(seat, 'former official', [`of ${known?.name ?? seat}`], 0.5);
  const id = `${seat}.ELI`;
  locals.set(id, { ...groupActor(`former officials of ${known?.name ?? seat}`, known?.country ?? null, 'ELI'), id });
  return settled(id, 'former office, holder not named', ['who held it before is not said'], 0.5);
}

function stateOf(scene: Scene, draft: Draft, seat: string): Outcome {
  return settled(
    seat,
    'who speaks for a state',
    [`"${draft.text}" speaks for ${actorOf(scene, seat)?.name ?? seat}`],
    0.7,
  );
}

/** A body or people of a state by the noun: "Chinese officials" → CHN.GOV, "Russian forces" → RUS.MIL, "the Chinese government" → CHN. */
function bodyOf(
  scene: Scene,
  draft: Draft,
  seat: string,
  locals: Map<string, LocalActor>,
  body: string | null = null,
): Outcome {
  const { knowledge } = scene;
  const { noun } = draft.role!;
  const known = actorOf(scene, seat);
  if (seat.includes(':'))
    return settled(seat, 'people of an organisation', [`"${draft.text}" is of ${known?.name ?? seat}`], 0.75);
  const suffix = suffixOf(scene, noun, body);
  const id = suffix === '' ? seat : `${seat}.${suffix}`;
  if (!knowledge.actorById(id))
    locals.set(id, { ...groupActor(draft.text.replace(/^the /iu, ''), known?.country ?? null, noun.sector), id });
  return settled(id, 'state and role noun', [`"${noun.term}" of ${known?.name ?? seat}`], 0.85);
}

/** Suffix of the id: of a stated body ("Foreign Ministry official"), of the noun's own role, else of its sector. */
function suffixOf(scene: Scene, noun: RoleNoun, body: string | null): string {
  const { bodies } = scene.knowledge;
  const stated = body === null ? undefined : (bodies.get(body)?.suffix ?? (/^[A-Z.]+$/u.test(body) ? body : undefined));
  return stated ?? bodies.get(noun.role)?.suffix ?? noun.sector;
}

/** "Western officials": a group of its own, without a country. */
export function ownGroup(draft: Draft, locals: Map<string, LocalActor>): Outcome {
  const { noun, qualifier } = draft.role!;
  const name = [qualifier?.replace(/^the /iu, ''), noun.term].filter(Boolean).join(' ');
  const local = groupActor(name, null, noun.sector);
  locals.set(local.id, local);
  return settled(local.id, 'group without a state', [`"${draft.text}" names no state`], 0.7);
}

/** The role in which somebody stands in the text: the title beside him, else his foremost office then. */
export function roleOf(scene: Scene, draft: Draft): { role: string; noun: RoleNoun | null } | null {
  const title = draft.title === null ? null : scene.drafts[draft.title]!.role;
  if (title?.noun.role === 'counterpart') return officeBefore(scene, scene.drafts[draft.title!]!);
  if (title && title.noun.kind === 'office') return { role: title.noun.role, noun: title.noun };
  if (draft.role && draft.role.noun.kind === 'office') return { role: draft.role.noun.role, noun: draft.role.noun };
  const actor = draft.outcome?.actors[0];
  const term = actor === undefined ? null : foremostTerm(scene.knowledge, actor, scene.days);
  return term ? { role: term.role, noun: null } : null;
}

/** The office that a counterpart shares: the last one before it in the sentence. */
function officeBefore(scene: Scene, counterpart: Draft): { role: string; noun: RoleNoun | null } | null {
  const before = scene.drafts.filter(
    (other) =>
      other.sentence === counterpart.sentence && other.end <= counterpart.start && other.role?.noun.kind === 'office',
  );
  const noun = before.at(-1)?.role?.noun;
  return noun ? { role: noun.role, noun } : null;
}
