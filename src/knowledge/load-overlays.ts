import type { Hash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ChanceryError } from '../problems.ts';
import { readYamlList } from '../text/load-yaml.ts';
import { type OverlayFact, schemaOfOverlayEntry } from './overlay.ts';

/** The facts of YAML files, or of folders of such files by name, in their order. Throws `knowledge/…` with file and line. */
export async function loadOverlays(places: readonly string[], hash?: Hash): Promise<readonly OverlayFact[]> {
  const facts: OverlayFact[] = [];
  for (const file of (await Promise.all(places.map(filesAt))).flat()) {
    hash?.update(await readFile(file));
    const entries = readYamlList(file, schemaOfOverlayEntry, 'knowledge');
    facts.push(...entries.map(({ entry, line }) => ({ entry, file, line })));
  }
  return facts;
}

async function filesAt(place: string): Promise<readonly string[]> {
  const found = await stat(place).catch(() => null);
  if (found?.isFile()) return [place];
  const names = found ? await readdir(place) : [];
  const files = names.filter((name) => /\.ya?ml$/u.test(name)).sort();
  if (files.length > 0) return files.map((name) => join(place, name));
  throw new ChanceryError('knowledge/no-overlay', found ? 'There are no facts here.' : 'There is no such place.', {
    at: { file: place },
    hint: 'Give a YAML file of facts, or a folder that holds such files.',
  });
}
