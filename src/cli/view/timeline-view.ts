import type { TimelineEntry } from '../../ask/index.ts';
import { dateWidth, eventBlock, eventLine } from './event-lines.ts';
import { clean } from './layout.ts';
import type { Style } from './style.ts';

/** Events of many reports as a table by date; with their words, if wanted. */
export function timelineView(entries: readonly TimelineEntry[], withEvidence: boolean, style: Style): string {
  if (entries.length === 0) return 'No such event in the record.\n';
  const width = dateWidth(entries);
  const show = withEvidence ? eventBlock : eventLine;
  return `${entries.flatMap((entry) => show(entry, label(entry), width, style)).join('\n')}\n`;
}

function label({ id, report }: TimelineEntry): string {
  return report.outlet === null ? id : `${clean(report.outlet)} ${id}`;
}
