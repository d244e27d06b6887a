import { ChanceryError } from '../problems.ts';
import type { ReadContext } from './context.ts';
import { refuseBinary } from './decode.ts';
import type { ReadResult } from './read-result.ts';
import { beginningOf, isFeed, isHtml, isJsonl, isWarc } from './recognise.ts';
import type { Source } from './source.ts';

/** The kinds of input, as `--as` names them. */
export const INPUT_KINDS = ['text', 'html', 'jsonl', 'feed', 'warc'] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

/** Turns bytes into reports. */
export type Read = (source: Source, context: ReadContext) => AsyncIterable<ReadResult>;

/** One kind of input: how it is recognised, and what reads it, loaded when it is needed. */
export interface Reader {
  readonly kind: InputKind;
  /** Tells the kind from the beginning of the bytes, and from the media type where a server states one. */
  readonly recognises: (beginning: string, source: Source) => boolean;
  readonly load: () => Promise<Read>;
}

/** Every reader, in the order in which they are asked; the last one takes what is left. */
export const READERS: readonly Reader[] = [
  { kind: 'warc', recognises: isWarc, load: async () => (await import('./warc/read-warc.ts')).readWarc },
  { kind: 'feed', recognises: isFeed, load: async () => (await import('./feed/read-feed.ts')).readFeed },
  { kind: 'jsonl', recognises: isJsonl, load: async () => (await import('./jsonl.ts')).readJsonl },
  { kind: 'html', recognises: isHtml, load: async () => (await import('./html/read-html.ts')).readHtml },
  { kind: 'text', recognises: () => true, load: async () => (await import('./text.ts')).readText },
];

/** Reads a source with the reader that `as` names, or with the first that recognises its beginning. */
export async function* readSource(source: Source, context: ReadContext, as?: InputKind): AsyncIterable<ReadResult> {
  const beginning = beginningOf(source);
  const reader = READERS.find((candidate) =>
    as === undefined ? candidate.recognises(beginning, source) : candidate.kind === as,
  );
  if (!reader) {
    throw new ChanceryError('read/unknown-kind', `"${as}" is no kind of input.`, {
      at: { file: source.name },
      expected: INPUT_KINDS,
    });
  }
  if (reader.kind !== 'warc') refuseBinary(source.head, source.name);
  const read = await reader.load();
  yield* read(source, context);
}
