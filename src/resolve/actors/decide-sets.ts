import { officeOf, ofSeats, roleOf } from './decide-roles.ts';
import {
  actorOf,
  type Draft,
  draftOver,
  type LocalActor,
  mapDrafts,
  type Outcome,
  type Scene,
  type SetPhrase,
  type Sieve,
  tokensOf,
  withDrafts,
  wordOf,
} from './scene.ts';
import { foremostTerm, roleFits, termInWords } from './terms.ts';

/** "The two leaders", "both sides", "the pair": phrases for parties named before. */
export const findSets: Sieve = (scene) => {
  const sets = scene.doc.sentences.flatMap((sentence) =>
    sentence.tokens.flatMap((token) => {
      const set = setAt(scene, sentence.index, token.index);
      return set ? [set] : [];
    }),
  );
  const heads = new Map(sets.map((set) => [`${set.sentence}:${set.head}`, set]));
  const without = mapDrafts(scene, (draft) => {
    const set = heads.get(`${draft.sentence}:${draft.head}`);
    if (!set || !draft.role || draft.role.seats.length > 0 || draft.role.name !== null) return null;
    heads.delete(`${draft.sentence}:${draft.head}`);
    return { form: 'set', kind: 'group', set: set.set, role: null };
  });
  const isTaken = (set: Draft) =>
    scene.drafts.some((draft) => draft.sentence === set.sentence && draft.first <= set.head && draft.last >= set.head);
  return withDrafts(
    without,
    [...heads.values()].filter((set) => !isTaken(set)),
  );
};

function setAt(scene: Scene, sentence: number, at: number): Draft | null {
  const { sets } = scene.knowledge.cues;
  const tokens = tokensOf(scene, sentence);
  const token = tokens[at]!;
  const word = wordOf(token);
  if (sets.bare.includes(word) && token.upos === 'NOUN' && /^(the|this)$/iu.test(tokens[at - 1]?.form ?? '')) {
    return setDraft(scene, sentence, at - 1, at, at, { noun: { of: 'any' }, count: sets.numerals[word] ?? 2 });
  }
  if (isBareNumeral(scene, sentence, at)) {
    const first = /^the$/iu.test(tokens[at - 1]?.form ?? '') ? at - 1 : at;
    return setDraft(scene, sentence, first, at, at, { noun: { of: 'any' }, count: sets.numerals[word]! });
  }
  const noun = sets.nouns[token.lemma.toLowerCase()] ?? sets.nouns[word];
  if (!noun || !['NOUN', 'PROPN'].includes(token.upos)) return null;
  const opening = openingOf(scene, sentence, at);
  if (!opening && !noun.states) return null;
  if (!opening && word !== 'koreas' && word !== 'sudans') return null;
  return setDraft(scene, sentence, opening?.first ?? at, at, at, { noun, count: opening?.count ?? null });
}

/** "The two discussed …", "both agreed": a numeral that is itself the subject or object. */
function isBareNumeral(scene: Scene, sentence: number, at: number): boolean {
  const tokens = tokensOf(scene, sentence);
  const token = tokens[at]!;
  const word = wordOf(token);
  if (scene.knowledge.cues.sets.numerals[word] === undefined || !['NUM', 'PRON', 'DET'].includes(token.upos))
    return false;
  if (word !== 'both' && !/^the$/iu.test(tokens[at - 1]?.form ?? '')) return false;
  return (
    /^(nsubj|obj|obl|nmod|conj)/u.test(token.deprel) &&
    !tokens.some((child) => child.head === at && child.deprel === 'nmod')
  );
}

