import { reportsUnderReview, wholeReportId } from '../ask/index.ts';
import { applyReviews, type ReviewEntry, standingEntries } from '../review/index.ts';
import type { Store } from '../store/index.ts';

/** An entry of the log, and whether it still holds and finds what it judges. */
export interface LogLine {
  readonly entry: ReviewEntry;
  readonly isUndone: boolean;
  /** Why it finds nothing to stand on in the reading of today; null when it does. */
  readonly lost: string | null;
}

interface Wanted {
  readonly report: string | undefined;
  readonly reviewer: string | undefined;
  readonly onlyLost: boolean;
}

/** The log of one report or of all, by report and number. */
export async function logLines(store: Store, { report, reviewer, onlyLost }: Wanted): Promise<readonly LogLine[]> {
  const wanted = report === undefined ? null : await wholeReportId(store, report);
  const lines: LogLine[] = [];
  for await (const { record, entries } of reportsUnderReview(store)) {
    if (wanted !== null && record.report.id !== wanted) continue;
    const standing = new Set(standingEntries(entries));
    const lost = new Map(applyReviews(record, entries).lost.map(({ entry, why }) => [entry.number, why]));
    lines.push(
      ...entries.map((entry) => ({
        entry,
        isUndone: !standing.has(entry),
        lost: lost.get(entry.number) ?? null,
      })),
    );
  }
  return lines.filter((line) => {
    return (reviewer === undefined || line.entry.reviewer === reviewer) && (!onlyLost || line.lost !== null);
  });
}
