import { countWords, STANCE_WORDS, STATUS_GLYPHS, type TimelineEntry, whatWords, whenWords } from '../ask/index.ts';
import { nameOf, partiesWords, yearOf } from './entry-words.ts';
import type { TimelineExporter } from './exporter.ts';

/** A chronology to read or to paste into a document: one entry an event, its words quoted. */
export const markdown: TimelineExporter = {
  over: 'timeline',
  name: 'md',
  describes:
    'a chronology to read, with the words that each event rests on; ≈ before days that the text does not state',
  loses: 'quotations, time expressions, the ids of actors, rules and codes',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  async *write(timeline) {
    yield '# Chronology\n';
    let heading = '';
    for await (const entry of timeline()) {
      const year = yearOf(entry);
      if (year !== heading) yield `\n## ${year}\n\n`;
      heading = year;
      yield markdownEntry(entry);
    }
  },
};

function markdownEntry(entry: TimelineEntry): string {
  const { event, report } = entry;
  const says = event.attribution.map(({ actor, stance }) => `${STANCE_WORDS[stance]} ${nameOf(entry, actor)}`);
  const about = [
    partiesWords(entry),
    whatWords(event),
    ...(event.count ? [countWords(event.count)] : []),
    ...placeWords(entry),
    ...says,
  ];
  const head = `- **${whenWords(event)}** ${STATUS_GLYPHS[event.status]} ${event.status}: ${about.map(escaped).join(', ')}`;
  const quotes = event.evidence.map(({ text }) => `  > ${escaped(text.replace(/\s+/g, ' '))}`);
  const source = [report.outlet, report.published, report.source].filter((words) => words !== null).join(', ');
  return `${[head, ...quotes, `  > — ${escaped(source)} \`${entry.id}\``].join('\n')}\n`;
}

function placeWords({ event }: TimelineEntry): readonly string[] {
  return event.place ? [`in ${event.place.name}`] : [];
}

/** Keeps the words of a report from being taken for Markdown or HTML. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
