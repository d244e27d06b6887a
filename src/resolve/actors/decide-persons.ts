import { caseOf } from '../../document/index.ts';
import {
  foldName,
  generationOf,
  isUnverified,
  type KnownPerson,
  nameWords,
  surnamesOf,
  type Term,
} from '../../knowledge/index.ts';
import { mayBePerson } from './join-titles.ts';
import {
  type Candidate,
  type Draft,
  type LocalActor,
  mapDrafts,
  type Outcome,
  type RolePhrase,
  type Scene,
  type Sieve,
  tokensOf,
} from './scene.ts';
import { decidedBy, foremostTerm, roleFits, termAsWritten, termInWords } from './terms.ts';
import { sceneAsOf } from './told-days.ts';

/** Full names of persons: to somebody of the base who fits the text, else to somebody whom the text itself introduces. */
export const decideFullNames: Sieve = (scene) => {
  const locals = new Map(scene.locals);
  const countries = countriesIn(scene);
  const drafts = scene.drafts.map((draft) => {
    if (!mayBePerson(draft) || draft.outcome || !isFullName(scene, draft)) return draft;
    const candidates = rankCandidates(scene, draft, candidatesFor(scene, draft), countries);
    const best = candidates[0];
    if (best && best.score >= ENOUGH) return { ...draft, outcome: fromBase(draft, best, candidates) };
    if (isPartOfLonger(scene, draft)) return draft;
    const local = introduce(scene, draft, locals);
    locals.set(local.id, local);
    return { ...draft, outcome: fromText(draft, local, candidates) };
  });
  return { ...scene, drafts, locals };
};

/** "Suu Kyi", where "Aung San Suu Kyi" stands too, is a shorter name. */
function isPartOfLonger(scene: Scene, draft: Draft): boolean {
  const words = foldName(draft.text).split(' ');
  return scene.drafts.some((other) => {
    const longer = foldName(other.text).split(' ');
    return (
      other !== draft &&
      mayBePerson(other) &&
      longer.length > words.length &&
      words.every((word) => longer.includes(word))
    );
  });
}

/** A candidate below this is not taken: a namesake, not the person. */
const ENOUGH = 0.5;

export function isFullName(scene: Scene, draft: Draft): boolean {
  if (draft.senses.some((sense) => sense.form === 'person')) return true;
  return nameWords(draft.text, scene.knowledge.cues).length >= 2;
}

function candidatesFor(scene: Scene, draft: Draft): KnownPerson[] {
  const { knowledge } = scene;
  if (generationOf(draft.text, knowledge.cues) !== null) return namedWhole(scene, draft);
  const named = draft.senses.filter((sense) => sense.form === 'person').map((sense) => sense.target);
  // "Lloyd J. Austin III"
  const name = nameWords(draft.text, knowledge.cues).join(' ');
  const others = knowledge.names
    .lookUp(name)
    .filter((sense) => sense.form === 'person')
    .map((sense) => sense.target);
  const ids = new Set([...named, ...others]);
  if (ids.size === 0) for (const id of knowledge.personsBySound(name)) ids.add(id);
  if (ids.size === 0) for (const id of holdersWithAllWords(scene, draft)) ids.add(id);
  return [...ids].map((id) => knowledge.personById(id)!).filter(Boolean);
}

/** "Joseph R. Biden Jr.", whom the base names so; "Donald Trump Jr." is not the Donald Trump of the base. */
function namedWhole({ knowledge }: Scene, draft: Draft): KnownPerson[] {
  const senses = knowledge.names.lookUp(draft.text.replaceAll(',', '')).filter(({ form }) => form === 'person');
  return senses.flatMap(({ target }) => knowledge.personById(target) ?? []);
}

