import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { ChanceryError } from '../../problems.ts';
import { parseHeaders } from './records.ts';

/** An HTTP response as an archive keeps it, its body put together and unpacked. */
export interface ArchivedResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** Takes an archived response apart; throws `read/broken-archive` where its body cannot be unpacked within `maxBytes`. Source: RFC 9112. */
export function parseResponse(content: Uint8Array, file: string, maxBytes: number): ArchivedResponse {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const end = bytes.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = bytes
    .subarray(0, end === -1 ? bytes.length : end)
    .toString('latin1')
    .split('\r\n');
  const headers = parseHeaders(lines);
  const raw = end === -1 ? Buffer.alloc(0) : bytes.subarray(end + 4);
  const whole = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '') ? joinChunks(raw) : raw;
  return {
    status: Number(/^HTTP\/\S+\s+(\d{3})/.exec(statusLine)?.[1] ?? 0),
    headers,
    body: unpack(whole, headers.get('content-encoding') ?? '', file, maxBytes),
  };
}

/** Puts a chunked body together. Some archives keep the header and not the chunks: such a body is returned as it is. */
function joinChunks(raw: Buffer): Buffer {
  const parts: Buffer[] = [];
  let position = 0;
  while (position < raw.length) {
    const lineEnd = raw.indexOf('\r\n', position);
    const size =
      lineEnd === -1
        ? null
        : /^\s*([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(raw.subarray(position, lineEnd).toString('latin1'));
    if (!size) return parts.length === 0 ? raw : Buffer.concat(parts);
    const length = Number.parseInt(size[1]!, 16);
    if (length === 0) break;
    parts.push(raw.subarray(lineEnd + 2, lineEnd + 2 + length));
    position = lineEnd + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

const UNPACKERS = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync };

/** Archives that unpack while they record keep the header all the same: gzip is unpacked only where it is there. */
function unpack(body: Buffer, encoding: string, file: string, maxBytes: number): Uint8Array {
  const unpacker = UNPACKERS[encoding.trim().toLowerCase() as keyof typeof UNPACKERS];
  const isPlainAfterAll = unpacker === gunzipSync && (body[0] !== 0x1f || body[1] !== 0x8b);
  if (!unpacker || isPlainAfterAll) return body;
  try {
    return unpacker(body, { maxOutputLength: maxBytes });
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new ChanceryError(
      'read/broken-archive',
      `A response packed as ${encoding} cannot be unpacked: ${cause.message}.`,
      { at: { file }, cause },
    );
  }
}
