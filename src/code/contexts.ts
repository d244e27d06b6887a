import type { Candidate } from './candidate.ts';
import type { CodingContext } from './coding-context.ts';

/** The PLOVER contexts that the sentences of a happening speak of, most frequent first. */
export function contextsOf(context: CodingContext, mentions: readonly Candidate[]): string[] {
  const counts = new Map<string, number>();
  const sentences = new Set(mentions.map((mention) => mention.predication.sentence));
  for (const index of sentences) {
    for (const token of context.report.sentences[index]!.tokens) {
      for (const name of context.lexicon.words.contexts.get(token.lemma.toLowerCase()) ?? []) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name);
}
