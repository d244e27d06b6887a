import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { ChanceryError } from '../problems.ts';
import { type Entry, readYaml, readYamlList } from '../text/load-yaml.ts';
import type { TypeCode, TypeCodes } from './coding-words.ts';
import {
  type EventRule,
  type EventRuleEntry,
  type eventEntrySchema,
  expandClasses,
  schemaOfEntry,
} from './event-rule.ts';

/** The rules and event types of the shipped lexicon and of folders that extend it. */
export interface RuleSet {
  readonly rules: readonly EventRule[];
  readonly codes: TypeCodes;
}

/** `classes.yaml`: lists of lemmas that rules share by name. */
export const classesSchema = z.record(z.string(), z.array(z.string()));

/**
 * Loads the rules of several places in their order. A later rule replaces an earlier one of the same id, and so do a type and
 * a class of the same name; an entry `without` takes a rule away. Throws a ChanceryError with file and line.
 */
export function loadRules(shipped: string, own: readonly string[], codes: TypeCodes): RuleSet {
  const places = [shipped, ...own];
  const classes = new Map(places.flatMap(classesIn));
  const rules = new Map<string, EventRule>();
  const types = new Map<string, TypeCode>(Object.entries(codes));
  for (const place of places) {
    const entries = rulesFiles(place).flatMap((file) =>
      readYamlList(file, (entry) => schemaOfEntry(entry)).map((found) => ({ ...found, file })),
    );
    addTypes(types, entries);
    checkIds(entries);
    for (const { entry, file, line } of entries) {
      if ('type' in entry) continue;
      if ('without' in entry) dropRule(rules, entry.without, file, line);
      else rules.set(entry.id, namedRule(entry, types, classes, file, line, place === shipped));
    }
  }
  return { rules: [...rules.values()], codes: Object.fromEntries(types) };
}

type EventEntry = z.infer<typeof eventEntrySchema>;
type FoundEntry = Entry<EventEntry> & { readonly file: string };

function classesIn(place: string): [string, readonly string[]][] {
  const file = join(place, 'classes.yaml');
  return existsSync(file) ? Object.entries(readYaml(file, classesSchema)) : [];
}

/** A place is a lexicon folder, with its rules under `events/`, or one file of rules. */
function rulesFiles(place: string): string[] {
  const folder = join(place, 'events');
  if (existsSync(folder)) {
    const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    return names.sort().map((name) => join(folder, name));
  }
  if (existsSync(place) && statSync(place).isFile()) return [place];
  throw new ChanceryError(
    'lexicon/no-rules',
    existsSync(place) ? 'There are no rules here.' : 'There is no such place.',
    {
      at: { file: place },
      hint: 'Give a YAML file of rules, or a folder that holds such files under events/.',
    },
  );
}

function addTypes(types: Map<string, TypeCode>, entries: readonly FoundEntry[]): void {
  for (const { entry } of entries) {
    if (!('type' in entry)) continue;
    const { type, because: _, ...code } = entry;
    types.set(type, code);
  }
}

function checkIds(entries: readonly FoundEntry[]): void {
  const seen = new Set<string>();
  for (const { entry, file, line } of entries) {
    if (!('id' in entry)) continue;
    if (seen.has(entry.id)) {
      throw new ChanceryError('lexicon/duplicate-rule', `There are two rules named "${entry.id}".`, {
        at: { file, line },
        hint: 'Give one of them another id.',
      });
    }
    seen.add(entry.id);
  }
}

function dropRule(rules: Map<string, EventRule>, id: string, file: string, line: number): void {
  if (rules.delete(id)) return;
  throw new ChanceryError('lexicon/unknown-rule', `There is no rule "${id}" to do without.`, { at: { file, line } });
}

function namedRule(
  entry: EventRuleEntry,
  types: ReadonlyMap<string, TypeCode>,
  classes: ReadonlyMap<string, readonly string[]>,
  file: string,
  line: number,
  isShipped: boolean,
): EventRule {
  const { type, mode } = entry.event;
  const code = types.get(type);
  if (!code) {
    throw new ChanceryError('lexicon/unknown-type', `Rule "${entry.id}" gives ${type}, which no file declares.`, {
      at: { file, line },
      hint: `Declare it before: an entry that begins with "- type: ${type}".`,
    });
  }
  if (mode !== undefined && !(mode in code.modes)) {
    throw new ChanceryError('lexicon/unknown-mode', `Rule "${entry.id}": ${type} has no mode "${mode}".`, {
      at: { file, line },
      expected: Object.keys(code.modes),
    });
  }
  const rule = { ...entry, file: isShipped ? `lexicon/events/${basename(file)}` : file, isOwn: !isShipped };
  return expandClasses(rule, classes, (name) => {
    throw new ChanceryError(
      'lexicon/unknown-class',
      `Rule "${entry.id}" names the class "@${name}", which is nowhere.`,
      {
        at: { file, line },
        expected: [...classes.keys()],
      },
    );
  });
}
