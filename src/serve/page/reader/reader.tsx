import { useMemo, useRef } from 'react';
import type { Explanation, ReportRecord, Span } from '../../../record/index.ts';
import { partyLookup } from '../parts/event-line.tsx';
import { useShortcuts } from '../shortcuts.tsx';
import { Block } from './block.tsx';
import { LayerSwitches } from './layer-switches.tsx';
import { marksOf } from './marks.ts';
import { ReportEnd } from './report-end.tsx';
import { ReportHeader } from './report-header.tsx';
import { paragraphsOf } from './segments.ts';
import { useMarginNotes } from './use-margin-notes.ts';
import { type ReaderState, useReaderState } from './use-reader-state.ts';
import { useTextCursor } from './use-text-cursor.ts';

export interface ReaderProps {
  readonly record: ReportRecord;
  /** Why an event stands as it does, or the API path that says so. */
  readonly explanationOf: (eventId: string) => Explanation | string | null;
  /** The event that is open, as the address bar names it. */
  readonly openEvent: string | null;
  readonly onOpenEvent: (eventId: string | null) => void;
}

/** One report with what was read in it: the text in layers, and its events as notes in the margin. */
export function Reader({ record, explanationOf, openEvent, onOpenEvent }: ReaderProps) {
  const state = useReaderState(record, openEvent, onOpenEvent);
  const partyOf = useMemo(() => partyLookup(record.actors), [record]);
  const marks = useMemo(() => marksOf(record), [record]);
  const blocks = useMemo(() => paragraphsOf(record.report.text, marks, state.layers), [record, marks, state.layers]);
  const body = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLElement>(null);
  const stops = blocks.flatMap(({ segments }) => segments.filter(({ isStop }) => isStop).map(({ start }) => start));
  const cursor = useTextCursor(article, stops);
  useMarginNotes(body, state.pointed);
  useReaderShortcuts(record, state);
  const showSpan = (span: Span) => scrollToSpan(article.current, span);

  return (
    <div className="reader">
      <LayerSwitches record={record} state={state} />
      <ReportHeader record={record} />
      <div ref={body} className="reader-body">
        <article
          ref={article}
          className={`report-text ${state.layers.has('events') ? 'with-notes' : ''}`}
          onPointerLeave={() => state.hover(null)}
          onKeyDown={cursor.onKeyDown}
          onFocus={cursor.onFocus}
        >
          {blocks.map((block) => (
            <Block
              key={block.start}
              block={block}
              record={record}
              state={state}
              cursorAt={cursor.at}
              partyOf={partyOf}
              explanationOf={explanationOf}
              onSpan={showSpan}
            />
          ))}
        </article>
        <ReportEnd record={record} state={state} partyOf={partyOf} onSpan={showSpan} />
      </div>
    </div>
  );
}

function useReaderShortcuts(record: ReportRecord, state: ReaderState): void {
  const step = (by: 1 | -1) => {
    const ids = [...record.events].sort((a, b) => a.trigger.start - b.trigger.start).map(({ id }) => id);
    if (ids.length === 0) return;
    const now = state.pointed?.kind === 'event' ? ids.indexOf(state.pointed.id) : -1;
    const next = now < 0 ? (by > 0 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, now + by));
    state.showEvent(ids[next]!);
  };
  useShortcuts([
    { key: 'j', group: 'Report', does: 'Next event', run: () => step(1) },
    { key: 'k', group: 'Report', does: 'Previous event', run: () => step(-1) },
    { key: 'e', group: 'Report', does: 'Why the open event stands so', run: state.toggleExplained },
    { key: 'Escape', group: 'Report', does: 'Close what is open', run: () => state.point(null) },
    { key: '1', group: 'Report', does: 'Events on or off', run: () => state.toggleLayer('events') },
    { key: '2', group: 'Report', does: 'Actors on or off', run: () => state.toggleLayer('actors') },
    { key: '3', group: 'Report', does: 'Times on or off', run: () => state.toggleLayer('times') },
    { key: '4', group: 'Report', does: 'Quotations on or off', run: () => state.toggleLayer('quotations') },
  ]);
}

/** Brings words into view and gives their first mark the focus. */
function scrollToSpan(article: HTMLElement | null, span: Span): void {
  const pieces = [...(article?.querySelectorAll<HTMLElement>('[data-start]') ?? [])];
  const piece = pieces.find((one) => Number(one.dataset.start) >= span.start) ?? pieces.at(-1);
  piece?.scrollIntoView({ block: 'center' });
  pieces
    .find(
      (one) => one.tabIndex !== undefined && Number(one.dataset.start) >= span.start && one.matches('[role=button]'),
    )
    ?.focus({ preventScroll: true });
}
