import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Whatever changes how a report is read. Models are large and never edited, so their sizes stand for them. */
const READ_WHOLE = ['lexicon', 'knowledge'];
const READ_SIZE = ['models'];

/** Twelve characters that change when a dictionary, the knowledge or a model does. */
export async function fingerprint(root = new URL('../../', import.meta.url)): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await filesIn(root, READ_WHOLE)) hash.update(file).update(await readFile(new URL(file, root)));
  for (const file of await filesIn(root, READ_SIZE)) hash.update(`${file} ${(await stat(new URL(file, root))).size}`);
  return hash.digest('hex').slice(0, 12);
}

async function filesIn(root: URL, folders: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(fileURLToPath(new URL(`${folder}/`, root)), { recursive: true, withFileTypes: true });
    const rootPath = fileURLToPath(root);
    files.push(
      ...entries
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.parentPath}/${entry.name}`.slice(rootPath.length)),
    );
  }
  return files.sort();
}
