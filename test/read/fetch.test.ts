import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/read/fetch/addresses.ts';
import { Fetcher } from '../../src/read/fetch/fetcher.ts';
import { guardedLookup } from '../../src/read/fetch/guarded-lookup.ts';
import { DEFAULT_LIMITS, type ReadOptions } from '../../src/read/index.ts';
import { collect } from './collect.ts';

const page = (body: string) =>
  `<html><head><title>Talks</title></head><body><article><h1>Talks</h1><p>${body}</p></article></body></html>`;
const MEBIBYTE = 1024 * 1024;
const limits = {
  hostIntervalMs: 0,
  connectTimeoutMs: 2500,
  idleTimeoutMs: 2500,
  totalTimeoutMs: 10_000,
  maxResponseBytes: 2 * MEBIBYTE,
};

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(handle: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt' && handle.length < 3) return void response.writeHead(404).end();
    handle(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A handler that answers for robots.txt too, or sends who asks for it elsewhere. */
const withRobots = (robots: string, handle: RequestListener, location?: string): RequestListener => {
  const answer: RequestListener = (request, response) => {
    if (request.url !== '/robots.txt') return handle(request, response);
    if (location) response.writeHead(302, { location });
    response.end(robots);
  };
  return Object.defineProperty(answer, 'length', { value: 3 });
};

async function read(url: string, options: ReadOptions = {}) {
  const { limits: changed, ...rest } = options;
  const [result] = await collect([url], { allowPrivate: true, ...rest, limits: { ...limits, ...changed } });
  return result!.kind === 'failure'
    ? { code: result!.error.code }
    : { report: result!.report, problems: result!.problems };
}

describe('addresses', () => {
  it('are read as pages, with the address after redirects', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/old') return void response.writeHead(301, { location: '/2024/03/12/new' }).end();
      response
        .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
        .end(Buffer.from(page('They met in Malm\u00f6.'), 'latin1'));
    });
    const { report } = await read(`${origin}/old`);
    expect(report).toMatchObject({
      source: `${origin}/old`,
      url: `${origin}/2024/03/12/new`,
      title: 'Talks',
      text: 'Talks\n\nThey met in Malmö.',
      published: { value: '2024-03-12' },
    });
  });

  it('are unpacked from gzip', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      Readable.from([page('They met.')])
        .pipe(createGzip())
        .pipe(response);
    });
    expect((await read(origin)).report?.text).toBe('Talks\n\nThey met.');
  });

  it('say who asks', async () => {
    let agent: string | undefined;
    const origin = await serve((request, response) => {
      agent = request.headers['user-agent'];
      response.end(page('They met.'));
    });
    await read(origin);
    expect(agent).toBe('chancery/0.1');
  });

  it.each([
    ['status 404', 404, {}, 'read/http-status'],
    ['status 503', 503, {}, 'read/server-error'],
    ['a PDF', 200, { 'content-type': 'application/pdf' }, 'read/media-type'],
    ['an image', 200, { 'content-type': 'image/png' }, 'read/media-type'],
  ])('give a clear error for %s', async (_, status, headers, code) => {
    const origin = await serve((_request, response) => void response.writeHead(status, headers).end('x'));
    expect(await read(`${origin}/a`)).toEqual({ code });
  });

  it('give a clear error for an unknown host, a closed port and another protocol', async () => {
    const origin = await serve((_, response) => void response.end());
    await new Promise((resolve) => servers.pop()!.close(resolve));
    expect(await read(origin)).toEqual({ code: 'read/unreachable' });
    expect(await read('ftp://example.org/a')).toEqual({ code: 'read/bad-url' });
    expect((await read('http://no-such-host.invalid/')).code).toMatch(/^read\/(unknown-host|unreachable)$/);
  });
});

describe('a hostile server', () => {
  const hasty = { limits: { idleTimeoutMs: 400 } };

  it('that leads in a circle is left after a few steps', async () => {
    let count = 0;
    const origin = await serve((_, response) => void response.writeHead(302, { location: `/${count++}` }).end());
    expect(await read(origin)).toEqual({ code: 'read/too-many-redirects' });
    expect(count).toBe(6);
  });

  it('that sends a body without end is cut off at the limit', async () => {
    let sent = 0;
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const chunk = Buffer.alloc(64 * 1024, '<p>x</p>');
      const more = () => {
        while (sent < 1024 * MEBIBYTE && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
      };
      more();
    });
    expect(await read(origin)).toEqual({ code: 'read/too-large' });
    expect(sent).toBeLessThan(32 * MEBIBYTE);
  });

  it('that announces a body that is too large is not read at all', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': String(1024 * MEBIBYTE) });
      response.write('x');
    });
    expect(await read(origin)).toEqual({ code: 'read/too-large' });
  });

  it('that sends a gzip bomb is cut off by the unpacked size', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      const zeros = Buffer.alloc(MEBIBYTE, ' ');
      Readable.from(
        (function* () {
          for (let count = 0; count < 500; count++) yield zeros;
        })(),
      )
        .pipe(createGzip())
        .pipe(response);
    });
    const before = process.memoryUsage().arrayBuffers;
    expect(await read(origin)).toEqual({ code: 'read/too-large' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * MEBIBYTE);
  });

  it('that never answers is left in time', async () => {
    const origin = await serve(() => undefined);
    const start = performance.now();
    expect(await read(origin, hasty)).toEqual({ code: 'read/timeout' });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('that stops in the middle is left in time', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write('<html>');
    });
    expect(await read(origin, hasty)).toEqual({ code: 'read/timeout' });
  });

  it('that drips is left when its whole time is over', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('x'), 100);
      response.on('close', () => clearInterval(timer));
    });
    expect(await read(origin, { limits: { totalTimeoutMs: 1000 } })).toEqual({ code: 'read/timeout' });
  });
});

