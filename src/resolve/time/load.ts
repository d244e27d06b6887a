import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { ChanceryError } from '../../problems.ts';
import { compileGrammar, type GrammarPart, type TimeGrammar } from './grammar.ts';
import { grammarFileSchema } from './grammar-schema.ts';

const FOLDER = new URL('../../../lexicon/time/', import.meta.url);

let cached: TimeGrammar | null = null;

/**
 * The time grammar of the package, compiled once a process; or that of another folder of YAML files.
 * Throws a `ChanceryError` with file and line when a file is not as it should be.
 */
export function loadTimeGrammar(folder: URL = FOLDER): TimeGrammar {
  if (folder === FOLDER && cached) return cached;
  const grammar = compileGrammar(readGrammarParts(folder));
  if (folder === FOLDER) cached = grammar;
  return grammar;
}

/** The files of a grammar folder, parsed and checked, in the order of their names. */
export function readGrammarParts(folder: URL = FOLDER): GrammarPart[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.sort().map((name) => readPart(name, readFileSync(fileURLToPath(new URL(name, folder)), 'utf8')));
}

/** Parses and checks the text of one grammar file. */
export function readPart(file: string, source: string): GrammarPart {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const lineAt = (path: readonly PropertyKey[]): number | undefined => {
    const offset = offsetOf(document.contents, path);
    return offset === undefined ? undefined : lines.linePos(offset).line;
  };
  const syntax = document.errors[0];
  if (syntax) throw fault('lexicon/bad-yaml', file, syntax.message, lines.linePos(syntax.pos[0]).line);
  const parsed = grammarFileSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw fault('lexicon/bad-entry', file, `${issue.path.join('.')}: ${issue.message}`, lineAt(issue.path));
  }
  return { file: `lexicon/time/${file}`, content: parsed.data, lineOfRule: (index) => lineAt(['rules', index]) };
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
