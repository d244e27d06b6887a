import { conjunctsOf, type Predication, tokenAt } from '../document/index.ts';
import { actorById, type CodingContext } from './coding-context.ts';
import { headLemmas, PEOPLE } from './head-lemmas.ts';
import { isCivilGroup, isPlainQualifier, partiesAt } from './parties-at.ts';
import { distinctParties, type Party } from './party.ts';

const MAX_INSIDE = 3;

/**
 * The parties of the first of `relations` that has any; `takeAll` gathers those of every relation (acts of equals), `areDoers`
 * holds that whoever is found inside a subject does what it does.
 */
export function partiesOf(
  context: CodingContext,
  predication: Predication,
  relations: readonly string[],
  inside: readonly string[],
  { takeAll = false, areDoers = false }: { readonly takeAll?: boolean; readonly areDoers?: boolean } = {},
): readonly Party[] {
  const found: Party[] = [];
  for (const relation of relations) {
    found.push(...inRelation(context, predication, relation, inside, areDoers));
    if (found.length > 0 && !takeAll) break;
  }
  return distinctParties(found);
}

function inRelation(
  context: CodingContext,
  predication: Predication,
  relation: string,
  inside: readonly string[],
  areDoers: boolean,
): readonly Party[] {
  if (relation === 'voice') return ownSpeakers(context, predication);
  if (relation === 'speaker' && !predication.roles.some((role) => role.relation === 'speaker')) {
    // whoever denies what is said does not say it
    if (predication.sources.at(-1)?.stance === 'denies') return [];
    const told = tellerOf(context, predication, inside);
    return (told.length > 0 ? told : quotedSpeaker(context, predication)).filter((party) => !passesOn(context, party));
  }
  const named = predication.roles
    .filter((role) => role.relation === relation)
    .filter(({ token }) => relation !== 'adj' || isPlainQualifier(tokenAt(context.trees[predication.sentence]!, token)))
    .flatMap((role) =>
      partiesAt(context, predication.sentence, role.token, inside, MAX_INSIDE)
        .filter(
          (party) =>
            !(areDoers && relation === 'subject') || actsForOwner(context, predication.sentence, role.token, party),
        )
        .filter((party) => relation !== 'speaker' || !passesOn(context, party))
        .map((party) => ({ ...party, relation, how: role.how })),
    );
  if ((relation === 'object' || relation === 'to') && named.length > 0 && isCivilGroup(context, named)) {
    const homes = scenesOf(context, predication, inside);
    if (homes.length > 0) return homes.map((party) => ({ ...party, relation }));
  }
  // where the subject itself is no party, whoever holds it ("a statement accusing …") or orders it may be one
  if (named.length > 0 || relation !== 'subject') return named;
  const holders = inRelation(context, predication, 'holder', inside, areDoers);
  return holders.length > 0 ? holders : inRelation(context, predication, 'orderer', inside, areDoers);
}

/** "Must leave, the news agency said": media tell what others say, and demand or promise nothing by it. */
function passesOn(context: CodingContext, { actor }: Party): boolean {
  return context.lexicon.words.relayingSectors.has(actorById(context, actor)?.sector ?? '');
}

/** Whoever says it, by the innermost verb of saying above it. */
function tellerOf(context: CodingContext, predication: Predication, inside: readonly string[]): readonly Party[] {
  const source = predication.sources.findLast(({ token }) => token !== null);
  if (source?.token == null) return [];
  return partiesAt(context, predication.sentence, source.token, inside, MAX_INSIDE).map((party) => ({
    ...party,
    relation: 'speaker',
    how: 'own',
  }));
}

/** Whoever's quotation the predication stands in. */
function quotedSpeaker(context: CodingContext, predication: Predication): readonly Party[] {
  const { span, trigger } = predication;
  const voice = context.voices.find((quoted) => quoted.start <= span.start && span.end <= quoted.end);
  const actor = voice?.speaker;
  return actor ? [{ actor, mention: null, token: trigger, via: 'direct', relation: 'speaker', how: 'own' }] : [];
}

/** A doer found only inside a phrase counts where the phrase's noun acts for its owner ("Chinese warships", not "our house"). */
function actsForOwner(context: CodingContext, sentence: number, token: number, party: Party): boolean {
  if (party.via === 'direct') return true;
  const tree = context.trees[sentence]!;
  const { extensions, gatherings } = context.lexicon.words;
  return conjunctsOf(tree, token).some((index) =>
    headLemmas(context, tree, index).some((lemma) => {
      // "an assembly in Cairo" is not Egypt's, "miners in Zambia" are Zambia's
      if (party.isByPlace && gatherings.has(lemma)) return false;
      return lemma === PEOPLE || extensions.has(lemma);
    }),
  );
}

/** Whoever a government's own text speaks for, where nobody else says it ("two officials were designated"). */
function ownSpeakers(context: CodingContext, { sources, trigger }: Predication): readonly Party[] {
  if (sources.length > 0) return [];
  return context.ownVoices.map((actor) => ({
    actor: actor.id,
    mention: null,
    token: trigger,
    via: 'direct',
    relation: 'voice',
    how: 'own',
  }));
}

/** "Killed three villagers in a raid in Mali": where something is done to people of no country, they are of the land where it is done. */
function scenesOf(context: CodingContext, predication: Predication, inside: readonly string[]): readonly Party[] {
  const places = inside.filter((relation) => context.lexicon.words.placePrepositions.has(relation));
  return predication.roles
    .filter(({ relation }) => places.includes(relation))
    .flatMap(({ token, relation }) =>
      partiesAt(context, predication.sentence, token, places, 1).map((party) => ({
        ...party,
        via: relation,
        isByPlace: true,
      })),
    );
}
