import { ChanceryError } from '../../problems.ts';
import type { ReadContext } from '../context.ts';
import { failure, type ReadResult } from '../read-result.ts';
import { readSource } from '../readers.ts';
import { mediaTypeOf, openSource, type Source, type SourceDetails } from '../source.ts';
import { parseResponse } from './http-message.ts';
import { readRecords, type WarcRecord } from './records.ts';

/** Media that can hold reports; an archive's scripts, styles and pictures are passed over. */
const READABLE =
  /^(?:text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|rdf\+xml|feed\+json))$/;

/** Reads the pages of a WARC archive, packed or not, record by record. `report.source` ends in the offset of the record. */
export async function* readWarc(source: Source, context: ReadContext): AsyncIterable<ReadResult> {
  let count = 0;
  for await (const record of readRecords(source.bytes, source.name, context.limits.maxDocumentBytes)) {
    for await (const result of readRecord(record, `${source.name}#${record.offset}`, context)) {
      count++;
      yield result;
    }
  }
  if (count === 0)
    throw new ChanceryError('read/empty', 'There are no pages in the archive.', { at: { file: source.name } });
}

async function* readRecord(record: WarcRecord, name: string, context: ReadContext): AsyncIterable<ReadResult> {
  try {
    const page = pageOf(record, name, context.limits.maxDocumentBytes);
    if (page) yield* readSource(await openSource(page.details, once(page.body)), context);
  } catch (error) {
    yield failure(name, error);
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** The page that a record holds; null for records of other kinds, other media, and answers that are no success. */
function pageOf(
  record: WarcRecord,
  name: string,
  maxBytes: number,
): { readonly details: SourceDetails; readonly body: Uint8Array } | null {
  const isResponse = record.type === 'response' && /^application\/http\b/i.test(record.contentType);
  if ((!isResponse && record.type !== 'resource') || isRobots(record.targetUri)) return null;
  if (record.content === null) {
    const limit = Math.round(maxBytes / 1024 / 1024);
    throw new ChanceryError('read/too-large', `The record has ${record.length} bytes, more than ${limit} MiB.`, {
      at: { file: name },
    });
  }
  const response = isResponse ? parseResponse(record.content, name, maxBytes) : null;
  const { mediaType, charset } = mediaTypeOf(
    response?.headers.get('content-type') ?? (isResponse ? '' : record.contentType),
  );
  if (!mediaType || !READABLE.test(mediaType) || (response && response.status !== 200)) return null;
  return { details: { name, url: record.targetUri, mediaType, charset }, body: response?.body ?? record.content };
}

const isRobots = (uri: string | null) => uri !== null && /^https?:\/\/[^/]+\/robots\.txt$/.test(uri);
