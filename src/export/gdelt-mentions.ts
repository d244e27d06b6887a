import type { Event, Report, ReportRecord, Span } from '../record/index.ts';
import type { ColumnFacts } from './columns.ts';
import type { RecordExporter } from './exporter.ts';
import { type GdeltRow, gdeltLine, gdeltMoment, gdeltRows } from './gdelt-row.ts';
import { loadGdeltCodes } from './load-gdelt-codes.ts';

/** The 16 columns of GDELT 2.0 mentions files, in their order. Source: GDELT Event Database Codebook 2.0. */
const COLUMNS: readonly ColumnFacts[] = [
  { name: 'GlobalEventID', type: 'integer', describes: 'the row of the events file that is mentioned' },
  { name: 'EventTimeDate', type: 'integer', describes: 'DATEADDED of that row' },
  { name: 'MentionTimeDate', type: 'integer', describes: 'publication date of the report as YYYYMMDDHHMMSS' },
  { name: 'MentionType', type: 'integer', describes: '1 where the report has an address, 2 where it has none' },
  { name: 'MentionSourceName', type: 'string', describes: 'the outlet' },
  { name: 'MentionIdentifier', type: 'string', describes: 'address of the report, or the file it was read from' },
  { name: 'SentenceID', type: 'integer', describes: 'number of the sentence, from 1, by Unicode sentence boundaries' },
  { name: 'Actor1CharOffset', type: 'integer', describes: 'where Actor1 is named in the passage; -1 where not' },
  { name: 'Actor2CharOffset', type: 'integer', describes: 'where Actor2 is named in the passage; -1 where not' },
  { name: 'ActionCharOffset', type: 'integer', describes: 'where the words of the act stand, or the passage begins' },
  { name: 'InRawText', type: 'integer', describes: 'always 1: nothing is rewritten before it is read' },
  { name: 'Confidence', type: 'integer', describes: 'confidence of the coding in tens, 10 to 100' },
  { name: 'MentionDocLen', type: 'integer', describes: 'length of the report in characters' },
  { name: 'MentionDocTone', type: 'number', describes: 'always empty: tone is not measured' },
  { name: 'MentionDocTranslationInfo', type: 'string', describes: 'always empty: nothing is translated' },
  { name: 'Extras', type: 'string', describes: 'always empty' },
];

/** Every passage that tells an event of the `gdelt` export, one a row. */
export const gdeltMentions: RecordExporter = {
  over: 'records',
  name: 'gdelt-mentions',
  describes: 'the passages behind the rows of `gdelt`, as GDELT 2.0 lists mentions: 16 columns',
  loses: 'the words themselves, and all that `gdelt` loses',
  extension: 'mentions.CSV',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  table: { columns: COLUMNS, delimiter: '\t', hasHeader: false },
  async *write(records) {
    const codes = loadGdeltCodes();
    for await (const record of records()) yield* mentionLines(record, gdeltRows(record, codes));
  },
};

function* mentionLines({ report }: ReportRecord, rows: readonly GdeltRow[]): Generator<string> {
  if (rows.length === 0) return;
  const sentences = [...SENTENCES.segment(report.text)].filter(({ segment }) => segment.trim() !== '');
  const sentenceStarts = sentences.map(({ index }) => index);
  for (const row of rows) {
    for (const passage of row.event.evidence) {
      const sentence = sentenceStarts.filter((start) => start <= passage.start).length;
      yield gdeltLine(mentionCells(row, report, passage, sentence));
    }
  }
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

function mentionCells(row: GdeltRow, report: Report, passage: Span, sentence: number) {
  const moment = gdeltMoment(report);
  return [
    row.id,
    moment,
    moment,
    report.url === null ? 2 : 1,
    report.outlet,
    report.url ?? report.source,
    sentence,
    namedAt(row, row.actor1?.id, passage),
    namedAt(row, row.actor2?.id, passage),
    actionAt(row.event, passage),
    1,
    Math.max(10, Math.round(row.event.confidence * 10) * 10),
    report.text.length,
    null,
    null,
    null,
  ];
}

function namedAt({ record }: GdeltRow, id: string | undefined, passage: Span): number {
  const mentions = record.actors.find((actor) => actor.id === id)?.mentions ?? [];
  return mentions.find(({ start, end }) => passage.start <= start && end <= passage.end)?.start ?? -1;
}

function actionAt({ trigger }: Event, passage: Span): number {
  return passage.start <= trigger.start && trigger.end <= passage.end ? trigger.start : passage.start;
}
