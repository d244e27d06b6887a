import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { ChanceryError } from '../problems.ts';

const words = z.array(z.string());

const calendarSchema = z.strictObject({
  months: z.record(z.string(), words),
  weekdays: words,
  ordinals: words,
  zones: z.record(z.string(), z.number()),
});
const headersSchema = z.strictObject({
  published: words,
  updated: words,
  fillers: words,
  bylines: words,
  bylineEnds: words,
});
const datelineSchema = z.strictObject({
  dashes: words,
  stops: words,
  inside: words,
  notPlaces: words,
  places: words,
  regions: words,
});
const outletSchema = z.strictObject({
  name: z.string(),
  aliases: words.default([]),
  hosts: words.default([]),
  zone: z.string().nullable().default(null),
});

const pageSchema = z.strictObject({
  silent: words,
  tags: words,
  furniture: words,
  furniturePairs: z.array(z.tuple([z.string(), z.string()])),
  furnitureRoles: words,
  containers: words,
  titles: words,
  genericTitles: words,
  publishedMeta: words,
  authorMeta: words,
  outletMeta: words,
  bylines: words,
  dateClasses: words,
  updateClasses: words,
  wholeLines: words,
  lineStarts: words,
});

/** An outlet as `lexicon/read/outlets.yaml` describes it. */
export type Outlet = Readonly<z.infer<typeof outletSchema>>;

/** Makes a value when it is first asked for, and keeps it: the word lists do not change while a process runs. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Reads one file of `lexicon/read/`; throws `lexicon/bad-file` with the path inside it where it breaks its form. */
function load<T>(name: string, schema: z.ZodType<T>): T {
  const file = fileURLToPath(new URL(`../../lexicon/read/${name}.yaml`, import.meta.url));
  const result = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new ChanceryError('lexicon/bad-file', `${issue?.path.join('.') || 'The file'}: ${issue?.message}.`, {
    at: { file: `lexicon/read/${name}.yaml` },
    hint: 'Mend the file; its head says what each entry means.',
  });
}

export const calendarWords = once(() => load('calendar', calendarSchema));
export const headerWords = once(() => load('headers', headersSchema));
export const datelineWords = once(() => load('dateline', datelineSchema));
export const pageWords = once(() => load('pages', pageSchema));
export const outlets = once(() => load('outlets', z.array(outletSchema)));
export const smallWords = once(() => load('languages', z.record(z.string(), words)));

/** Turns words into one regular-expression alternation, longest first, so that "sept" is not read as "sep". */
export function alternation(entries: Iterable<string>): string {
  const escaped = [...entries].map((entry) => entry.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'));
  return `(?:${escaped.sort((a, b) => b.length - a.length).join('|')})`;
}
