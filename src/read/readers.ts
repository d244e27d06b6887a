import { ChanceryError } from '../problems.ts';
import type { ReadContext } from './context.ts';
import { refuseBinary } from './decode.ts';
import { readFeed } from './feed/read-feed.ts';
import { readHtml } from './html/read-html.ts';
import { readJsonl } from './jsonl.ts';
import type { ReadResult } from './read-result.ts';
import type { Source } from './source.ts';
import { readText } from './text.ts';

/** The kinds of input, as `--as` names them. */
export const INPUT_KINDS = ['text', 'html', 'jsonl', 'feed', 'warc'] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

/** One way to turn bytes into reports. */
export interface Reader {
  readonly kind: InputKind;
  /** Tells the kind from the beginning of the bytes, and from the media type where a server states one. */
  readonly recognises: (beginning: string, source: Source) => boolean;
  readonly read: (source: Source, context: ReadContext) => AsyncIterable<ReadResult>;
}

/** Every reader, in the order in which they are asked; the last one takes what is left. */
export const READERS: readonly Reader[] = [
  { kind: 'feed', recognises: isFeed, read: readFeed },
  { kind: 'jsonl', recognises: (beginning) => /^\{\s*["}]/.test(beginning), read: readJsonl },
  { kind: 'html', recognises: isHtml, read: readHtml },
  { kind: 'text', recognises: () => true, read: readText },
];

/** By its root element, or as a JSON Feed by its version. */
function isFeed(beginning: string): boolean {
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
function isHtml(beginning: string, source: Source): boolean {
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

/** Reads a source with the reader that `as` names, or with the first that recognises its beginning. */
export async function* readSource(source: Source, context: ReadContext, as?: InputKind): AsyncIterable<ReadResult> {
  refuseBinary(source.head, source.name);
  const beginning = beginningOf(source);
  const reader = READERS.find((candidate) =>
    as === undefined ? candidate.recognises(beginning, source) : candidate.kind === as,
  );
  if (!reader)
    throw new ChanceryError('read/unknown-kind', `"${as}" is no kind of input.`, {
      at: { file: source.name },
      expected: READERS.map(({ kind }) => kind),
    });
  yield* reader.read(source, context);
}

/** The first characters, without a byte order mark and blanks; every form is recognised by ASCII marks. */
function beginningOf(source: Source): string {
  const isUtf16 = source.head[0] === 0xff || source.head[0] === 0xfe;
  const label = isUtf16 ? (source.head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(label).decode(source.head).trimStart();
}
