import type { Source } from './source.ts';

/** The first characters, without a byte order mark and blanks; every form is recognised by ASCII marks. */
export function beginningOf(source: Source): string {
  const isUtf16 = source.head[0] === 0xff || source.head[0] === 0xfe;
  const label = isUtf16 ? (source.head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(label).decode(source.head).trimStart();
}

/** By its root element, or as a JSON Feed by its version. */
export function isFeed(beginning: string): boolean {
  return (
    /^<(?:rss|feed|rdf:RDF)\b/i.test(withoutProlog(beginning)) ||
    /^\{[^{}]{0,400}"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(beginning)
  );
}

/** Leaves out XML declarations, stylesheets, comments, and a doctype that is not HTML's. */
function withoutProlog(beginning: string): string {
  return beginning.replace(/^(?:<\?[^>]*>|<!--[\s\S]*?-->|<!doctype\s+(?!html)[^>[]*(?:\[[^\]]*\])?\s*>|\s+)*/i, '');
}

/** By its doctype or a tag at its very beginning, comments and XML declarations passed over. */
export function isHtml(beginning: string, source: Source): boolean {
  const start = withoutProlog(beginning);
  const isPage = /^<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h1|h2|table|span)\b/i.test(
    start,
  );
  return (
    isPage ||
    (source.mediaType === 'text/html' && start.startsWith('<')) ||
    source.mediaType === 'application/xhtml+xml'
  );
}

/** By an opening brace with a name after it. */
export function isJsonl(beginning: string): boolean {
  return /^\{\s*["}]/.test(beginning);
}

/** By the version line of its first record. */
export function isWarc(beginning: string): boolean {
  return /^WARC\/1\.\d\r?\n/.test(beginning);
}
