import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ChanceryError } from '../problems.ts';
import type { ErrorWire } from './wire.ts';

/** Codes that mean something else to HTTP than "the request is wrong". The longest that fits the beginning is taken. */
const STATUS_OF: readonly (readonly [code: string, status: ContentfulStatusCode])[] = [
  ['serve/unknown-', 404],
  ['serve/forbidden-', 403],
  ['serve/read-only', 403],
  ['serve/no-reader', 501],
  ['serve/no-page', 501],
  ['serve/too-large', 413],
  ['serve/not-json', 415],
  ['serve/busy', 503],
  ['serve/', 400],
  ['ask/unknown-event', 404],
  ['ask/unknown-happening', 404],
  ['ask/', 400],
  ['read/too-large', 413],
  ['read/', 422],
  ['store/read-only', 403],
  ['store/', 503],
];

/** The code of what went wrong inside. */
export const FAULT = 'internal/fault';

/** An error in the API's one shape, with the status that HTTP has for it. */
export function errorResponse(context: Context, error: ChanceryError): Response {
  return context.json(errorBody(error), statusOf(error.code));
}

/** Makes any error one that can be told. What is not a `ChanceryError` is a fault of the program and says nothing of its inside. */
export function asTellable(error: unknown): ChanceryError {
  if (error instanceof ChanceryError) return error;
  // The one that Hono throws of itself here: a body that claims to be JSON and is none.
  if (error instanceof HTTPException && error.status === 400) {
    return new ChanceryError('serve/broken-json', 'The body is not well-formed JSON.', { cause: error });
  }
  return new ChanceryError(FAULT, 'Chancery failed on this request.', {
    hint: 'What failed stands in the server’s own output.',
    cause: error,
  });
}

function errorBody({ code, message, details }: ChanceryError): ErrorWire {
  const { expected, hint } = details;
  return {
    code,
    message,
    ...(expected && expected.length > 0 && { expected: [...expected] }),
    ...(hint !== undefined && { hint }),
  };
}

function statusOf(code: string): ContentfulStatusCode {
  return STATUS_OF.find(([beginning]) => code.startsWith(beginning))?.[1] ?? 500;
}
