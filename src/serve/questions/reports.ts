import { sql } from 'kysely';
import { carriedBy, DEFAULT_LIMIT, MAX_LIMIT } from '../../ask/index.ts';
import { ChanceryError } from '../../problems.ts';
import type { Store } from '../../store/index.ts';
import type { List, ReportEntry } from '../wire.ts';
import { openingOf } from './opening.ts';

/** Which reports are asked for; days are those of publication. */
export interface ReportQuestion {
  readonly outlets?: readonly string[];
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

// Reports without a date come last: they sort as if they were older than any.
const DAY = sql<string>`coalesce(reports.published, '0000-00-00')`;
const CURSOR = /^(\d{4}-\d\d-\d\d)~(.+)$/;

/** Reports, the newest first, with how much was read in each. */
export async function listReports(store: Store, question: ReportQuestion = {}): Promise<List<ReportEntry>> {
  const limit = Math.min(question.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
  const rows = await reportsWhere(store, question)
    .select(['reports.id', 'reports.source', 'reports.outlet', 'reports.title', 'reports.published'])
    .select(sql<string>`substr(reports.text, 1, 1200)`.as('beginning'))
    .select(DAY.as('day'))
    .select([
      countOf('events').as('events'),
      countOf('quotations').as('quotations'),
      countOf('report_actors').as('actors'),
    ])
    .where(afterCursor(question.cursor))
    .orderBy('day', 'desc')
    .orderBy('reports.id')
    .limit(limit + 1)
    .execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    entries: rows.slice(0, limit).map(({ beginning, day: _day, ...report }) => ({
      ...report,
      opening: openingOf(beginning, report.title),
    })),
    total: await countReports(store, question),
    next: last ? `${last.day}~${last.id}` : null,
  };
}

/** Every report that is asked for, one by one. */
export async function* allReports(store: Store, question: ReportQuestion): AsyncGenerator<ReportEntry> {
  let cursor: string | undefined;
  do {
    const page: List<ReportEntry> = await listReports(store, { ...question, limit: MAX_LIMIT, cursor });
    yield* page.entries;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

/** One report's entry; null when there is none. */
export async function findReport(store: Store, id: string): Promise<ReportEntry | null> {
  const record = await store.record(id);
  if (!record) return null;
  const { source, outlet, title, published, text } = record.report;
  return {
    id,
    source,
    outlet,
    title,
    published: published.value,
    opening: openingOf(text, title),
    events: record.events.length,
    quotations: record.quotations.length,
    actors: record.actors.length,
  };
}

async function countReports(store: Store, question: ReportQuestion): Promise<number> {
  const { total } = await reportsWhere(store, question)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}

function reportsWhere(store: Store, { outlets = [], since, until }: ReportQuestion) {
  let query = store.db.selectFrom('reports');
  if (outlets.length > 0) query = query.where(carriedBy(outlets));
  if (since !== undefined) query = query.where('reports.published', '>=', since);
  if (until !== undefined) query = query.where('reports.published', '<=', until);
  return query;
}

function countOf(table: 'events' | 'quotations' | 'report_actors') {
  return sql<number>`(SELECT count(*) FROM ${sql.table(table)} AS t WHERE t.report = reports.key)`;
}

function afterCursor(cursor: string | undefined) {
  if (cursor === undefined) return sql<boolean>`true`;
  const [, day, id] = CURSOR.exec(cursor) ?? [];
  if (!day || !id) throw new ChanceryError('serve/bad-cursor', `'${cursor}' is not the 'next' of a page of reports.`);
  return sql<boolean>`(${DAY} < ${day} OR (${DAY} = ${day} AND reports.id > ${id}))`;
}
