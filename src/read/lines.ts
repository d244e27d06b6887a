import { concat } from './source.ts';

/** One line of a file, counted from 1; `bytes` is null where it is longer than allowed, and `length` still tells how long it is. */
export interface NumberedLine {
  readonly number: number;
  readonly bytes: Uint8Array | null;
  readonly length: number;
}

const LINE_FEED = 0x0a;

/** Splits bytes into lines as they come. Never holds more than one line of `maxBytes` and one chunk: what goes beyond is counted and dropped. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncIterable<NumberedLine> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array) => {
    length += part.length;
    if (length > maxBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = (): NumberedLine => {
    const line = { number: number++, bytes: length > maxBytes ? null : concat(parts), length };
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}
