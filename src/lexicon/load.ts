import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { ChanceryError } from '../problems.ts';
import {
  type CodingWords,
  codingWordsSchema,
  compileCodingWords,
  type TypeCodes,
  typeCodesSchema,
} from './coding-words.ts';
import { type EventRule, eventRuleSchema, expandClasses, indexRules, type RuleIndex } from './event-rule.ts';
import {
  carriersSchema,
  compileOperators,
  modalsSchema,
  type OperatorWords,
  operatorClassSchema,
} from './operators.ts';

/** Everything that turns predications into events, ready to use. */
export interface Lexicon {
  readonly operators: OperatorWords;
  readonly rules: readonly EventRule[];
  readonly index: RuleIndex;
  readonly eventNouns: ReadonlySet<string>;
  readonly words: CodingWords;
  readonly codes: TypeCodes;
}

const SHIPPED = fileURLToPath(new URL('../../lexicon/', import.meta.url));

/**
 * Loads the shipped lexicon and then any folders of the user's own, whose rules replace shipped ones of the same id.
 * Throws a ChanceryError with file and line where an entry is not as the schema wants it.
 */
export function loadLexicon(folders: readonly string[] = []): Lexicon {
  const classes = loadClasses([SHIPPED, ...folders]);
  const rules = loadRules([SHIPPED, ...folders]).map((rule) => expandClasses(rule, classes));
  return {
    operators: loadOperators(SHIPPED),
    rules,
    index: indexRules(rules),
    eventNouns: new Set(rules.flatMap((rule) => rule.trigger.noun ?? [])),
    words: compileCodingWords(readYaml(join(SHIPPED, 'coding.yaml'), codingWordsSchema)),
    codes: readYaml(join(SHIPPED, 'codes.yaml'), typeCodesSchema),
  };
}

function loadOperators(folder: string): OperatorWords {
  const path = (name: string) => join(folder, 'operators', name);
  return compileOperators(
    readYamlList(path('operators.yaml'), operatorClassSchema).map(({ entry }) => entry),
    readYaml(path('carriers.yaml'), carriersSchema),
    readYaml(path('modals.yaml'), modalsSchema),
  );
}

function loadClasses(folders: readonly string[]): Map<string, readonly string[]> {
  const classes = new Map<string, readonly string[]>();
  for (const folder of folders) {
    const file = join(folder, 'classes.yaml');
    if (!existsSync(file)) continue;
    const named = readYaml(file, z.record(z.string(), z.array(z.string())));
    for (const [name, lemmas] of Object.entries(named)) classes.set(name, lemmas);
  }
  return classes;
}

function loadRules(folders: readonly string[]): EventRule[] {
  const rules = new Map<string, EventRule>();
  for (const folder of folders) {
    const seen = new Set<string>();
    for (const file of yamlFiles(join(folder, 'events'))) {
      for (const { entry, line } of readYamlList(file, eventRuleSchema)) {
        if (seen.has(entry.id)) throw duplicateRule(entry.id, file, line);
        seen.add(entry.id);
        rules.set(entry.id, { ...entry, file: `lexicon/events/${file.split('/').at(-1)}` });
      }
    }
  }
  return [...rules.values()];
}

function duplicateRule(id: string, file: string, line: number): ChanceryError {
  return new ChanceryError('lexicon/duplicate-rule', `There are two rules named "${id}".`, {
    at: { file, line },
    hint: 'Give one of them another id.',
  });
}

function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => join(folder, name));
}

/** Reads a YAML file whose top is one value. */
function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  const { document } = openYaml(file);
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  throw invalid(file, undefined, parsed.error);
}

/** Reads a YAML file whose top is a list, each entry with the line it starts on. */
function readYamlList<T>(file: string, schema: z.ZodType<T>): { entry: T; line: number }[] {
  const { document, lines } = openYaml(file);
  if (document.contents === null) return [];
  if (!isSeq(document.contents)) {
    throw new ChanceryError('lexicon/not-a-list', 'The file should hold a list of entries.', { at: { file } });
  }
  return document.contents.items.map((node) => {
    const offset = isMap(node) ? (node.range?.[0] ?? 0) : 0;
    const line = lines.linePos(offset).line;
    const parsed = schema.safeParse(isMap(node) ? node.toJS(document) : node);
    if (parsed.success) return { entry: parsed.data, line };
    throw invalid(file, line, parsed.error);
  });
}

function openYaml(file: string) {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const fault = document.errors[0];
  if (fault) {
    throw new ChanceryError('lexicon/bad-yaml', fault.message.split('\n')[0]!, {
      at: { file, line: fault.linePos?.[0].line ?? 1 },
    });
  }
  return { document, lines };
}

function invalid(file: string, line: number | undefined, error: z.ZodError): ChanceryError {
  const issue = error.issues[0]!;
  const at = line === undefined ? { file } : { file, line };
  const path = issue.path.map(String).join('.');
  return new ChanceryError('lexicon/bad-entry', `${path ? `"${path}": ` : ''}${issue.message}.`, { at });
}
