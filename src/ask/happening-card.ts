import { type Kysely, sql } from 'kysely';
import { byPublication, disagreements, lifeCycle } from '../reconcile/index.ts';
import type { DisputedField, Stage } from '../record/index.ts';
import { type KeptTelling, loadHappenings, type Tables } from '../store/index.ts';

/** What a list says of the happening that an event tells of: in how many reports, whose, and who was first. */
export interface HappeningCard {
  /** `h_` and twelve hexadecimal digits. It changes when another event comes to stand first; every earlier one still leads here. */
  readonly id: string;
  /** How many events of reports tell of it, those of earlier versions of a report with them. */
  readonly tellings: number;
  /** In how many reports, versions that a later one took the place of not counted. */
  readonly reports: number;
  /** The outlets that tell of it, the first to publish first. */
  readonly outlets: readonly string[];
  /** The report that was published first; of several on one day the one of the least id. */
  readonly first: { readonly report: string; readonly outlet: string | null; readonly published: string | null };
  /** What became known, in the order of publication. */
  readonly stages: readonly { readonly stage: Stage; readonly since: string | null }[];
  /** What its reports do not agree on. */
  readonly disputed: readonly DisputedField[];
}

/** The cards of the happenings that these events tell of, by event id. */
export async function happeningCards(
  db: Kysely<Tables>,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, HappeningCard>> {
  const cards = new Map<string, HappeningCard>();
  for (const members of (await happeningsOf(db, eventIds)).values()) {
    const card = cardOf(members);
    for (const { eventId } of members) cards.set(eventId, card);
  }
  return cards;
}

/** The happenings that these events tell of, each with all its tellings, by the key of the first. */
export async function happeningsOf(
  db: Kysely<Tables>,
  eventIds: readonly string[],
): Promise<ReadonlyMap<number, readonly KeptTelling[]>> {
  const byFirst = new Map<number, KeptTelling[]>();
  for (const kept of await loadHappenings(db, await firstsOf(db, eventIds))) {
    byFirst.set(kept.happening, [...(byFirst.get(kept.happening) ?? []), kept]);
  }
  return byFirst;
}

async function firstsOf(db: Kysely<Tables>, eventIds: readonly string[]): Promise<readonly number[]> {
  if (eventIds.length === 0) return [];
  const reports = [...new Set(eventIds.map((id) => id.slice(0, id.lastIndexOf('/'))))];
  const wanted = new Set(eventIds);
  const { rows } = await sql<{ id: string; happening: number }>`
    SELECT reports.id || '/' || events.local_id AS id, tellings.happening FROM reports
    JOIN events ON events.report = reports.key JOIN tellings ON tellings.event = events.key
    WHERE reports.id IN (${sql.join(reports)})`.execute(db);
  return [...new Set(rows.filter(({ id }) => wanted.has(id)).map(({ happening }) => happening))];
}

/** What a list says of a happening with these tellings. */
export function cardOf(members: readonly KeptTelling[]): HappeningCard {
  const tellings = members.map(({ telling }) => telling).sort(byPublication);
  const counted = members.filter(({ isCounted }) => isCounted).map(({ telling }) => telling);
  const first = tellings[0]!.report;
  return {
    id: firstOf(members).telling.handle,
    tellings: members.length,
    reports: new Set(counted.map(({ report }) => report.id)).size,
    outlets: [...new Set(tellings.flatMap(({ report }) => report.outlet ?? []))],
    first: { report: first.id, outlet: first.outlet, published: first.published },
    stages: lifeCycle(counted).map(({ stage, since }) => ({ stage, since })),
    disputed: disagreements(counted).map(({ field }) => field),
  };
}

/** The telling by which a happening is named. */
export function firstOf(members: readonly KeptTelling[]): KeptTelling {
  return members.find(({ telling, happening }) => telling.id === String(happening))!;
}
