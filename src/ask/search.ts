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
  /** Of the events in the best of these reports (500 at most), as far as the rest of the filter wants them. */
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
/** Facets count in the best reports only, so that a common word does not count through the whole store. */
const REPORTS_IN_FACETS = 500;
/** Stand around the words in a snippet; no report holds them. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Reports that hold words and phrases, the best first; the rest of the filter leaves those that have an event it wants. */
export async function search(
  store: Store,
  { words = [], ...rest }: Filter,
  { limit = DEFAULT_HITS, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): Promise<SearchResult> {
  const wanted = await whereFilter(store, rest);
  const found = foundReports(words, asksForEvents(rest) ? wanted : null);
  const best = await bestReports(store, found, Math.max(REPORTS_IN_FACETS, offset + limit));
  return {
    hits: await hitsIn(store, words, best.slice(offset, offset + limit)),
    total: await countIn(store, found),
    facets: await facetsIn(store, best.slice(0, REPORTS_IN_FACETS), wanted),
  };
}

/** A query for the keys of the reports that are found, and how well each fits: the less, the better. */
function foundReports(words: readonly string[], wanted: RawBuilder<SqlBool> | null): RawBuilder<{ key: number }> {
  const withEvents = wanted
    ? sql`reports.key IN (SELECT events.report FROM events JOIN reports ON reports.key = events.report WHERE ${wanted})`
    : sql`true`;
  if (words.length === 0) return sql`SELECT reports.key, 0 AS fit FROM reports WHERE ${withEvents}`;
  return sql`SELECT reports.key, report_text.rank AS fit FROM report_text JOIN reports ON reports.key = report_text.rowid
    WHERE report_text MATCH ${matchExpression(words)} AND ${withEvents}`;
}

async function bestReports(
  store: Store,
  found: RawBuilder<{ key: number }>,
  count: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{ key: number }>`SELECT f.key FROM (${found}) AS f JOIN reports ON reports.key = f.key
    ORDER BY f.fit, reports.published DESC, reports.id LIMIT ${count}`.execute(store.db);
  return rows.map(({ key }) => key);
}

type HitRow = ReportCard & { readonly key: number; readonly snippet: string };

async function hitsIn(store: Store, words: readonly string[], keys: readonly number[]): Promise<readonly SearchHit[]> {
  const card = sql`reports.key, reports.id, reports.source, reports.outlet, reports.title, reports.published`;
  const these = sql`(SELECT value FROM json_each(${JSON.stringify(keys)}))`;
  const query =
    words.length === 0
      ? sql<HitRow>`SELECT ${card}, substr(reports.text, 1, 200) AS snippet FROM reports WHERE reports.key IN ${these}`
      : sql<HitRow>`SELECT ${card}, snippet(report_text, -1, ${OPEN}, ${CLOSE}, '…', 40) AS snippet
          FROM report_text JOIN reports ON reports.key = report_text.rowid
          WHERE report_text MATCH ${matchExpression(words)} AND report_text.rowid IN ${these}`;
  const rows = new Map((await query.execute(store.db)).rows.map((row) => [row.key, row]));
  return keys.flatMap((key) => {
    const row = rows.get(key);
    if (!row) return [];
    const { id, source, outlet, title, published } = row;
    return [{ report: { id, source, outlet, title, published }, ...withoutMarks(row.snippet) }];
  });
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

type FacetName = keyof SearchResult['facets'];

async function facetsIn(
  store: Store,
  reports: readonly number[],
  wanted: RawBuilder<SqlBool>,
): Promise<SearchResult['facets']> {
  const { rows } = await sql<Facet & { readonly field: FacetName }>`
    WITH wanted AS MATERIALIZED (
      SELECT events.key, events.type, events.status, reports.outlet,
        substr(coalesce(events.date_from, events.date_to), 1, 7) AS month
      FROM events JOIN reports ON reports.key = events.report
      WHERE events.report IN (SELECT value FROM json_each(${JSON.stringify(reports)})) AND ${wanted})
    SELECT 'type' AS field, type AS value, count(*) AS count FROM wanted GROUP BY type
    UNION ALL SELECT 'status', status, count(*) FROM wanted GROUP BY status
    UNION ALL SELECT 'outlet', outlet, count(*) FROM wanted GROUP BY outlet
    UNION ALL SELECT 'month', month, count(*) FROM wanted GROUP BY month
    UNION ALL SELECT 'country', p.country, count(DISTINCT p.event) FROM wanted JOIN event_parties AS p ON p.event = wanted.key
      GROUP BY p.country`.execute(store.db);
  const facet = (name: FacetName) => commonest(rows.filter(({ field, value }) => field === name && value !== null));
  return {
    type: facet('type'),
    status: facet('status'),
    country: facet('country'),
    outlet: facet('outlet'),
    month: facet('month'),
  };
}

function commonest(facets: readonly Facet[]): readonly Facet[] {
  return facets
    .map(({ value, count }) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, FACET_VALUES);
}
