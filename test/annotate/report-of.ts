import type { Report } from '../../src/record/index.ts';

/** A report of which only the text, and what is given besides, is known. */
export function reportOf(text: string, known: Partial<Report> = {}): Report {
  return {
    id: 'r_test',
    source: '-',
    url: null,
    outlet: null,
    title: null,
    byline: null,
    language: null,
    dateline: null,
    published: { value: null, basis: 'unknown', from: null, to: null, reasons: [] },
    text,
    ...known,
  };
}
