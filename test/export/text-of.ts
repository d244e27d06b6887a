import { entriesOfRecords } from '../../src/ask/index.ts';
import { EXPORTERS, exported } from '../../src/export/index.ts';
import type { ReportRecord } from '../../src/record/index.ts';

/** Records that were just read have no reviews. */
async function* reviews() {}

/** What an exporter makes of records, as bytes. */
export async function bytesOf(name: string, ...records: readonly ReportRecord[]): Promise<Buffer> {
  async function* each() {
    yield* records;
  }
  const exporter = EXPORTERS.find((candidate) => candidate.name === name)!;
  const pieces: Buffer[] = [];
  for await (const piece of exported(exporter, { records: each, timeline: () => entriesOfRecords(each()), reviews }))
    pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** What an exporter makes of records, as text. */
export async function textOf(name: string, ...records: readonly ReportRecord[]): Promise<string> {
  return (await bytesOf(name, ...records)).toString('utf8');
}
