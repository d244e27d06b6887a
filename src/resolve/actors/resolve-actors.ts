import type { AnnotatedReport, Mention, TimeMention } from '../../document/index.ts';
import type { Knowledge, RoleNoun } from '../../knowledge/index.ts';
import type { Problem } from '../../problems.ts';
import type { Actor } from '../../record/index.ts';
import { collectActors, collectMentions } from './collect.ts';
import { decideCities } from './decide-cities.ts';
import { decideCounterparts } from './decide-counterparts.ts';
import { decideHomes, decideOwners } from './decide-homes.ts';
import { decideNames, decideUnknown } from './decide-names.ts';
import { decideNobody } from './decide-nobody.ts';
import { decidePeoples } from './decide-peoples.ts';
import { decideFullNames, decideShortNames } from './decide-persons.ts';
import { decidePronouns, findPronouns } from './decide-pronouns.ts';
import { decideReadings } from './decide-readings.ts';
import { decideReferences } from './decide-references.ts';
import { decideRoles } from './decide-roles.ts';
import { decideSets } from './decide-sets.ts';
import { dropShadowed } from './drop-shadowed.ts';
import { findGroups } from './find-groups.ts';
import { findNames } from './find-names.ts';
import { findRoles } from './find-roles.ts';
import { findSets } from './find-sets.ts';
import { findSources } from './find-sources.ts';
import { joinTitles } from './join-titles.ts';
import { daysFromOffices } from './office-windows.ts';
import { openScene, type RolePhrase, type Scene, type Sieve } from './scene.ts';
import { roleFits } from './terms.ts';
import { sceneAsOf } from './told-days.ts';

/** The steps in the order in which they run: what is surer goes first, and later steps build on it. */
export const SIEVES: readonly Sieve[] = [
  findNames,
  decideNames,
  decideCities,
  findGroups,
  decidePeoples,
  findRoles,
  dropShadowed,
  joinTitles,
  findSets,
  findPronouns,
  decideFullNames,
  decideShortNames,
  decideUnknown,
  decideReadings,
  decideRoles,
  decideCounterparts,
  decideSets,
  decideReferences,
  decidePronouns,
  decideReferences,
  decideOwners,
  decideHomes,
  findSources,
  decideNobody,
];

/** The first steps: enough to see who is named in which office. */
export const NAMING: readonly Sieve[] = SIEVES.slice(0, SIEVES.indexOf(decideUnknown) + 1);

/**
 * Finds who and what a report speaks of: every mention with the actor that it stands for, and why; apart, those that stand for nobody known.
 * Actors stand in order of first mention. Where the report's date is unknown, the offices that the text itself names narrow it.
 */
export function resolveActors(
  doc: AnnotatedReport,
  knowledge: Knowledge,
  times: readonly TimeMention[],
): { actors: Actor[]; mentions: Mention[]; unresolved: Mention[]; problems: Problem[] } {
  const { value, from, to } = doc.report.published;
  const days = value === null && from === null && to === null ? daysFromOffices(doc, knowledge, NAMING) : undefined;
  const scene = runSieves(openScene(doc, knowledge, times, days), SIEVES);
  const { mentions, unresolved } = collectMentions(scene);
  return { actors: collectActors(scene, mentions), mentions, unresolved, problems: problemsOf(scene) };
}

export function runSieves(scene: Scene, sieves: readonly Sieve[]): Scene {
  return sieves.reduce((current, sieve) => sieve(current), scene);
}

/** An office of one person at a time, held now; "dictator" judges, and is no office. */
function isCheckedTitle({ knowledge, days }: Scene, { tense, noun, body, seats }: RolePhrase): boolean {
  const { single, othersOnly } = knowledge.cues.titles;
  return (
    days.from !== null &&
    tense === 'now' &&
    noun.kind === 'office' &&
    body === null &&
    seats.length <= 1 &&
    single.includes(noun.role) &&
    !othersOnly.includes(noun.lemma)
  );
}

/** "Chancellor Scholz" without a country: the one seat of that kind that he has ever held; null where there is none, or several. */
function seatHeldBy({ knowledge }: Scene, actor: string, noun: RoleNoun): string | null {
  if (noun.role === 'leader' || knowledge.cues.titles.fits[noun.role]?.any) return null;
  const terms = knowledge.officesOf(actor).filter((term) => roleFits(noun, term, knowledge, { from: null, to: null }));
  const seats = [...new Set(terms.map((term) => term.country ?? term.organisation))];
  return seats.length === 1 ? (seats[0] ?? null) : null;
}

/** "In 2006, Defense Secretary Rumsfeld said": whoever held the office then is meant. */
function tellsOfPastYear({ doc, days }: Scene, sentence: number): boolean {
  const published = days.from?.slice(0, 4) ?? '';
  return doc.sentences[sentence]!.tokens.some(({ form }) => /^(1[5-9]|20)\d\d$/.test(form) && form < published);
}

/** A title that the base says somebody else held then: an old base, an old event, or another person. */
function problemsOf(scene: Scene): Problem[] {
  return scene.drafts.flatMap((draft) => {
    const title = draft.title === null ? null : scene.drafts[draft.title]!.role;
    const actor = draft.outcome?.actors[0];
    if (!title || actor === undefined || !isCheckedTitle(scene, title) || tellsOfPastYear(scene, draft.sentence))
      return [];
    const seat = title.seats[0] ?? seatHeldBy(scene, actor, title.noun);
    const holders = seat === null ? [] : scene.knowledge.holdersOf(title.noun, seat, sceneAsOf(scene, draft).days);
    // where the base knows of no successor, it may only be old
    if (holders.some((term) => term.person === actor) || holders.every((term) => term.standing === 'just-ended'))
      return [];
    const holder = holders.find((term) => term.standing !== 'just-ended')!.person;
    const named = scene.knowledge.personById(holder)?.name ?? holder;
    const message = `The text calls ${draft.text} ${title.noun.term}; the base has ${named} there then.`;
    return [{ code: 'actors/title-differs', message, span: { start: draft.start, end: draft.end, text: draft.text } }];
  });
}
