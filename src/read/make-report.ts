import { createHash } from 'node:crypto';
import type { Published, Report } from '../record/index.ts';
import type { Dateline } from './dateline.ts';
import { type Header, readHeader } from './header.ts';
import { normaliseLine, normaliseText } from './normalise.ts';
import { findOutlet, outletOfHost } from './outlets.ts';
import { localDate, parsePublished, type StatedDate } from './parse-date.ts';
import { isoDate } from './written-date.ts';

/** What is known of one report before it is normalised. Everything but the text and its source may be left out. */
export interface ReportFields {
  readonly text: string;
  readonly source: string;
  readonly title?: string | null | undefined;
  /** The publication date as somebody gives it: it overrules what the report says of itself. Throws `read/bad-date` where it is none. */
  readonly published?: string | null | undefined;
  /** The publication date as the page, feed or archive states it. */
  readonly stated?: StatedDate | null | undefined;
  readonly outlet?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly byline?: string | null | undefined;
  readonly language?: string | null | undefined;
  /** The language that the page or feed declares: taken where the text is too short to tell. */
  readonly statedLanguage?: string | null | undefined;
  /** A dateline that stood apart from the text: it becomes the first line of the body. */
  readonly dateline?: string | null | undefined;
}

/**
 * Makes a report: the text is normalised once, the title put first unless the body begins with it, and the lines between title and body
 * are read for dateline, byline and date. The id is a hash of the text and the publication date. Throws `read/bad-date` for a date that is none.
 */
export function makeReport(fields: ReportFields): Report {
  const title = normaliseLine(fields.title);
  const separateDateline = normaliseLine(fields.dateline);
  const body = withFirstLine(normaliseText(fields.text), separateDateline);
  const text = withTitle(body, title);
  const bodyStart = title === null ? 0 : titleEnd(text, title);
  const header = readHeader(text, bodyStart);
  const dateline = header.dateline ?? spanOf(text, separateDateline, bodyStart);
  const outlet = normaliseLine(fields.outlet) ?? dateline?.outlet ?? hostOutlet(fields.url);
  const published = publishedOf(fields, header, dateline, outlet);
  return {
    id: reportId(text, published.value),
    source: fields.source,
    url: fields.url ?? null,
    outlet,
    title,
    byline: normaliseLine(fields.byline) ?? header.byline,
    language: fields.language ?? null,
    dateline: dateline && { ...dateline.span, place: dateline.place },
    published,
    text,
  };
}

/** The hash that names a report: the same words, published on the same day, are the same report wherever they were read. */
export function reportId(text: string, published: string | null): string {
  return `r_${createHash('sha256')
    .update(`${text}\n${published ?? ''}`)
    .digest('hex')
    .slice(0, 16)}`;
}

function withTitle(body: string, title: string | null): string {
  if (title === null || titleEnd(body, title) > 0) return body;
  return body === '' ? title : `${title}\n\n${body}`;
}

function withFirstLine(body: string, line: string | null): string {
  return line === null || body.startsWith(line) ? body : `${line}\n\n${body}`;
}

/** Where the body goes on after a title that it begins with, on one line or several; 0 where it does not begin with it. */
function titleEnd(text: string, title: string): number {
  const wanted = fold(title);
  let end = 0;
  for (let found = ''; found.length < wanted.length && end < text.length; ) {
    const lineEnd = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end);
    found += fold(text.slice(end, lineEnd));
    if (!wanted.startsWith(found)) return 0;
    end = lineEnd + 1;
    if (found === wanted) return Math.min(end, text.length);
  }
  return 0;
}

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function spanOf(text: string, line: string | null, from: number): Dateline | null {
  const start = line === null ? -1 : text.indexOf(line, from);
  if (line === null || start === -1) return null;
  const place = /^\p{L}[^\d,]*$/u.test(line) ? line : null;
  return { span: { start, end: start + line.length, text: line }, place, outlet: null, date: null };
}

function hostOutlet(url: string | null | undefined): string | null {
  return url && URL.canParse(url) ? (outletOfHost(new URL(url).hostname)?.name ?? null) : null;
}

function publishedOf(
  fields: ReportFields,
  header: Header,
  dateline: Dateline | null,
  outlet: string | null,
): Published {
  const given = fields.published?.trim() ? parsePublished(fields.published, fields.source) : null;
  if (given) return dated(given, 'given');
  const zone = outlet === null ? null : (findOutlet(outlet)?.zone ?? null);
  const stated = fields.stated ?? header.published;
  const value = stated ? localDate(stated, zone) : datelineDate(dateline);
  return value ? dated(value, 'metadata') : dated(null, 'unknown');
}

/** A dateline's date counts only with its year. */
function datelineDate(dateline: Dateline | null): string | null {
  const date = dateline?.date;
  return date && date.year !== null ? isoDate(date.year, date.month, date.day) : null;
}

function dated(value: string | null, basis: Published['basis']): Published {
  return { value, basis, from: value, to: value, reasons: [] };
}
