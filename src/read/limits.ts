/** How much may be read at once, and how long a server may take. */
export interface ReadLimits {
  /** One text, page or feed, after decompression. */
  readonly maxDocumentBytes: number;
  /** One line of JSONL; the file as a whole is not bounded. */
  readonly maxLineBytes: number;
  /** One response, decompressed. */
  readonly maxResponseBytes: number;
  readonly maxRedirects: number;
  /** Until the connection stands and the first bytes come. */
  readonly connectTimeoutMs: number;
  /** Between two pieces of a response. */
  readonly idleTimeoutMs: number;
  /** For a response as a whole, redirects included. */
  readonly totalTimeoutMs: number;
  /** Between two requests to one host, where its robots.txt does not say. */
  readonly hostIntervalMs: number;
}

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_LIMITS: ReadLimits = {
  maxDocumentBytes: 32 * MEBIBYTE,
  maxLineBytes: 8 * MEBIBYTE,
  maxResponseBytes: 16 * MEBIBYTE,
  maxRedirects: 5,
  connectTimeoutMs: 10_000,
  idleTimeoutMs: 15_000,
  totalTimeoutMs: 60_000,
  hostIntervalMs: 1000,
};