/** "Kuwait's foreign minister, Ahmad Nasser al-Sabah": whoever the title's state has in office whose longer name has every word of this one. */
function holdersWithAllWords(scene: Scene, draft: Draft): string[] {
  const { knowledge, days } = scene;
  const seats = titleOf(scene, draft)?.seats ?? [];
  const words = nameWords(draft.text, knowledge.cues).map(foldName);
  const surnames = [words.slice(-1), words.slice(-2)].map((last) => last.join(' '));
  return surnames
    .flatMap((surname) => knowledge.personsBySurname(surname))
    .filter(({ id, name, country }) => {
      const own = foldName(name).split(' ');
      return (
        seats.includes(country ?? '') &&
        words.every((word) => word.split(' ').every((part) => own.includes(part))) &&
        foremostTerm(knowledge, id, days)
      );
    })
    .map(({ id }) => id);
}

/** How well each person of that name fits: known, in office then, of the state that the title or the report names. */
function rankCandidates(
  scene: Scene,
  draft: Draft,
  persons: readonly KnownPerson[],
  countries: ReadonlySet<string>,
): Candidate[] {
  return persons.map((person) => scoreOf(scene, draft, person, countries)).sort((a, b) => b.score - a.score);
}

export function scoreOf(scene: Scene, draft: Draft, person: KnownPerson, countries: ReadonlySet<string>): Candidate {
  const { knowledge, days } = scene;
  const facts = [`"${draft.text}" names ${person.name} in the base`];
  let score = 0.2 + person.rank * 0.08;
  const title = titleOf(scene, draft);
  const terms = knowledge.officesOf(person.id);
  const used: Term[] = [];
  if (title) {
    const fitting = terms.filter((term) => roleFits(title.noun, term, knowledge, days));
    const seated = fitting.filter(
      (term) => title.seats.length === 0 || title.seats.includes(term.country ?? term.organisation ?? ''),
    );
    // the United States' president is that of its islands too
    const told = seated.findLast((term) => term.country === person.country) ?? seated.at(-1);
    if (told) {
      score += 0.4;
      used.push(told);
      facts.push(`the title "${title.noun.term}" fits: ${termInWords(told)}`);
    } else if (title.seats.length > 0 && person.country !== null && !title.seats.includes(person.country)) score -= 0.3;
  }
  const term = foremostTerm(knowledge, person.id, days);
  if (term) {
    score += 0.15;
    // the term that the title fits is told already
    if (!facts.some((fact) => fact.endsWith(termInWords(term)))) facts.push(termInWords(term));
    used.push(term);
  }
  if (person.country !== null && countries.has(person.country)) score += 0.15;
  const isOneSource = used.length > 0 && used.every(isUnverified);
  return { actor: person.id, score: Math.min(1, Math.round(score * 100) / 100), facts, isOneSource };
}

function fromBase(draft: Draft, best: Candidate, candidates: readonly Candidate[]): Outcome {
  const how = draft.senses.length > 0 ? 'name' : 'name in another spelling';
  return { actors: [best.actor], how, facts: best.facts, candidates, score: best.score };
}

export function titleOf(scene: Scene, draft: Draft): RolePhrase | null {
  const role = draft.title === null ? null : scene.drafts[draft.title]!.role;
  if (role === null) return null;
  if (draft.titleSeat !== null) return { ...role, seats: [draft.titleSeat] };
  return role.seats.length > 0 ? role : { ...role, seats: seatsOfOtherTitles(scene, draft) };
}

/** "Chinese State Councilor and Foreign Minister Wang Yi": the state stands with the first title. */
function seatsOfOtherTitles(scene: Scene, draft: Draft): readonly string[] {
  const index = scene.drafts.indexOf(draft);
  return (
    scene.drafts.find((other) => other.role !== null && other.role.seats.length > 0 && other.role.names.includes(index))
      ?.role?.seats ?? []
  );
}

