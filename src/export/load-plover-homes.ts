import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { ChanceryError } from '../problems.ts';

const homesSchema = z.strictObject({
  atHome: z.array(z.string()),
  unclaimed: z.array(z.string()),
  opposed: z.array(z.string()),
  stateless: z.array(z.string()),
  againstHome: z.array(z.string()),
});

/** Which events and parties PLOVER codes by the state where it happens. */
export type PloverHomes = Readonly<z.infer<typeof homesSchema>>;

const HOMES_FILE = fileURLToPath(new URL('../../lexicon/exports/plover.yaml', import.meta.url));

/** Loads `lexicon/exports/plover.yaml`. Throws when an entry is not as it should be. */
export function loadPloverHomes(): PloverHomes {
  const parsed = homesSchema.safeParse(parse(readFileSync(HOMES_FILE, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new ChanceryError('lexicon/bad-entry', z.prettifyError(parsed.error), { at: { file: HOMES_FILE } });
}
