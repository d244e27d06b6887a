import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ChanceryError } from '../problems.ts';
import { compileFolders } from './load.ts';
import { PACK_FORMAT, type Pack } from './pack.ts';
import { packFrom } from './pack-text.ts';

/** The base at a place: a folder of tables, a compiled pack, or the shipped base with somebody's own facts (YAML) over it. */
export async function loadBase(place: string): Promise<Pack> {
  if (place.endsWith('.json')) return readPack(place);
  const isTables = (await stat(join(place, 'states.csv')).catch(() => null)) !== null;
  return isTables ? compileFolders(place) : compileFolders(undefined, undefined, [place]);
}

async function readPack(file: string): Promise<Pack> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new ChanceryError('knowledge/missing-file', 'Cannot read the compiled base.', { at: { file }, cause });
  });
  const pack = packFrom(text);
  if (pack) return pack;
  throw new ChanceryError('knowledge/not-a-pack', 'It is no compiled knowledge base of this version.', {
    at: { file },
    expected: [PACK_FORMAT],
    hint: 'Give the folder of its tables instead.',
  });
}
