import { isIP } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Dispatcher, request as send } from 'undici';
import { ChanceryError } from '../../problems.ts';
import { mediaTypeOf, type SourceDetails } from '../source.ts';
import type { AddressRule } from './addresses.ts';
import { privateAddress } from './guarded-lookup.ts';
import { USER_AGENT } from './user-agent.ts';

/** What one request is made with. */
export interface RequestOptions {
  readonly dispatcher: Dispatcher;
  readonly deadline: AbortSignal;
  readonly maxBytes: number;
}

/** A response: either it leads on to `location`, or its bytes can be read, unpacked and counted on the way. */
export interface Response {
  readonly status: number;
  readonly location: string | null;
  readonly details: SourceDetails;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Checks an address before anything is asked of it; throws `read/bad-url` or `read/private-address`. Names are checked again when they are resolved. */
export function checkAddress(address: string, allows: AddressRule): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ChanceryError('read/bad-url', `"${address}" is no address of the web.`, {
      expected: ['http://…', 'https://…'],
    });
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !allows(host)) throw privateAddress(host);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

const HEADERS = {
  'user-agent': USER_AGENT,
  accept:
    'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, text/plain, */*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': 'en, *;q=0.5',
};

/** Asks for one address, without following where it leads. Throws for any status but success and redirect, and for media that hold no text. */
export async function request(url: URL, options: RequestOptions): Promise<Response> {
  const response = await send(url, {
    dispatcher: options.dispatcher,
    signal: options.deadline,
    headers: HEADERS,
  }).catch((error) => {
    throw networkError(error, url);
  });
  const { statusCode: status, headers, body } = response;
  body.on('error', () => undefined); // whoever reads the body is told; a body that is thrown away may fail in silence
  const location = status >= 300 && status < 400 ? headerText(headers.location) : null;
  const details = { name: url.href, url: url.href, ...mediaTypeOf(headerText(headers['content-type']) ?? '') };
  if (location !== null) {
    await body.dump({ limit: 64 * 1024, signal: options.deadline }).catch(() => undefined);
    return {
      status,
      location: URL.canParse(location, url.href) ? new URL(location, url).href : location,
      details,
      bytes: body,
    };
  }
  try {
    checkResponse(url, status, details.mediaType, Number(headerText(headers['content-length']) ?? 0), options.maxBytes);
  } catch (error) {
    body.destroy();
    throw error;
  }
  return {
    status,
    location: null,
    details,
    bytes: bounded(unpack(body, headerText(headers['content-encoding'])), url, options.maxBytes),
  };
}

const headerText = (header: string | string[] | undefined): string | null =>
  Array.isArray(header) ? (header[0] ?? null) : (header ?? null);

const NO_TEXT = /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|msword|vnd\.|octet-stream$|x-(?:tar|7z|rar))/;

function checkResponse(url: URL, status: number, mediaType: string | null, length: number, maxBytes: number): void {
  const at = { file: url.href };
  if (status >= 500) throw new ChanceryError('read/server-error', `The server answered with status ${status}.`, { at });
  if (status < 200 || status >= 300)
    throw new ChanceryError('read/http-status', `The server answered with status ${status}.`, { at });
  if (mediaType && NO_TEXT.test(mediaType))
    throw new ChanceryError('read/media-type', `It is "${mediaType}", not text.`, {
      at,
      expected: ['HTML', 'plain text', 'a feed', 'JSONL'],
    });
  if (length > maxBytes) throw tooLarge(url, maxBytes);
}

function tooLarge(url: URL, maxBytes: number): ChanceryError {
  return new ChanceryError(
    'read/too-large',
    `The response is larger than ${Math.round(maxBytes / 1024 / 1024)} MiB, unpacked.`,
    { at: { file: url.href } },
  );
}

function unpack(body: Readable, encoding: string | null): Readable {
  const unpackers = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };
  const create = unpackers[(encoding ?? '').trim().toLowerCase() as keyof typeof unpackers];
  return create ? pipeline(body, create(), () => undefined) : body;
}

/** Passes bytes on until there are too many: what is counted is what comes out of the unpacking. */
async function* bounded(bytes: Readable, url: URL, maxBytes: number): AsyncIterable<Uint8Array> {
  let length = 0;
  try {
    for await (const chunk of bytes) {
      length += chunk.length;
      if (length > maxBytes) throw tooLarge(url, maxBytes);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ChanceryError ? error : networkError(error, url);
  } finally {
    bytes.destroy();
  }
}

/** Says what went wrong on the way, in words; an error that no network gives is passed on as it is. */
function networkError(error: unknown, url: URL): unknown {
  const chain = [error, (error as { cause?: unknown } | null)?.cause];
  const refused = chain.find((link) => link instanceof ChanceryError);
  if (refused) return refused;
  const { name, code, message } = error as NodeJS.ErrnoException;
  const at = { file: url.href };
  if (name === 'TimeoutError' || name === 'AbortError' || /TIMEOUT|ETIMEDOUT/.test(code ?? '')) {
    return new ChanceryError('read/timeout', 'The server did not answer in time.', { at, cause: error });
  }
  if (typeof code !== 'string') return error;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new ChanceryError('read/unknown-host', `There is no host ${url.hostname}.`, { at, cause: error });
  return new ChanceryError('read/unreachable', `The server cannot be reached, or broke off: ${message}.`, {
    at,
    cause: error,
  });
}
