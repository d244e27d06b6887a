import { useState } from 'react';
import type { EventEntry, List } from '../../wire.ts';
import { useResource } from '../api.ts';
import { dayNumber, firstDay, lastDay } from '../parts/dates.ts';
import { Loaded } from '../parts/resource.tsx';
import { StatusLegend } from '../parts/status-legend.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { go, Link, usePlace } from '../router.tsx';
import { useShortcuts } from '../shortcuts.tsx';
import { Chart } from './chart.tsx';
import { ContactsSummary } from './contacts-summary.tsx';
import { Filters } from './filters.tsx';
import { isDated } from './lanes.ts';
import { addressOf, type Question, questionOf } from './questions.ts';
import { RowDetails } from './row-details.tsx';
import { windowOver } from './scale.ts';
import { Table } from './table.tsx';

const LIMIT = '500';

/** Who did what to whom, on the calendar and as a table; the question stands in the address. */
export function TimelineView() {
  const { query } = usePlace();
  const question = questionOf(query);
  const address = addressOf('/timeline', question);
  const events = useResource<List<EventEntry>>(addressOf('/timeline', question, { limit: LIMIT }));
  const ask = (next: Question) => go(addressOf('/timeline', next));
  return (
    <main className="timeline" id="main">
      <ViewTitle>{titleOf(question, events.state === 'ready' ? events.answer.entries : [])}</ViewTitle>
      <Filters key={address} question={question} onAsk={ask} />
      {question.one && question.other && <ContactsSummary between={[question.one, question.other]} />}
      <Loaded resource={events}>{(page) => <Events key={address} page={page} question={question} />}</Loaded>
    </main>
  );
}

function Events({ page, question }: { readonly page: List<EventEntry>; readonly question: Question }) {
  const { entries: rows, total } = page;
  const [selected, setSelected] = useState<{ readonly id: string; readonly in: 'chart' | 'table' } | null>(null);
  const [zoom, setZoom] = useState<{ readonly first: number; readonly last: number } | null>(null);
  const fitted = fittedWindow(rows, question);
  const window = zoom ?? fitted;
  const change = (by: 'in' | 'out' | 'back' | 'on') => window && setZoom(zoomed(window, by));
  useShortcuts([
    { key: '+', group: 'Timeline', does: 'Closer', run: () => change('in') },
    { key: '-', group: 'Timeline', does: 'Further away', run: () => change('out') },
    { key: '[', group: 'Timeline', does: 'Earlier', run: () => change('back') },
    { key: ']', group: 'Timeline', does: 'Later', run: () => change('on') },
    { key: '0', group: 'Timeline', does: 'Everything', run: () => setZoom(null) },
    { key: 'Escape', group: 'Timeline', does: 'Close what is open', run: () => setSelected(null) },
  ]);
  if (rows.length === 0) return <p className="empty">The record holds no such event.</p>;
  const lastReport = rows.reduce<string | null>((last, { report }) => later(last, report.published), null);
  const undated = rows.filter((row) => !isDated(row)).length;
  const inChart = selected?.in === 'chart' ? rows.find(({ id }) => id === selected.id) : undefined;
  return (
    <>
      <div className="chart-head">
        <p role="status">
          {total === rows.length ? `${total} ${total === 1 ? 'event' : 'events'}` : `${rows.length} of ${total} events`}
          {undated > 0 && `, ${undated} without a date in the table only`}
        </p>
        <StatusLegend />
        <div className="zoom" role="toolbar" aria-label="Part of the calendar">
          <ZoomButton label="Earlier" sign="‹" onPress={() => change('back')} />
          <ZoomButton label="Further away" sign="−" onPress={() => change('out')} />
          <ZoomButton label="Closer" sign="+" onPress={() => change('in')} />
          <ZoomButton label="Later" sign="›" onPress={() => change('on')} />
          <button type="button" onClick={() => setZoom(null)} disabled={zoom === null}>
            All
          </button>
        </div>
      </div>
      {window && (
        <Chart
          rows={rows}
          window={window}
          lastReport={lastReport}
          selected={selected?.id ?? null}
          onSelect={(id) => setSelected(id ? { id, in: 'chart' } : null)}
        />
      )}
      <div className="chart-details" aria-live="polite">
        {inChart && <RowDetails key={inChart.id} row={inChart} />}
      </div>
      <Table
        rows={rows}
        selected={selected?.in === 'table' ? selected.id : null}
        onSelect={(id) => setSelected(id ? { id, in: 'table' } : null)}
      />
      <TableEnd page={page} question={question} />
    </>
  );
}

function TableEnd({ page, question }: { readonly page: List<EventEntry>; readonly question: Question }) {
  const all = { ...question, cursor: '' };
  return (
    <p className="table-end">
      {page.next && <Link to={addressOf('/timeline', { ...question, cursor: page.next })}>Later events</Link>}
      {question.cursor && <Link to={addressOf('/timeline', all)}>From the beginning</Link>}
      <a href={addressOf('/timeline', all, { format: 'csv' })} download>
        All as CSV
      </a>
      <a href={addressOf('/timeline', all, { format: 'jsonl' })} download>
        All as JSON lines
      </a>
    </p>
  );
}

interface ZoomButtonProps {
  readonly label: string;
  readonly sign: string;
  readonly onPress: () => void;
}

function ZoomButton({ label, sign, onPress }: ZoomButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onPress}>
      {sign}
    </button>
  );
}

/** Whose timeline it is, by name where the events tell the name. */
function titleOf({ one, other }: Question, rows: readonly EventEntry[]): string {
  const [first, second] = [one, other].filter((id) => id !== '').map((id) => nameIn(rows, id));
  if (first !== undefined && second !== undefined) return `${first} and ${second}`;
  return first === undefined ? 'Timeline' : `Timeline of ${first}`;
}

function nameIn(rows: readonly EventEntry[], id: string): string {
  for (const { actors } of rows) {
    const actor = actors.find((one) => one.id === id);
    if (actor) return actor.name;
  }
  return id;
}

function fittedWindow(rows: readonly EventEntry[], { since, until }: Question) {
  const days = rows.flatMap(({ event }) =>
    [event.time.from, event.time.to].flatMap((day) => (day ? [dayNumber(day)] : [])),
  );
  const fitted = windowOver(days);
  if (!fitted) return null;
  const first = since ? Math.max(fitted.first, firstDay(since)) : fitted.first;
  const last = until ? Math.min(fitted.last, lastDay(until)) : fitted.last;
  return first < last ? { first, last } : fitted;
}

function zoomed({ first, last }: { readonly first: number; readonly last: number }, by: 'in' | 'out' | 'back' | 'on') {
  const quarter = Math.max(1, Math.round((last - first) / 4));
  switch (by) {
    case 'in':
      return last - first > 4 ? { first: first + quarter, last: last - quarter } : { first, last };
    case 'out':
      return { first: first - quarter * 2, last: last + quarter * 2 };
    case 'back':
      return { first: first - quarter, last: last - quarter };
    case 'on':
      return { first: first + quarter, last: last + quarter };
  }
}

function later(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one;
}
