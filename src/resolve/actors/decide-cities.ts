import { mayBePerson } from './join-titles.ts';
import { countryOf, type Draft, mapDrafts, nobody, type Scene, type Sieve, tokensOf, wordOf } from './scene.ts';

/**
 * "Goma fell": a name of one word that the core takes for a person or body is a city where the report names the city's state or somebody of
 * it, and nobody in the base is called so.
 */
export const decideCities: Sieve = (scene) => {
  const countries = new Set(
    scene.drafts.flatMap(({ outcome }) => (outcome?.actors ?? []).map((actor) => countryOf(scene, actor))),
  );
  return mapDrafts(scene, (draft) => {
    const city = mayBeCity(scene, draft) ? scene.knowledge.placeByName(draft.text) : null;
    if (city?.country === null || city === null || !countries.has(city.country)) return null;
    const sense = { target: `city:${city.name}`, form: 'city', surface: draft.text } as const;
    const fact = `"${draft.text}" is a city of ${city.country}, which the report names`;
    return { nameType: 'LOC', senses: [sense], outcome: nobody('city', [fact]) };
  });
};

function mayBeCity(scene: Scene, draft: Draft): boolean {
  const { knowledge } = scene;
  const isFree = draft.senses.length === 0 && draft.outcome === null && draft.honorific === null && !draft.isNested;
  if (!isFree || draft.form !== 'name' || draft.first !== draft.last || draft.nameType === 'LOC') return false;
  if (!mayBePerson(draft) && draft.nameType !== 'ORG') return false;
  const before = tokensOf(scene, draft.sentence)[draft.first - 1];
  if (before && (knowledge.roleNouns.has(wordOf(before)) || wordOf(before) in knowledge.cues.honorifics.titles))
    return false;
  const isName = knowledge.genderOfGivenName(draft.text) !== null || knowledge.personsBySurname(draft.text).length > 0;
  return !isName && !scene.drafts.some((other) => other !== draft && isLongerPerson(other, draft));
}

function isLongerPerson(other: Draft, draft: Draft): boolean {
  return mayBePerson(other) && other.text !== draft.text && other.text.split(' ').includes(draft.text);
}
