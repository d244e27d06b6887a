import { ChanceryError } from '../../problems.ts';
import { ByteReader } from './byte-reader.ts';

/** One record of an archive; `content` is null where it is larger than allowed. */
export interface WarcRecord {
  /** Where the record begins in the archive, in bytes after unpacking. */
  readonly offset: number;
  readonly type: string;
  readonly targetUri: string | null;
  readonly contentType: string;
  readonly length: number;
  readonly content: Uint8Array | null;
}

const MAX_HEADER_LINE = 16 * 1024;
const MAX_HEADER_LINES = 200;

/** Reads the records of a WARC archive in turn, holding one; throws `read/broken-archive` where one does not begin as it should. Source: ISO 28500, WARC 1.1. */
export async function* readRecords(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  maxBytes: number,
): AsyncIterable<WarcRecord> {
  const reader = new ByteReader(bytes);
  try {
    for (
      let record = await readRecord(reader, file, maxBytes);
      record;
      record = await readRecord(reader, file, maxBytes)
    )
      yield record;
  } finally {
    await reader.close();
  }
}

async function readRecord(reader: ByteReader, file: string, maxBytes: number): Promise<WarcRecord | null> {
  let version: string | null = '';
  let offset = reader.offset;
  while (version === '') {
    offset = reader.offset;
    version = await reader.line(MAX_HEADER_LINE);
  }
  if (version === null) return null;
  const headers = /^WARC\/1\.\d$/.test(version) ? await readHeaders(reader) : null;
  const length = Number(headers?.get('content-length') ?? Number.NaN);
  if (!headers || !Number.isSafeInteger(length) || length < 0) {
    throw new ChanceryError('read/broken-archive', `At byte ${offset} there is no whole WARC record.`, {
      at: { file },
      hint: 'The archive may be cut short: what came before was read.',
    });
  }
  return {
    offset,
    type: headers.get('warc-type') ?? '',
    targetUri: headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null,
    contentType: headers.get('content-type') ?? '',
    length,
    content: await reader.block(length, maxBytes),
  };
}

async function readHeaders(reader: ByteReader): Promise<ReadonlyMap<string, string>> {
  const lines: string[] = [];
  for (
    let line = await reader.line(MAX_HEADER_LINE);
    line && lines.length < MAX_HEADER_LINES;
    line = await reader.line(MAX_HEADER_LINE)
  ) {
    lines.push(line);
  }
  return parseHeaders(lines);
}

/** Reads "Name: value" lines; names in lower case, the first of a name counts. */
export function parseHeaders(lines: readonly string[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}
