import { dayWords, type QuoteEntry } from '../../ask/index.ts';
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
  const speaker = entry.speaker?.name ?? quotation.speakerMention?.text ?? 'somebody';
  const to = entry.addressee ? ` to ${clean(entry.addressee.name)}` : '';
  const label = style.dim(`[${report.outlet === null ? '' : `${clean(report.outlet)} `}${id}]`);
  const words = `${style.strong(clean(speaker))}${to}: ${clean(quotation.text)} ${label}`;
  return hang(`${padTo(whenWords(entry), width)}  `, words, style.columns);
}

function whenWords({ quotation, report }: QuoteEntry): string {
  const day = quotation.time?.from ?? report.published;
  return day === null ? 'undated' : dayWords(day);
}
