import type { Report } from '../../src/record/index.ts';
import { type GoldDocument, rawText } from '../core/treebank.ts';

/** A text of GUM as a report without a date. */
export function reportOf(document: GoldDocument): Report {
  const published = { value: null, basis: 'unknown' as const, from: null, to: null, reasons: [] };
  const none = { url: null, outlet: null, title: null, byline: null, dateline: null };
  return { id: document.id, source: '-', ...none, language: 'en', published, text: rawText(document) };
}