/** The numeral and article before a set's noun: "the two", "both", "these three". */
function openingOf(scene: Scene, sentence: number, at: number): { first: number; count: number | null } | null {
  const { sets } = scene.knowledge.cues;
  const tokens = tokensOf(scene, sentence);
  let count: number | null = null;
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const word = wordOf(tokens[i]!);
    if (sets.numerals[word] !== undefined) {
      count = sets.numerals[word]!;
      if (word === 'both') return { first: i, count };
    } else if (/^(the|these|those|our|their)$/u.test(word)) {
      return count !== null || word === 'these' || word === 'those' ? { first: i, count } : null;
    } else if (!['ADJ', 'NUM', 'NOUN'].includes(tokens[i]!.upos)) break;
  }
  return null;
}

function setDraft(scene: Scene, sentence: number, first: number, last: number, head: number, set: SetPhrase): Draft {
  return { ...draftOver(scene, sentence, first, last, head), form: 'set', kind: 'group', set };
}

/** Opens sets into the parties last named that fit: persons in that role, states, or whoever was named. */
export const decideSets: Sieve = (scene) =>
  mapDrafts(scene, (draft, index) => {
    if (!draft.set || draft.outcome) return null;
    const outcome = membersOf(scene, draft, index);
    return outcome ? { outcome } : null;
  });

function membersOf(scene: Scene, draft: Draft, index: number): Outcome | null {
  const { noun, count } = draft.set!;
  if (noun.states) return setOutcome(noun.states, [`"${draft.text}" are always these`], 0.95);
  const wanted = count ?? 2;
  const earlier = scene.drafts
    .slice(0, index)
    .filter((other) => other.start < draft.start && draft.sentence - other.sentence <= REACH);
  const later = scene.drafts.slice(index + 1).filter((other) => other.sentence === draft.sentence);
  const isLead = earlier.length === 0;
  const pool = (isLead ? later : earlier.toReversed()).filter(
    (other) => other.outcome && other.outcome.actors.length > 0 && other !== draft,
  );
  const persons = noun.of === 'state' ? [] : personsIn(scene, pool, noun.role ?? null, noun.gender ?? null, wanted);
  if (persons.length === wanted && (noun.of === 'person' || isFresh(scene, persons, draft)))
    return setOutcome(
      persons.map((person) => person.actor),
      persons.map((person) => person.fact),
      0.8,
    );
  if (noun.of === 'person') return personsFromStates(scene, draft, pool, wanted);
  const states = statesIn(scene, pool, wanted);
  return states.length === wanted
    ? setOutcome(states, [`the last ${wanted} states named before "${draft.text}"`], 0.75)
    : null;
}

/** Sentences back in which members may have been named. */
const REACH = 12;

function setOutcome(actors: readonly string[], facts: readonly string[], score: number): Outcome {
  return {
    actors,
    how: 'set of parties named before',
    facts,
    candidates: actors.map((actor) => ({ actor, score, facts: [] })),
    score,
  };
}

interface Member {
  readonly actor: string;
  readonly fact: string;
  readonly sentence: number;
}

/** The last persons of different states; with a role, only those who hold it. */
function personsIn(
  scene: Scene,
  pool: readonly Draft[],
  role: string | null,
  gender: 'm' | 'f' | null,
  wanted: number,
): Member[] {
  const found: Member[] = [];
  const countries = new Set<string>();
  for (const draft of pool) {
    for (const actor of draft.outcome!.actors) {
      const known = actorOf(scene, actor);
      if (known?.type !== 'person' || found.some((member) => member.actor === actor)) continue;
      const country = known.country ?? actor;
      if (countries.has(country) || (gender && 'gender' in known && known.gender !== null && known.gender !== gender))
        continue;
      const fact = role === null ? `"${draft.text}" was named before` : roleFact(scene, draft, actor, role);
      if (fact === null) continue;
      found.push({ actor, fact, sentence: draft.sentence });
      countries.add(country);
      if (found.length === wanted) return found;
    }
  }
  return found;
}

