import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ChanceryError } from '../problems.ts';
import { compilePack } from './compile.ts';
import { pluralOf } from './compile-roles.ts';
import { readTable } from './csv.ts';
import { type ActorCues, CUE_FILES, type CueFile } from './cues.ts';
import { createKnowledge, type Knowledge } from './knowledge.ts';
import { loadOverlays } from './load-overlays.ts';
import { layOver } from './overlay.ts';
import type { Pack } from './pack.ts';
import { packFrom } from './pack-text.ts';
import { type SourceTables, TABLES, type TableName } from './tables.ts';

/** Where the tables lie. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL('../../knowledge/', import.meta.url));
/** Where the words that point to actors lie. */
export const ACTOR_CUES_FOLDER = fileURLToPath(new URL('../../lexicon/actors/', import.meta.url));
/** The compiled base, made by `npm run build`. */
export const PACK_FILE = fileURLToPath(new URL('../../dist/knowledge.pack.json', import.meta.url));

export interface KnowledgeFolders {
  readonly tables?: string;
  readonly cues?: string;
  readonly pack?: string;
  /** Files or folders of the user's own facts, laid over the tables one after another. */
  readonly overlays?: readonly string[];
}

/** Opens the actor base: the compiled pack; where it is missing or older than its tables, or has something laid over it, the tables themselves. */
export async function loadKnowledge(folders: KnowledgeFolders = {}): Promise<Knowledge> {
  const { tables = KNOWLEDGE_FOLDER, cues = ACTOR_CUES_FOLDER, pack = PACK_FILE, overlays = [] } = folders;
  if (overlays.length > 0) return createKnowledge(await compileFolders(tables, cues, overlays));
  const current = await readPack(pack, [tables, cues]);
  return createKnowledge(current ?? (await compileFolders(tables, cues)));
}

/** Compiles the tables and words of two folders, with overlays. Throws `knowledge/…` or `lexicon/…` with file and line. */
export async function compileFolders(
  tables: string = KNOWLEDGE_FOLDER,
  cues: string = ACTOR_CUES_FOLDER,
  overlays: readonly string[] = [],
): Promise<Pack> {
  const hash = createHash('sha256');
  const sources = layOver(await loadTables(tables, hash), await loadOverlays(overlays, hash));
  const words = await loadActorCues(cues, hash);
  return compilePack(sources, words, hash.digest('hex').slice(0, 12));
}

/** The shipped tables with overlays on them. */
export async function loadOverlaidTables(overlays: readonly string[]): Promise<SourceTables> {
  return layOver(await loadTables(), await loadOverlays(overlays));
}

/** Reads and checks every table of knowledge/. */
export async function loadTables(
  folder: string = KNOWLEDGE_FOLDER,
  hash = createHash('sha256'),
): Promise<SourceTables> {
  const tables: Partial<Record<TableName, unknown>> = {};
  for (const name of Object.keys(TABLES) as TableName[]) {
    const text = await readSource(join(folder, name));
    hash.update(text);
    tables[name] = readTable(`knowledge/${name}`, text, TABLES[name]);
  }
  return tables as SourceTables;
}

/** Reads and checks lexicon/actors. */
export async function loadActorCues(
  folder: string = ACTOR_CUES_FOLDER,
  hash = createHash('sha256'),
): Promise<ActorCues> {
  const cues: Partial<Record<CueFile, unknown>> = {};
  for (const name of Object.keys(CUE_FILES) as CueFile[]) {
    const file = `lexicon/actors/${name}.yaml`;
    const text = await readSource(join(folder, `${name}.yaml`));
    hash.update(text);
    const parsed = CUE_FILES[name].safeParse(parseYaml(file, text));
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      const message = `${issue.path.join('.') || 'file'}: ${issue.message}`;
      throw new ChanceryError('lexicon/malformed', message, { at: { file }, cause: parsed.error });
    }
    cues[name] = parsed.data;
  }
  return withPluralSets(cues as ActorCues);
}

/** Nouns of sets by their plurals too: the tagger takes "the two Ministers" for names, which keep their form. */
function withPluralSets(cues: ActorCues): ActorCues {
  const { nouns } = cues.sets;
  const plurals = Object.entries(nouns).map(([noun, entry]) => [pluralOf(noun), entry] as const);
  return { ...cues, sets: { ...cues.sets, nouns: { ...Object.fromEntries(plurals), ...nouns } } };
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    const line = (cause as { linePos?: [{ line: number }] }).linePos?.[0]?.line;
    const at = line === undefined ? { file } : { file, line };
    throw new ChanceryError('lexicon/malformed', `${file} is no valid YAML.`, { at, cause });
  }
}

async function readSource(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new ChanceryError('knowledge/missing-file', `Cannot read ${file}.`, { at: { file }, cause });
  }
}

async function readPack(file: string, sources: readonly string[]): Promise<Pack | null> {
  const made = await modifiedAt(file);
  if (made === null) return null;
  const newest = await Promise.all(sources.map(newestIn));
  if (newest.some((time) => time > made)) return null;
  return packFrom(await readFile(file, 'utf8'));
}

async function newestIn(folder: string): Promise<number> {
  const files = await readdir(folder).catch(() => []);
  const times = await Promise.all(files.map((file) => modifiedAt(join(folder, file))));
  return Math.max(0, ...times.map((time) => time ?? 0));
}

async function modifiedAt(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null);
  return found === null ? null : found.mtimeMs;
}
