/** The units of the calendar and the clock, smallest first. */
export const UNITS = [
  'second',
  'minute',
  'hour',
  'day',
  'weekend',
  'week',
  'month',
  'season',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
] as const;
export type Unit = (typeof UNITS)[number];

/** TIMEX3 modifiers. Source: TIMEX3 guidelines (TimeML 1.2.1), attribute `mod`. */
export const MODS = [
  'START',
  'MID',
  'END',
  'APPROX',
  'MORE_THAN',
  'LESS_THAN',
  'EQUAL_OR_MORE',
  'EQUAL_OR_LESS',
  'BEFORE',
  'AFTER',
  'ON_OR_BEFORE',
  'ON_OR_AFTER',
] as const;
export type Mod = (typeof MODS)[number];

export const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const;
export type Season = (typeof SEASONS)[number];

export const DAYPARTS = ['MO', 'MI', 'AF', 'EV', 'NI', 'DT'] as const;
export type Daypart = (typeof DAYPARTS)[number];

/** How many, `X` for a vague number ("several"). */
export type Count = number | 'X';

/** What a relative expression counts from: the publication date, the last date that the text named, or another term. */
export type Base = 'published' | 'focus' | Term;

/** Calendar fields, some of them left to the context: "December", "Friday", "the third quarter". */
export interface CalendarTerm {
  readonly op: 'calendar';
  readonly era?: 'BC';
  readonly century?: number;
  readonly decade?: number;
  /** A number, two digits of one, or a term that stands for a year ("last year"). */
  readonly year?: number | Term;
  readonly shortYear?: number;
  readonly fiscal?: boolean;
  readonly half?: number;
  readonly quarter?: number;
  readonly season?: Season;
  readonly month?: number | Term;
  readonly week?: number;
  readonly weekday?: number;
  readonly day?: number;
  readonly holiday?: string;
  /** -1 for "last March", 0 for "this March", 1 for "next March". */
  readonly which?: -1 | 0 | 1;
  /** A week that the weekday lies in: "Tuesday last week". */
  readonly in?: Term;
  readonly weekend?: boolean;
  /** "the following Monday" counts from the last date named. */
  readonly from?: 'focus';
}

/** So many units away: "last week" is one week back, "two days later" two days on from the last date named. */
export interface StepTerm {
  readonly op: 'step';
  readonly unit: Unit;
  readonly by: Count;
  readonly sign?: -1 | 1;
  readonly from?: Base;
  /** "more than a year ago" lies before that point, "less than a year ago" after it, "nearly a year ago" about there. */
  readonly mod?: Mod;
  /** The date keeps the grain of its base: "a week from Monday" is a day. */
  readonly exact?: boolean;
}

/** The n-th unit inside a period, counted from its end when negative: "the last week of March". */
export interface NthTerm {
  readonly op: 'nth';
  readonly n: number;
  readonly unit: Unit;
  readonly weekday?: number;
  readonly within: Term;
  /** "the first three months of 2015". */
  readonly count?: Count;
}

/** A part of a period: "early August", "the end of the year"; or "about 2005". */
export interface PartTerm {
  readonly op: 'part';
  readonly mod: Mod;
  readonly of: Term;
}

/** An hour of the clock. `zone` is an offset in minutes from UTC, with the words that name it left out. */
export interface ClockTerm {
  readonly op: 'clock';
  readonly hour: number;
  readonly minute?: number;
  readonly second?: number;
  readonly half?: 'am' | 'pm';
  readonly zone?: number;
  readonly day?: Term;
  readonly mod?: Mod;
}

/** A part of a day: "Friday morning", "last night". */
export interface DaypartTerm {
  readonly op: 'daypart';
  readonly part: Daypart;
  readonly day?: Term;
}

/** The past, the present or the future as such: "recently", "currently", "in the near future". */
export interface ReferenceTerm {
  readonly op: 'reference';
  readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF';
}

/** A length of time, not placed on the calendar: "two weeks". */
export interface LengthTerm {
  readonly op: 'length';
  readonly count: Count;
  readonly unit: Unit;
  readonly mod?: Mod;
}

/** A length of time that ends or begins at its base: "the past nine days", "the next four years", "recent weeks". */
export interface StretchTerm {
  readonly op: 'stretch';
  readonly count: Count;
  readonly unit: Unit;
  readonly side: -1 | 1;
  readonly from?: Base;
  readonly mod?: Mod;
}

/** A recurring time: "every Friday", "annual". */
export interface EveryTerm {
  readonly op: 'every';
  readonly count?: Count;
  readonly unit?: Unit;
  readonly weekday?: number;
  readonly month?: number;
  readonly part?: Daypart;
  readonly season?: Season;
}

/** What is left of a period, or what is gone of it: "later this year", "earlier this month". */
export interface RestTerm {
  readonly op: 'rest';
  readonly side: -1 | 1;
  readonly of: Term;
  readonly mod?: Mod;
}

/** A length that may lead on from now: "will resume in two weeks", "within a month". */
export interface AheadTerm {
  readonly op: 'ahead';
  readonly count: Count;
  readonly unit: Unit;
  readonly how: 'in' | 'within';
}

/**
 * Two expressions in one phrase that share words: "20-22 March", "60 to 90 days". `more` is the template of those between them,
 * told once for each part of the pattern that is named `more`: "3, 5 and 9 March".
 */
export interface PairTerm {
  readonly op: 'pair';
  readonly first: Term;
  readonly more?: Term;
  readonly second: Term;
  readonly join: 'range' | 'list';
}

/** What a rule of the grammar makes of its words, before it is anchored in time. */
export type Term =
  | CalendarTerm
  | StepTerm
  | NthTerm
  | PartTerm
  | ClockTerm
  | DaypartTerm
  | ReferenceTerm
  | LengthTerm
  | StretchTerm
  | EveryTerm
  | RestTerm
  | AheadTerm
  | PairTerm;
