import { z } from 'zod';
import { ChanceryError, type Problem } from '../problems.ts';
import { RECORD_SCHEMA, reportSchema } from '../record/index.ts';
import type { ReadContext } from './context.ts';
import { decodeBytes } from './decode.ts';
import { type NumberedLine, splitLines } from './lines.ts';
import { parsePublished } from './parse-date.ts';
import { failure, type ReadResult, readReport } from './read-result.ts';
import type { Source } from './source.ts';

const text = z.string().nullish();
const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  title: text,
  published: text,
  outlet: text,
  url: text,
  dateline: text,
  byline: text,
  language: text,
});
const recordSchema = z.object({ schema: z.literal(RECORD_SCHEMA), report: reportSchema });

/** Reads JSONL, one report a line: a bad line is a failure of its own and the next is read. */
export async function* readJsonl(source: Source, context: ReadContext): AsyncIterable<ReadResult> {
  let count = 0;
  for await (const line of splitLines(source.bytes, context.limits.maxLineBytes)) {
    if (line.bytes !== null && isBlank(line.bytes)) continue;
    count++;
    yield await readLine(line, source, context).catch((error) => failure(`${source.name}#${line.number}`, error));
  }
  if (count === 0) throw new ChanceryError('read/empty', 'There is nothing in it.', { at: { file: source.name } });
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

async function readLine(line: NumberedLine, source: Source, context: ReadContext): Promise<ReadResult> {
  const at = { file: source.name, line: line.number };
  if (line.bytes === null) {
    const limit = Math.round(context.limits.maxLineBytes / 1024 / 1024);
    throw new ChanceryError(
      'read/line-too-long',
      `The line is ${line.length} bytes long; a report may have ${limit} MiB.`,
      { at },
    );
  }
  const decoded = decodeBytes(line.bytes, source.charset, source.name);
  return readObject(parseJson(decoded.text, at), `${source.name}#`, at, context, decoded.problems);
}

function parseJson(json: string, at: { readonly file: string; readonly line: number }): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const hint = 'Each line is one object: {"id", "text", "title"?, "published"?, "outlet"?, "url"?, "dateline"?}.';
    throw new ChanceryError('read/bad-json', `The line is no JSON: ${cause.message}.`, { at, hint, cause });
  }
}

/** Reads one JSON object as a report: the fields of a JSONL line, or a record that Chancery has written before. */
export async function readObject(
  value: unknown,
  prefix: string,
  at: { readonly file: string; readonly line: number },
  context: ReadContext,
  problems: readonly Problem[] = [],
): Promise<ReadResult> {
  const record = recordSchema.safeParse(value);
  if (record.success) return { kind: 'report', report: record.data.report, problems };
  const line = lineSchema.safeParse(value);
  if (!line.success) throw badLine(line.error, at);
  const { id, published, ...fields } = line.data;
  const date = checkDate(published, at.file);
  return readReport(
    {
      ...fields,
      source: `${prefix}${id ?? at.line}`,
      published: date.published ?? context.given.published,
      outlet: fields.outlet ?? context.given.outlet,
    },
    [...problems, ...date.problems],
  );
}

function badLine(error: z.ZodError, at: { readonly file: string; readonly line: number }): ChanceryError {
  const issue = error.issues[0]!;
  const where = issue.path.length > 0 ? `"${issue.path.join('.')}"` : 'The line';
  return new ChanceryError('read/bad-line', `${where}: ${issue.message}.`, {
    at,
    expected: ['an object with "text", and "id", "title", "published", "outlet", "url", "dateline" when known'],
  });
}

/** A report is not lost for a date that is none: the date is left out and a problem says so. */
function checkDate(
  published: string | null | undefined,
  file: string,
): { readonly published?: string; readonly problems: readonly Problem[] } {
  if (!published?.trim()) return { problems: [] };
  try {
    return { published: parsePublished(published, file), problems: [] };
  } catch (error) {
    if (!(error instanceof ChanceryError)) throw error;
    return { problems: [{ code: error.code, message: `${error.message} It was left out.`, span: null }] };
  }
}
