import { type Day, pad } from './civil.ts';
import type { Context } from './context.ts';
import { dayPeriod, type Reading } from './reading.ts';
import type { ClockTerm, DaypartTerm, Term } from './term.ts';

type Anchor = (term: Term, context: Context) => Reading | null;

/** Anchors an hour: on the day that its phrase or its sentence names, else on the last day named, else on the day of publication. */
export function anchorClock(term: ClockTerm, context: Context, anchor: Anchor): Reading | null {
  const day = dayFor(term.day, context, anchor);
  const hour = hourOf(term);
  if (hour > 24 || (term.minute ?? 0) > 59) return null;
  const seconds = term.second === undefined ? '' : `:${pad(term.second)}`;
  const clock = `T${pad(hour)}:${pad(term.minute ?? 0)}${seconds}${zoneValue(term.zone)}`;
  return timed(day, clock, term.mod ?? null);
}

/** Anchors "Friday morning", "last night", "the night of 18 April". */
export function anchorDaypart(term: DaypartTerm, context: Context, anchor: Anchor): Reading | null {
  return timed(dayFor(term.day, context, anchor), `T${term.part}`, null);
}

function timed(day: Reading | null, clock: string, mod: string | null): Reading {
  const value = `${day?.value ?? 'XXXX-XX-XX'}${clock}`;
  return {
    type: 'TIME',
    value,
    mod: mod ?? day?.mod ?? null,
    from: day?.from ?? null,
    to: day?.to ?? null,
    grain: 'day',
    reason: day?.reason ?? 'nothing to count from',
  };
}

function dayFor(term: Term | undefined, context: Context, anchor: Anchor): Reading | null {
  if (term) return anchor(term, context);
  if (context.sentenceDay) return { ...context.sentenceDay, reason: 'on the day that the sentence names' };
  if (context.mode === 'narrative') return context.focusDay;
  const named = context.direction === 'past' ? context.focusDay : null;
  if (isRecent(named, context.today)) return { ...named!, reason: 'on the day named before' };
  if (context.today === null) return null;
  return { type: 'DATE', ...dayPeriod(context.today), mod: null, grain: 'day', reason: 'on the day of publication' };
}

/** A day of the week before publication is what a report goes on to tell of; an older one is background. */
function isRecent(named: Reading | null, today: Day | null): boolean {
  return named?.from != null && today !== null && named.from <= today && today - named.from < 7;
}

function hourOf(term: ClockTerm): number {
  if (term.half === 'pm' && term.hour < 12) return term.hour + 12;
  return term.half === 'am' && term.hour === 12 ? 0 : term.hour;
}

function zoneValue(zone: number | undefined): string {
  if (zone === undefined) return '';
  if (zone === 0) return 'Z';
  const minutes = Math.abs(zone);
  return `${zone < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
