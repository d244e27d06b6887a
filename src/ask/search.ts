import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Store } from '../store/index.ts';
import type { ReportCard } from './entry.ts';
import type { Filter } from './filter.ts';
import { matchExpression } from './match-expression.ts';
import { asksForEvents, whereFilter } from './where-filter.ts';

/** A report that holds the words, with the place where they stand; `marks` are where they begin and end in `snippet`. */
export interface SearchHit {
  readonly report: ReportCard;
  readonly snippet: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** How many events of the reports that were found have one value of a field. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** How many reports hold the words. */
  readonly total: number;
  /** Of the events in all these reports, as far as the rest of the filter wants them. */
  readonly facets: {
    readonly type: readonly Facet[];
    readonly status: readonly Facet[];
    readonly country: readonly Facet[];
    readonly outlet: readonly Facet[];
    readonly month: readonly Facet[];
  };
}

const DEFAULT_HITS = 20;
const FACET_VALUES = 10;
/** Stand around the words in a snippet; no report holds them. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Reports that hold words and phrases, the best first; the rest of the filter leaves those that have an event it wants. */
export async function search(
  store: Store,
  { words = [], ...rest }: Filter,
  { limit = DEFAULT_HITS, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): Promise<SearchResult> {
  const found = await foundReports(store, words, rest);
  const [hits, total, facets] = [
    await hitsIn(store, words, found, limit, offset),
    await countIn(store, found),
    await facetsIn(store, found, await whereFilter(store, rest)),
  ];
  return { hits, total, facets };
}

/** A query for the keys of the reports that are found. */
async function foundReports(
  store: Store,
  words: readonly string[],
  rest: Filter,
): Promise<RawBuilder<{ key: number }>> {
  const withWords: RawBuilder<SqlBool> =
    words.length === 0
      ? sql`true`
      : sql`reports.key IN (SELECT rowid FROM report_text WHERE report_text MATCH ${matchExpression(words)})`;
  const withEvents: RawBuilder<SqlBool> = asksForEvents(rest)
    ? sql`reports.key IN (SELECT events.report FROM events JOIN reports ON reports.key = events.report WHERE ${await whereFilter(store, rest)})`
    : sql`true`;
  return sql`SELECT reports.key FROM reports WHERE ${withWords} AND ${withEvents}`;
}

async function hitsIn(
  store: Store,
  words: readonly string[],
  found: RawBuilder<{ key: number }>,
  limit: number,
  offset: number,
): Promise<readonly SearchHit[]> {
  const card = sql`reports.id, reports.source, reports.outlet, reports.title, reports.published`;
  const query =
    words.length === 0
      ? sql<ReportCard & { snippet: string }>`SELECT ${card}, substr(reports.text, 1, 200) AS snippet
          FROM reports WHERE reports.key IN (${found}) ORDER BY reports.published DESC, reports.id LIMIT ${limit} OFFSET ${offset}`
      : sql<
          ReportCard & { snippet: string }
        >`SELECT ${card}, snippet(report_text, -1, ${OPEN}, ${CLOSE}, '…', 40) AS snippet
          FROM report_text JOIN reports ON reports.key = report_text.rowid
          WHERE report_text MATCH ${matchExpression(words)} AND report_text.rowid IN (${found})
          ORDER BY rank, reports.id LIMIT ${limit} OFFSET ${offset}`;
  const { rows } = await query.execute(store.db);
  return rows.map(({ snippet, ...report }) => ({ report, ...withoutMarks(snippet) }));
}

function withoutMarks(marked: string): Pick<SearchHit, 'snippet' | 'marks'> {
  const marks: { start: number; end: number }[] = [];
  let snippet = '';
  for (const part of marked.split(OPEN)) {
    const [words = '', after] = part.split(CLOSE);
    if (after !== undefined) marks.push({ start: snippet.length, end: snippet.length + words.length });
    snippet += words + (after ?? '');
  }
  return { snippet, marks };
}

async function countIn(store: Store, found: RawBuilder<{ key: number }>): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM (${found})`.execute(store.db);
  return Number(rows[0]?.count ?? 0);
}

async function facetsIn(
  store: Store,
  found: RawBuilder<{ key: number }>,
  wanted: RawBuilder<SqlBool>,
): Promise<SearchResult['facets']> {
  const events = sql`events JOIN reports ON reports.key = events.report`;
  const where = sql`events.report IN (${found}) AND ${wanted}`;
  const facet = (value: RawBuilder<unknown>, from = events) => facetOf(store, value, from, where);
  const parties = sql`${events} JOIN (SELECT DISTINCT event, country FROM event_parties) AS p ON p.event = events.key`;
  return {
    type: await facet(sql`events.type`),
    status: await facet(sql`events.status`),
    country: await facet(sql`p.country`, parties),
    outlet: await facet(sql`reports.outlet`),
    month: await facet(sql`substr(coalesce(events.date_from, events.date_to), 1, 7)`),
  };
}

async function facetOf(
  store: Store,
  value: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
): Promise<readonly Facet[]> {
  const query = sql<Facet>`SELECT ${value} AS value, count(*) AS count FROM ${from} WHERE ${where} AND ${value} IS NOT NULL
    GROUP BY 1 ORDER BY count DESC, value LIMIT ${FACET_VALUES}`;
  return (await query.execute(store.db)).rows;
}
