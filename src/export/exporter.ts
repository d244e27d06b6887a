import type { TimelineEntry } from '../ask/index.ts';
import type { ReportRecord } from '../record/index.ts';
import type { ReviewedRecord } from '../review/index.ts';
import type { ColumnFacts } from './columns.ts';

interface ExporterFacts {
  readonly name: string;
  /** One line for the help. */
  readonly describes: string;
  /** What a reader of the file cannot know any more. */
  readonly loses: string;
  readonly extension: string;
  readonly mediaType: string;
  /** The file is no text: not for a screen. */
  readonly isBinary?: boolean;
  /** What stands in each column, of formats that are text tables. */
  readonly table?: TableFacts;
}

/** How a text table is written down, and what stands in it. */
export interface TableFacts {
  readonly columns: readonly ColumnFacts[];
  readonly delimiter: ',' | '\t';
  readonly hasHeader: boolean;
}

/** A piece of a file. */
export type Piece = string | Uint8Array;

/** Writes the record report by report. */
export interface RecordExporter extends ExporterFacts {
  readonly over: 'records';
  /** The file, piece by piece. */
  readonly write: (records: () => AsyncIterable<ReportRecord>) => AsyncIterable<Piece>;
}

/** Writes events by date, whichever report they stand in. */
export interface TimelineExporter extends ExporterFacts {
  readonly over: 'timeline';
  /** The file, piece by piece. May go through the timeline more than once. */
  readonly write: (timeline: () => AsyncIterable<TimelineEntry>) => AsyncIterable<Piece>;
}

/** Writes what people made of reports. */
export interface ReviewExporter extends ExporterFacts {
  readonly over: 'reviews';
  /** The file, piece by piece. */
  readonly write: (reviews: () => AsyncIterable<ReviewedRecord>) => AsyncIterable<Piece>;
}

/** One way to write the record down for other programs or for people. */
export type Exporter = RecordExporter | TimelineExporter | ReviewExporter;

/** What an export can be made from. Each call begins at the start. */
export interface ExportSource {
  records(): AsyncIterable<ReportRecord>;
  timeline(): AsyncIterable<TimelineEntry>;
  /** Reports with the judgements of people on them. */
  reviews(): AsyncIterable<ReviewedRecord>;
}

/** An export, piece by piece. */
export function exported(exporter: Exporter, source: ExportSource): AsyncIterable<Piece> {
  switch (exporter.over) {
    case 'records':
      return exporter.write(() => source.records());
    case 'timeline':
      return exporter.write(() => source.timeline());
    case 'reviews':
      return exporter.write(() => source.reviews());
  }
}
