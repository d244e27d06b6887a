import { daysBetween } from '../text/days.ts';
import { likeness, type Signature } from './signature.ts';

/** What is compared of a report to see whether it tells the same text as another. */
export interface ReportOutline {
  readonly id: string;
  readonly outlet: string | null;
  readonly url: string | null;
  /** The day it was published, or the first that it may have been. */
  readonly published: string | null;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
  readonly signature: Signature | null;
}

/** One outlet published a text again, with changes, or another outlet took it over. */
export type LikenessKind = 'revised' | 'syndicated';

/** Two reports whose text is nearly the same. */
export interface LikeReports {
  readonly kind: LikenessKind;
  /** The share of shingles in common, 0 to 1. */
  readonly likeness: number;
}

// 0.55 keeps every revision of eval/merge/stories.yaml and lets no two other reports of the development data meet, 2026-11-24
const LEAST_LIKENESS = 0.55;
/** Readouts and greetings use the same words year after year: what lies further apart is another report. */
const MOST_DAYS = 30;

/** Whether two reports tell the same text, and in which way; null when they do not. */
export function likeReports(one: ReportOutline, other: ReportOutline): LikeReports | null {
  if (!haveLikeText(one, other)) return null;
  const isRevised = one.url !== null && one.url === other.url ? true : sameOutlet(one, other);
  return { kind: isRevised ? 'revised' : 'syndicated', likeness: likeness(one.signature!, other.signature!) };
}

/** Whether two reports of about the same time have nearly the same text. */
export function haveLikeText(
  one: Pick<ReportOutline, 'published' | 'signature'>,
  other: Pick<ReportOutline, 'published' | 'signature'>,
): boolean {
  if (one.signature === null || other.signature === null) return false;
  if (one.published !== null && other.published !== null) {
    if (Math.abs(daysBetween(one.published, other.published)) > MOST_DAYS) return false;
  }
  return likeness(one.signature, other.signature) >= LEAST_LIKENESS;
}

function sameOutlet(one: ReportOutline, other: ReportOutline): boolean {
  return one.outlet !== null && one.outlet.toLowerCase() === other.outlet?.toLowerCase();
}

/**
 * Which of two versions is the later one, and so the one that counts: by date of publication; on one day the longer, since
 * reports carry no hour; of equals the one of the greater id, so that the order of arrival decides nothing.
 */
export function isLaterVersion(one: ReportOutline, than: ReportOutline): boolean {
  const [day, otherDay] = [one.published ?? '', than.published ?? ''];
  if (day !== otherDay) return day > otherDay;
  return one.length === than.length ? one.id > than.id : one.length > than.length;
}
