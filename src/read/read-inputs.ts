import type { ReadContext } from './context.ts';
import { type Opening, openPath, openStandardInput } from './inputs.ts';
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
  /** What `-` reads; standard input by default. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly limits?: Partial<ReadLimits>;
}

/**
 * Reads files, folders, URLs and `-` into reports, one after the other and in the order given, holding one at a time.
 * An input (or line, or item) that cannot be read becomes a failure in its place and stops nothing. Throws `read/bad-date` at once for a bad `published`.
 */
export async function* readInputs(inputs: readonly string[], options: ReadOptions = {}): AsyncIterable<ReadResult> {
  const context = {
    given: {
      ...(options.published === undefined ? {} : { published: parsePublished(options.published) }),
      ...(options.outlet === undefined ? {} : { outlet: options.outlet }),
    },
    limits: { ...DEFAULT_LIMITS, ...options.limits },
  };
  for (const input of inputs) yield* guarded(input, readInput(input, context, options));
}

async function* readInput(input: string, context: ReadContext, options: ReadOptions): AsyncIterable<ReadResult> {
  for await (const opening of open(input, options))
    yield* guarded(opening.name, readOpening(opening, context, options.as));
}

function open(input: string, options: ReadOptions): AsyncIterable<Opening> | Iterable<Opening> {
  return input === '-' ? [openStandardInput(options.stdin ?? process.stdin)] : openPath(input);
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
