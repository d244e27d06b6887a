import { dayWords, type Happening, type HappeningTelling, type TimelineEntry } from '../../ask/index.ts';
import type { NotedDecision } from '../../store/index.ts';
import { dateWidth, eventBlock, eventLine } from './event-lines.ts';
import { clean, hang, padTo } from './layout.ts';
import type { Style } from './style.ts';

const LABEL_WIDTH = 13;

/** Happenings by date, each by the event that stands for it and with who tells of it. */
export function mergeListView(entries: readonly TimelineEntry[], style: Style): string {
  if (entries.length === 0) return 'Nothing in the record is told by several events of reports.\n';
  const width = dateWidth(entries);
  return `${entries.flatMap((entry) => eventLine(entry, entry.happening!.id, width, style)).join('\n')}\n`;
}

/** One happening: who was first, its life, what is disputed, and each account with its words and why it was joined. */
export function happeningView(happening: Happening, style: Style): string {
  const { card, steps, disagreements, likeReports, decisions } = happening;
  return `${[
    style.heading(`Happening ${card.id}`),
    ...row(
      'Told by',
      `${card.reports} ${card.reports === 1 ? 'report' : 'reports'}: ${clean(card.outlets.join(', '))}`,
      style,
    ),
    ...row(
      'First',
      [card.first.outlet ?? card.first.report, card.first.published && dayWords(card.first.published)]
        .filter(Boolean)
        .join(', '),
      style,
    ),
    ...rows(
      'Life',
      steps.map(
        ({ stage, since, events }) => `${stage}${since ? ` since ${dayWords(since)}` : ''} [${events.join(', ')}]`,
      ),
      style,
    ),
    ...rows(
      'Disputed',
      disagreements.map(
        ({ field, versions }) =>
          `${field}: ${versions.map(({ value, events }) => `${value} [${events.join(', ')}]`).join(' against ')}`,
      ),
      style,
    ),
    ...rows('Same text', likeReports.flatMap(likeWords), style),
    ...rows('Decided', decisions.map(decisionWords), style),
    ...happening.tellings.flatMap((telling) => accountLines(telling, happening, style)),
  ].join('\n')}\n`;
}

function accountLines(
  { entry, isCounted, joined }: HappeningTelling,
  { lead }: Happening,
  style: Style,
): readonly string[] {
  const { outlet, source, published } = entry.report;
  const head = [clean(outlet ?? source), ...(published ? [dayWords(published)] : [])].join(', ');
  const notes = [
    ...(entry.id === lead ? ['stands for it in lists'] : []),
    ...(isCounted ? [] : ['an earlier version, not counted']),
  ];
  const why = joined?.reasons.map(
    ({ aspect, score, because }) => `${aspect} ${score === null ? '✕' : score.toFixed(2)} (${because})`,
  );
  return [
    '',
    style.heading([head, ...notes].join(' · ')),
    ...eventBlock(entry, entry.id, dateWidth([entry]), style),
    ...(joined
      ? row(
          'Joined',
          `to ${joined.to}, ${joined.score === null ? 'by decision' : `score ${joined.score.toFixed(2)}`}: ${why!.join(', ')}`,
          style,
        )
      : []),
  ];
}

function likeWords({
  kind,
  earlier,
  later,
  likeness,
  difference,
}: Happening['likeReports'][number]): readonly string[] {
  const head = `${later} ${kind === 'revised' ? 'revises' : 'has the text of'} ${earlier} (${Math.round(likeness * 100)} % alike)`;
  if (!difference) return [head];
  return [head, ...difference.removed.map((words) => `− ${words}`), ...difference.added.map((words) => `+ ${words}`)];
}

/** "3  split by Eva on 1 Jun 2025: h_… | h_…", marked when it was revoked. */
export function decisionWords({ number, kind, by, at, groups, isRevoked }: NotedDecision): string {
  const parts = groups.map((group) => group.join(' ')).join(' | ');
  return `${number}  ${kind} by ${clean(by)} on ${dayWords(at.slice(0, 10))}${isRevoked ? ', revoked' : ''}: ${parts}`;
}

function rows(label: string, texts: readonly string[], style: Style): readonly string[] {
  return texts.flatMap((text, index) => row(index === 0 ? label : '', text, style));
}

function row(label: string, text: string, style: Style): readonly string[] {
  return hang(style.dim(padTo(label, LABEL_WIDTH)), clean(text), style.columns);
}
