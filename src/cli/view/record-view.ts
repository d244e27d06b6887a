import { daysWords, dayWords, entriesOfRecord } from '../../ask/index.ts';
import type { Published, Quotation, ReportRecord, TimeExpression } from '../../record/index.ts';
import { dateWidth, eventBlock, nameOf, quotedWords } from './event-lines.ts';
import { clean, hang, padTo, widthOf, wrap } from './layout.ts';
import type { Style } from './style.ts';

/** One report as a reader likes it: what it is, its events by date, who said what, its times, and what was odd. */
export function recordView(record: ReportRecord, style: Style): string {
  const sections = [
    heading(record, style),
    section('Events', eventLines(record, style), style),
    section('Quotations', quotationLines(record, style), style),
    section('Times', timeLines(record.times, style), style),
    section('Problems', problemLines(record, style), style),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function heading({ report }: ReportRecord, style: Style): readonly string[] {
  const title = report.title ?? firstWords(report.text);
  const about = [report.outlet, publishedWords(report.published), report.source].filter((words) => words !== null);
  return [
    ...wrap(clean(title), style.columns).map(style.heading),
    ...wrap(clean(about.join(' · ')), style.columns).map(style.dim),
  ];
}

function firstWords(text: string): string {
  const [first = ''] = wrap(clean(text.slice(0, 200)), 70);
  return `${first} …`;
}

function publishedWords({ value, basis, from, to }: Published): string {
  if (basis === 'inferred') return `published ${daysWords(from, to)} (inferred)`;
  return value === null ? 'date unknown' : `published ${dayWords(value)}`;
}

function section(title: string, lines: readonly string[], style: Style): readonly string[] {
  return lines.length === 0 ? [] : [style.heading(title), ...lines];
}

function eventLines(record: ReportRecord, style: Style): readonly string[] {
  const entries = entriesOfRecord(record);
  if (entries.length === 0) return ['none found'];
  const width = dateWidth(entries);
  return entries.flatMap((entry) => eventBlock(entry, entry.event.id, width, style));
}

function quotationLines(record: ReportRecord, style: Style): readonly string[] {
  return record.quotations.flatMap((quotation) => {
    const speaker = style.strong(speakerName(record, quotation));
    return hang('', `${speaker}: ${quotedWords(quotation)} ${style.dim(`[${quotation.id}]`)}`, style.columns, 2);
  });
}

function speakerName({ actors }: ReportRecord, { speaker, speakerMention }: Quotation): string {
  if (speaker !== null) return nameOf({ actors }, speaker);
  return clean(speakerMention?.text ?? 'somebody');
}

function timeLines(times: readonly TimeExpression[], style: Style): readonly string[] {
  const width = Math.max(0, ...times.map(({ text }) => widthOf(clean(text)) + 2));
  return times.map((time) => {
    const days = time.from === null && time.to === null ? time.value : daysWords(time.from, time.to);
    return `${padTo(`“${clean(time.text)}”`, width)}  ${days} ${style.dim(time.value)}`;
  });
}

function problemLines({ problems }: ReportRecord, style: Style): readonly string[] {
  return problems.flatMap(({ code, message, span }) => {
    const where = span && span.text !== '' ? ` “${clean(span.text.slice(0, 60))}”` : '';
    return hang(style.warning('! '), `${clean(message)}${where} ${style.dim(`[${code}]`)}`, style.columns);
  });
}
