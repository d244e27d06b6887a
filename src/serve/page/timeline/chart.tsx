import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { EventEntry } from '../../wire.ts';
import { dayNumber, formatDay } from '../parts/dates.ts';
import { partyLookup, sayEvent } from '../parts/event-line.tsx';
import { EVENT_TYPES } from '../parts/record-words.ts';
import { StatusShape } from '../parts/status-glyph.tsx';
import { useWidth } from '../parts/use-width.ts';
import { type Bar, GLYPH_PX, type Lane, lanesOf } from './lanes.ts';
import { type Scale, scaleOf, ticksOf } from './scale.ts';

interface ChartProps {
  readonly rows: readonly EventEntry[];
  readonly window: { readonly first: number; readonly last: number };
  /** The day of the newest report shown: what lies right of it was ahead of everybody. */
  readonly lastReport: string | null;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

const TRACK_PX = 20;
const LANE_PAD_PX = 10;
const LANE_LABEL_PX = 16;
const AXIS_PX = 22;
const FOOT_PX = 20;
const WIDE_LABEL_PX = 96;

/** Events on the calendar: a lane for each type, a shape for each status, a thread from a report to what it saw ahead. */
export function Chart({ rows, window, lastReport, selected, onSelect }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const labelWidth = width > 640 ? WIDE_LABEL_PX : 0;
  const { first, last } = window;
  const scale = useMemo(
    () => scaleOf(first, last, Math.max(80, width - labelWidth - 8)),
    [first, last, width, labelWidth],
  );
  const lanes = useMemo(() => lanesOf(rows, scale, EVENT_TYPES), [rows, scale]);
  const tops = laneTops(lanes, labelWidth === 0);
  const height = (tops.at(-1) ?? 0) + FOOT_PX;
  const bars = lanes.flatMap((lane) => lane.bars).sort((a, b) => a.left - b.left || a.track - b.track);
  const [focused, setFocused] = useState<string | null>(null);
  const tabStop = bars.some(({ row }) => row.id === focused) ? focused : (bars[0]?.row.id ?? null);
  const move = (event: KeyboardEvent, index: number) => {
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: bars.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = bars[Math.min(bars.length - 1, Math.max(0, to))];
    frame.current?.querySelector<SVGGElement>(`[data-bar="${CSS.escape(next?.row.id ?? '')}"]`)?.focus();
  };
  return (
    <div className="chart" ref={frame}>
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a drawing
        <svg
          width={width}
          height={height}
          role="group"
          aria-label="Events on the calendar; the table below lists the same"
        >
          <Axis scale={scale} height={height} offset={labelWidth} />
          {lastReport && <ReportDay day={lastReport} scale={scale} height={height} offset={labelWidth} />}
          {lanes.map((lane, index) => (
            <g key={lane.type} transform={`translate(0 ${tops[index]})`}>
              <line className="lane-rule" x1={0} x2={width} y1={0} y2={0} />
              <text className="lane-label" x={0} y={labelWidth === 0 ? 13 : LANE_PAD_PX + 11}>
                {lane.type.toLowerCase()}
              </text>
            </g>
          ))}
          {bars.map((bar, index) => (
            <BarMark
              key={bar.row.id}
              bar={bar}
              x={labelWidth}
              y={topOf(bar, lanes, tops, labelWidth === 0)}
              isSelected={bar.row.id === selected}
              isTabStop={bar.row.id === tabStop}
              onFocus={() => setFocused(bar.row.id)}
              onPress={() => onSelect(bar.row.id === selected ? null : bar.row.id)}
              onKey={(event) => move(event, index)}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

function Axis({ scale, height, offset }: { readonly scale: Scale; readonly height: number; readonly offset: number }) {
  return (
    <g className="axis" transform={`translate(${offset} 0)`}>
      {ticksOf(scale).map(({ day, label, isMajor }) => (
        <g key={day} className={isMajor ? 'tick major' : 'tick'} transform={`translate(${scale.x(day)} 0)`}>
          <line y1={0} y2={height - FOOT_PX + 4} />
          <text {...(scale.x(day) > scale.width - 50 ? { x: -4, textAnchor: 'end' } : { x: 4 })} y={12}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

interface ReportDayProps {
  readonly day: string;
  readonly scale: Scale;
  readonly height: number;
  readonly offset: number;
}

function ReportDay({ day, scale, height, offset }: ReportDayProps) {
  const number = dayNumber(day) + 1;
  if (number < scale.first || number > scale.last + 1) return null;
  const x = offset + scale.x(number);
  const isRight = scale.x(number) > scale.width - 150;
  return (
    <g className="report-day">
      <line x1={x} x2={x} y1={0} y2={height - 6} />
      <text x={isRight ? x - 5 : x + 5} y={height - 6} textAnchor={isRight ? 'end' : 'start'}>
        newest report, {formatDay(day)}
      </text>
    </g>
  );
}

interface BarMarkProps {
  readonly bar: Bar;
  readonly x: number;
  readonly y: number;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onPress: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

function BarMark({ bar, x, y, isSelected, isTabStop, onFocus, onPress, onKey }: BarMarkProps) {
  const { row, left, right, spokenAt } = bar;
  const { event } = row;
  const middle = y + TRACK_PX / 2;
  const label = sayEvent(event, partyLookup(row.actors));
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button element in SVG
    <g
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-pressed={isSelected}
      aria-label={label}
      data-bar={row.id}
      className={`bar status-${event.status} ${isSelected ? 'selected' : ''}`}
      onFocus={onFocus}
      onClick={onPress}
      onKeyDown={(key) => {
        if (key.key === 'Enter' || key.key === ' ') {
          key.preventDefault();
          onPress();
        } else onKey(key);
      }}
    >
      <title>{label}</title>
      {spokenAt !== null && <Thread from={x + spokenAt} to={x + left} y={middle} />}
      <rect className="bar-reach" x={x + left - 2} y={y + 1} width={right - left + 4} height={TRACK_PX - 2} />
      {isWide(bar) && <Extent bar={bar} x={x} y={middle} />}
      <g transform={`translate(${x + glyphAt(bar)} ${middle})`}>
        <StatusShape status={event.status} radius={5.5} />
        {event.attribution.length > 0 && <path className="claimed" d="M-6 8.2 H6" />}
      </g>
    </g>
  );
}

function isWide({ left, right }: Bar): boolean {
  return right - left > GLYPH_PX + 6;
}

/** The shape stands at the first day, or at the last where only that is known ("until Friday"). */
function glyphAt(bar: Bar): number {
  const { left, right, isOpenLeft, isOpenRight } = bar;
  if (!isWide(bar)) return (left + right) / 2;
  return isOpenLeft && !isOpenRight ? right - GLYPH_PX / 2 : left + GLYPH_PX / 2;
}

/** The days of an event, away from its shape; an open end has no stop. */
function Extent({ bar, x, y }: { readonly bar: Bar; readonly x: number; readonly y: number }) {
  const { left, right, isOpenLeft, isOpenRight } = bar;
  const isBackwards = isOpenLeft && !isOpenRight;
  const from = x + glyphAt(bar) + (isBackwards ? -5.5 : 5.5);
  const to = x + (isBackwards ? left : right - 1);
  return (
    <g className="extent">
      <line x1={from} x2={to} y1={y} y2={y} className={isOpenLeft || isOpenRight ? 'open-end' : ''} />
      {!isOpenLeft && !isOpenRight && <line x1={to} x2={to} y1={y - 4} y2={y + 4} />}
    </g>
  );
}

/** From the day of the report to what it saw ahead. */
function Thread({ from, to, y }: { readonly from: number; readonly to: number; readonly y: number }) {
  if (to - from < 3) return null;
  return (
    <g className="thread">
      <line x1={from} x2={to} y1={y} y2={y} />
      <line x1={from} x2={from} y1={y - 3} y2={y + 3} />
    </g>
  );
}

/** Where each lane begins, and last where the lowest one ends. */
function laneTops(lanes: readonly Lane[], hasLabelAbove: boolean): readonly number[] {
  const padding = LANE_PAD_PX + (hasLabelAbove ? LANE_LABEL_PX : LANE_PAD_PX);
  const tops = [AXIS_PX];
  for (const { tracks } of lanes) tops.push(tops.at(-1)! + tracks * TRACK_PX + padding);
  return tops;
}

function topOf(bar: Bar, lanes: readonly Lane[], tops: readonly number[], hasLabelAbove: boolean): number {
  const lane = lanes.findIndex(({ type }) => type === bar.row.event.type);
  return tops[lane]! + (hasLabelAbove ? LANE_LABEL_PX : LANE_PAD_PX) + bar.track * TRACK_PX;
}
