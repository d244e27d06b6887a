import { foldName, type NameSense, type Sense } from '../../knowledge/index.ts';
import {
  type Draft,
  type LocalActor,
  mapDrafts,
  nobody,
  type Outcome,
  type Scene,
  type Sieve,
  settled,
  tokensOf,
} from './scene.ts';

/** Names of states, seats, bodies, organisations, groups and places; what the base does not know becomes an actor of the text. */
export const decideNames: Sieve = (scene) => {
  const locals = new Map(scene.locals);
  const acronyms = acronymsOf(scene);
  const decided = mapDrafts(scene, (draft) => {
    if (draft.outcome || (draft.form !== 'name' && draft.form !== 'adjective')) return null;
    const introduced = acronyms.get(draft.text);
    if (introduced && draft.senses.every((sense) => sense.form !== 'state')) {
      return { outcome: introduced(locals) };
    }
    if (draft.senses.length > 0) {
      const outcome = decideSense(scene, draft);
      if (outcome) return { outcome };
    }
    return decidePeople(scene, draft, locals);
  });
  return { ...decided, locals };
};

/** Names that neither the base nor the persons of the text explain: organisations and places of the text's own. */
export const decideUnknown: Sieve = (scene) => {
  const locals = new Map(scene.locals);
  const known: { id: string; words: ReadonlySet<string>; text: string }[] = [];
  const decided = mapDrafts(scene, (draft) => {
    const id = draft.outcome?.actors[0];
    if (id?.startsWith('org:') || id?.startsWith('grp:'))
      known.push({ id, words: new Set(foldName(draft.text).split(' ')), text: draft.text });
    if (draft.outcome || draft.form !== 'name' || draft.senses.some((sense) => sense.form !== 'city')) return null;
    const longer = known.find((entry) =>
      foldName(draft.text)
        .split(' ')
        .every((word) => entry.words.has(word)),
    );
    if (longer && draft.nameType !== null)
      return { outcome: settled(longer.id, 'short name', [`"${draft.text}" is part of "${longer.text}"`], 0.75) };
    if (draft.nameType === 'ORG' && !isRoleBody(scene, draft)) {
      const local = organisationOf(scene, draft);
      locals.set(local.id, local);
      known.push({ id: local.id, words: new Set(foldName(draft.text).split(' ')), text: draft.text });
      return { outcome: settled(local.id, 'name in the text', [organisationFact(local)], 0.6) };
    }
    return draft.nameType === 'LOC' && !isPronoun(scene, draft) ? { outcome: unknownPlace() } : null;
  });
  return { ...decided, locals };
};

/** "Turkish Ministry of Foreign Affairs": a state's body by its role; the role phrase tells it better. */
function isRoleBody(scene: Scene, draft: Draft): boolean {
  return scene.drafts.some(
    (other) =>
      other.role?.noun.kind === 'body' &&
      other.role.seats.length > 0 &&
      other.sentence === draft.sentence &&
      other.head >= draft.first &&
      other.head <= draft.last,
  );
}

/** "us", which the core may take for the country. */
function isPronoun(scene: Scene, draft: Draft): boolean {
  return tokensOf(scene, draft.sentence)[draft.head]!.upos === 'PRON';
}

function unknownPlace(): Outcome {
  return { actors: [], how: 'place name', facts: ['a place that the base does not know'], candidates: [], score: 0.5 };
}

/** Which reading of a name comes first where nothing else decides. */
const ORDER = [
  'event',
  'state',
  'adjective',
  'demonym',
  'igo',
  'seat',
  'building',
  'body',
  'group',
  'organisation',
  'media',
  'region',
  'region-adjective',
  'city',
];

