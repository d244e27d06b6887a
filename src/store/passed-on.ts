import type { Kysely } from 'kysely';
import { isLaterVersion } from '../reconcile/index.ts';
import type { Report } from '../record/index.ts';
import { isJudging, type ReviewEntry, standingEntries } from '../review/index.ts';
import { type KeptOutline, outlineOf, versionsOf } from './happenings/outline-report.ts';
import { reviewEntries } from './reviews.ts';
import type { Tables } from './tables.ts';

/**
 * The judgements that a report takes over from the latest earlier version of its text which has some: those that stand, as the first
 * entries of its own log. That a report is done is not passed on: nobody has seen what is new in it.
 */
export async function entriesPassedOn(db: Kysely<Tables>, report: Report): Promise<readonly ReviewEntry[]> {
  const any = await db.selectFrom('review_entries').select('number').limit(1).executeTakeFirst();
  if (!any) return [];
  for (const { id } of await earlierVersions(db, report)) {
    const passed = standingEntries(await reviewEntries(db, id)).filter(isJudging);
    if (passed.length > 0) {
      return passed.map((entry, index) => ({
        ...entry,
        report: report.id,
        number: index + 1,
        note: [`as of ${id}`, ...(entry.note ? [entry.note] : [])].join(': '),
      }));
    }
  }
  return [];
}

/** The earlier versions of a report, the latest first. */
async function earlierVersions(db: Kysely<Tables>, report: Report): Promise<readonly KeptOutline[]> {
  const outline = outlineOf(report);
  return (await versionsOf(db, outline))
    .filter((other) => isLaterVersion(outline, other))
    .sort((one, other) => (isLaterVersion(one, other) ? -1 : 1));
}
