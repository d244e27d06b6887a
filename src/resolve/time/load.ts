import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMap, isSeq, LineCounter, type Node, parse, parseDocument, YAMLError } from 'yaml';
import { ChanceryError } from '../../problems.ts';
import { compileGrammar, type GrammarPart, type TimeGrammar } from './grammar.ts';
import { type GrammarFile, grammarFileSchema } from './grammar-schema.ts';

const FOLDER = new URL('../../../lexicon/time/', import.meta.url);
/** The parsed and checked files, made by `npm run build`: reading YAML takes four times as long as all the rest. */
export const GRAMMAR_PACK_FILE = new URL('../../../dist/time.pack.json', import.meta.url);

let cached: TimeGrammar | null = null;

/**
 * The time grammar of the package, compiled once a process; or that of another folder of YAML files.
 * Throws a `ChanceryError` with file and line when a file is not as it should be.
 */
export function loadTimeGrammar(folder: URL = FOLDER): TimeGrammar {
  if (folder !== FOLDER) return compileGrammar(readGrammarParts(folder));
  cached ??= compileGrammar(readGrammarPack(GRAMMAR_PACK_FILE, FOLDER) ?? readGrammarParts(FOLDER));
  return cached;
}

/** The files of a folder as its pack holds them; null where the pack is missing, or older than one of them. */
export function readGrammarPack(pack: URL, folder: URL): GrammarPart[] | null {
  const made = statSync(pack, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined || namesIn(folder).some((name) => statSync(new URL(name, folder)).mtimeMs > made)) return null;
  const contents: Record<string, GrammarFile> = JSON.parse(readFileSync(pack, 'utf8'));
  return Object.entries(contents).map(([name, content]) => ({
    file: `lexicon/time/${name}`,
    content,
    lineOfRule: (index) => lineAt(readFileSync(new URL(name, folder), 'utf8'), ['rules', index]),
  }));
}

/** The text of a pack. */
export function grammarPackText(parts: readonly GrammarPart[]): string {
  const byName = parts.map(({ file, content }) => [file.replace('lexicon/time/', ''), content]);
  return `${JSON.stringify(Object.fromEntries(byName))}\n`;
}

/** The files of a grammar folder, parsed and checked, in the order of their names. */
export function readGrammarParts(folder: URL = FOLDER): GrammarPart[] {
  return namesIn(folder).map((name) => readPart(name, readFileSync(new URL(name, folder), 'utf8')));
}

function namesIn(folder: URL): string[] {
  const files = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.yaml'));
  return files.sort();
}

/** Parses and checks the text of one grammar file. Lines are looked up only when something is to be said of one. */
export function readPart(file: string, source: string): GrammarPart {
  const content = contentOf(source);
  const lineOf = (path: readonly PropertyKey[]) => lineAt(source, path);
  if (content === null) throw syntaxFault(file, source);
  const parsed = grammarFileSchema.safeParse(content);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw fault('lexicon/bad-entry', file, `${issue.path.join('.')}: ${issue.message}`, lineOf(issue.path));
  }
  return { file: `lexicon/time/${file}`, content: parsed.data, lineOfRule: (index) => lineOf(['rules', index]) };
}

function contentOf(source: string): unknown {
  try {
    return parse(source);
  } catch (error) {
    if (error instanceof YAMLError) return null;
    throw error;
  }
}

function syntaxFault(file: string, source: string): ChanceryError {
  const lines = new LineCounter();
  const first = parseDocument(source, { lineCounter: lines }).errors[0];
  return fault('lexicon/bad-yaml', file, first?.message ?? 'not YAML', first && lines.linePos(first.pos[0]).line);
}

function lineAt(source: string, path: readonly PropertyKey[]): number | undefined {
  const lines = new LineCounter();
  const offset = offsetOf(parseDocument(source, { lineCounter: lines }).contents, path);
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

function fault(code: string, file: string, message: string, line: number | undefined): ChanceryError {
  const at = line === undefined ? { file: `lexicon/time/${file}` } : { file: `lexicon/time/${file}`, line };
  return new ChanceryError(code, message, { at, hint: 'See docs/time.md for the shape of these files.' });
}

/** Where the node at a path begins; its nearest known parent when the path leads nowhere. */
function offsetOf(root: unknown, path: readonly PropertyKey[]): number | undefined {
  let node = root;
  let offset = (root as Node | null)?.range?.[0];
  for (const key of path) {
    if (isMap(node)) node = node.get(key as string, true);
    else if (isSeq(node)) node = node.get(key as number, true);
    else break;
    offset = (node as Node | undefined)?.range?.[0] ?? offset;
  }
  return offset;
}
