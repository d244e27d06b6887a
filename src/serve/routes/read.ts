import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ChanceryError } from '../../problems.ts';
import type { Reading } from '../../store/index.ts';
import type { Served } from '../app.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { json, REFUSED } from '../openapi.ts';
import type { Reader } from '../reader.ts';
import { type Submission, type SubmittedReport, submissionSchema, submittedReport } from '../submitted-report.ts';
import { errorSchema, readingSchema } from '../wire.ts';

/** A long report has 100 kB; a saved page with everything in it seldom has more than this. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
/** Reading takes all of a core: more than these wait for so long that it is kinder to say no. */
const MAX_WAITING = 8;

const body = { content: { 'application/json': { schema: submissionSchema } }, required: true };
const responses = {
  ...REFUSED,
  413: json(errorSchema, 'It is too large.'),
  415: json(errorSchema, 'It is not JSON.'),
  422: json(errorSchema, 'No report can be made of it.'),
};

const read = createRoute({
  method: 'post',
  path: '/read',
  tags: ['reading'],
  summary: 'Read a text: its record, and why each event stands so. Nothing is kept.',
  request: { body },
  responses: { 200: json(readingSchema, 'The record and its explanations.'), ...responses },
});

const add = createRoute({
  method: 'post',
  path: '/reports',
  tags: ['reading'],
  summary: 'Read a text into the store; only where the server was started with --allow-write',
  request: { body },
  responses: {
    200: json(z.object({ id: z.string(), outcome: z.enum(['added', 'unchanged', 'replaced']) }), 'It is in the store.'),
    403: json(errorSchema, 'The store is served for reading only.'),
    ...responses,
  },
});

export function addReadRoutes(app: OpenAPIHono, { store, loadReader, allowWrite }: Served): void {
  const queue = oneAtATime(MAX_WAITING);
  const reading = async (submission: Submission): Promise<{ reader: Reader; reading: Reading }> => {
    if (loadReader === null) throw noReader();
    const { report, problems }: SubmittedReport = await submittedReport(submission);
    return queue(async () => {
      const reader = await loadReader();
      return { reader, reading: await reader.read(report, problems) };
    });
  };
  for (const path of ['/read', '/reports']) app.post(path, onlyJson, limitBody());
  app.openapi(read, async (context) => {
    const { record, explanations } = (await reading(context.req.valid('json'))).reading;
    return context.json({ record, explanations: [...explanations] }, 200);
  });
  app.post('/reports', async (_, next) => {
    if (!allowWrite) throw readOnly();
    await next();
  });
  app.openapi(add, async (context) => {
    const { reader, reading: made } = await reading(context.req.valid('json'));
    const outcome = await store.ingest(made, reader.version);
    return context.json({ id: made.record.report.id, outcome }, 200);
  });
}

// Another site's form can post plain text without asking; JSON it cannot.
const onlyJson: MiddlewareHandler = async (context, next) => {
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
    throw new ChanceryError('serve/not-json', 'Reports are sent as JSON.', {
      expected: ['content-type: application/json'],
    });
  }
  await next();
};

function limitBody(): MiddlewareHandler {
  return bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: () => {
      throw new ChanceryError('serve/too-large', `It is larger than ${MAX_BODY_BYTES / 1024 / 1024} MiB.`, {
        hint: '"chancery ingest" takes files of any size.',
      });
    },
  });
}

function noReader(): ChanceryError {
  return new ChanceryError('serve/no-reader', 'This server shows what was read; it reads nothing itself.');
}

function readOnly(): ChanceryError {
  return new ChanceryError('serve/read-only', 'The store is served for reading only.', {
    hint: 'POST /read reads a text without keeping it; "chancery serve --allow-write" allows keeping.',
  });
}
