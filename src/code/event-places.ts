import { caseOf, dependents, type Predication } from '../document/index.ts';
import type { Place } from '../record/index.ts';
import { type CodingContext, headKey } from './coding-context.ts';
import type { Party } from './parties.ts';

/** Where an event is, and the words that say so. */
export interface StatedPlace {
  readonly place: Place;
  readonly reason: string;
}

/** The place that the clause names ("in Moscow"), or for visits the one that is visited. */
export function statedPlace(
  context: CodingContext,
  predication: Predication,
  recipients: readonly Party[],
  isVisit: boolean,
): StatedPlace | null {
  const tree = context.trees[predication.sentence]!;
  const bases = [predication.trigger, ...(predication.carrier === null ? [] : [predication.carrier])];
  for (const base of bases) {
    for (const phrase of dependents(tree, base, 'obl', 'nmod')) {
      const preposition = caseOf(tree, phrase.index);
      const isPlace = context.lexicon.words.placePrepositions.has(preposition) || (isVisit && preposition === 'to');
      const found = isPlace ? placeAt(context, predication.sentence, phrase.index) : null;
      if (found) return { place: found, reason: `"${preposition} ${found.name}"` };
    }
  }
  if (!isVisit) return null;
  const visited = recipients.map((party) => party.mention?.place ?? null).find((place) => place !== null);
  return visited ? { place: visited, reason: `the place visited, ${visited.name}` } : null;
}

function placeAt(context: CodingContext, sentence: number, token: number): Place | null {
  const own = (context.mentionsByHead.get(headKey(sentence, token)) ?? []).find((mention) => mention.place !== null);
  if (own) return own.place;
  // "at a summit in Central Asia"
  const tree = context.trees[sentence]!;
  for (const phrase of dependents(tree, token, 'nmod')) {
    if (!context.lexicon.words.placePrepositions.has(caseOf(tree, phrase.index))) continue;
    const inner = placeAt(context, sentence, phrase.index);
    if (inner) return inner;
  }
  return null;
}