describe('private addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1%eth0',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    '[::1]',
  ])('include %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111'])('do not include %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost/',
    'http://169.254.169.254/latest/meta-data',
  ])('are refused in %s', async (url) => {
    expect(await read(url, { allowPrivate: false })).toEqual({ code: 'read/private-address' });
  });

  it('are refused when a name leads to one', async () => {
    const error = await new Promise((resolve) => guardedLookup(isPublicAddress)('localhost', {}, resolve));
    expect(error).toMatchObject({ code: 'read/private-address' });
  });

  it('are refused when a redirect leads to one', async () => {
    const origin = await serve(
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.2/secret' }).end(),
    );
    const fetcher = new Fetcher({
      limits: { ...DEFAULT_LIMITS, ...limits },
      allows: (address) => address === '127.0.0.1',
    });
    await expect(fetcher.open(`${origin}/a`)).rejects.toMatchObject({ code: 'read/private-address' });
    await fetcher.close();
  });

  it('are refused when the robots.txt of a host leads to one', async () => {
    const origin = await serve(withRobots('', () => undefined, 'http://127.0.0.2/robots.txt'));
    const fetcher = new Fetcher({
      limits: { ...DEFAULT_LIMITS, ...limits },
      allows: (address) => address === '127.0.0.1',
    });
    await expect(fetcher.open(`${origin}/a`)).rejects.toMatchObject({ code: 'read/private-address' });
    await fetcher.close();
  });
});

describe('robots.txt', () => {
  it('is honoured', async () => {
    const origin = await serve(
      withRobots('User-agent: chancery\nDisallow: /closed\n\nUser-agent: *\nDisallow: /', (_, response) =>
        response.end(page('They met.')),
      ),
    );
    expect(await read(`${origin}/closed/a`)).toEqual({ code: 'read/robots' });
    expect((await read(`${origin}/open/a`)).report?.text).toBe('Talks\n\nThey met.');
  });

  it('is honoured where a redirect leads', async () => {
    const origin = await serve(
      withRobots(
        'User-agent: *\nDisallow: /closed',
        (request, response) =>
          void (request.url === '/a'
            ? response.writeHead(302, { location: '/closed/a' }).end()
            : response.end(page('They met.'))),
      ),
    );
    expect(await read(`${origin}/a`)).toEqual({ code: 'read/robots' });
  });

  it('that cannot be had closes the host', async () => {
    const origin = await serve(
      Object.defineProperty(
        (_request: never, response: { writeHead(status: number): { end(): void } }) => response.writeHead(500).end(),
        'length',
        { value: 3 },
      ) as unknown as RequestListener,
    );
    expect(await read(`${origin}/a`)).toEqual({ code: 'read/server-error' });
  });
});

describe('links of a feed', () => {
  it('are followed for items without a full text, one request to a host at a time', async () => {
    let open = 0;
    let most = 0;
    const origin = await serve((request, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        if (request.url === '/feed') {
          const items = [1, 2, 3].map(
            (number) =>
              `<item><title>Talks</title><link>http://${request.headers.host}/${number}</link><guid>${number}</guid><pubDate>Tue, 12 Mar 2024 10:00:00 GMT</pubDate></item>`,
          );
          response
            .writeHead(200, { 'content-type': 'application/rss+xml' })
            .end(`<rss version="2.0"><channel><title>Border Gazette</title>${items.join('')}</channel></rss>`);
        } else if (request.url === '/3') response.writeHead(404).end();
        else response.end(page(`They met, part ${request.url}.`));
      }, 20);
    });
    const results = await collect([`${origin}/feed`], { allowPrivate: true, followLinks: true, limits });
    expect(
      results.map(
        (result) =>
          result.kind === 'report' && [
            result.report.text,
            result.report.published.value,
            result.problems.map(({ code }) => code),
          ],
      ),
    ).toEqual([
      ['Talks\n\nThey met, part /1.', '2024-03-12', []],
      ['Talks\n\nThey met, part /2.', '2024-03-12', []],
      ['Talks', '2024-03-12', ['read/link-not-followed']],
    ]);
    expect(most).toBe(1);
  });
});
