import { mkdir, writeFile } from 'node:fs/promises';
import { GRAMMAR_PACK_FILE, grammarPackText, readGrammarParts } from '../src/resolve/time/load.ts';

/** Parses and checks lexicon/time into the file that programs load. Run by `npm run build`. */
const parts = readGrammarParts();
const text = grammarPackText(parts);
await mkdir(new URL('.', GRAMMAR_PACK_FILE), { recursive: true });
await writeFile(GRAMMAR_PACK_FILE, text);
process.stderr.write(`time grammar: ${parts.length} files, ${(text.length / 1e3).toFixed(0)} kB\n`);
