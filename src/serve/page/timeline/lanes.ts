import type { EventType } from '../../../record/index.ts';
import type { EventEntry } from '../../wire.ts';
import { dayNumber } from '../parts/dates.ts';
import type { Scale } from './scale.ts';

/** An event as it is drawn: from `left` to `right` in pixels, open ends running out of the picture. */
export interface Bar {
  readonly row: EventEntry;
  readonly left: number;
  readonly right: number;
  readonly track: number;
  readonly isOpenLeft: boolean;
  readonly isOpenRight: boolean;
  /** Where the report stood in time when it spoke of an event ahead of it; null for what was not ahead. */
  readonly spokenAt: number | null;
}

export interface Lane {
  readonly type: EventType;
  readonly tracks: number;
  readonly bars: readonly Bar[];
}

/** What is narrower is drawn as its glyph alone. */
export const GLYPH_PX = 14;
const GAP_PX = 3;

/** Events in lanes by type, in the order of `types`, those of somebody's own lexicon last; in a lane, no two on one track overlap. Undated ones are left out. */
export function lanesOf(rows: readonly EventEntry[], scale: Scale, types: readonly EventType[]): readonly Lane[] {
  const all = new Set([...types, ...rows.map(({ event }) => event.type)]);
  return [...all].flatMap((type) => {
    const bars = rows.filter(({ event }) => event.type === type).flatMap((row) => barOf(row, scale) ?? []);
    return bars.length === 0 ? [] : [{ type, ...onTracks(bars) }];
  });
}

/** Whether an event has any day at all, and so a place in the picture. */
export function isDated({ event }: EventEntry): boolean {
  return event.time.from !== null || event.time.to !== null;
}

/** Whether an event lies ahead of the day of the report that tells it. */
export function isAhead({ event, report }: EventEntry): boolean {
  const { from } = event.time;
  return from !== null && report.published !== null && from > report.published;
}

function barOf(row: EventEntry, scale: Scale): Omit<Bar, 'track'> | null {
  const { from, to } = row.event.time;
  if (from === null && to === null) return null;
  // An open end is drawn a little way only: nobody said how far it reaches.
  const reach = Math.round((scale.last - scale.first) * 0.03) + 1;
  const first = from === null ? dayNumber(to!) - reach : dayNumber(from);
  const last = to === null ? dayNumber(from!) + reach : dayNumber(to);
  if (last < scale.first || first > scale.last) return null;
  const left = scale.x(Math.max(first, scale.first));
  const right = scale.x(Math.min(last, scale.last) + 1);
  const middle = (left + right) / 2;
  const half = Math.max(right - left, GLYPH_PX) / 2;
  return {
    row,
    left: middle - half,
    right: middle + half,
    isOpenLeft: from === null || first < scale.first,
    isOpenRight: to === null || last > scale.last,
    spokenAt: isAhead(row) ? scale.x(dayNumber(row.report.published!)) : null,
  };
}

function onTracks(bars: readonly Omit<Bar, 'track'>[]): { readonly tracks: number; readonly bars: readonly Bar[] } {
  const ends: number[] = [];
  const placed = [...bars]
    .sort((a, b) => a.left - b.left || b.right - a.right)
    .map((bar) => {
      const free = ends.findIndex((end) => end + GAP_PX <= bar.left);
      const track = free < 0 ? ends.length : free;
      ends[track] = bar.right;
      return { ...bar, track };
    });
  return { tracks: ends.length, bars: placed };
}
