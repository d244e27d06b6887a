import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Telling } from '../../reconcile/index.ts';
import type { Tables } from '../tables.ts';
import { type StoredTelling, tellingFromRow } from './telling-rows.ts';

/** A telling as it stands in the store. */
export interface KeptTelling {
  readonly telling: Telling;
  /** Its event's id: `r_5f0c/e1`. */
  readonly eventId: string;
  /** The key of the first event of its happening. */
  readonly happening: number;
  /** The key of the event that stands for its happening in lists; null when it is not counted. */
  readonly lead: number | null;
  /** Whether its report is the latest version of its text. */
  readonly isCounted: boolean;
}

/** The tellings of these events, by key. */
export async function loadTellings(db: Kysely<Tables>, keys: readonly number[]): Promise<readonly KeptTelling[]> {
  return keys.length === 0 ? [] : tellingsWhere(db, sql<SqlBool>`tellings.event IN (${sql.join(keys)})`);
}

/** The tellings of these happenings, each named by the key of its first event. */
export async function loadHappenings(db: Kysely<Tables>, firsts: readonly number[]): Promise<readonly KeptTelling[]> {
  return firsts.length === 0 ? [] : tellingsWhere(db, sql<SqlBool>`tellings.happening IN (${sql.join(firsts)})`);
}

/** The tellings of these handles; a handle that nothing has any more gives none. */
export async function loadByHandles(db: Kysely<Tables>, handles: readonly string[]): Promise<readonly KeptTelling[]> {
  return handles.length === 0 ? [] : tellingsWhere(db, sql<SqlBool>`tellings.handle IN (${sql.join(handles)})`);
}

async function tellingsWhere(db: Kysely<Tables>, condition: Expression<SqlBool>): Promise<readonly KeptTelling[]> {
  const rows = await db
    .selectFrom('tellings')
    .innerJoin('events', 'events.key', 'tellings.event')
    .innerJoin('reports', 'reports.key', 'events.report')
    .innerJoin('report_outlines', 'report_outlines.report', 'events.report')
    .select(['events.key', 'events.event', 'events.local_id', 'tellings.handle', 'tellings.details'])
    .select(['tellings.happening', 'tellings.lead', 'report_outlines.signature', 'report_outlines.is_latest'])
    .select(['reports.id as report', 'reports.outlet', 'reports.published', 'reports.published_from'])
    .where(condition)
    .orderBy('events.key')
    .execute();
  const countries = await countriesIn(
    db,
    rows.map(({ key }) => key),
  );
  return rows.map(({ local_id, happening, lead, is_latest, published_from, ...row }) => {
    const stored: StoredTelling = { ...row, published: row.published ?? published_from };
    return {
      telling: tellingFromRow(stored, countries.get(row.key) ?? new Map()),
      eventId: `${row.report}/${local_id}`,
      happening,
      lead,
      isCounted: is_latest === 1,
    };
  });
}

/** The states of the parties of these events, by event and actor. */
async function countriesIn(
  db: Kysely<Tables>,
  keys: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<string, string | null>>> {
  const countries = new Map<number, Map<string, string | null>>();
  if (keys.length === 0) return countries;
  const parties = await db
    .selectFrom('event_parties')
    .select(['event', 'actor', 'country'])
    .where('event', 'in', keys)
    .execute();
  for (const { event, actor, country } of parties) {
    countries.set(event, (countries.get(event) ?? new Map()).set(actor, country));
  }
  return countries;
}
