import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { ChanceryError } from '../problems.ts';

const codesSchema = z.strictObject({
  goldstein: z.record(z.string(), z.number()),
  planned: z.record(
    z.string(),
    z.strictObject({ code: z.string(), modes: z.record(z.string(), z.string()).optional() }),
  ),
  countries: z.record(z.string(), z.string()),
  fips: z.record(z.string(), z.string()),
  sectors: z.record(z.string(), z.string()),
  types: z.record(z.string(), z.string()),
  stateless: z.array(z.string()),
});

/** What GDELT and CAMEO write otherwise than the record. */
export interface GdeltCodes extends Readonly<Omit<z.infer<typeof codesSchema>, 'fips'>> {
  /** FIPS 10-4 codes by ISO 3166-1 alpha-3. */
  readonly fips: ReadonlyMap<string, string>;
  /** CAMEO codes of organisations and armed groups, three letters a part, by actor id. */
  readonly groups: ReadonlyMap<string, string>;
}

const CODES_FILE = fileURLToPath(new URL('../../lexicon/exports/gdelt.yaml', import.meta.url));
const KNOWLEDGE_FOLDER = new URL('../../knowledge/', import.meta.url);

/** Loads the codes of GDELT from `lexicon/exports/gdelt.yaml` and `knowledge/`. Throws when an entry is not as it should be. */
export function loadGdeltCodes(): GdeltCodes {
  const parsed = codesSchema.safeParse(parseYaml(readFileSync(CODES_FILE, 'utf8')));
  if (!parsed.success) {
    throw new ChanceryError('lexicon/bad-entry', z.prettifyError(parsed.error), { at: { file: CODES_FILE } });
  }
  const states = readTable('states.csv').map(({ iso3, fips }) => [iso3!, fips!] as const);
  const organisations = [...readTable('igos.csv'), ...readTable('armed-groups.csv')];
  return {
    ...parsed.data,
    fips: new Map([...states.filter(([, fips]) => fips.length === 2), ...Object.entries(parsed.data.fips)]),
    groups: new Map(organisations.flatMap(({ id, plover }) => (id && plover ? [[id, plover] as const] : []))),
  };
}

function readTable(name: string): readonly Record<string, string>[] {
  return parseCsv(readFileSync(new URL(name, KNOWLEDGE_FOLDER)), { columns: true, bom: true });
}
