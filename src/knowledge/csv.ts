import type { z } from 'zod';
import { ChanceryError } from '../problems.ts';

/** One record of a CSV file, with the line it starts on. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Reads comma-separated records (RFC 4180): quoted fields may hold commas, quotes and line breaks. The header is the first row. */
export function parseCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let line = 1;
  let start = 1;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const [field, next, breaks] = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
    fields.push(field);
    line += breaks;
    at = next;
    if (text[at] === ',') {
      at++;
      if (at >= text.length) fields.push('');
      continue;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    if (fields.length > 1 || fields[0] !== '') rows.push({ line: start, fields });
    fields = [];
    line++;
    start = line;
  }
  return rows;
}

function plainField(text: string, from: number): [string, number, number] {
  let end = from;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === 44 || code === 10 || code === 13) break;
    end++;
  }
  return [text.slice(from, end), end, 0];
}

function quotedField(text: string, from: number): [string, number, number] {
  let end = from + 1;
  while (end < text.length) {
    const quote = text.indexOf('"', end);
    if (quote < 0) break;
    if (text[quote + 1] !== '"') {
      const raw = text.slice(from + 1, quote);
      return [raw.replaceAll('""', '"'), quote + 1, raw.split('\n').length - 1];
    }
    end = quote + 2;
  }
  return [text.slice(from + 1), text.length, 0];
}

/** A validated record: its values, its line for messages, and the file where it is no table of knowledge/. */
export type Located<T> = T & { readonly line: number; readonly file?: string };

/** Where a record stands, as facts tell it: "igos.csv:12"; of an own file only its name, so that facts are told alike wherever it lies. */
export function placeOf(table: string, { file, line }: Located<unknown>): string {
  return `${file === undefined ? table : nameOf(file)}:${line}`;
}

/** The last part of a path. */
export function nameOf(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}

/** Reads a table and checks every record. Throws `knowledge/bad-row` with file and line. */
export function readTable<T extends z.ZodType>(file: string, text: string, schema: T): Located<z.infer<T>>[] {
  const [header, ...rows] = parseCsv(text);
  if (!header) throw new ChanceryError('knowledge/empty-file', `${file} has no header row.`, { at: { file } });
  return rows.map((row) => {
    if (row.fields.length !== header.fields.length) {
      const found = `${row.fields.length} fields where the header has ${header.fields.length}`;
      throw new ChanceryError('knowledge/bad-row', `The row has ${found}.`, { at: { file, line: row.line } });
    }
    const record = Object.fromEntries(header.fields.map((name, i) => [name, row.fields[i] ?? '']));
    const parsed = schema.safeParse(record);
    if (parsed.success) return Object.assign({ line: row.line }, parsed.data as object) as Located<z.infer<T>>;
    const issue = parsed.error.issues[0]!;
    const message = `${issue.path.join('.') || 'row'}: ${issue.message}`;
    throw new ChanceryError('knowledge/bad-row', message, { at: { file, line: row.line }, cause: parsed.error });
  });
}
