import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { countQuotes, daysOf, MAX_LIMIT, type QuoteEntry, type QuoteFilter, quotes } from '../../ask/index.ts';
import type { Store } from '../../store/index.ts';
import type { Served } from '../app.ts';
import { download } from '../downloads.ts';
import { filterFields, once, pageFields, pageOfQuery, several } from '../filter-query.ts';
import { json, REFUSED } from '../openapi.ts';
import { QUOTATION_TABLE } from '../tables.ts';
import { listOf, type QuotationEntry, quotationEntrySchema } from '../wire.ts';

const list = createRoute({
  method: 'get',
  path: '/quotations',
  tags: ['record'],
  summary: 'Who said what to whom, by date',
  request: {
    query: z.strictObject({
      by: once('Who says it: a name, an id or a country code.', 'RUS'),
      to: once('To whom.', 'UKR'),
      word: several('Words that the quotation holds; each of them.', 'territorial integrity'),
      outlet: filterFields.outlet,
      since: filterFields.since,
      until: filterFields.until,
      ...pageFields,
      format: z.enum(['json', 'csv', 'jsonl']).optional(),
    }),
  },
  responses: { 200: json(listOf(quotationEntrySchema), 'One page, or the whole list to download.'), ...REFUSED },
});

export function addQuotationRoutes(app: OpenAPIHono, { store }: Served): void {
  app.openapi(list, async (context) => {
    const { by, to, word, outlet, since, until, format = 'json', ...page } = context.req.valid('query');
    const filter: QuoteFilter = {
      ...(by !== undefined && { by }),
      ...(to !== undefined && { to }),
      ...(since !== undefined && { since: daysOf(since).from }),
      ...(until !== undefined && { until: daysOf(until).to }),
      ...(word.length > 0 && { words: word }),
      ...(outlet.length > 0 && { outlets: outlet }),
    };
    if (format !== 'json') return download(context, QUOTATION_TABLE, format, allQuotations(store, filter)) as never;
    const { entries, next } = await quotes(store, filter, pageOfQuery(page));
    const total = await countQuotes(store, filter);
    return context.json({ entries: entries as QuotationEntry[], total, next }, 200);
  });
}

async function* allQuotations(store: Store, filter: QuoteFilter): AsyncGenerator<QuoteEntry> {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof quotes>> = await quotes(store, filter, {
      limit: MAX_LIMIT,
      ...(after !== null && { after }),
    });
    yield* page.entries;
    after = page.next;
  } while (after !== null);
}
