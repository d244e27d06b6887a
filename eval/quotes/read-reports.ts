/**
 * Prints the quotations of reports, one a line, to be read with one's own eyes; or a record with nothing but actors and quotations, for scoring.
 *
 *   npx tsx eval/quotes/read-reports.ts FILE… [--only ID,…] [--jsonl]
 *
 * FILE is a text, or JSONL with `id`, `title`, `text`, `published`.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { extractQuotations, loadQuotationLexicon, type QuotationFinding } from '../../src/quote/index.ts';
import type { Report } from '../../src/record/index.ts';
import { bareReport, openReader } from './open-reader.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, jsonl: { type: 'boolean', default: false } },
});

function reportsOf(file: string): Report[] {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.jsonl')) return [bareReport(text, file, null)];
  const rows = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return rows.map((row) =>
    bareReport(`${row.title ? `${row.title}\n\n` : ''}${row.text}`, `${file}#${row.id}`, row.published),
  );
}

function lineOf({ kind, speaker, speakerMention, cue, addressee, channel, time, text, how }: QuotationFinding): string {
  const who = `${speaker ?? '—'} “${speakerMention?.text ?? ''}”`;
  const details = [addressee && `to ${addressee}`, channel, time && `${time.from}…${time.to}`]
    .filter(Boolean)
    .join(', ');
  return `  ${kind.padEnd(8)} ${who} [${cue?.text ?? ''}] {${how}} ${details}\n           ${text.replaceAll('\n', ' ⏎ ')}`;
}

const read = await openReader();
const lexicon = loadQuotationLexicon();
const only = values.only?.split(',');
for (const report of positionals.flatMap(reportsOf)) {
  if (only && !only.some((id) => report.source.endsWith(`#${id}`))) continue;
  const resolved = await read(report);
  const quotations = extractQuotations(resolved, lexicon);
  const { actors } = resolved;
  if (values.jsonl) console.log(JSON.stringify({ report, actors, times: [], quotations, events: [], problems: [] }));
  else console.log([`== ${report.source}`, ...quotations.map(lineOf)].join('\n'));
}
