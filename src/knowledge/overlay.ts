import { z } from 'zod';
import { ChanceryError } from '../problems.ts';
import { type Located, placeOf } from './csv.ts';
import { type SourceTables, TABLES, type TableName } from './tables.ts';

/** A value as somebody writes it in YAML: a list stands for what a table parts by `|`. */
const value = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]);
type Value = z.infer<typeof value>;
const listChange = z.strictObject({ add: z.array(z.string()).default([]), drop: z.array(z.string()).default([]) });
type Change = Value | z.infer<typeof listChange>;
type Conditions = Readonly<Record<string, Value>>;

/** One entry of an overlay: a row more, a row that is otherwise, a row that does not hold. */
export type OverlayEntry = { readonly source?: string | undefined; readonly because?: string | undefined } & (
  | { readonly add: TableName; readonly row: Conditions }
  | {
      readonly patch: TableName;
      readonly where: Conditions;
      readonly set: Readonly<Record<string, Change>>;
      readonly every?: boolean | undefined;
    }
  | { readonly retract: TableName; readonly where: Conditions; readonly every?: boolean | undefined }
);

/** An entry and where it stands. */
export interface OverlayFact {
  readonly entry: OverlayEntry;
  readonly file: string;
  readonly line: number;
}

/** Where a fact of somebody's own comes from, when he does not say. */
const OWN = 'own';

/** A table as an overlay names it: the file without `.csv`. */
const TABLE_NAMES = Object.keys(TABLES).map((name) => name.replace('.csv', ''));
const VERBS = ['add', 'patch', 'retract'] as const;

/** The tables with their rows taken loosely: overlays treat all alike. */
type AnyRow = Located<Record<string, unknown>>;
type AnyTables = Record<TableName, readonly AnyRow[]>;

/** What an entry should hold, by its first word and the table that it names. */
export function schemaOfOverlayEntry(entry: unknown): z.ZodType<OverlayEntry> {
  const given = (typeof entry === 'object' && entry !== null ? entry : {}) as Readonly<Record<string, unknown>>;
  const verb = VERBS.find((word) => word in given);
  if (!verb) return z.never(`An entry begins with ${VERBS.join(', ')}`) as unknown as z.ZodType<OverlayEntry>;
  const name = TABLE_NAMES.find((table) => table === given[verb]);
  if (name === undefined) {
    const message = `no table of knowledge/: ${TABLE_NAMES.join(', ')}`;
    return z.looseObject({ [verb]: z.never(message) }) as unknown as z.ZodType<OverlayEntry>;
  }
  return entrySchemaOf(verb, name) as unknown as z.ZodType<OverlayEntry>;
}

/** Schemas of the entries of every table, for the JSON Schema that editors use. */
export function overlaySchema(): object {
  const entries = VERBS.flatMap((verb) => TABLE_NAMES.map((name) => entrySchemaOf(verb, name)));
  return { title: 'Chancery knowledge: overlay', ...z.toJSONSchema(z.array(z.union(entries)), { io: 'input' }) };
}

function entrySchemaOf(verb: (typeof VERBS)[number], name: string): z.ZodObject {
  const table = `${name}.csv` as TableName;
  const head = {
    [verb]: z.literal(name).transform(() => table),
    source: z.string().optional(),
    because: z.string().optional(),
  };
  const where = z
    .strictObject(fieldsOf(table, () => value.optional()))
    .refine((given) => Object.keys(given).length > 0, 'names no field');
  const every = z.boolean().optional();
  switch (verb) {
    case 'add':
      return z.strictObject({
        ...head,
        row: z.strictObject(fieldsOf(table, (field, name) => checked(field, name === 'source'))),
      });
    case 'patch':
      return z.strictObject({
        ...head,
        where,
        set: z.strictObject(
          fieldsOf(table, (field) => (isList(field) ? z.union([listChange, value]) : checked(field, true)).optional()),
        ),
        every,
      });
    case 'retract':
      return z.strictObject({ ...head, where, every });
  }
}

function fieldsOf(
  table: TableName,
  schemaOf: (field: z.ZodType, name: string) => z.ZodType,
): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries<z.ZodType>(TABLES[table].shape).map(([name, field]) => [name, schemaOf(field, name)]),
  );
}

/** A value that the table's own rules accept; what the table may leave empty can be left out. */
function checked(field: z.ZodType, isOptional = false): z.ZodType {
  const schema = value.superRefine((given, context) => {
    const issue = field.safeParse(written(given)).error?.issues[0];
    if (issue) context.addIssue({ code: 'custom', message: issue.message });
  });
  return isOptional || field.safeParse('').success ? schema.optional() : schema;
}

function isList(field: z.ZodType): boolean {
  return Array.isArray(field.safeParse('').data);
}

/** A value as a table would hold it. */
function written(given: Value): string {
  return Array.isArray(given) ? given.join('|') : String(given);
}

