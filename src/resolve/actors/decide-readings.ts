import { caseOf } from '../../document/index.ts';
import type { Place } from '../../record/index.ts';
import { isCapital } from './decide-roles.ts';
import { type Draft, mapDrafts, type Scene, type Sieve, tokensOf, wordOf } from './scene.ts';

/** Whether a place name stands for a party or for the place, and which place it is. */
export const decideReadings: Sieve = (scene) =>
  mapDrafts(scene, (draft) => {
    if (draft.form !== 'name' && !isCapital(scene, draft)) return null;
    const place = placeOf(scene, draft);
    if (!place) return null;
    const isParty = draft.role !== null || partyForm(draft);
    const reading = !isParty || readsAsPlace(scene, draft.sentence, draft.head, draft) ? 'place' : 'party';
    const outcome = draft.outcome && reading === 'party' ? asParty(scene, draft, place) : draft.outcome;
    return { place, reading, outcome, kind: kindOf(draft, reading) };
  });

function kindOf(draft: Draft, reading: 'party' | 'place'): Draft['kind'] {
  if (draft.role) return reading === 'party' ? 'metonym' : 'role';
  const isSeat = draft.senses.some((sense) => sense.form === 'seat');
  return isSeat && reading === 'party' && draft.senses.every((sense) => sense.form !== 'state')
    ? 'metonym'
    : draft.kind;
}

function placeOf(scene: Scene, draft: Draft): Place | null {
  const named = draft.outcome?.actors[0];
  if (draft.role) {
    const [state = ''] = draft.role.seats;
    const capital = scene.knowledge.capitalOf(state);
    return capital === null ? null : scene.knowledge.placeByName(capital, state);
  }
  if (named?.startsWith('plc:')) {
    const place = scene.knowledge.placeByName(scene.knowledge.actorById(named)?.name ?? draft.text);
    if (place) return place;
  }
  const forms = draft.senses.map((sense) => sense.form);
  const isPlace = forms.some((form) => ['state', 'seat', 'region', 'city'].includes(form));
  if (isPlace) return scene.knowledge.placeByName(draft.text) ?? scene.knowledge.placeByName(draft.senses[0]!.surface);
  const isUnknown = draft.nameType === 'LOC' && forms.length === 0 && draft.outcome?.actors.length === 0;
  return isUnknown ? placeWithin(scene, draft.text) : null;
}

/** "Hanoi, Vietnam" is Hanoi where the base knows one in Vietnam, and else lies in Vietnam at least. */
function placeWithin({ knowledge }: Scene, text: string): Place {
  const [, inner, outer] = /^(.+), (.+)$/u.exec(text) ?? [];
  const country = outer ? (knowledge.placeByName(outer)?.country ?? null) : null;
  const known = inner && country ? knowledge.placeByName(inner, country) : null;
  return known ?? { name: text, country, lat: null, lon: null };
}

/** A city that is no seat of anybody is only ever a place; so is a place that the base does not know. */
function partyForm(draft: Draft): boolean {
  return draft.senses.some((sense) => ['state', 'seat', 'region', 'igo'].includes(sense.form));
}

/** A region as a party is the state that it lies in, where it lies in one: "strikes on Gaza". */
function asParty(scene: Scene, draft: Draft, place: Place): Draft['outcome'] {
  const isRegion =
    draft.senses.some((sense) => sense.form === 'region') && !draft.senses.some((sense) => sense.form === 'state');
  if (!isRegion || !place.country || !scene.knowledge.actorById(place.country)) return draft.outcome;
  return {
    ...draft.outcome!,
    actors: [place.country],
    facts: [...draft.outcome!.facts, `${place.name} lies in ${place.country}`],
  };
}

/** Reads the clause: prepositions of place, motion, being somewhere, and objects of visiting make a place; all else a party. */
function readsAsPlace(scene: Scene, sentence: number, head: number, draft: Draft): boolean {
  const { readings } = scene.knowledge.cues;
  const tokens = tokensOf(scene, sentence);
  const tree = scene.trees[sentence]!;
  let token = tokens[head]!;
  let prepositions = caseOf(tree, head);
  for (let i = 0; i < 6 && /^(conj|appos|flat)$/u.test(token.deprel) && token.head >= 0; i++) {
    token = tokens[token.head]!;
    prepositions ||= caseOf(tree, token.index);
  }
  const governor = token.head < 0 ? undefined : tokens[token.head]!;
  const lemma = governor?.lemma.toLowerCase() ?? '';
  const words = prepositions.split(' ');
  if (words.some((word) => readings.placePrepositions.includes(word))) return true;
  if (words.some((word) => readings.motionPrepositions.includes(word))) {
    return (
      readings.motionVerbs.includes(lemma) ||
      readings.motionNouns.includes(lemma) ||
      (governor !== undefined && readings.motionNouns.includes(wordOf(governor)))
    );
  }
  if (token.deprel.startsWith('nmod:poss') || (words.includes('of') && governor))
    return readings.placeNouns.includes(wordOf(governor!));
  if (token.deprel === 'compound') return readings.placeNouns.includes(wordOf(governor!));
  if (token.deprel === 'obj') return readings.objectVerbs.includes(lemma);
  if (token.deprel.startsWith('nsubj'))
    return readings.placeFirst.includes(draft.text) && readings.passiveStates.includes(lemma);
  return prepositions === '' && readings.placeFirst.includes(draft.text);
}
