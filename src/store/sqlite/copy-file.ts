import { renameSync, rmSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** Copies a SQLite store that is in use, as it stands at one moment, into a file; one of that name goes when the copy is whole. */
export async function copyFile(db: Kysely<Tables>, to: string): Promise<void> {
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { force: true });
  await sql`VACUUM INTO ${unfinished}`.execute(db);
  renameSync(unfinished, to);
}
