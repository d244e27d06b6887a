import { sql } from 'kysely';
import type { Store } from '../../src/store/index.ts';

const TABLES = [
  'reports',
  'report_sources',
  'report_actors',
  'actor_mentions',
  'times',
  'quotations',
  'events',
  'event_parties',
  'attribution',
  'evidence',
  'explanations',
  'problems',
  'review_entries',
  'readings_beneath',
  'event_text',
  'quotation_text',
  'tellings',
  'telling_blocks',
  'report_outlines',
  'report_bands',
];

/** How many rows each table holds. */
export async function rowCounts(store: Store): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(store.db);
    counts[table] = rows[0]!.n;
  }
  return counts;
}
