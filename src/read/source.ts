import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ChanceryError } from '../problems.ts';

/** What is known of some bytes besides the bytes: where they come from, and what a server said of them. */
export interface SourceDetails {
  /** The path, URL or `-` that stands in `report.source`. */
  readonly name: string;
  readonly url: string | null;
  /** The media type as a server states it, without parameters, in lower case. */
  readonly mediaType: string | null;
  readonly charset: string | null;
}

/** Takes a content type apart: "text/html; charset=UTF-8" is the media type text/html in the charset utf-8. */
export function mediaTypeOf(contentType: string): Pick<SourceDetails, 'mediaType' | 'charset'> {
  const [mediaType, ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const charsets = parameters.flatMap((parameter) => /^charset\s*=\s*"?([^"\s]+)"?$/.exec(parameter)?.[1] ?? []);
  return { mediaType: mediaType || null, charset: charsets[0] ?? null };
}

/** Bytes to be read once, with their beginning looked at already. `bytes` yields all of them, the head included. */
export interface Source extends SourceDetails {
  readonly head: Uint8Array;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const HEAD_LENGTH = 16 * 1024;

/** Looks at the beginning of a stream; gzip is unpacked on the way. */
export async function openSource(details: SourceDetails, stream: AsyncIterable<Uint8Array>): Promise<Source> {
  const { head, bytes } = await peek(stream);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return { ...details, head, bytes };
  return { ...details, ...(await peek(gunzip(details.name, bytes))) };
}

async function peek(stream: AsyncIterable<Uint8Array>): Promise<Pick<Source, 'head' | 'bytes'>> {
  const iterator = stream[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD_LENGTH) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
  }
  return { head: concat(first), bytes: resume(first, iterator) };
}

async function* resume(first: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

async function* gunzip(name: string, bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const unpacked = Readable.from(bytes).pipe(createGunzip());
  try {
    yield* unpacked;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('Z_')) throw cause;
    throw new ChanceryError('read/broken-gzip', 'The file begins as gzip but cannot be unpacked to its end.', {
      at: { file: name },
      cause,
    });
  }
}

/** Reads a whole source, up to `maxBytes`; throws `read/too-large` beyond, and `read/empty` where there is nothing. */
export async function readAll(source: Source, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of source.bytes) {
    length += part.length;
    if (length > maxBytes) throw tooLarge(source.name, maxBytes);
    parts.push(part);
  }
  if (length === 0) throw new ChanceryError('read/empty', 'There is nothing in it.', { at: { file: source.name } });
  return concat(parts);
}

function tooLarge(name: string, maxBytes: number): ChanceryError {
  return new ChanceryError(
    'read/too-large',
    `It is larger than ${Math.round(maxBytes / 1024 / 1024)} MiB, too much for one report.`,
    {
      at: { file: name },
      hint: 'Many reports go into one JSONL file, a line each: it is read line by line and may be of any size.',
    },
  );
}

/** Puts pieces together; a single piece is returned as it is. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}
