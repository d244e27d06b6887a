import type { CodebookType, EventType } from '../record/index.ts';

/**
 * How much an act cooperates (up to +10) or conflicts (down to -10); null where no scale says.
 * Source: PLOVER manual, table "PLOVER conflict-cooperation scores" (from Goldstein 1992, weighted); DEMAND there is REQUEST here.
 */
const SCORES: Readonly<Record<CodebookType, number | null>> = {
  RETREAT: 7.6,
  AID: 7.4,
  COOPERATE: 6.8,
  CONCEDE: 5.0,
  SUPPORT: 4.6,
  AGREE: 4.2,
  CONSULT: 2.1,
  ACCUSE: -2.0,
  REJECT: -4.2,
  REQUEST: -5.0,
  THREATEN: -5.1,
  SANCTION: -5.2,
  MOBILIZE: -5.3,
  PROTEST: -6.6,
  COERCE: -7.2,
  ASSAULT: -9.3,
  STATEMENT: null,
};

/** The score of a type; null of STATEMENT and of types of somebody's own. */
export function scoreOf(type: EventType): number | null {
  return type in SCORES ? SCORES[type as CodebookType] : null;
}
