import { pad } from './civil.ts';
import { type Context, referenceDay } from './context.ts';
import { type Reading, shift } from './reading.ts';
import { baseOf, isClock } from './steps.ts';
import type { AheadTerm, Count, EveryTerm, LengthTerm, ReferenceTerm, StretchTerm, Term, Unit } from './term.ts';

type Anchor = (term: Term, context: Context) => Reading | null;

const LETTERS: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  weekend: 'WE',
  week: 'W',
  month: 'M',
  season: 'M',
  quarter: 'Q',
  half: 'H',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
};

/** A length of time as TIMEX3 writes it: P3D, PT30M, PXY; decades in years. */
export function lengthValue(count: Count, unit: Unit): string {
  if (unit === 'decade' && count !== 'X') return `P${count * 10}Y`;
  if (unit === 'season' && count !== 'X') return `P${count * 3}M`;
  return `P${isClock(unit) ? 'T' : ''}${count}${LETTERS[unit]}`;
}

/** A length by itself stands nowhere on the calendar. */
export function anchorLength(term: LengthTerm): Reading {
  const value = lengthValue(term.count, term.unit);
  return {
    type: 'DURATION',
    value,
    mod: term.mod ?? null,
    from: null,
    to: null,
    grain: term.unit,
    reason: 'a length of time',
  };
}

/** Anchors "the past nine days", "the next four years", "recent weeks". */
export function anchorStretch(term: StretchTerm, context: Context, anchor: Anchor): Reading {
  const base = baseOf(term.from ?? 'published', context, anchor);
  const reason = base?.reason ?? 'nothing to count from';
  const value = lengthValue(term.count, term.unit);
  const common = { type: 'DURATION', value, mod: term.mod ?? null, grain: term.unit, reason } as const;
  if (!base || base.from === null) return { ...common, from: null, to: null };
  const start = term.side < 0 ? base.from : (base.to ?? base.from);
  const far = typeof term.count === 'number' ? shift(start, term.unit, term.side * term.count) : null;
  return term.side < 0 ? { ...common, from: far, to: start } : { ...common, from: start, to: far };
}

/** "in two weeks" is the week to come, but in the past a length; "within" reaches from now up to then. */
export function anchorAhead(term: AheadTerm, context: Context, anchor: Anchor): Reading | null {
  const { count, unit } = term;
  const length = anchorLength({ op: 'length', count, unit });
  if (context.direction === 'past' || (context.mode === 'narrative' && context.direction === 'unknown')) return length;
  // "on Friday ordered them to leave within 48 hours": from the order on
  const from = context.direction === 'later' && context.sentenceDay ? 'focus' : 'published';
  if (term.how === 'within') return anchorStretch({ op: 'stretch', count, unit, side: 1, from }, context, anchor);
  if (isClock(unit)) return length;
  // "in a few days": nobody knows in how many
  if (count === 'X') return anchorStretch({ op: 'stretch', count, unit, side: 1, from }, context, anchor);
  return anchor({ op: 'step', unit, by: count }, context);
}

/** "recently" lies before publication, "currently" on that day, "soon" after it. */
export function anchorReference(term: ReferenceTerm, context: Context): Reading {
  const today = context.mode === 'narrative' ? null : referenceDay(context);
  const from = term.value === 'PAST_REF' ? null : today;
  const to = term.value === 'FUTURE_REF' ? null : today;
  return {
    type: 'DATE',
    value: term.value,
    mod: null,
    from,
    to,
    grain: null,
    reason: 'seen from the publication date',
  };
}

/** A recurring time, which stands nowhere on the calendar. */
export function anchorEvery(term: EveryTerm): Reading {
  return {
    type: 'SET',
    value: everyValue(term),
    mod: null,
    from: null,
    to: null,
    grain: null,
    reason: 'a recurring time',
  };
}

function everyValue(term: EveryTerm): string {
  if (term.weekday !== undefined) return `XXXX-WXX-${term.weekday}${term.part ? `T${term.part}` : ''}`;
  if (term.month !== undefined) return `XXXX-${pad(term.month)}`;
  if (term.season !== undefined) return `XXXX-${term.season}`;
  if (term.part !== undefined) return `XXXX-XX-XXT${term.part}`;
  return lengthValue(term.count ?? 1, term.unit ?? 'day');
}
