import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { daysOf } from '../../ask/index.ts';
import { ChanceryError } from '../../problems.ts';
import type { Served } from '../app.ts';
import { download } from '../downloads.ts';
import { filterFields, pageFields } from '../filter-query.ts';
import { json, REFUSED, UNKNOWN } from '../openapi.ts';
import { allReports, findReport, listReports } from '../questions/reports.ts';
import { REPORT_TABLE } from '../tables.ts';
import { listOf, recordSchema, reportEntrySchema } from '../wire.ts';

const idParameter = z.object({ id: z.string().openapi({ example: 'r_5f0c' }) });

const list = createRoute({
  method: 'get',
  path: '/reports',
  tags: ['record'],
  summary: 'Reports, the newest first',
  request: {
    query: z.strictObject({
      outlet: filterFields.outlet,
      since: filterFields.since,
      until: filterFields.until,
      ...pageFields,
      format: z.enum(['json', 'csv', 'jsonl']).optional(),
    }),
  },
  responses: { 200: json(listOf(reportEntrySchema), 'One page, or the whole list to download.'), ...REFUSED },
});

const one = createRoute({
  method: 'get',
  path: '/reports/{id}',
  tags: ['record'],
  summary: 'One report, and how much was read in it',
  request: { params: idParameter },
  responses: { 200: json(reportEntrySchema, 'The report’s entry.'), ...UNKNOWN },
});

const record = createRoute({
  method: 'get',
  path: '/reports/{id}/record',
  tags: ['record'],
  summary: 'The whole record of one report, as `chancery read --json` prints it',
  request: { params: idParameter },
  responses: { 200: json(recordSchema, 'The record.'), ...UNKNOWN },
});

export function addReportRoutes(app: OpenAPIHono, { store }: Served): void {
  app.openapi(list, async (context) => {
    const { outlet, since, until, limit, cursor, format = 'json' } = context.req.valid('query');
    const question = {
      outlets: outlet,
      since: since && daysOf(since).from,
      until: until && daysOf(until).to,
      limit,
      cursor,
    };
    if (format !== 'json') return download(context, REPORT_TABLE, format, allReports(store, question)) as never;
    const { entries, ...rest } = await listReports(store, question);
    return context.json({ entries: [...entries], ...rest }, 200);
  });
  app.openapi(one, async (context) => {
    const { id } = context.req.valid('param');
    return context.json((await findReport(store, id)) ?? unknownReport(id), 200);
  });
  app.openapi(record, async (context) => {
    const { id } = context.req.valid('param');
    return context.json((await store.record(id)) ?? unknownReport(id), 200);
  });
}

function unknownReport(id: string): never {
  throw new ChanceryError('serve/unknown-report', `There is no report '${id}' in the record.`, {
    hint: 'GET /reports lists them.',
  });
}
