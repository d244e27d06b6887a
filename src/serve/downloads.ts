import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { csvLine, type Piece } from '../export/index.ts';

export type Cell = string | number | null;

/** A table to download: the names of its columns with what stands in them. */
export interface TableOf<Entry> {
  readonly name: string;
  readonly columns: Readonly<Record<string, (entry: Entry) => Cell>>;
}

const MEDIA_TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const;

/** A whole list as a file, sent as it is read: CSV with would-be formulas disarmed, or one JSON object a line. */
export function download<Entry>(
  context: Context,
  table: TableOf<Entry>,
  format: keyof typeof MEDIA_TYPES,
  entries: AsyncIterable<Entry>,
): Response {
  const lines = format === 'csv' ? csvLines(table, entries) : jsonLines(entries);
  return sendFile(context, `chancery-${table.name}.${format}`, MEDIA_TYPES[format], lines);
}

/** Sends a file piece by piece, under a name to save it by. */
export function sendFile(context: Context, name: string, mediaType: string, pieces: AsyncIterable<Piece>): Response {
  context.header('content-type', mediaType);
  context.header('content-disposition', `attachment; filename="${name}"`);
  return stream(context, async (out) => {
    for await (const piece of pieces) {
      if (out.aborted) return;
      await out.write(piece);
    }
  });
}

async function* csvLines<Entry>({ columns }: TableOf<Entry>, entries: AsyncIterable<Entry>): AsyncIterable<string> {
  yield csvLine(Object.keys(columns));
  for await (const entry of entries) yield csvLine(Object.values(columns).map((cell) => cell(entry)));
}

async function* jsonLines(entries: AsyncIterable<unknown>): AsyncIterable<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}