/** Somebody whom no base knows: country, sector and office come from the title or apposition beside the name. */
export function introduce(scene: Scene, draft: Draft, locals: ReadonlyMap<string, LocalActor>): LocalActor {
  const title = titleOf(scene, draft);
  const words = nameWords(draft.text, scene.knowledge.cues);
  const generation = generationOf(draft.text, scene.knowledge.cues);
  const name = [...words, ...(generation === null ? [] : [`${capital(generation)}.`])].join(' ') || draft.text;
  const slug = `per:${foldName(name).replaceAll('.', '').replaceAll(' ', '-')}`;
  const id = scene.knowledge.personById(slug) ? `${slug}-unlisted` : slug;
  const before = locals.get(id);
  const seat =
    title?.seats[0] ??
    ownerSeat(scene, title?.owner ?? null) ??
    affiliationAfter(scene, draft.sentence, draft.last) ??
    (draft.title === null ? null : affiliationAfter(scene, draft.sentence, scene.drafts[draft.title]!.last));
  const country = seat === null || seat === undefined ? null : (scene.knowledge.actorById(seat)?.country ?? null);
  const gender = title?.noun.gender ?? draft.honorific ?? scene.knowledge.genderOfGivenName(words[0] ?? '');
  return {
    id,
    type: 'person',
    name,
    wikidata: null,
    country: before?.country ?? country,
    sector: before?.sector ?? title?.noun.sector ?? null,
    office: before?.office ?? (title === null ? null : officeToldBy(scene, draft, title)),
    gender: before?.gender ?? gender,
    isPlural: false,
    source: 'text',
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function officeToldBy(scene: Scene, draft: Draft, { noun, tense }: RolePhrase): string | null {
  if (noun.role === 'someone' || tense !== 'now') return null;
  return termAsWritten(noun.term, draft.title === null ? '' : scene.drafts[draft.title]!.text);
}

/** "Tariq Mansour of the Jordanian army", "an adviser to the Belgian foreign minister": the state of what is named right behind. */
function affiliationAfter(scene: Scene, sentence: number, last: number): string | null {
  const tokens = tokensOf(scene, sentence);
  if (!scene.knowledge.cues.titles.affiliationPrepositions.includes(tokens[last + 1]?.form ?? '')) return null;
  const role = scene.drafts.find(
    (other) => other.sentence === sentence && other.first === last + 2 && (other.role?.seats.length ?? 0) === 1,
  );
  return role?.role?.seats[0] ?? null;
}

function ownerSeat(scene: Scene, owner: number | null): string | null {
  const actor = owner === null ? undefined : scene.drafts[owner]!.outcome?.actors[0];
  return actor === undefined ? null : ((scene.locals.get(actor) ?? scene.knowledge.actorById(actor))?.country ?? null);
}

function fromText(draft: Draft, local: LocalActor, candidates: readonly Candidate[]): Outcome {
  const facts =
    local.office || local.country
      ? [`introduced in the text as ${[local.office, local.country].filter(Boolean).join(' of ')}`]
      : ['named in the text only'];
  return {
    actors: [local.id],
    how: draft.title === null ? 'name in the text' : 'title in the text',
    facts,
    candidates,
    score: 0.6,
  };
}

/** Codes of the states that the report names, by any word. */
export function countriesIn(scene: Scene): ReadonlySet<string> {
  const found = new Set<string>();
  for (const draft of scene.drafts) {
    for (const sense of draft.senses) {
      if (['state', 'adjective', 'demonym', 'seat'].includes(sense.form)) found.add(sense.target);
      if (sense.form === 'building' || sense.form === 'body') found.add(sense.target.split('.')[0]!);
    }
  }
  return found;
}

/** Later and shorter names of somebody named in full: "Putin", "Suu Kyi", "President Xi". */
export const decideShortNames: Sieve = (scene) => {
  const locals = new Map(scene.locals);
  const countries = countriesIn(scene);
  const people = new People(scene);
  const decided = mapDrafts(scene, (draft, index) => {
    if (draft.outcome || !mayBeShortName(scene, draft, people)) return null;
    const known = people.find(scene, draft, index);
    if (known) return { outcome: known };
    const isPerson = mayBePerson(draft);
    const famous = famousPerson(sceneAsOf(scene, draft), draft, countries) ?? famousPerson(scene, draft, countries);
    if (famous) {
      people.add(famous.actors[0]!, index, draft.text);
      return { outcome: famous };
    }
    if (!isPerson || (draft.title === null && isPartOfOrganisation(scene, draft))) return null;
    const local = introduce(scene, draft, locals);
    locals.set(local.id, local);
    people.add(local.id, index, draft.text);
    return { outcome: fromText(draft, local, []) };
  });
  return { ...decided, locals };
};

/** "Mahan", in a report on Mahan Air, is no person. */
function isPartOfOrganisation(scene: Scene, draft: Draft): boolean {
  const words = foldName(draft.text).split(' ');
  return scene.drafts.some((other) => {
    const isOrganisation = other.nameType === 'ORG' || other.senses.some((sense) => sense.form === 'organisation');
    const parts = foldName(other.text).split(' ');
    return isOrganisation && parts.length > words.length && words.every((word, i) => parts[i] === word);
  });
}

/** The core may take a short name for a place ("under Xi"): where somebody of that name was named, it is his. */
function mayBeShortName(scene: Scene, draft: Draft, people: People): boolean {
  if (mayBePerson(draft)) return true;
  const isFree = draft.form === 'name' && !draft.isNested && draft.senses.every((sense) => sense.form === 'city');
  return isFree && (people.knows(scene, draft.text) || (draft.senses.length === 0 && isFamousThen(scene, draft)));
}

/** "Medvedev and Tusk", where the core takes the second for a place: a head of state or government of that day, and no preposition of place. */
function isFamousThen(scene: Scene, draft: Draft): boolean {
  const { knowledge, days, trees } = scene;
  const prepositions = caseOf(trees[draft.sentence]!, draft.head).split(' ');
  const isPlaced = prepositions.some((word) => knowledge.cues.readings.placePrepositions.includes(word));
  return (
    !isPlaced &&
    knowledge.personsBySurname(draft.text).some(({ id, rank }) => rank >= 5 && foremostTerm(knowledge, id, days))
  );
}

/** Persons named in full in a report, by the words of their names. */
class People {
  readonly #entries: {
    id: string;
    index: number;
    words: ReadonlySet<string>;
    surnames: ReadonlySet<string>;
    generations: readonly (string | null)[];
  }[] = [];
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
    scene.drafts.forEach((draft, index) => {
      const actor = draft.outcome?.actors[0];
      if (actor?.startsWith('per:')) this.add(actor, index, draft.text);
    });
  }

  add(id: string, index: number, text: string): void {
    const { knowledge } = this.#scene;
    const person = knowledge.personById(id);
    const name = person?.name ?? this.#scene.locals.get(id)?.name ?? text;
    const words = new Set([...foldName(name).split(' '), ...foldName(text).split(' ')]);
    const given = { m: { has: isGiven('m') }, f: { has: isGiven('f') } } as never;
    const surnames =
      person?.surnames ?? surnamesOf(name, this.#scene.locals.get(id)?.country ?? null, knowledge.cues, given);
    const generations = [name, text].map((written) => generationOf(written, knowledge.cues));
    this.#entries.push({
      id,
      index,
      words,
      surnames: new Set([...surnames.map(foldName), foldName(text)]),
      generations,
    });
    function isGiven(gender: 'm' | 'f') {
      return (word: string) => knowledge.genderOfGivenName(word) === gender;
    }
  }

  knows(_scene: Scene, text: string): boolean {
    const key = foldName(text);
    return this.#entries.some(
      (entry) => entry.surnames.has(key) || [...entry.surnames].some((surname) => isMisspelt(key, surname)),
    );
  }

  /** By family name first, then by any other word of the name; the latest before the mention, else the first after it. */
  find(scene: Scene, draft: Draft, index: number): Outcome | null {
    const words = nameWords(draft.text, scene.knowledge.cues);
    const key = foldName(words.join(' '));
    if (key === '') return null;
    const generation = generationOf(draft.text, scene.knowledge.cues);
    const fits = ({ id, generations }: { id: string; generations: readonly (string | null)[] }) =>
      (generation === null || generations.includes(generation)) && this.fitsTitle(scene, draft, id);
    const byFamily = this.#entries.filter((entry) => entry.surnames.has(key) && fits(entry));
    const parts = key.split(' ');
    const byPart = this.#entries.filter((entry) => parts.every((part) => entry.words.has(part)) && fits(entry));
    const byTypo = this.#entries.filter(
      (entry) => [...entry.surnames].some((surname) => isMisspelt(key, surname)) && fits(entry),
    );
    const matches = byFamily.length > 0 ? byFamily : byPart.length > 0 ? byPart : byTypo;
    const before = matches.filter((entry) => entry.index < index);
    const chosen = before.at(-1) ?? matches[0];
    if (!chosen) return null;
    const full = scene.drafts[chosen.index]!.text;
    const others = [...new Set(matches.map((entry) => entry.id))].map((actor) => ({
      actor,
      score: actor === chosen.id ? 0.9 : 0.4,
      facts: [],
    }));
    return {
      actors: [chosen.id],
      how: 'short name',
      facts: [`"${draft.text}" is part of "${full}"`],
      candidates: others,
      score: others.length > 1 ? 0.75 : 0.9,
    };
  }

  /** "Prime Minister Li" is not the President Li named before: a title must not belong to another state or gender. */
  fitsTitle(scene: Scene, draft: Draft, id: string): boolean {
    const gender = scene.knowledge.personById(id)?.gender ?? scene.locals.get(id)?.gender ?? null;
    if (draft.honorific && gender && draft.honorific !== gender) return false;
    const title = titleOf(scene, draft);
    const country = scene.knowledge.personById(id)?.country ?? scene.locals.get(id)?.country ?? null;
    return (
      !title ||
      title.seats.length === 0 ||
      country === null ||
      title.seats.includes(country) ||
      title.seats.some((seat) => seat.includes(':'))
    );
  }
}

