import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  countEvents,
  explain,
  type Filter,
  records,
  reviewedRecords,
  timeline,
  wholeTimeline,
} from '../../ask/index.ts';
import { EXPORTERS, exported } from '../../export/index.ts';
import type { Store } from '../../store/index.ts';
import { storedEventId } from '../../store/index.ts';
import type { Served } from '../app.ts';
import { download, sendFile } from '../downloads.ts';
import { filterOf, filterQuerySchema, pageOfQuery } from '../filter-query.ts';
import { json, REFUSED, UNKNOWN } from '../openapi.ts';
import { type EventEntry, eventEntrySchema, explainedEventSchema, listOf } from '../wire.ts';

const request = { query: filterQuerySchema };
const responses = { 200: json(listOf(eventEntrySchema), 'One page, or the whole list to download.'), ...REFUSED };

const byDate = createRoute({
  method: 'get',
  path: '/timeline',
  tags: ['record'],
  summary: 'Who did what when: events by date, the earliest first, those without a date last',
  request,
  responses,
});

const latest = createRoute({
  method: 'get',
  path: '/events',
  tags: ['record'],
  summary: 'Events, the latest first',
  request,
  responses,
});

const idParameters = z.object({
  report: z.string().openapi({ example: 'r_5f0c' }),
  event: z.string().openapi({ example: 'e1' }),
});

const one = createRoute({
  method: 'get',
  path: '/events/{report}/{event}',
  tags: ['record'],
  summary: 'One event with its report and everybody whom it names',
  request: { params: idParameters },
  responses: { 200: json(eventEntrySchema, 'The event.'), ...UNKNOWN },
});

const why = createRoute({
  method: 'get',
  path: '/events/{report}/{event}/explain',
  tags: ['record'],
  summary: 'Why one event stands in the record as it does',
  request: { params: idParameters },
  responses: { 200: json(explainedEventSchema, 'The event and the reasons; null when none were kept.'), ...UNKNOWN },
});

export function addEventRoutes(app: OpenAPIHono, { store }: Served): void {
  for (const [route, newestFirst] of [[byDate, false] as const, [latest, true] as const]) {
    app.openapi(route, async (context) => {
      const query = context.req.valid('query');
      const filter = filterOf(query);
      if (query.format && query.format !== 'json') return exportedEvents(context, store, filter, query.format) as never;
      const { entries, next } = await timeline(store, filter, { ...pageOfQuery(query), newestFirst });
      return context.json({ entries: entries as EventEntry[], total: await countEvents(store, filter), next }, 200);
    });
  }
  app.openapi(one, async (context) => {
    const { report, event } = context.req.valid('param');
    const { entry } = await explain(store, storedEventId(report, event));
    return context.json(entry as EventEntry, 200);
  });
  app.openapi(why, async (context) => {
    const { report, event } = context.req.valid('param');
    const { entry, explanation } = await explain(store, storedEventId(report, event));
    return context.json({ entry: entry as EventEntry, explanation }, 200);
  });
}

/** The whole list as a file. JSON lines are the entries of this API; the other formats are those of `chancery export`. */
function exportedEvents(context: Context, store: Store, filter: Filter, format: string): Response {
  const source = {
    records: () => records(store, filter),
    timeline: () => wholeTimeline(store, filter),
    reviews: () => reviewedRecords(store, filter),
  };
  if (format === 'jsonl') return download(context, { name: 'events', columns: {} }, format, source.timeline());
  const exporter = EXPORTERS.find(({ name }) => name === format)!;
  return sendFile(context, `chancery-events.${exporter.extension}`, exporter.mediaType, exported(exporter, source));
}
