import { dayWords, type QuoteEntry } from '../../ask/index.ts';
import { nameOf, quotedWords } from './event-lines.ts';
import { clean, hang, padTo, widthOf } from './layout.ts';
import type { Style } from './style.ts';

/** Quotations by date: when, who to whom, the words, where they stand. */
export function quotesView(entries: readonly QuoteEntry[], style: Style): string {
  if (entries.length === 0) return 'No such words in the record.\n';
  const width = Math.max(...entries.map((entry) => widthOf(whenWords(entry))));
  return `${entries.flatMap((entry) => quoteLines(entry, width, style)).join('\n')}\n`;
}

function quoteLines(entry: QuoteEntry, width: number, style: Style): readonly string[] {
  const { quotation, report, id } = entry;
  const speaker = speakerName(entry);
  const to = entry.addressee ? ` to ${nameOf({ actors: [entry.addressee] }, entry.addressee.id)}` : '';
  const label = style.dim(`[${report.outlet === null ? '' : `${clean(report.outlet)} `}${id}]`);
  const words = `${style.strong(speaker)}${to}: ${quotedWords(quotation)} ${label}`;
  return hang(`${padTo(whenWords(entry), width)}  `, words, style.columns);
}

function speakerName({ speaker, quotation }: QuoteEntry): string {
  return speaker ? nameOf({ actors: [speaker] }, speaker.id) : clean(quotation.speakerMention?.text ?? 'somebody');
}

function whenWords({ quotation, report }: QuoteEntry): string {
  const day = quotation.time?.from ?? report.published;
  return day === null ? 'undated' : dayWords(day);
}
