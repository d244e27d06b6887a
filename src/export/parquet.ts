import type { SchemaElement } from 'hyparquet';
import type { TimelineEntry } from '../ask/index.ts';
import type { CellValue, ColumnFacts } from './columns.ts';
import { EVENT_COLUMNS } from './event-table.ts';
import type { TimelineExporter } from './exporter.ts';

/** So many rows are held in memory at once. */
const ROWS_IN_GROUP = 10_000;

/** Events as typed columns: several values are lists, days are dates. */
export const parquet: TimelineExporter = {
  over: 'timeline',
  name: 'parquet',
  describes: 'events as typed columns for DuckDB, pandas, R and the like, by date',
  loses: 'quotations, time expressions, where in the text everything stands',
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  isBinary: true,
  async *write(timeline) {
    const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
    const bytes = new ByteWriter();
    const kvMetadata = [{ key: 'columns', value: JSON.stringify(dictionary()) }];
    const file = new ParquetWriter({ writer: bytes, schema: schema(), createdBy: 'chancery', kvMetadata });
    for await (const rows of groups(timeline())) {
      await file.write({
        columnData: EVENT_COLUMNS.map((column) => columnData(column, rows)),
        rowGroupSize: rows.length,
      });
      yield taken(bytes);
    }
    await file.finish();
    yield taken(bytes);
  },
};

/** What was written since the last time; the writer starts over, and keeps counting. */
function taken(bytes: { index: number; getBytes(): Uint8Array }): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}

async function* groups(timeline: AsyncIterable<TimelineEntry>): AsyncGenerator<readonly TimelineEntry[]> {
  let rows: TimelineEntry[] = [];
  for await (const entry of timeline) {
    rows.push(entry);
    if (rows.length < ROWS_IN_GROUP) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

type EventColumn = (typeof EVENT_COLUMNS)[number];

function columnData({ name, type, cell }: EventColumn, rows: readonly TimelineEntry[]) {
  return { name, data: rows.map((row) => (type === 'date' ? asDate(cell(row)) : cell(row))) };
}

function asDate(value: CellValue): Date | null {
  return typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : null;
}

function schema(): SchemaElement[] {
  return [{ name: 'events', num_children: EVENT_COLUMNS.length }, ...EVENT_COLUMNS.flatMap(elements)];
}

/** A list is three elements deep. Source: Parquet format, LogicalTypes.md, "Lists". */
function elements({ name, type }: ColumnFacts): SchemaElement[] {
  switch (type) {
    case 'strings':
      return [
        { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      ];
    case 'string':
      return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }];
    case 'date':
      return [{ name, type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' }];
    case 'integer':
      return [{ name, type: 'INT32', repetition_type: 'OPTIONAL' }];
    case 'number':
      return [{ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' }];
  }
}

function dictionary(): Readonly<Record<string, string>> {
  return Object.fromEntries(EVENT_COLUMNS.map(({ name, describes }) => [name, describes]));
}