function decideSense(scene: Scene, draft: Draft): Outcome | null {
  const ruled = decideAmbiguous(scene, draft);
  if (ruled) return ruled;
  const senses = draft.senses
    .filter((sense) => sense.form !== 'person')
    .sort((a, b) => ORDER.indexOf(a.form) - ORDER.indexOf(b.form));
  const best = senses[0];
  if (!best) return null;
  const candidates = [...new Set(senses.map((sense) => sense.target))]
    .filter((target) => !target.startsWith('city:'))
    .map((actor, i) => ({ actor, score: i === 0 ? 0.9 : 0.3, facts: [] }));
  return {
    actors: actorsOfSense(scene, best),
    how: HOW[best.form] ?? 'name',
    facts: [factOf(scene, draft, best)],
    candidates,
    score: 0.9,
  };
}

const HOW: Readonly<Record<string, string>> = {
  state: 'name',
  adjective: 'adjective',
  demonym: 'demonym',
  seat: 'seat of government',
  building: 'seat of a body',
  region: 'region',
  city: 'city',
  event: 'name of an event',
};

function actorsOfSense(scene: Scene, sense: NameSense): string[] {
  if (sense.form === 'event' || sense.form === 'city') return [];
  return scene.knowledge.actorById(sense.target) ? [sense.target] : [];
}

function factOf(scene: Scene, draft: Draft, sense: NameSense): string {
  const actor = scene.knowledge.actorById(sense.target);
  if (sense.form === 'seat') return `${draft.text} is a seat of ${actor?.name ?? sense.target} (seats.csv)`;
  if (sense.form === 'building') return `${draft.text} stands for ${actor?.name ?? sense.target} (seats.csv)`;
  return `"${draft.text}" names ${actor?.name ?? sense.surface}${actor ? ` (${actor.source})` : ''}`;
}

/** Names with several readings, by the cues of lexicon/actors/ambiguous.yaml. */
function decideAmbiguous(scene: Scene, draft: Draft): Outcome | null {
  const rule = scene.knowledge.cues.ambiguous.names[draft.text];
  if (!rule) return null;
  const sense = rule.senses.find((candidate) => senseFits(scene, draft, candidate));
  const none = nobody('ambiguous name', [`nothing in the report says which "${draft.text}" is meant`]);
  if (!sense)
    return rule.else === null
      ? none
      : settled(rule.else, 'name', [`"${draft.text}" without a cue to another reading (ambiguous.yaml)`], 0.8);
  if (sense.actor) return settled(sense.actor, 'name by cue', [cueFact(scene, draft, sense)], 0.85);
  return none;
}

function senseFits(scene: Scene, draft: Draft, sense: Sense): boolean {
  const tokens = tokensOf(scene, draft.sentence);
  const isTyped = sense.type === undefined || sense.type === draft.nameType;
  const hasNeighbour = sense.before.length > 0 || sense.after.length > 0;
  const isBeside =
    sense.before.includes(tokens[draft.first - 1]?.form ?? '') ||
    sense.after.includes(tokens[draft.last + 1]?.form ?? '');
  const isCued = sense.cues.some((cue) => stands(scene, draft, cue));
  const isFree = sense.cues.length === 0 && !hasNeighbour;
  return isTyped && (isFree || isBeside || isCued) && !sense.without.some((cue) => stands(scene, draft, cue));
}

function stands(scene: Scene, draft: Draft, cue: string): boolean {
  const { text } = scene.doc.report;
  for (let at = text.indexOf(cue); at >= 0; at = text.indexOf(cue, at + 1)) {
    const isWord = !/\p{L}/u.test(text[at - 1] ?? ' ') && !/\p{L}/u.test(text[at + cue.length] ?? ' ');
    if (isWord && (at + cue.length <= draft.start || at >= draft.end)) return true;
  }
  return false;
}

function cueFact(scene: Scene, draft: Draft, sense: Sense): string {
  const cue = sense.cues.find((candidate) => stands(scene, draft, candidate));
  return cue
    ? `"${cue}" in the report points to this "${draft.text}" (ambiguous.yaml)`
    : `the words around "${draft.text}" (ambiguous.yaml)`;
}

