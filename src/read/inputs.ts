import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ChanceryError } from '../problems.ts';
import type { ReadContext } from './context.ts';
import { openSource, type Source } from './source.ts';

/** An input that stands for one stream of bytes: it is opened only when its turn comes. */
export interface Opening {
  readonly name: string;
  readonly open: () => Promise<Source>;
}

/** Lists the files that a path stands for: itself, or all that a folder holds, sorted, files that begin with a dot left out. */
export async function* openPath(path: string): AsyncIterable<Opening> {
  const entry = await stat(path);
  if (!entry.isDirectory()) return yield openFile(path);
  let count = 0;
  for await (const file of walk(path, new Set())) {
    count++;
    yield openFile(file);
  }
  if (count === 0) throw new ChanceryError('read/empty', 'There are no files in the folder.', { at: { file: path } });
}

function openFile(path: string): Opening {
  const details = { name: path, url: null, mediaType: null, charset: null };
  return { name: path, open: () => openSource(details, createReadStream(path)) };
}

/** Goes through a folder in the order of its names; a folder that links back to one it lies in is entered once. */
async function* walk(folder: string, seen: Set<string>): AsyncIterable<string> {
  const real = await realpath(folder);
  if (seen.has(real)) return;
  seen.add(real);
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  for (const name of names) {
    const path = join(folder, name);
    const entry = await stat(path).catch(() => null);
    if (entry?.isDirectory()) yield* walk(path, seen);
    else if (entry === null || entry.isFile()) yield path;
  }
}

/** Whether an input is an address of the web rather than a path. */
export function isWebAddress(input: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(input);
}

/** A page, feed or file of the web. */
export function openAddress(address: string, context: ReadContext): Opening {
  return { name: address, open: () => context.openAddress(address) };
}

/** Standard input, or whatever stream stands in for it. */
export function openStandardInput(stream: AsyncIterable<Uint8Array>): Opening {
  return { name: '-', open: () => openSource({ name: '-', url: null, mediaType: null, charset: null }, stream) };
}
