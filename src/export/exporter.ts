import type { TimelineEntry } from '../ask/index.ts';
import type { ReportRecord } from '../record/index.ts';

interface ExporterFacts {
  readonly name: string;
  /** One line for the help. */
  readonly describes: string;
  /** What a reader of the file cannot know any more. */
  readonly loses: string;
  readonly extension: string;
  readonly mediaType: string;
}

/** Writes the record report by report. */
export interface RecordExporter extends ExporterFacts {
  readonly over: 'records';
  /** The text of the file, piece by piece. */
  readonly write: (records: AsyncIterable<ReportRecord>) => AsyncIterable<string>;
}

/** Writes events by date, whichever report they stand in. */
export interface TimelineExporter extends ExporterFacts {
  readonly over: 'timeline';
  /** The text of the file, piece by piece. */
  readonly write: (entries: AsyncIterable<TimelineEntry>) => AsyncIterable<string>;
}

/** One way to write the record down for other programs or for people. */
export type Exporter = RecordExporter | TimelineExporter;

/** What an export can be made from. */
export interface ExportSource {
  records(): AsyncIterable<ReportRecord>;
  timeline(): AsyncIterable<TimelineEntry>;
}

/** The text of an export, piece by piece. */
export function exported(exporter: Exporter, source: ExportSource): AsyncIterable<string> {
  return exporter.over === 'records' ? exporter.write(source.records()) : exporter.write(source.timeline());
}
