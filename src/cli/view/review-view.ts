import { entriesOfRecord, type ReviewedReport, type TimelineEntry } from '../../ask/index.ts';
import type { Quotation } from '../../record/index.ts';
import { type Decision, entryName, type Judged, type ReviewedRecord, type Seen, unjudged } from '../../review/index.ts';
import type { LogLine } from '../review-log.ts';
import { dateWidth, eventBlock } from './event-lines.ts';
import { clean, hang, padTo } from './layout.ts';
import type { Style } from './style.ts';

/** Reports, with how much of each is judged. */
export function queueView(reports: readonly ReviewedReport[], style: Style): string {
  if (reports.length === 0) return 'Nothing is left to judge.\n';
  return `${reports.flatMap(({ view }) => queueLines(view, style)).join('\n')}\n`;
}

function queueLines(view: ReviewedRecord, style: Style): readonly string[] {
  const { report } = view.record;
  const left = unjudged(view).length;
  const judged = view.judged.size + view.removed.length;
  const done = view.doneBy.size > 0 ? `, done by ${[...view.doneBy].join(', ')}` : '';
  const what = [report.title ?? report.source, report.outlet, report.published.value].filter((part) => part !== null);
  const words = `${clean(what.join(' · '))} ${style.dim(`${left} to judge, ${judged} judged${done}`)}`;
  return hang(`${style.strong(report.id)}  `, words, style.columns);
}

/** The events and quotations of one report; what is judged only if wanted. */
export function reportView({ view }: ReviewedReport, withJudged: boolean, style: Style): string {
  const shown = entriesOfRecord(view.record).filter((entry) => withJudged || !view.judged.has(entry.event.id));
  const width = dateWidth(shown);
  const events = shown.flatMap((entry) => eventBlock(entry, label(entry, view, style), width, style));
  const quotations = view.record.quotations
    .filter(({ id, kind }) => kind !== 'indirect' && (withJudged || !view.judged.has(id)))
    .flatMap((quotation) => quotationLines(quotation, view, style));
  const removed = withJudged ? view.removed.flatMap((one) => removedLines(one.seen, one.by, style)) : [];
  const lost = view.lost.map(({ entry, why }) => style.warning(`${entryName(entry)} ${entry.decision.action}: ${why}`));
  const lines = [...queueLines(view, style), ...events, ...quotations, ...removed, ...lost];
  return `${lines.join('\n')}\n`;
}

function label({ id, event }: TimelineEntry, view: ReviewedRecord, style: Style): string {
  const by = view.judged.get(event.id);
  return by ? `${id} ${style.strong(verdict(by))}` : id;
}

function verdict({ action, entry }: Judged): string {
  return `${action} by ${entry.reviewer}`;
}

function quotationLines(quotation: Quotation, { record, judged }: ReviewedRecord, style: Style): readonly string[] {
  const speaker = record.actors.find(({ id }) => id === quotation.speaker)?.name ?? 'somebody';
  const by = judged.get(quotation.id);
  const id = style.dim(`[${record.report.id}/${quotation.id}${by ? ` ${verdict(by)}` : ''}]`);
  return hang('  ', `${clean(speaker)}: ${clean(quotation.text)} ${id}`, style.columns);
}

function removedLines(seen: Seen, by: Judged, style: Style): readonly string[] {
  return hang('  ', style.dim(`${seenWords(seen)} ${verdict(by)} (${entryName(by.entry)})`), style.columns);
}

function seenWords(seen: Seen): string {
  if (seen.kind === 'quotation') return `${seen.quotation.id} ${clean(seen.words.exact)}`.trim();
  const { id, type, mode, status, actors, recipients } = seen.event;
  const parties = [actors.join('+'), recipients.join('+')].filter((part) => part !== '').join(' → ');
  return [id, type, mode, status, parties, `“${clean(seen.trigger.exact)}”`].filter(Boolean).join(' ');
}

/** A decision in a few words: "reject e2 CONSULT visit planned per:x → SUD “visit”". */
export function decisionWords(decision: Decision): string {
  if (decision.action === 'done') return 'done';
  if (decision.action === 'undo') return `undo #${decision.entry}`;
  const { action, seen, becomes } = decision;
  const from = seen.map(seenWords).join(' and ');
  if (action === 'accept' || action === 'reject') return `${action} ${from}`;
  return [action, from, ...(from === '' ? [] : ['→']), becomes.map(seenWords).join(' and ')].filter(Boolean).join(' ');
}

/** The log, an entry a line; what no longer holds or finds nothing is marked. */
export function logView(lines: readonly LogLine[], style: Style): string {
  if (lines.length === 0) return 'The log has no such entry.\n';
  const width = Math.max(...lines.map(({ entry }) => entryName(entry).length)) + 2;
  return `${lines.flatMap((line) => logLine(line, width, style)).join('\n')}\n`;
}

function logLine({ entry, isUndone, lost }: LogLine, width: number, style: Style): readonly string[] {
  const { at, reviewer, note, decision } = entry;
  const words = [
    `${at.slice(0, 16).replace('T', ' ')} ${clean(reviewer)}: ${decisionWords(decision)}`,
    ...(note === null ? [] : [`(${clean(note)})`]),
    ...(isUndone ? [style.dim('undone')] : []),
    ...(lost === null ? [] : [style.warning(lost)]),
  ];
  return hang(style.strong(padTo(entryName(entry), width)), words.join(' '), style.columns);
}
