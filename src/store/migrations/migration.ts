import { sql } from 'kysely';
import type { AnyDatabase, Dialect } from '../dialect.ts';

/** One step from the tables of one version to those of the next; it runs on every dialect, inside a transaction. */
export interface StoreMigration {
  readonly name: string;
  readonly up: (db: AnyDatabase, dialect: Dialect) => Promise<void>;
}

/** Runs statements one after another. */
export async function runAll(db: AnyDatabase, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
