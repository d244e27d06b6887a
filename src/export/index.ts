import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { plover } from './plover.ts';

export { CSV_COLUMNS, csv } from './csv.ts';
export { csvCell, csvLine } from './csv-cell.ts';
export { type Exporter, type ExportSource, exported, type RecordExporter, type TimelineExporter } from './exporter.ts';
export { markdown } from './markdown.ts';
export { type PloverParty, type PloverRow, ploverRows } from './plover.ts';

/** Every format that the record can be written in, in the order that the help shows. */
export const EXPORTERS: readonly Exporter[] = [jsonl, plover, csv, markdown];
