import { record } from './001-record.ts';
import { reviews } from './002-reviews.ts';
import { happenings } from './003-happenings.ts';
import { lists } from './004-lists.ts';
import type { StoreMigration } from './migration.ts';

export type { StoreMigration } from './migration.ts';

/** Every version of the tables, in order. A released one is never edited: what changes is a new one at the end. */
export const MIGRATIONS: readonly StoreMigration[] = [record, reviews, happenings, lists];
