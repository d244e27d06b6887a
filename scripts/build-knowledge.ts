import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { compileFolders, PACK_FILE } from '../src/knowledge/index.ts';
import { packText } from '../src/knowledge/pack-text.ts';

/** Compiles knowledge/ and lexicon/actors into the pack that programs load. Run by `npm run build`. */
const pack = await compileFolders();
await mkdir(dirname(PACK_FILE), { recursive: true });
const json = packText(pack);
await writeFile(PACK_FILE, json);
const size = (json.length / 1e6).toFixed(1);
process.stderr.write(
  `knowledge ${pack.version}: ${pack.persons.length} persons, ${pack.terms.length} terms, ${size} MB\n`,
);
