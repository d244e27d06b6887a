import type { AnnotatedReport, NameType } from '../../../src/document/index.ts';
import { loadKnowledge } from '../../../src/knowledge/index.ts';
import { resolveActors } from '../../../src/resolve/actors/index.ts';
import { makeReport } from '../../helpers/conllu.ts';
import { PARSES } from './parses.ts';

export type ParseName = keyof typeof PARSES;

/** A stored parse as an annotated report of a day (null: undated) and an outlet. */
export function annotatedReport(name: ParseName, date: string | null, outlet: string | null = null): AnnotatedReport {
  const { text, conllu, names } = PARSES[name];
  const made = makeReport(text, conllu);
  const sentences = made.sentences.map((sentence, i) => ({
    ...sentence,
    names: (names[i] ?? '')
      .split(', ')
      .filter(Boolean)
      .map((spec) => {
        const [, first, last, type] = /^(\d+)-(\d+) (\w+)$/u.exec(spec)!;
        const [start, end] = [sentence.tokens[Number(first)]!.start, sentence.tokens[Number(last)]!.end];
        return {
          first: Number(first),
          last: Number(last),
          type: type as NameType,
          start,
          end,
          text: text.slice(start, end),
        };
      }),
  }));
  const published = { value: date, basis: date ? 'given' : 'unknown', from: date, to: date, reasons: [] } as const;
  return { report: { ...made.report, outlet, published: { ...published, reasons: [] } }, sentences, problems: [] };
}

export const knowledge = await loadKnowledge();

/** Each mention's words with the actors that it stands for; places are marked. */
export function mentionsOf(name: ParseName, date: string | null, outlet: string | null = null): Record<string, string> {
  const { mentions } = resolveActors(annotatedReport(name, date, outlet), knowledge, []);
  const entries = mentions.map((mention) => {
    const actors = mention.actors.join(' + ') || 'nobody';
    return [mention.text, mention.reading === 'place' ? `place ${mention.place?.country}` : actors] as const;
  });
  return Object.fromEntries(entries);
}
