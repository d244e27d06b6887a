import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { happening } from '../../ask/index.ts';
import type { Served } from '../app.ts';
import { json, UNKNOWN } from '../openapi.ts';
import { type HappeningWire, happeningSchema } from '../wire.ts';

const one = createRoute({
  method: 'get',
  path: '/happenings/{id}',
  tags: ['record'],
  summary: 'One happening: every account of it, its life, what they do not agree on, and why they were joined',
  request: { params: z.object({ id: z.string().openapi({ example: 'h_3f2a91c04b7e' }) }) },
  responses: {
    200: json(happeningSchema, 'The happening; the id of any account that is or was in it leads here.'),
    ...UNKNOWN,
  },
});

export function addHappeningRoutes(app: OpenAPIHono, { store }: Served): void {
  app.openapi(one, async (context) => {
    const { id } = context.req.valid('param');
    return context.json((await happening(store, id)) as HappeningWire, 200);
  });
}
