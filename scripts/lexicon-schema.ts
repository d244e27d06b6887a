import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LEXICON_FILES, lexiconSchema } from '../src/lexicon/index.ts';

/** Writes `lexicon/schema/*.json`, by which editors check and complete the lexicon: `npm run docs:schema`. */
const folder = fileURLToPath(new URL('../lexicon/schema/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const kind of LEXICON_FILES)
  writeFileSync(`${folder}${kind}.json`, `${JSON.stringify(lexiconSchema(kind), null, 2)}\n`);
