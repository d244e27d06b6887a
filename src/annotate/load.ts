import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { ChanceryError } from '../problems.ts';
import { compileInflection, type InflectionTable } from './inflection.ts';
import type { LearnedLemmas } from './lemmas.ts';
import { compileSegmentation, type SegmentationRules } from './segmentation-rules.ts';
import type { Vocabulary } from './wordpiece.ts';

/** Where the dictionaries of this stage lie. */
export const LEXICON_FOLDER = fileURLToPath(new URL('../../lexicon/annotate/', import.meta.url));
/** Where the English model lies. */
export const MODEL_FOLDER = fileURLToPath(new URL('../../models/core-en/', import.meta.url));

const words = z.array(z.string());
const abbreviationsSchema = z.strictObject({ titles: words, numbered: words, closing: words, ordinary: words });
const cliticsSchema = z.strictObject({
  suffixes: words,
  negation: z.string(),
  words: z.record(z.string(), z.string()),
});
const wordsSchema = z.strictObject({
  keptPrefixes: words,
  keptWords: words,
  units: words,
  currencyPrefixes: words,
  fileEndings: words,
  hostEndings: words,
  emoticons: words,
});
const formsSchema = z.record(z.string(), words);
const inflectionSchema = z.strictObject({
  verbs: formsSchema,
  nouns: formsSchema,
  adjectives: formsSchema,
  silentE: z.strictObject({ takes: words, never: words }),
  known: words,
});
const stylesSchema = z.strictObject({ styles: words });
const sentencesSchema = z.strictObject({ starters: words, saying: words, greetings: words });

/** The inventories of a model: what the numbers that come out of it stand for. */
const configSchema = z.object({
  name: z.string(),
  version: z.string(),
  maxPieces: z.int().positive(),
  upos: words,
  feats: words,
  deprel: words,
  names: words,
});
export type CoreConfig = Readonly<z.infer<typeof configSchema>>;

const lemmasSchema = z.object({
  exceptions: z.record(z.string(), z.string()),
  rules: z.array(
    z.object({ upos: z.string(), suffix: z.string(), replace: z.string(), minStem: z.int().nonnegative().optional() }),
  ),
});

/** Reads lexicon/annotate. Throws `lexicon/…` when a file is missing or says something unknown. */
export async function loadSegmentation(folder: string = LEXICON_FOLDER): Promise<SegmentationRules> {
  const [abbreviations, clitics, kept, sentences, styles] = await Promise.all([
    yaml(folder, 'abbreviations.yaml', abbreviationsSchema),
    yaml(folder, 'clitics.yaml', cliticsSchema),
    yaml(folder, 'words.yaml', wordsSchema),
    yaml(folder, 'sentences.yaml', sentencesSchema),
    yaml(folder, 'styles.yaml', stylesSchema),
  ]);
  return compileSegmentation({ ...abbreviations, ...clitics, ...kept, ...sentences, ...styles });
}

/** Reads inflection.yaml of lexicon/annotate. */
export async function loadInflection(folder: string = LEXICON_FOLDER): Promise<InflectionTable> {
  return compileInflection(await yaml(folder, 'inflection.yaml', inflectionSchema));
}

/** Reads config.json of a model folder. */
export async function loadConfig(folder: string): Promise<CoreConfig> {
  return check(configSchema, await json(folder, 'config.json'), join(folder, 'config.json'), 'model/malformed');
}

/** Reads vocab.txt of a model folder: one piece a line, its number is its line. */
export async function loadVocabulary(folder: string): Promise<Vocabulary> {
  const lines = (await text(folder, 'vocab.txt', 'model/missing')).replace(/\r?\n$/, '').split(/\r?\n/);
  const vocabulary = new Map(lines.map((piece, id) => [piece, id]));
  const missing = ['[CLS]', '[SEP]', '[UNK]'].find((piece) => !vocabulary.has(piece));
  if (missing === undefined) return vocabulary;
  throw new ChanceryError('model/malformed', `vocab.txt has no ${missing}.`, {
    at: { file: join(folder, 'vocab.txt') },
  });
}

/** Reads lemmas.json of a model folder. */
export async function loadLemmas(folder: string): Promise<LearnedLemmas> {
  const { exceptions, rules } = check(
    lemmasSchema,
    await json(folder, 'lemmas.json'),
    join(folder, 'lemmas.json'),
    'model/malformed',
  );
  return { exceptions: new Map(Object.entries(exceptions)), rules };
}

async function yaml<T>(folder: string, name: string, schema: z.ZodType<T>): Promise<T> {
  const content = await text(folder, name, 'lexicon/missing');
  const file = join(folder, name);
  try {
    return check(schema, parse(content), file, 'lexicon/malformed');
  } catch (cause) {
    if (cause instanceof ChanceryError) throw cause;
    throw new ChanceryError('lexicon/malformed', (cause as Error).message, { at: { file }, cause });
  }
}

async function json(folder: string, name: string): Promise<unknown> {
  const content = await text(folder, name, 'model/missing');
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new ChanceryError('model/malformed', `${name} is not JSON.`, { at: { file: join(folder, name) }, cause });
  }
}

async function text(folder: string, name: string, code: string): Promise<string> {
  const file = join(folder, name);
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const hint = 'The folder is part of the package: reinstall it, or name another model folder.';
    throw new ChanceryError(code, `Cannot read ${name}.`, { at: { file }, hint, cause });
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown, file: string, code: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ChanceryError(code, z.prettifyError(result.error), { at: { file }, cause: result.error });
}
