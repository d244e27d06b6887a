import type { RecordExporter } from './exporter.ts';

/** The records themselves, one a line. */
export const jsonl: RecordExporter = {
  over: 'records',
  name: 'jsonl',
  describes: 'the records themselves, one report a line',
  loses: 'nothing but the explanations',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  async *write(records) {
    for await (const record of records()) yield `${JSON.stringify(record)}\n`;
  },
};
