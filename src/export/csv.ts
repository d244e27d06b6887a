import type { TimelineEntry } from '../ask/index.ts';
import type { Column } from './columns.ts';
import { csvLine } from './csv-cell.ts';
import { EVENT_COLUMNS } from './event-table.ts';
import type { TimelineExporter } from './exporter.ts';

/** Several values in one cell stand apart by this; pieces of evidence by a longer mark, as they hold semicolons themselves. */
const BETWEEN = '; ';
const BETWEEN_EVIDENCE = ' … ';

/** Events as a table of text, with a header. */
export const csv: TimelineExporter = {
  over: 'timeline',
  name: 'csv',
  describes: 'events as a table for spreadsheets and statistics, by date',
  loses: 'quotations, time expressions, where in the text everything stands',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  table: { columns: EVENT_COLUMNS, delimiter: ',', hasHeader: true },
  async *write(timeline) {
    yield csvLine(EVENT_COLUMNS.map(({ name }) => name));
    for await (const entry of timeline()) yield csvLine(EVENT_COLUMNS.map((column) => cellOf(column, entry)));
  },
};

function cellOf({ name, cell }: Column<TimelineEntry>, entry: TimelineEntry): string | number | null {
  const value = cell(entry);
  if (value === null || typeof value !== 'object') return value;
  return value.join(name === 'evidence' ? BETWEEN_EVIDENCE : BETWEEN);
}
