import { type Contact, type Contacts, countWords, daysWords, type TimelineEntry, whatWords } from '../../ask/index.ts';
import { dateWidth, eventBlock } from './event-lines.ts';
import { clean } from './layout.ts';
import type { Style } from './style.ts';

/** How often two parties were in contact: the counts first, then what was claimed, then each contact with its words. */
export function contactsView(contacts: Contacts, style: Style): string {
  const { between, total, byMode, first, last, next, claimed, negated } = contacts;
  const kinds = byMode.map(({ mode, count }) => `${count} ${whatWords({ type: 'CONSULT', mode })}`).join(', ');
  const lines = [
    style.heading(clean(between.join(' and '))),
    `In the record   ${total === 0 ? 'none' : `${total} (${kinds})`}`,
    ...(first ? [`First           ${contactWords(first)}`] : []),
    ...(last ? [`Last            ${contactWords(last)}`] : []),
    `Next planned    ${next ? contactWords(next) : 'none'}`,
    ...claimed.map(
      (entry, index) => `${index === 0 ? 'Claimed         ' : ' '.repeat(16)}${claimWords(entry, contacts)}`,
    ),
    ...section('Contacts', contacts.contacts.flatMap(bestEntry), style),
    ...section('Planned', contacts.planned.flatMap(bestEntry), style),
    ...section('Did not take place', negated, style),
  ];
  return `${lines.join('\n')}\n`;
}

function contactWords({ mode, from, to, entries }: Contact): string {
  const reports = new Set(entries.map(({ report }) => report.id)).size;
  const sources = reports > 1 ? `, in ${reports} reports` : '';
  return `${daysWords(from, to)}, ${whatWords({ type: 'CONSULT', mode })}${sources}`;
}

function claimWords({ event, report, id }: TimelineEntry, { besideClaims }: Contacts): string {
  const what = whatWords(event);
  const inRecord = besideClaims.find(({ claim }) => claim === id)?.inRecord ?? 0;
  return `${countWords(event.count!)}, ${what}, ${daysWords(event.time.from, event.time.to)}: ${clean(report.outlet ?? report.source)}; in the record ${inRecord} [${id}]`;
}

/** A contact is shown by its most exactly dated event. */
function bestEntry({ entries }: Contact): readonly TimelineEntry[] {
  return entries.slice(0, 1);
}

function section(title: string, entries: readonly TimelineEntry[], style: Style): readonly string[] {
  if (entries.length === 0) return [];
  const width = dateWidth(entries);
  return ['', style.heading(title), ...entries.flatMap((entry) => eventBlock(entry, entry.id, width, style))];
}