/** One letter left out, put in or changed in a longer name: "Outtara" for Ouattara. */
function isMisspelt(written: string, name: string): boolean {
  if (name.length < 6 || written[0] !== name[0] || Math.abs(written.length - name.length) > 1 || written === name)
    return false;
  let start = 0;
  while (start < written.length && written[start] === name[start]) start++;
  let end = 0;
  while (end < Math.min(written.length, name.length) - start && written.at(-1 - end) === name.at(-1 - end)) end++;
  return Math.max(written.length, name.length) - start - end <= 1;
}

/** A family name with nobody before it: somebody well known who held high office then, if only one fits. */
function famousPerson(scene: Scene, draft: Draft, countries: ReadonlySet<string>): Outcome | null {
  const { knowledge, days } = scene;
  const title = titleOf(scene, draft);
  const words = nameWords(draft.text, knowledge.cues);
  const generation = generationOf(draft.text, knowledge.cues);
  const persons = knowledge
    .personsBySurname(words.join(' '))
    .filter(({ name }) => generation === null || generationOf(name, knowledge.cues) === generation);
  const isDated = days.from !== null || days.to !== null;
  const scored = persons
    .map((person) => ({
      person,
      candidate: scoreOf(scene, draft, person, countries),
      term: foremostTerm(knowledge, person.id, days),
    }))
    .filter(({ person, term, candidate }) => {
      if (title && candidate.facts.some((fact) => fact.startsWith('the title')))
        return term !== null || !isDated || title.tense !== 'now' || person.rank >= 5;
      if (title && title.seats.length > 0) return false;
      return (
        person.rank >= 4 &&
        (!isDated || term !== null || (person.rank >= 5 && person.country !== null && countries.has(person.country)))
      );
    })
    .sort((a, b) => Number(b.term !== null) - Number(a.term !== null) || b.candidate.score - a.candidate.score);
  const best = scored[0];
  if (!best) return null;
  const second = scored[1];
  const isClear =
    !second || best.candidate.score - second.candidate.score >= 0.1 || (best.term !== null && second.term === null);
  if (!isClear) return null;
  const candidates = scored.map(({ candidate }) => candidate);
  const { candidate } = best;
  return decidedBy({ ...candidate, score: Math.min(0.85, candidate.score) }, 'family name', candidates);
}
