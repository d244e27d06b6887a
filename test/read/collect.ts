import { Readable } from 'node:stream';
import type { Problem } from '../../src/problems.ts';
import { type ReadOptions, type ReadResult, readInputs } from '../../src/read/index.ts';
import type { Report } from '../../src/record/index.ts';

/** Reads inputs to the end. */
export async function collect(inputs: readonly string[], options: ReadOptions = {}): Promise<readonly ReadResult[]> {
  const results: ReadResult[] = [];
  for await (const result of readInputs(inputs, options)) results.push(result);
  return results;
}

/** Reads bytes or text from standard input. */
export function collectBytes(bytes: Uint8Array | string, options: ReadOptions = {}): Promise<readonly ReadResult[]> {
  return collect(['-'], { ...options, stdin: Readable.from([Buffer.from(bytes)]) });
}

/** Reads bytes that hold one report, and fails where they hold none. */
export async function readOne(
  bytes: Uint8Array | string,
  options: ReadOptions = {},
): Promise<{ readonly report: Report; readonly problems: readonly Problem[] }> {
  const [result] = await collectBytes(bytes, options);
  if (result?.kind !== 'report') throw result?.error ?? new Error('nothing was read');
  return result;
}

/** The code of the only failure, or null. */
export async function failureCode(bytes: Uint8Array | string, options: ReadOptions = {}): Promise<string | null> {
  const [result] = await collectBytes(bytes, options);
  return result?.kind === 'failure' ? result.error.code : null;
}
