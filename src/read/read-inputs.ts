import type { ReadContext } from './context.ts';
import type { Fetcher } from './fetch/fetcher.ts';
import { isWebAddress, type Opening, openAddress, openPath, openStandardInput } from './inputs.ts';
import { DEFAULT_LIMITS, type ReadLimits } from './limits.ts';
import { parsePublished } from './parse-date.ts';
import { failure, type ReadResult } from './read-result.ts';
import { type InputKind, readSource } from './readers.ts';

/** How inputs are to be read. */
export interface ReadOptions {
  /** The publication date of every report that a line of JSONL or an item of a feed does not date itself. */
  readonly published?: string;
  /** The outlet of every report that does not name its own in a field. */
  readonly outlet?: string;
  /** The kind of every input, where its beginning would tell another. */
  readonly as?: InputKind;
  /** Whether addresses of this machine and of local networks may be read; they are refused by default. */
  readonly allowPrivate?: boolean;
  /** Whether the items of a feed that give no full text are read from the pages that they link to. */
  readonly followLinks?: boolean;
  /** What `-` reads; standard input by default. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly limits?: Partial<ReadLimits>;
}

/**
 * Reads files, folders, URLs and `-` into reports, one after the other and in the order given, holding one at a time.
 * An input (or line, or item) that cannot be read becomes a failure in its place and stops nothing. Throws `read/bad-date` at once for a bad `published`.
 */
export async function* readInputs(inputs: readonly string[], options: ReadOptions = {}): AsyncIterable<ReadResult> {
  const { context, close } = makeContext(options);
  try {
    for (const input of inputs) yield* guarded(input, readInput(input, context, options));
  } finally {
    await close();
  }
}

function makeContext(options: ReadOptions): { readonly context: ReadContext; readonly close: () => Promise<void> } {
  const { published, outlet, allowPrivate = false, followLinks = false } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const given = {
    ...(published === undefined ? {} : { published: parsePublished(published) }),
    ...(outlet === undefined ? {} : { outlet }),
  };
  let fetcher: Promise<Fetcher> | undefined;
  const openAddress = async (address: string) => {
    fetcher ??= makeFetcher(limits, allowPrivate);
    return (await fetcher).open(address);
  };
  return { context: { given, limits, openAddress, followLinks }, close: async () => (await fetcher)?.close() };
}

/** The web is loaded when the first address is read. */
async function makeFetcher(limits: ReadLimits, allowPrivate: boolean): Promise<Fetcher> {
  const { Fetcher } = await import('./fetch/fetcher.ts');
  return new Fetcher({ limits, ...(allowPrivate ? { allows: () => true } : {}) });
}

async function* readInput(input: string, context: ReadContext, options: ReadOptions): AsyncIterable<ReadResult> {
  for await (const opening of open(input, context, options)) {
    yield* guarded(opening.name, readOpening(opening, context, options.as));
  }
}

function open(input: string, context: ReadContext, options: ReadOptions): AsyncIterable<Opening> | Iterable<Opening> {
  if (input === '-') return [openStandardInput(options.stdin ?? process.stdin)];
  return isWebAddress(input) ? [openAddress(input, context)] : openPath(input);
}

async function* readOpening(opening: Opening, context: ReadContext, as?: InputKind): AsyncIterable<ReadResult> {
  yield* readSource(await opening.open(), context, as);
}

/** Passes results on, and ends them with a failure where reading breaks off. */
async function* guarded(source: string, results: AsyncIterable<ReadResult>): AsyncIterable<ReadResult> {
  try {
    yield* results;
  } catch (error) {
    yield failure(source, error);
  }
}
