import type { Actor, MentionKind, Place, Span, TimeExpression } from '../record/index.ts';
import type { AnnotatedReport } from './annotated-report.ts';

/** How a mention came to its actor: the step that decided, the facts that it used, and who else was considered. */
export interface Resolution {
  readonly how: string;
  readonly facts: readonly string[];
  readonly candidates: readonly { readonly actor: string; readonly score: number }[];
  readonly score: number;
  /** Whether it rests on a fact of the base that only one hand-written source gives. */
  readonly isOneSource: boolean;
  /** What a pronoun points to, also where that is nobody known. */
  readonly antecedent: Antecedent | null;
}

/** The phrase that a pronoun takes up: its words and the token that heads it. */
export interface Antecedent {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly head: number;
  /** "Xi and Putin", as one. */
  readonly isSeveral: boolean;
}

/** Words that refer to one actor, to several ("the two leaders"), or to nobody known (`actors` empty). */
export interface Mention extends Span {
  readonly sentence: number;
  /** Token indexes, inclusive; `head` is the token that heads the phrase in the parse. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly kind: MentionKind;
  readonly actors: readonly string[];
  /** The place that the words name, when they name one: "in Moscow", "to Russia". */
  readonly place: Place | null;
  /** Whether the words stand here for a party or for a place. */
  readonly reading: 'party' | 'place';
  readonly resolution: Resolution;
}

/** How a mention was decided that stands for somebody whom nobody names: "two diplomats said". */
export const UNNAMED_SOURCE = 'unnamed source';

/** A time expression in its sentence. Token indexes are inclusive. `reason` says how its value was found. */
export interface TimeMention extends TimeExpression {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly reason: string;
  /** The interval for an event that it dates, where the preposition changes it ("since March", "by 2024"); else the same days. */
  readonly dates: { readonly from: string | null; readonly to: string | null };
}

/** A report whose actors, places and times are known. `actors` stand in order of first mention. */
export interface ResolvedReport extends AnnotatedReport {
  readonly actors: readonly Actor[];
  readonly mentions: readonly Mention[];
  /** What refers to somebody whom no step could tell: pronouns, roles, sets. Only explanations show them. */
  readonly unresolved: readonly Mention[];
  readonly times: readonly TimeMention[];
}
