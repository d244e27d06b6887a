import type { Day } from './civil.ts';
import { type Context, referenceDay } from './context.ts';
import { dayPeriod, periodOf, type Reading, shift } from './reading.ts';
import { type Base, type StepTerm, type Term, UNITS, type Unit } from './term.ts';

type Anchor = (term: Term, context: Context) => Reading | null;

/** Anchors "last week", "two years ago", "a day later", "a week from Monday". */
export function anchorStep(term: StepTerm, context: Context, anchor: Anchor): Reading | null {
  const base = baseOf(term.from ?? 'published', context, anchor, term.unit);
  if (term.by === 'X') return vagueStep(term.sign ?? 1, base);
  const by = term.by * (term.sign ?? 1);
  const grain = isClock(term.unit) ? 'day' : term.unit;
  if (!base || base.from === null) return unknownStep(grain, by === 0 ? base : null);
  if (term.exact) return exactStep(base, term.unit, by);
  if (isFiner(grain, base.grain) && by !== 0) return coarseStep(base, grain, by);
  const day = shift(by > 0 && base.to !== null && !isFiner(base.grain, grain) ? base.to : base.from, term.unit, by);
  const period = periodOf(grain, day);
  const plain: Reading = {
    type: 'DATE',
    value: period.value,
    mod: term.mod ?? null,
    from: period.from,
    to: period.to,
    grain,
    reason: base.reason,
  };
  return isClock(term.unit) ? { ...plain, type: 'TIME', value: `${period.value}TXX:XX` } : bounded(plain, term, day);
}

/** The day or period that a relative expression counts from. */
export function baseOf(base: Base, context: Context, anchor: Anchor, unit?: Unit): Reading | null {
  if (typeof base === 'object') return anchor(base, context);
  if (base === 'focus') {
    // In news "that day" is the last day named, though a year may have been named since.
    const isDaily = unit === 'day' && context.mode === 'news';
    const focus = isDaily ? context.focusDay : context.focus;
    if (focus) return { ...focus, reason: `counted from the date named before (${focus.value})` };
    return context.mode === 'narrative' ? null : publication(context.today);
  }
  return context.mode === 'narrative' && context.focus
    ? { ...context.focus, reason: `counted from the date named before (${context.focus.value})` }
    : publication(referenceDay(context));
}

function publication(today: Day | null): Reading | null {
  if (today === null) return null;
  const reason = `counted from the publication date (${dayPeriod(today).value})`;
  return { type: 'DATE', ...dayPeriod(today), mod: null, grain: 'day', reason };
}

export function isClock(unit: Unit): boolean {
  return unit === 'second' || unit === 'minute' || unit === 'hour';
}

/** Whether a unit is smaller than another. */
export function isFiner(unit: Unit | null, than: Unit | null): boolean {
  return unit !== null && than !== null && UNITS.indexOf(unit) < UNITS.indexOf(than);
}

function vagueStep(sign: -1 | 1, base: Reading | null): Reading {
  const reason = base?.reason ?? 'nothing to count from';
  const common = { type: 'DATE', mod: null, grain: null, reason } as const;
  return sign < 0
    ? { ...common, value: 'PAST_REF', from: null, to: base?.from ?? null }
    : { ...common, value: 'FUTURE_REF', from: base?.to ?? null, to: null };
}

const UNKNOWN: Partial<Record<Unit, string>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
};

function unknownStep(grain: Unit, base: Reading | null): Reading {
  const value = base?.value ?? UNKNOWN[grain] ?? 'XXXX';
  return { type: 'DATE', value, mod: null, from: null, to: null, grain, reason: 'nothing to count from' };
}

function exactStep(base: Reading, unit: Unit, by: number): Reading {
  const middle = base.grain === 'week' ? 3 : 0; // the week of a day is that of its Thursday
  const from = shift(base.from! + middle, unit, by);
  const period = periodOf(base.grain ?? 'day', from);
  return {
    type: 'DATE',
    value: period.value,
    mod: null,
    from: period.from,
    to: period.to,
    grain: base.grain,
    reason: base.reason,
  };
}

/** "three days later", when only the year was named: as wide as what is known. */
function coarseStep(base: Reading, grain: Unit, by: number): Reading {
  const known = base.value.slice(0, base.grain === 'month' ? 7 : 4);
  const value =
    grain === 'day'
      ? `${known}${base.grain === 'month' ? '-XX' : '-XX-XX'}`
      : grain === 'month'
        ? `${known}-XX`
        : known;
  const [from, to] = [shift(base.from!, grain, by), base.to === null ? null : shift(base.to, grain, by)];
  return { type: 'DATE', value, mod: null, from, to, grain, reason: base.reason };
}

/** "more than a year ago": everything before that day; "less than": from that day on up to the base. */
function bounded(plain: Reading, term: StepTerm, day: Day): Reading {
  if (term.mod === 'BEFORE') return { ...plain, from: null, to: day, reason: `${plain.reason}, and before that day` };
  if (term.mod === 'AFTER') {
    const to = plain.from === null ? null : shift(day, term.unit, -(term.by as number) * (term.sign ?? 1));
    return { ...plain, from: day, to, reason: `${plain.reason}, and after that day` };
  }
  return plain;
}
