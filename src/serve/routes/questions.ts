import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { claims, contacts, search, stats } from '../../ask/index.ts';
import { statsCsv } from '../../export/index.ts';
import { ChanceryError } from '../../problems.ts';
import type { Served } from '../app.ts';
import { filterFields, filterOf, once, pageFields } from '../filter-query.ts';
import { json, REFUSED } from '../openapi.ts';
import { contactsSchema, disputeSchema, searchSchema, statsSchema } from '../wire.ts';

const find = createRoute({
  method: 'get',
  path: '/search',
  tags: ['record'],
  summary: 'Reports that hold words, the best first, with facets of their events',
  request: {
    query: z.strictObject({
      ...filterFields,
      limit: pageFields.limit,
      offset: z.coerce.number().int().min(0).max(10_000).optional(),
    }),
  },
  responses: { 200: json(searchSchema, 'What was found.'), ...REFUSED },
});

const meet = createRoute({
  method: 'get',
  path: '/contacts',
  tags: ['record'],
  summary:
    'How often, when first, last and next two met, visited, called or wrote, beside the counts that reports claim',
  request: {
    query: z.strictObject({
      ...filterFields,
      today: once('The day that "next" is counted from; the server’s own when not given.', '2023-03-17'),
    }),
  },
  responses: { 200: json(contactsSchema, 'The contacts.'), ...REFUSED },
});

const sum = createRoute({
  method: 'get',
  path: '/stats',
  tags: ['record'],
  summary: 'What two did to one another by month: counts by type and class, cooperation against conflict, reciprocity',
  request: {
    query: z.strictObject({
      ...filterFields,
      format: z.enum(['json', 'csv']).optional().openapi({ description: 'csv has one row a month, to download.' }),
    }),
  },
  responses: { 200: json(statsSchema, 'The sums, in all and by month.'), ...REFUSED },
});

const dispute = createRoute({
  method: 'get',
  path: '/claims',
  tags: ['record'],
  summary: 'Claims and denials side by side',
  request: {
    query: z.strictObject({
      ...filterFields,
      everything: z.enum(['true', 'false']).optional().openapi({ description: 'Also what nobody denies or doubts.' }),
    }),
  },
  responses: { 200: json(z.object({ disputes: z.array(disputeSchema) }), 'The disputes, by date.'), ...REFUSED },
});

type Answer<Schema extends z.ZodType> = z.infer<Schema>;

export function addQuestionRoutes(app: OpenAPIHono, { store }: Served): void {
  app.openapi(find, async (context) => {
    const { limit, offset, ...query } = context.req.valid('query');
    const page = { ...(limit !== undefined && { limit }), ...(offset !== undefined && { offset }) };
    return context.json((await search(store, filterOf(query), page)) as Answer<typeof searchSchema>, 200);
  });
  app.openapi(meet, async (context) => {
    const { today = new Date().toISOString().slice(0, 10), ...query } = context.req.valid('query');
    const { between, ...filter } = filterOf(query);
    if (between === undefined) throw twoParties('Contacts');
    return context.json((await contacts(store, ...between, today, filter)) as Answer<typeof contactsSchema>, 200);
  });
  app.openapi(sum, async (context) => {
    const { format, ...query } = context.req.valid('query');
    const { between, ...filter } = filterOf(query);
    if (between === undefined) throw twoParties('Stats');
    const counted = await stats(store, between, filter);
    if (format === 'csv') {
      return context.body(statsCsv(counted), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="chancery-stats.csv"',
      }) as never;
    }
    return context.json(counted as Answer<typeof statsSchema>, 200);
  });
  app.openapi(dispute, async (context) => {
    const { everything, ...query } = context.req.valid('query');
    const disputes = await claims(store, filterOf(query), everything === 'true');
    return context.json({ disputes: disputes as Answer<typeof disputeSchema>[] }, 200);
  });
}

function twoParties(what: string): ChanceryError {
  return new ChanceryError('serve/two-parties', `${what} are between two parties.`, {
    hint: 'Give both: between=CHN&between=RUS.',
  });
}
