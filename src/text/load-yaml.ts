import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ChanceryError } from '../problems.ts';

/** Which part of the package a file belongs to: the first word of the codes of its faults. */
type Area = 'lexicon' | 'knowledge';

/** An entry of a YAML list and the line it starts on. */
export interface Entry<T> {
  readonly entry: T;
  readonly line: number;
}

/** Reads a YAML file whose top is one value. Throws a ChanceryError with file and line where it is not as the schema wants it. */
export function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  const source = openYaml(file, 'lexicon');
  const parsed = schema.safeParse(source.document.toJS());
  if (parsed.success) return parsed.data;
  throw invalid(source, [], parsed.error);
}

/** Reads a YAML file whose top is a list; `schemaOf` says what an entry should be. Throws as `readYaml` does. */
export function readYamlList<T>(
  file: string,
  schemaOf: (entry: unknown) => z.ZodType<T>,
  area: Area = 'lexicon',
): Entry<T>[] {
  const source = openYaml(file, area);
  const { document, lines } = source;
  if (document.contents === null) return [];
  if (!isSeq(document.contents)) {
    throw new ChanceryError(`${area}/not-a-list`, 'The file should hold a list of entries.', {
      at: { file },
      hint: 'Begin each entry with "- ".',
    });
  }
  return document.contents.items.map((node, position) => {
    const line = lines.linePos(isMap(node) ? (node.range?.[0] ?? 0) : 0).line;
    const value: unknown = isNode(node) ? node.toJS(document) : node;
    const parsed = schemaOf(value).safeParse(value);
    if (parsed.success) return { entry: parsed.data, line };
    throw invalid(source, [position], parsed.error);
  });
}

interface YamlSource {
  readonly file: string;
  readonly area: Area;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

function openYaml(file: string, area: Area): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const fault = document.errors[0];
  if (fault) {
    throw new ChanceryError(`${area}/bad-yaml`, fault.message.split('\n')[0]!, {
      at: { file, line: fault.linePos?.[0].line ?? 1 },
    });
  }
  return { file, area, document, lines };
}

function invalid(
  { file, area, document, lines }: YamlSource,
  start: readonly number[],
  error: z.ZodError,
): ChanceryError {
  const issue = error.issues[0]!;
  const path = issue.path.map(String).join('.');
  const line = lineOf(document, lines, [...start, ...issue.path]);
  return new ChanceryError(`${area}/bad-entry`, `${path ? `"${path}": ` : ''}${issue.message}.`, {
    at: { file, line },
  });
}

/** The line of the value at a path, or of the nearest one around it. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
