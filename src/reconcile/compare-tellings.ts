import { compareParties } from './compare-parties.ts';
import { compareTimes, isPrecise } from './compare-times.ts';
import { type Contradiction, isContradiction, type Judgement } from './judgement.ts';
import { stemOf, type Telling } from './telling.ts';
import { familyOf, isInPerson, isRemote, isToldByWords } from './type-families.ts';

/** How two tellings compare, aspect by aspect. */
export interface Comparison {
  /** 0 to 1; null when something contradicts. */
  readonly score: number | null;
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly aspect: Aspect;
  readonly score: number | null;
  readonly because: string;
}

export type Aspect = 'type' | 'count' | 'status' | 'parties' | 'time' | 'place' | 'words';

/** What two tellings must reach to be one happening. */
// From 0.62 to 0.68 pairwise F1 on eval/merge is the same and highest, 2026-11-24
export const LEAST_SCORE = 0.62;

type Weights = Readonly<Partial<Record<Aspect, number>>>;
const BY_PARTIES: Weights = { type: 0.1, parties: 0.4, time: 0.3, place: 0.1, words: 0.1 };
const BY_WORDS: Weights = { type: 0.1, parties: 0.3, time: 0.25, place: 0.05, words: 0.3 };

/** Compares two tellings: what contradicts keeps them apart, whatever else speaks for one happening. The order of the two says nothing. */
export function compareTellings(one: Telling, other: Telling): Comparison {
  const aspects: readonly (readonly [Aspect, () => Judgement | Contradiction])[] = [
    ['count', () => compareCounts(one, other)],
    ['type', () => compareTypes(one, other)],
    ['status', () => compareStatus(one, other)],
    ['parties', () => compareParties(one, other)],
    ['time', () => compareTimes(one, other)],
    ['place', () => comparePlaces(one, other)],
    ['words', () => compareWords(one, other)],
  ];
  const weights = isToldByWords(one.event.type) ? BY_WORDS : BY_PARTIES;
  const reasons: Reason[] = [];
  let score = 0;
  for (const [aspect, compare] of aspects) {
    const judged = compare();
    if (isContradiction(judged)) {
      return { score: null, reasons: [{ aspect, score: null, because: judged.contradicts }] };
    }
    const weight = weights[aspect];
    if (weight === undefined) continue;
    reasons.push({ aspect, ...judged });
    score += weight * judged.score;
  }
  return { score: Math.round(score * 1000) / 1000, reasons };
}

/** Whether two tellings are like enough to be one happening. */
export function isOneHappening({ score }: Comparison): boolean {
  return score !== null && score >= LEAST_SCORE;
}

/** What reports count ("39 times") is a claim, and no happening of its own; equal claims are one. */
function compareCounts(one: Telling, other: Telling): Judgement | Contradiction {
  const [count, otherCount] = [one.event.count, other.event.count];
  if (count?.min === otherCount?.min && count?.max === otherCount?.max) return { score: 1, because: 'the same count' };
  return { contradicts: 'one counts what the other does not, or otherwise' };
}

function compareTypes(one: Telling, other: Telling): Judgement | Contradiction {
  const [event, otherEvent] = [one.event, other.event];
  if (familyOf(event.type) !== familyOf(otherEvent.type))
    return { contradicts: `${event.type} against ${otherEvent.type}` };
  // The meetings of a visit are told beside it; whatever else a report tells apart is apart.
  if (one.report.id === other.report.id && event.type !== 'CONSULT') {
    return { contradicts: 'told apart in one report' };
  }
  if (event.type !== otherEvent.type) return { score: 0.7, because: `${event.type} and ${otherEvent.type}` };
  const [mode, otherMode] = [event.mode, otherEvent.mode];
  if (mode === otherMode) return { score: 1, because: mode === null ? event.type : `${event.type} ${mode}` };
  if (mode === null || otherMode === null) return { score: 0.8, because: `${event.type} ${mode ?? otherMode}` };
  return compareModes(event.type, mode, otherMode);
}

function compareModes(type: string, mode: string, otherMode: string): Judgement | Contradiction {
  const words = `${mode} and ${otherMode}`;
  if (type !== 'CONSULT') return { score: 0.6, because: words };
  if (isInPerson(mode) && isInPerson(otherMode)) return { score: 0.9, because: words };
  const isLetter = mode === 'letter' || otherMode === 'letter';
  if (isRemote(mode) && isRemote(otherMode) && !isLetter) return { score: 0.6, because: words };
  const isTalks = mode === 'negotiation' || otherMode === 'negotiation';
  return isTalks && !isLetter ? { score: 0.5, because: words } : { contradicts: words };
}

/** What is said not to have happened is the same only on the same days: "has not called since February" denies no call in March. */
function compareStatus(one: Telling, other: Telling): Judgement | Contradiction {
  const [status, otherStatus] = [one.event.status, other.event.status];
  const isOneNegated = (status === 'negated') !== (otherStatus === 'negated');
  if (isOneNegated && !(isDated(one) && isDated(other))) {
    return { contradicts: `${status} against ${otherStatus}, without a day` };
  }
  return { score: 1, because: status === otherStatus ? status : `${status} and ${otherStatus}` };
}

function isDated({ days }: Telling): boolean {
  return isPrecise(days) && !days.isGuess;
}

function comparePlaces(one: Telling, other: Telling): Judgement | Contradiction {
  const [place, otherPlace] = [one.event.place, other.event.place];
  if (place === null || otherPlace === null) return { score: 0.5, because: 'a place is not named twice' };
  const words = `${place.name} and ${otherPlace.name}`;
  if (place.name === otherPlace.name) return { score: 1, because: place.name };
  const isAbroad = place.country !== null && otherPlace.country !== null && place.country !== otherPlace.country;
  if (isAbroad) return isTiedToPlace(one) ? { contradicts: words } : { score: 0, because: words };
  if (one.isPlaceState || other.isPlaceState) return { score: 0.8, because: words };
  if (isAttack(one)) return { contradicts: words };
  return { score: 0.3, because: words };
}

function isTiedToPlace(telling: Telling): boolean {
  return isAttack(telling) || (telling.event.type === 'CONSULT' && !isRemote(telling.event.mode));
}

function isAttack({ event: { type } }: Telling): boolean {
  return type === 'ASSAULT' || type === 'MOBILIZE' || type === 'PROTEST';
}

function compareWords(one: Telling, other: Telling): Judgement {
  const [few, many] = one.words.size <= other.words.size ? [one.words, other.words] : [other.words, one.words];
  const shared = [...few].filter((word) => many.has(word));
  const sameTrigger = stemOf(one.event.trigger.text.toLowerCase()) === stemOf(other.event.trigger.text.toLowerCase());
  const share = few.size === 0 ? 0.5 : shared.length / few.size;
  const rivals = rivalNames(one, other);
  if (rivals) return { score: 0, because: rivals };
  const score = Math.min(1, share + (sameTrigger ? 0.3 : 0));
  return { score, because: `${shared.length} of ${few.size} words${sameTrigger ? ', the same trigger' : ''}` };
}

/** Where both name something, and nothing in common, they speak of different things. */
function rivalNames(one: Telling, other: Telling): string | null {
  if (one.names.size === 0 || other.names.size === 0) return null;
  if ([...one.names].some((name) => other.names.has(name))) return null;
  return `${[...one.names].join(' ')} against ${[...other.names].join(' ')}`;
}
