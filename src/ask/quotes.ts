import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { ChanceryError } from '../problems.ts';
import type { Quotation } from '../record/index.ts';
import { type Store, storedEventId } from '../store/index.ts';
import { type ActorCard, actorCards, type ReportCard } from './entry.ts';
import type { Filter } from './filter.ts';
import { afterCursor, type Page, type PageRequest, pageOf, pageSize } from './page.ts';
import { findParty, type Party } from './party.ts';
import { carriedBy } from './where-filter.ts';

export interface QuoteFilter {
  readonly by?: string;
  readonly to?: string;
  readonly since?: string;
  readonly until?: string;
  readonly outlets?: readonly string[];
  /** Words and phrases that the quotation holds, in whatever order and inflection. */
  readonly words?: readonly string[];
}

/** A quotation with its report and who speaks to whom, where that is known. */
export interface QuoteEntry {
  readonly id: string;
  readonly quotation: Quotation;
  readonly report: ReportCard;
  readonly speaker: ActorCard | null;
  readonly addressee: ActorCard | null;
}

/** Who said what to whom, by date: the day of the words where the report gives it, else its own. */
export async function quotes(
  store: Store,
  filter: QuoteFilter,
  page: Omit<PageRequest, 'newestFirst'> = {},
): Promise<Page<QuoteEntry>> {
  const limit = pageSize(page);
  const rows = await store.db
    .selectFrom('quotations')
    .innerJoin('reports', 'reports.key', 'quotations.report')
    .select([
      'quotations.quotation',
      'quotations.ordinal',
      'quotations.day',
      'quotations.speaker',
      'quotations.addressee',
    ])
    .select(['reports.id', 'reports.source', 'reports.outlet', 'reports.title', 'reports.published'])
    .where(await whereQuote(store, filter))
    .where(afterCursor('quotations.day', 'quotations.ordinal', page))
    .orderBy('quotations.day')
    .orderBy('reports.id')
    .orderBy('quotations.ordinal')
    .limit(limit + 1)
    .execute();
  const cards = await actorCards(
    store.db,
    rows.flatMap(({ speaker, addressee }) => [speaker, addressee]).filter((id) => id !== null),
  );
  const entries = rows.map(({ quotation: json, speaker, addressee, id, source, outlet, title, published }) => {
    const quotation = JSON.parse(json) as Quotation;
    return {
      id: storedEventId(id, quotation.id),
      quotation,
      report: { id, source, outlet, title, published },
      speaker: cards.get(speaker ?? '') ?? null,
      addressee: cards.get(addressee ?? '') ?? null,
    };
  });
  return pageOf(rows, entries, limit, (row) => row);
}

/** What a filter asks of quotations. Throws when it asks for something that only events have. */
export function quoteFilterOf({ saidBy, since, until, outlets, words, ...others }: Filter): QuoteFilter {
  if (Object.keys(others).length > 0) {
    throw new ChanceryError('ask/unknown-field', 'Quotations cannot be asked for by what happened.', {
      expected: ['by:', 'since:', 'until:', 'date:', 'outlet:', 'words'],
      hint: "Ask 'chancery timeline' for events.",
    });
  }
  return {
    ...(saidBy !== undefined && { by: saidBy }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(outlets && { outlets }),
    ...(words && { words }),
  };
}

/** How many quotations a filter leaves. */
export async function countQuotes(store: Store, filter: QuoteFilter): Promise<number> {
  const { count } = await store.db
    .selectFrom('quotations')
    .innerJoin('reports', 'reports.key', 'quotations.report')
    .select(sql<number>`count(*)`.as('count'))
    .where(await whereQuote(store, filter))
    .executeTakeFirstOrThrow();
  return count;
}

async function whereQuote(store: Store, filter: QuoteFilter): Promise<RawBuilder<SqlBool>> {
  const { by, to, since, until, outlets, words = [] } = filter;
  const conditions = [
    ...(by === undefined ? [] : [isOneOf('quotations.speaker', await findParty(store, by))]),
    ...(to === undefined ? [] : [isOneOf('quotations.addressee', await findParty(store, to))]),
    ...(since === undefined ? [] : [sql<SqlBool>`(quotations.day >= ${since} AND quotations.day < '9999')`]),
    ...(until === undefined ? [] : [sql<SqlBool>`quotations.day <= ${until}`]),
    ...(outlets ? [carriedBy(outlets)] : []),
    ...(words.length > 0
      ? [sql<SqlBool>`quotations.key IN (${store.dialect.rowsHolding('quotation_text', words)})`]
      : []),
  ];
  return conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` AND `)})` : sql<SqlBool>`true`;
}

function isOneOf(column: string, party: Party): RawBuilder<SqlBool> {
  if (party.kind === 'country')
    return sql`${sql.ref(column)} IN (SELECT id FROM actors WHERE country = ${party.country})`;
  const { actor } = party;
  return sql`(${sql.ref(column)} = ${actor} OR (${sql.ref(column)} > ${`${actor}.`} AND ${sql.ref(column)} < ${`${actor}/`}))`;
}
