import { oncePerToken } from '../document/index.ts';
import type { Context } from '../lexicon/index.ts';
import type { Candidate } from './candidate.ts';
import { actorById, type CodingContext } from './coding-context.ts';

/** The PLOVER contexts that the words of a happening's sentences and the sectors of its parties speak of, most frequent first. */
export function contextsOf(context: CodingContext, mentions: readonly Candidate[]): Context[] {
  const { contextsOfSectors } = context.lexicon.words;
  const sentences = new Set(mentions.map((mention) => mention.predication.sentence));
  const said = [...sentences].flatMap((index) => contextsSaid(context, index));
  const parties = mentions.flatMap((mention) => [...mention.actors, ...mention.recipients].map((party) => party.actor));
  const sectors = [...new Set(parties)].map((id) => actorById(context, id)?.sector ?? '');
  const found = [...said, ...sectors.flatMap((sector) => contextsOfSectors.get(sector) ?? [])];
  const counts = new Map<Context, number>();
  for (const name of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

/** The contexts of a sentence's lemmas, alone and with the next. */
const contextsSaid = oncePerToken(({ trees, lexicon }: CodingContext, sentence: number): readonly Context[] => {
  const { lemmas } = trees[sentence]!;
  const { contexts } = lexicon.words;
  const found: Context[] = [];
  for (const [position, lemma] of lemmas.entries()) {
    found.push(...(contexts.alone(lemma) ?? []), ...(contexts.withNext(lemma, lemmas[position + 1] ?? '') ?? []));
  }
  return found;
});