/** Lays entries over the tables, one after another. Throws `knowledge/…` with file and line where one does not fit what is there. */
export function layOver(tables: SourceTables, facts: readonly OverlayFact[]): SourceTables {
  const changed = { ...tables } as unknown as AnyTables;
  for (const fact of facts) {
    const table = tableOf(fact.entry);
    changed[table] = applied(changed[table], table, fact);
  }
  return changed as unknown as SourceTables;
}

function tableOf(entry: OverlayEntry): TableName {
  return 'add' in entry ? entry.add : 'patch' in entry ? entry.patch : entry.retract;
}

function applied(rows: readonly AnyRow[], table: TableName, fact: OverlayFact): readonly AnyRow[] {
  const { entry } = fact;
  if ('add' in entry) return [...rows, addedRow(rows, table, fact, entry.row)];
  const fitting = new Set(rowsThatFit(rows, table, fact, entry.where, entry.every === true));
  if ('retract' in entry) return rows.filter((row) => !fitting.has(row));
  return rows.map((row) => (fitting.has(row) ? patchedRow(row, table, fact, entry.set) : row));
}

/** What tells the rows of a table apart: a second one with the same values is a change of the first. */
const KEYS: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  'states.csv': ['iso3'],
  'igos.csv': ['id'],
  'armed-groups.csv': ['id'],
  'organisations.csv': ['id'],
  'places.csv': ['id'],
  'landmarks.csv': ['id'],
  'media.csv': ['name'],
  'offices.csv': ['iso3', 'role', 'holder', 'from'],
  'memberships.csv': ['igo', 'iso3', 'from'],
};

function addedRow(rows: readonly AnyRow[], table: TableName, fact: OverlayFact, given: Conditions): AnyRow {
  const shape: Record<string, z.ZodType> = TABLES[table].shape;
  const values = 'source' in shape ? { source: fact.entry.source ?? OWN, ...given } : given;
  const row = Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [name, field.parse(written(values[name] ?? ''))]),
  );
  const key = KEYS[table];
  const twin = key && rows.find((other) => key.every((name) => other[name] === row[name]));
  if (twin) {
    const what = key.map((name) => row[name]).join(', ');
    throw new ChanceryError('knowledge/already-there', `${what} is known already, from ${placeOf(table, twin)}.`, {
      at: fact,
      hint: `Change it with "patch: ${table.replace('.csv', '')}".`,
    });
  }
  return { ...row, line: fact.line, file: fact.file };
}

function patchedRow(row: AnyRow, table: TableName, fact: OverlayFact, set: Readonly<Record<string, Change>>): AnyRow {
  const shape: Record<string, z.ZodType> = TABLES[table].shape;
  const changes = 'source' in shape ? { source: fact.entry.source ?? OWN, ...set } : set;
  const values = Object.entries(changes).map(([name, change]) => [name, changedValue(row[name], shape[name]!, change)]);
  return { ...row, ...Object.fromEntries(values), line: fact.line, file: fact.file };
}

function changedValue(before: unknown, field: z.ZodType, change: Change): unknown {
  if (typeof change !== 'object' || Array.isArray(change)) return field.parse(written(change));
  const kept = (before as readonly string[]).filter((name) => !change.drop.includes(name));
  return [...new Set([...kept, ...change.add])];
}

function rowsThatFit(
  rows: readonly AnyRow[],
  table: TableName,
  fact: OverlayFact,
  where: Conditions,
  every: boolean,
): readonly AnyRow[] {
  const fitting = rows.filter((row) => Object.entries(where).every(([name, given]) => fits(row[name], given)));
  const asked = Object.entries(where).map(([name, given]) => `${name} ${written(given)}`);
  if (fitting.length === 0) {
    throw new ChanceryError('knowledge/no-such-fact', `No row of ${table} has ${asked.join(', ')}.`, {
      at: fact,
      expected: nearest(rows, where),
    });
  }
  if (fitting.length > 1 && !every) {
    const places = fitting.slice(0, 5).map((row) => placeOf(table, row));
    throw new ChanceryError('knowledge/several-facts', `${fitting.length} rows have ${asked.join(', ')}.`, {
      at: fact,
      expected: places,
      hint: 'Name more fields under "where", or say "every: true" to mean them all.',
    });
  }
  return fitting;
}

function fits(held: unknown, given: Value): boolean {
  if (Array.isArray(held)) return [given].flat().every((name) => held.includes(String(name)));
  return held === given || String(held ?? '') === written(given);
}

/** Where only the last condition fails: what the rows have there instead. */
function nearest(rows: readonly AnyRow[], where: Conditions): readonly string[] {
  const [last, ...others] = Object.keys(where).reverse();
  if (others.length === 0) return [];
  const near = rows.filter((row) => others.every((name) => fits(row[name], where[name]!)));
  return [...new Set(near.map((row) => `${last} ${row[last!]}`))].slice(-8);
}
