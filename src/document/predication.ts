import type { Span, Stance, Status } from '../record/index.ts';

/** One participant of a predication: its deep relation, the token that heads its phrase, and how it was found. */
export interface Role {
  /** `subject` and `object` are deep (a passive's by-phrase is its subject); the rest are named by their preposition or relation: `to`, `with`, `between`, `poss`, `adj`, `compound`, `complement`. */
  readonly relation: string;
  readonly token: number;
  readonly how: 'own' | 'shared' | 'controlled' | 'relative' | 'beside';
}

/**
 * What stands above a happening and decides whether it is a fact. Source: the operator classes follow TimeML's SLINKs and
 * FactBank's source-introducing and event-selecting predicates (Saurí and Pustejovsky 2009).
 */
export const OPERATOR_KINDS = [
  'plan',
  'possibility',
  'desire',
  'attempt',
  'demand',
  'condition',
  'consideration',
  'refusal',
  'failure',
  'cancellation',
  'cessation',
  'postponement',
  'denial',
  'doubt',
  'report',
  'allegation',
  'phase',
  'implicative',
  'purpose',
] as const;
export type OperatorKind = (typeof OPERATOR_KINDS)[number];

export interface Operator {
  readonly kind: OperatorKind;
  /** The token that brings it in, and its words. */
  readonly token: number;
  readonly lemma: string;
}

/** Somebody on whose word a predication stands. `token` heads the words that name him; null when nobody is named ("reportedly"). */
export interface Source {
  readonly token: number | null;
  readonly stance: Stance;
  readonly cue: number;
}

export type Tense = 'past' | 'present' | 'future' | 'none';
export type Aspect = 'simple' | 'perfect' | 'progressive';

/** The normal form of every verb, event noun and light-verb phrase: who did what to whom, and under which operators. */
export interface Predication {
  readonly sentence: number;
  /** The token that names the happening: the verb, or the noun of "paid a visit". */
  readonly trigger: number;
  readonly span: Span;
  /** Lower-case lemma with its particle: "meet", "carry out", "visit". */
  readonly lemma: string;
  readonly kind: 'verb' | 'noun' | 'light-verb';
  /** The verb that carries tense for an event noun: "held" of "held talks", "take" of "the visit will take place". */
  readonly carrier: number | null;
  readonly carrierLemma: string | null;
  readonly roles: readonly Role[];
  readonly status: Status;
  /** False where nothing in the sentence commits itself ("the visit is seen as …"): a stated status wins over it. */
  readonly isStatusStated: boolean;
  readonly tense: Tense;
  readonly aspect: Aspect;
  readonly operators: readonly Operator[];
  readonly sources: readonly Source[];
  /** What was applied, outermost first, in words. */
  readonly steps: readonly string[];
}