function roleFact(scene: Scene, draft: Draft, actor: string, role: string): string | null {
  const held = roleOf(scene, draft);
  if (held && (held.role === role || (role === 'minister' && held.role.endsWith('minister'))))
    return `"${draft.text}" is ${held.role}`;
  const term = foremostTerm(scene.knowledge, actor, scene.days);
  if (term && roleFits(role, term, scene.knowledge, scene.days)) return termInWords(term);
  const terms = scene.knowledge.officesOf(actor);
  const isUndated = scene.days.from === null && scene.days.to === null;
  const fitting = isUndated
    ? terms.find((candidate) => roleFits(role, candidate, scene.knowledge, scene.days))
    : undefined;
  if (fitting) return termInWords(fitting);
  if (held === null || role !== 'leader') return null;
  return ['head_of_state', 'head_of_government', 'leader'].includes(held.role)
    ? `"${draft.text}" is ${held.role}`
    : null;
}

/** "The two leaders" of two states whose leaders were not named: their holders then. */
function personsFromStates(scene: Scene, draft: Draft, pool: readonly Draft[], wanted: number): Outcome | null {
  const role = draft.set!.noun.role;
  const states = role ? statesIn(scene, pool, wanted) : [];
  if (!role || states.length !== wanted) return null;
  const holders = states.map((state) =>
    scene.knowledge.holderOf(role, state, scene.days).find((term) => term.standing === 'held'),
  );
  const actors = holders.map((term, i) => term?.person ?? states[i]!);
  return setOutcome(
    actors,
    holders.flatMap((term) => (term ? [termInWords(term)] : [])),
    0.6,
  );
}

function isFresh(scene: Scene, persons: readonly Member[], draft: Draft): boolean {
  return persons.every((person) => draft.sentence - person.sentence <= 2) && scene !== null;
}

/** The last states named as parties, or through somebody or something of theirs. */
function statesIn(scene: Scene, pool: readonly Draft[], wanted: number): string[] {
  const states: string[] = [];
  for (const draft of pool) {
    if (draft.reading === 'place') continue;
    for (const actor of draft.outcome!.actors) {
      const known = actorOf(scene, actor);
      const state = known?.type === 'igo' ? actor : known?.country;
      if (state && !states.includes(state)) states.push(state);
      if (states.length === wanted) return states;
    }
  }
  return states;
}

/** "His Ukrainian counterpart": the same office as the last person in office, in the state named. */
export const decideCounterparts: Sieve = (scene) => {
  const locals = new Map(scene.locals);
  const drafts = scene.drafts.map((draft, index) => {
    if (draft.outcome || draft.role?.noun.role !== 'counterpart') return draft;
    const outcome = counterpartOf(scene, draft, index, locals);
    return outcome ? { ...draft, outcome } : draft;
  });
  return { ...scene, drafts, locals };
};

function counterpartOf(scene: Scene, draft: Draft, index: number, locals: Map<string, LocalActor>): Outcome | null {
  const { seats } = draft.role!;
  if (seats.length === 0) return null;
  const subject = scene.drafts
    .slice(0, index)
    .toReversed()
    .find((other) => {
      const actor = other.outcome?.actors[0];
      const known = actor === undefined ? undefined : actorOf(scene, actor);
      return (
        known &&
        (known.type === 'person' || other.role?.noun.kind === 'office') &&
        !seats.includes(known.country ?? '') &&
        roleOf(scene, other) !== null
      );
    });
  const held = subject ? roleOf(scene, subject) : null;
  if (!subject || !held) return null;
  const noun =
    held.noun ??
    [...scene.knowledge.roleNouns.values()].find((candidate) => candidate.role === held.role && !candidate.isPlural);
  if (!noun) return null;
  const asRole = {
    ...draft,
    role: { ...draft.role!, noun: { ...noun, isPlural: draft.role!.noun.isPlural && seats.length > 1 } },
  };
  const outcome = ofSeats(scene, asRole, seats, locals);
  return {
    ...outcome,
    how: 'counterpart',
    facts: [`counterpart of "${subject.text}" as ${held.role}`, ...outcome.facts],
  };
}

export { officeOf };
