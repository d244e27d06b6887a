import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChanceryError } from '../problems.ts';

/** Whatever changes how a report is read. Models are large and never edited, so their sizes stand for them. */
const READ_WHOLE = ['lexicon', 'knowledge'];
const READ_SIZE = ['models'];

/** Twelve characters that change when a dictionary, the knowledge or a model does, or somebody's own rules or facts. */
export async function fingerprint(
  own: readonly string[] = [],
  root = fileURLToPath(new URL('../../', import.meta.url)),
): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await filesUnder(root, READ_WHOLE)) hash.update(file).update(await readFile(join(root, file)));
  for (const file of await filesUnder(root, READ_SIZE)) hash.update(`${file} ${(await stat(join(root, file))).size}`);
  for (const place of own) {
    const found = await stat(place).catch(() => null);
    if (!found) throw new ChanceryError('read/no-such-place', 'There is no such place.', { at: { file: place } });
    for (const file of found.isDirectory() ? await filesUnder(place, ['.']) : ['']) {
      hash.update(file || basename(place)).update(await readFile(join(place, file)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

/** The files of some folders by their paths under `root`, in an order that is the same everywhere. */
async function filesUnder(root: string, folders: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    files.push(
      ...entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name))),
    );
  }
  return files.sort();
}