function decidePeople(scene: Scene, draft: Draft, locals: Map<string, LocalActor>): Partial<Draft> | null {
  const people = scene.knowledge.cues.groups.peoples[draft.text.toLowerCase()];
  if (!people || draft.form !== 'name') return null;
  const local = groupActor(people.name, people.country, people.sector ?? 'CVL');
  locals.set(local.id, local);
  return { kind: 'group', outcome: settled(local.id, 'people', [`"${draft.text}" is a people (groups.yaml)`], 0.8) };
}

export function groupActor(name: string, country: string | null, sector: string | null): LocalActor {
  return {
    id: `grp:${foldName(name).replaceAll(' ', '-')}`,
    type: 'group',
    name,
    wikidata: null,
    country,
    sector,
    gender: null,
    office: null,
    isPlural: true,
    source: 'text',
  };
}

/** A body that only the text names: its country from a name inside it or right beside it. */
function organisationOf(scene: Scene, draft: Draft): LocalActor {
  const name = draft.text.replace(/^the /iu, '');
  const inside = scene.drafts.filter(
    (other) =>
      other !== draft &&
      other.sentence === draft.sentence &&
      other.senses.length > 0 &&
      ((other.first >= draft.first && other.last <= draft.last) || isBeside(scene, other, draft)),
  );
  const senses = inside.flatMap((other) => other.senses);
  const isJoint = senses.some((sense) => sense.form === 'igo');
  const seat = isJoint ? undefined : senses.find((sense) => ['state', 'adjective', 'seat'].includes(sense.form));
  const title = draft.title === null ? null : scene.drafts[draft.title]!.role;
  const home = seat?.target ?? title?.seats[0];
  const words = name.split(/\s+/u);
  const sector =
    words
      .toReversed()
      .map((word) => scene.knowledge.sectorOf(word))
      .find(Boolean) ?? null;
  return {
    id: `org:${foldName(name).replaceAll(' ', '-')}`,
    type: 'organisation',
    name,
    wikidata: null,
    country: home === undefined ? null : (scene.knowledge.actorById(home)?.country ?? null),
    sector: sector ?? title?.noun.sector ?? null,
    gender: null,
    office: null,
    isPlural: false,
    source: 'text',
  };
}

/** "Iran's Mahan Air", "the Israeli Shin Bet": a state right before the name. */
function isBeside(scene: Scene, other: Draft, draft: Draft): boolean {
  const between = tokensOf(scene, draft.sentence).slice(other.last + 1, draft.first);
  return other.last < draft.first && between.length <= 1 && between.every((token) => /^['’]s?$/u.test(token.form));
}

function organisationFact(local: LocalActor): string {
  return local.country ? `named in the text, of ${local.country}` : 'named in the text only';
}

/** Acronyms that the text itself introduces: "the Shanghai Cooperation Organization (SCO)". */
function acronymsOf(scene: Scene): Map<string, (locals: Map<string, LocalActor>) => Outcome> {
  const found = new Map<string, (locals: Map<string, LocalActor>) => Outcome>();
  for (const draft of scene.drafts) {
    const tokens = tokensOf(scene, draft.sentence);
    const [open, acronym, close] = [tokens[draft.last + 1], tokens[draft.last + 2], tokens[draft.last + 3]];
    if (draft.isNested || draft.form !== 'name' || open?.form !== '(' || close?.form !== ')' || !acronym) continue;
    if (!/^\p{Lu}[\p{L}\d.-]{1,9}$/u.test(acronym.form) || !/\p{Lu}{2}/u.test(acronym.form)) continue;
    const outcome = draft.outcome ?? (draft.senses.length > 0 ? decideSense(scene, draft) : null);
    const fact = `"${acronym.form}" was introduced for "${draft.text}"`;
    if (outcome && outcome.actors.length > 0)
      found.set(acronym.form, () => settled(outcome.actors[0]!, 'acronym', [fact], 0.9));
    else if (draft.nameType === 'ORG') {
      found.set(acronym.form, (locals) => {
        const local = organisationOf(scene, draft);
        locals.set(local.id, local);
        return settled(local.id, 'acronym', [fact], 0.7);
      });
    }
  }
  return found;
}
