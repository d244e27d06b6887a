import type { Kysely } from 'kysely';
import { bandsOf, isLaterVersion, likeReports, type ReportOutline, signatureOf } from '../../reconcile/index.ts';
import type { Report } from '../../record/index.ts';
import type { Tables } from '../tables.ts';
import { signatureFromText, signatureText } from './telling-rows.ts';

/** A report that is kept, as it is compared with others. */
export interface KeptOutline extends ReportOutline {
  readonly key: number;
}

/**
 * Notes what a report's text is compared by, and which of its versions is the latest. Gives the keys of the reports that
 * have become earlier versions by this.
 */
export async function outlineReport(db: Kysely<Tables>, key: number, report: Report): Promise<readonly number[]> {
  const outline = outlineOf(report);
  const { signature } = outline;
  const versions = await versionsOf(db, outline);
  const isLatest = versions.every((other) => !isLaterVersion(other, outline));
  const stored = signature === null ? null : signatureText(signature);
  await db
    .insertInto('report_outlines')
    .values({ report: key, signature: stored, is_latest: isLatest ? 1 : 0 })
    .execute();
  const bands = [...new Set(signature === null ? [] : bandsOf(signature))];
  if (bands.length > 0) {
    await db
      .insertInto('report_bands')
      .values(bands.map((band) => ({ band, report: key })))
      .execute();
  }
  const earlier = versions.filter((other) => isLaterVersion(outline, other)).map((other) => other.key);
  if (earlier.length > 0) {
    await db.updateTable('report_outlines').set({ is_latest: 0 }).where('report', 'in', earlier).execute();
  }
  return earlier;
}

/** What a report's text is compared by. */
export function outlineOf({ id, outlet, url, published, text }: Report): ReportOutline {
  const day = published.value ?? published.from;
  return { id, outlet, url, published: day, length: text.length, signature: signatureOf(text) };
}

/** The other versions of a report that are kept. */
export async function versionsOf(db: Kysely<Tables>, outline: ReportOutline): Promise<readonly KeptOutline[]> {
  return (await outlinesLike(db, outline)).filter((other) => likeReports(outline, other)?.kind === 'revised');
}

/** The reports that share a band with this one, and so may have nearly the same text. */
export async function outlinesLike(db: Kysely<Tables>, outline: ReportOutline): Promise<readonly KeptOutline[]> {
  if (outline.signature === null) return [];
  const rows = await db
    .selectFrom('reports')
    .innerJoin('report_outlines', 'report_outlines.report', 'reports.key')
    .leftJoin('report_sources', (join) =>
      join.onRef('report_sources.report', '=', 'reports.key').onRef('report_sources.source', '=', 'reports.source'),
    )
    .select(['reports.key', 'reports.id', 'reports.outlet', 'reports.published', 'reports.published_from'])
    .select(['report_sources.url', 'report_outlines.signature'])
    .select(({ fn }) => fn<number>('length', ['reports.text']).as('length'))
    .where('reports.key', 'in', (query) =>
      query.selectFrom('report_bands').select('report').where('band', 'in', bandsOf(outline.signature!)),
    )
    .where('reports.id', '<>', outline.id)
    .execute();
  return rows.map(({ published_from, signature, ...row }) => ({
    ...row,
    published: row.published ?? published_from,
    signature: signature === null ? null : signatureFromText(signature),
  }));
}
