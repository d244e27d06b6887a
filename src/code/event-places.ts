import { caseOf, dependents, isRelation, type Mention, type Predication } from '../document/index.ts';
import type { Place } from '../record/index.ts';
import { type CodingContext, mentionsHeadedBy } from './coding-context.ts';
import { headLemmas } from './head-lemmas.ts';
import type { Party } from './party.ts';

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
  const bases = [
    predication.trigger,
    ...(predication.carrier === null ? [] : [predication.carrier]),
    ...weaponsOf(context, predication),
  ];
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

/** "A bomb near Basra killed two": the place hangs on what struck there. */
function weaponsOf(context: CodingContext, { sentence, roles }: Predication): readonly number[] {
  const tree = context.trees[sentence]!;
  return roles
    .filter(({ relation }) => relation === 'subject')
    .map(({ token }) => token)
    .filter((token) => headLemmas(context, tree, token).some((lemma) => context.lexicon.words.instruments.has(lemma)));
}

function placeAt(context: CodingContext, sentence: number, token: number): Place | null {
  const own = mentionsHeadedBy(context, sentence, token).find(
    (mention) => mention.place !== null && !isDate(context, mention),
  );
  if (own) return own.place;
  // "at a summit in Central Asia", "near the town of Basra", "the capital, Juba"
  const tree = context.trees[sentence]!;
  for (const phrase of dependents(tree, token, 'nmod', 'appos')) {
    const preposition = caseOf(tree, phrase.index);
    const isIn = context.lexicon.words.placePrepositions.has(preposition);
    const isCalled = preposition === 'of' || isRelation(phrase, 'appos');
    const isPlace = mentionsHeadedBy(context, sentence, phrase.index).some(({ reading }) => reading === 'place');
    if (!isIn && !(isCalled && isPlace)) continue;
    const inner = placeAt(context, sentence, phrase.index);
    if (inner) return inner;
  }
  return null;
}

/** March is a town, and a month where it dates something. */
function isDate({ report }: CodingContext, mention: Mention): boolean {
  return report.times.some(({ start, end }) => start <= mention.start && mention.end <= end);
}
