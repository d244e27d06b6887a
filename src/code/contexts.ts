import type { Context } from '../lexicon/index.ts';
import type { Candidate } from './candidate.ts';
import { actorById, type CodingContext } from './coding-context.ts';

/** The PLOVER contexts that the words of a happening's sentences and the sectors of its parties speak of, most frequent first. */
export function contextsOf(context: CodingContext, mentions: readonly Candidate[]): Context[] {
  const { contexts, contextsOfSectors } = context.lexicon.words;
  const sentences = new Set(mentions.map((mention) => mention.predication.sentence));
  const words = [...sentences].flatMap((index) => wordsOf(context, index));
  const parties = mentions.flatMap((mention) => [...mention.actors, ...mention.recipients].map((party) => party.actor));
  const sectors = [...new Set(parties)].map((id) => actorById(context, id)?.sector ?? '');
  const found = [
    ...words.flatMap((word) => contexts.get(word) ?? []),
    ...sectors.flatMap((sector) => contextsOfSectors.get(sector) ?? []),
  ];
  const counts = new Map<Context, number>();
  for (const name of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

/** The lemmas of a sentence, alone and with the next. */
function wordsOf(context: CodingContext, index: number): readonly string[] {
  const lemmas = context.report.sentences[index]!.tokens.map(({ lemma }) => lemma.toLowerCase());
  return lemmas.flatMap((lemma, position) => [lemma, `${lemma} ${lemmas[position + 1] ?? ''}`]);
}
