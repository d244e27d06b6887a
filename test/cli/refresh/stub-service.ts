import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What the stub answers; nothing left out means 200 without words. */
export interface Reply {
  readonly status?: number;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A query service on this machine that gives one reply after another, and keeps what it was asked. */
export async function stubService(replies: readonly Reply[]) {
  const asked: { query: string; userAgent: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    const { status = 200, text = '', headers = {} } = replies[asked.length] ?? { status: 500 };
    asked.push({ query: new URLSearchParams(body).get('query') ?? '', userAgent: request.headers['user-agent'] ?? '' });
    response.writeHead(status, headers).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { asked, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql` };
}
