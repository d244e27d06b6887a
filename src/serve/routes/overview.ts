import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Served } from '../app.ts';
import { json } from '../openapi.ts';
import { holdingsOf } from '../questions/overview.ts';
import { overviewSchema } from '../wire.ts';

const overview = createRoute({
  method: 'get',
  path: '/overview',
  tags: ['server'],
  summary: 'What the record holds, and what this server allows',
  responses: { 200: json(overviewSchema, 'Counts, the latest reports, the most frequent pairs.') },
});

const health = createRoute({
  method: 'get',
  path: '/healthz',
  tags: ['server'],
  summary: 'Whether the server and its store are well',
  responses: { 200: json(z.object({ status: z.literal('ok') }), 'The store answers.') },
});

export function addOverviewRoutes(app: OpenAPIHono, { store, loadReader, allowWrite }: Served): void {
  const holdings = holdingsOf(store);
  app.openapi(overview, async (context) =>
    context.json({ ...(await holdings()), can: { read: loadReader !== null, write: allowWrite } }, 200),
  );
  app.openapi(health, async (context) => {
    await store.db.selectFrom('reports').select('key').limit(1).execute();
    return context.json({ status: 'ok' as const }, 200);
  });
}
