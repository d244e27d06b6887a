import { csl } from './csl.ts';
import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { gdelt } from './gdelt.ts';
import { gdeltMentions } from './gdelt-mentions.ts';
import { gexf } from './gexf.ts';
import { gold } from './gold.ts';
import { graphml } from './graphml.ts';
import { html } from './html.ts';
import { ics } from './ics.ts';
import { jsonld } from './json-ld.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { parquet } from './parquet.ts';
import { plover } from './plover.ts';

export type { ColumnFacts } from './columns.ts';
export { csv } from './csv.ts';
export { csvCell, csvLine } from './csv-cell.ts';
export { dataPackage } from './data-package.ts';
export { EVENT_COLUMNS } from './event-table.ts';
export {
  type Exporter,
  type ExportSource,
  exported,
  type Piece,
  type RecordExporter,
  type ReviewExporter,
  type TimelineExporter,
} from './exporter.ts';
export { GDELT_COLUMNS } from './gdelt.ts';
export { markdown } from './markdown.ts';
export { type PloverRow, ploverRows } from './plover.ts';
export type { PloverParty } from './plover-homes.ts';

/** Every format that the record can be written in, in the order that the help shows. */
export const EXPORTERS: readonly Exporter[] = [
  jsonl,
  plover,
  gdelt,
  gdeltMentions,
  csv,
  parquet,
  jsonld,
  graphml,
  gexf,
  ics,
  markdown,
  html,
  csl,
  gold,
];
export * from './question-tables.ts';
