import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { MARK_CLOSE, MARK_OPEN, type Store } from '../store/index.ts';
import type { ReportCard } from './entry.ts';
import type { Filter } from './filter.ts';
import { areFew, asksForEvents, asksForSomebody, reportsWanted, wantedEvents, whereFilter } from './where-filter.ts';

/** A report that holds the words, with the place where they stand; `marks` are where they begin and end in `snippet`. */
export interface SearchHit {
  readonly report: ReportCard;
  readonly snippet: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** How many happenings in the reports that were found have one value of a field. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** How many reports hold the words. */
  readonly total: number;
  /** Of the happenings in the best of these reports (500 at most), as far as the rest of the filter wants them. */
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
/** How much of a report is shown when no words were asked for. */
const OPENING_LENGTH = 200;

/** Reports that hold words and phrases, the best first; the rest of the filter leaves those that have an event it wants. */
export async function search(
  store: Store,
  { words = [], ...rest }: Filter,
  { limit = DEFAULT_HITS, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): Promise<SearchResult> {
  const count = Math.max(REPORTS_IN_FACETS, offset + limit);
  const { total, best } = await foundReports(store, words, rest, count);
  return {
    hits: await hitsIn(store, words, best.slice(offset, offset + limit)),
    total,
    facets: await facetsIn(store, best.slice(0, REPORTS_IN_FACETS), await whereFilter(store, rest)),
  };
}

interface FoundReports {
  /** How many there are. */
  readonly total: number;
  /** The keys of the best ones. */
  readonly best: readonly number[];
}

async function foundReports(
  store: Store,
  words: readonly string[],
  rest: Filter,
  count: number,
): Promise<FoundReports> {
  if (words.length === 0) return bestAndTotal(store, await reportsWith(store, rest), sql`day DESC, id`, count);
  const held = store.dialect.reportsHolding(words);
  const found = asksForEvents(rest) ? await heldWith(store, held, rest) : held;
  return bestAndTotal(store, found, sql`fit, key`, count);
}

/** Of the reports that hold words, those that have an event which a filter wants. Many of them are not looked at one by one where somebody's list is shorter. */
async function heldWith(store: Store, held: RawBuilder<unknown>, rest: Filter): Promise<RawBuilder<unknown>> {
  if (asksForSomebody(rest) && !(await areFew(store, held))) {
    // With a plus before it, the key is no reason for SQLite to ask the full-text index for one report after the other.
    return sql`SELECT held.key, held.fit FROM (${held}) AS held WHERE +held.key IN (${await reportsWanted(store, rest)})`;
  }
  return sql`SELECT held.key, held.fit FROM (${held}) AS held
    WHERE EXISTS (SELECT 1 FROM events WHERE events.report = held.key AND ${await whereFilter(store, rest)})`;
}

async function reportsWith(store: Store, rest: Filter): Promise<RawBuilder<unknown>> {
  const columns = sql`reports.key, coalesce(reports.published, '') AS day, reports.id`;
  if (!asksForEvents(rest)) return sql`SELECT ${columns} FROM reports`;
  const { from, where } = await wantedEvents(store, rest, 'tellings');
  return sql`SELECT DISTINCT ${columns} FROM ${from} WHERE ${where}`;
}

/** The reports are looked for once; SQLite tells how well one fits only where it is asked for it. */
async function bestAndTotal(
  store: Store,
  found: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  count: number,
): Promise<FoundReports> {
  const { rows } = await sql<{ key: number; total: number }>`WITH found AS MATERIALIZED (${found})
    SELECT key, (SELECT count(*) FROM found) AS total FROM found ORDER BY ${order} LIMIT ${count}`.execute(store.db);
  return { total: rows[0]?.total ?? 0, best: rows.map(({ key }) => key) };
}

async function hitsIn(store: Store, words: readonly string[], keys: readonly number[]): Promise<readonly SearchHit[]> {
  if (keys.length === 0) return [];
  const { db, dialect } = store;
  const cards = await db
    .selectFrom('reports')
    .select(['key', 'id', 'source', 'outlet', 'title', 'published'])
    .select(sql<string>`substr(text, 1, ${sql.lit(OPENING_LENGTH)})`.as('opening'))
    .where('key', 'in', keys)
    .execute();
  const snippets = words.length === 0 ? [] : await dialect.snippets(db, words, keys);
  const snippetOf = new Map(snippets.map(({ key, snippet }) => [key, snippet]));
  const hits = new Map(
    cards.map(({ key, opening, ...report }) => [key, { report, ...withoutMarks(snippetOf.get(key) ?? opening) }]),
  );
  return keys.flatMap((key) => hits.get(key) ?? []);
}

/** Takes the marks out of a snippet. What only blanks divide is one mark, as the words of a phrase are. */
function withoutMarks(marked: string): Pick<SearchHit, 'snippet' | 'marks'> {
  const joined = marked.replace(new RegExp(`${MARK_CLOSE}(\\s+)${MARK_OPEN}`, 'gu'), '$1');
  const marks: { start: number; end: number }[] = [];
  let snippet = '';
  for (const part of joined.split(MARK_OPEN)) {
    const [words = '', after] = part.split(MARK_CLOSE);
    if (after !== undefined) marks.push({ start: snippet.length, end: snippet.length + words.length });
    snippet += words + (after ?? '');
  }
  return { snippet, marks };
}

type FacetName = keyof SearchResult['facets'];

async function facetsIn(
  store: Store,
  reports: readonly number[],
  wanted: RawBuilder<SqlBool>,
): Promise<SearchResult['facets']> {
  const { rows } = await sql<Facet & { readonly field: FacetName }>`
    WITH wanted AS MATERIALIZED (
      SELECT events.key, tellings.happening, events.type, events.status, reports.outlet,
        substr(coalesce(events.date_from, events.date_to), 1, 7) AS month
      FROM events JOIN reports ON reports.key = events.report JOIN tellings ON tellings.event = events.key
      WHERE events.report IN (${reports.length === 0 ? null : sql.join(reports)}) AND ${wanted})
    SELECT 'type' AS field, type AS value, count(DISTINCT happening) AS count FROM wanted GROUP BY type
    UNION ALL SELECT 'status', status, count(DISTINCT happening) FROM wanted GROUP BY status
    UNION ALL SELECT 'outlet', outlet, count(DISTINCT happening) FROM wanted GROUP BY outlet
    UNION ALL SELECT 'month', month, count(DISTINCT happening) FROM wanted GROUP BY month
    UNION ALL SELECT 'country', p.country, count(DISTINCT wanted.happening)
      FROM wanted JOIN event_parties AS p ON p.event = wanted.key GROUP BY p.country`.execute(store.db);
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
