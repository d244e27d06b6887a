import { concat } from '../source.ts';

/** Reads a stream of bytes piece by piece, by lines and by lengths, and knows how far it has come. */
export class ByteReader {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);
  #offset = 0;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#iterator = bytes[Symbol.asyncIterator]();
  }

  /** How many bytes have been read. */
  get offset(): number {
    return this.#offset;
  }

  /** Reads up to the next line feed, without the line's end; null at the end of the stream. A line beyond `maxBytes` is cut there. */
  async line(maxBytes: number): Promise<string | null> {
    while (!this.#rest.includes(LINE_FEED) && this.#rest.length < maxBytes) {
      if (!(await this.#more())) break;
    }
    if (this.#rest.length === 0) return null;
    const end = this.#rest.indexOf(LINE_FEED);
    const line = this.#take(end === -1 ? Math.min(this.#rest.length, maxBytes) : end + 1);
    return Buffer.from(line)
      .toString('utf8')
      .replace(/\r?\n$/, '');
  }

  /** Reads so many bytes, or what is left; null where there are more than `maxBytes`, which are passed over. */
  async block(length: number, maxBytes: number): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    let missing = length;
    while (missing > 0 && (this.#rest.length > 0 || (await this.#more()))) {
      const part = this.#take(Math.min(missing, this.#rest.length));
      missing -= part.length;
      if (length <= maxBytes) parts.push(part);
    }
    return length <= maxBytes ? concat(parts) : null;
  }

  /** Ends the stream. */
  async close(): Promise<void> {
    await this.#iterator.return?.();
  }

  #take(length: number): Uint8Array {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    this.#offset += length;
    return taken;
  }

  async #more(): Promise<boolean> {
    const next = await this.#iterator.next();
    if (next.done) return false;
    this.#rest = this.#rest.length === 0 ? next.value : concat([this.#rest, next.value]);
    return true;
  }
}

const LINE_FEED = 0x0a;
