import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ChanceryError } from '../../problems.ts';
import type { Served } from '../app.ts';
import { download } from '../downloads.ts';
import { once, pageFields, several } from '../filter-query.ts';
import { json, REFUSED, UNKNOWN } from '../openapi.ts';
import { allActors, findActor, listActors } from '../questions/actors.ts';
import { ACTOR_TABLE } from '../tables.ts';
import { actorEntrySchema, listOf } from '../wire.ts';

const list = createRoute({
  method: 'get',
  path: '/actors',
  tags: ['record'],
  summary: 'Whom the record speaks of, those in most events first',
  request: {
    query: z.strictObject({
      name: once('Part of the name or id, or the words of a mention.', 'Xi'),
      type: several('Type of actor; one of several.', 'person'),
      country: once('ISO 3166-1 alpha-3.', 'CHN'),
      ...pageFields,
      format: z.enum(['json', 'csv', 'jsonl']).optional(),
    }),
  },
  responses: { 200: json(listOf(actorEntrySchema), 'One page, or the whole list to download.'), ...REFUSED },
});

const one = createRoute({
  method: 'get',
  path: '/actors/{id}',
  tags: ['record'],
  summary: 'One actor',
  request: { params: z.object({ id: z.string().openapi({ example: 'per:xi-jinping' }) }) },
  responses: { 200: json(actorEntrySchema, 'The actor.'), ...UNKNOWN },
});

export function addActorRoutes(app: OpenAPIHono, { store }: Served): void {
  app.openapi(list, async (context) => {
    const { format = 'json', ...question } = context.req.valid('query');
    if (format !== 'json') return download(context, ACTOR_TABLE, format, allActors(store, question)) as never;
    const { entries, ...rest } = await listActors(store, question);
    return context.json({ entries: [...entries], ...rest }, 200);
  });
  app.openapi(one, async (context) => {
    const { id } = context.req.valid('param');
    const actor = await findActor(store, id);
    if (actor) return context.json(actor, 200);
    throw new ChanceryError('serve/unknown-actor', `There is nobody with the id '${id}' in the record.`, {
      hint: 'GET /actors?name=… finds ids by name.',
    });
  });
}
