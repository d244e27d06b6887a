import { daysWords, type ReaderVersion } from '../../ask/index.ts';
import type { Event } from '../../record/index.ts';
import type { ComparedField } from '../../review/index.ts';
import type { RereadSample, RereadSummary } from '../reread.ts';
import { dateWidth, eventBlock } from './event-lines.ts';
import { clean, hang, padTo } from './layout.ts';
import type { Style } from './style.ts';

/** What reading again has changed, or would change: counts first, then some of each. */
export function rereadView(summary: RereadSummary, isDryRun: boolean, style: Style): string {
  const { reader, reports, differing, gained, lost, changed, lostJudgements, samples } = summary;
  const would = isDryRun ? ' Nothing was kept.' : '';
  const lines = [
    `${reports} reports read by ${reader}, ${differing} of them otherwise than before.${would}`,
    `Events gained   ${countsWords(gained)}`,
    `Events lost     ${countsWords(lost)}`,
    `Fields changed  ${countsWords(changed)}`,
    ...(lostJudgements > 0
      ? [style.warning(`${lostJudgements} judgements of people find nothing to stand on: chancery review log --lost`)]
      : []),
    ...KINDS.flatMap((kind) => kindLines(kind, samples, style)),
  ];
  return `${lines.join('\n')}\n`;
}

function countsWords(counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).sort(([, one], [, other]) => other - one);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  return [`${total}`, ...sorted.map(([name, count]) => `${name} ${count}`)].join('  ');
}

const KINDS = ['gained', 'lost', 'changed'] as const;

function kindLines(kind: RereadSample['kind'], samples: readonly RereadSample[], style: Style): readonly string[] {
  const some = samples.filter((sample) => sample.kind === kind);
  return some.length === 0 ? [] : ['', style.heading(kind), ...some.flatMap((sample) => sampleLines(sample, style))];
}

function sampleLines({ entry, before, fields }: RereadSample, style: Style): readonly string[] {
  const block = eventBlock(entry, entry.id, dateWidth([entry]), style);
  const changes = fields.map((field) => `${field}: ${fieldWords(before, field)} → ${fieldWords(entry.event, field)}`);
  return [...block, ...changes.flatMap((change) => hang('    ', style.warning(change), style.columns))];
}

function fieldWords(event: Event | null, field: ComparedField): string {
  if (event === null) return '';
  const value = event[field];
  if (field === 'time') return `${daysWords(event.time.from, event.time.to)} (${event.time.basis})`;
  if (field === 'attribution')
    return event.attribution.map(({ actor, stance }) => `${actor} ${stance}`).join(', ') || 'none';
  if (Array.isArray(value)) return value.join(', ') || 'none';
  return typeof value === 'string' ? value : clean(JSON.stringify(value));
}

/** Which versions have read what. */
export function versionsView(versions: readonly ReaderVersion[], style: Style): string {
  if (versions.length === 0) return 'Nothing was read yet.\n';
  const width = Math.max(...versions.map(({ reader }) => reader.length)) + 2;
  const lines = versions.map(({ reader, reports, standing, first, last }) => {
    return `${style.strong(padTo(reader, width))}${reports} reports, ${standing} stand as it read them, ${first} to ${last}`;
  });
  return `${lines.join('\n')}\n`;
}
