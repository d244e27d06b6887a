import type { Kysely } from 'kysely';
import { decidedBy, leadOf, type Placements, placeTellings, type Telling, tellingsOf } from '../../reconcile/index.ts';
import { insertAll } from '../insert-all.ts';
import { placeInLists } from '../rows.ts';
import type { Reading } from '../store.ts';
import type { Tables } from '../tables.ts';
import { type KeptTelling, loadByHandles, loadHappenings, loadTellings } from './load-tellings.ts';
import { decisionsIn } from './merge-decisions.ts';
import { outlineReport } from './outline-report.ts';
import { StoredSurroundings } from './stored-surroundings.ts';
import { blockRows, tellingRow } from './telling-rows.ts';

/** Takes the events of a report that was just written into the happenings that they tell of, and notes which reports are one text. */
export async function mergeReport(
  db: Kysely<Tables>,
  report: number,
  { record, explanations }: Reading,
): Promise<void> {
  const aged = await outlineReport(db, report, record.report);
  const tellings = tellingsOf(record, explanations);
  const rows = await db.selectFrom('events').select(['key', 'local_id']).where('report', '=', report).execute();
  const keys = new Map(rows.map(({ key, local_id }) => [local_id, key]));
  const keyOf = (telling: Telling) => keys.get(telling.event.id)!;
  await insertAll(
    db,
    'tellings',
    tellings.map((telling) => tellingRow(keyOf(telling), telling)),
  );
  await insertAll(
    db,
    'telling_blocks',
    tellings.flatMap((telling) => blockRows(keyOf(telling), telling)),
  );
  const added = (await loadTellings(db, [...keys.values()])).map(({ telling }) => telling);
  const touched = await replace(db, added, [], new StoredSurroundings(db, added));
  await chooseLeads(db, [...touched, ...(await happeningsOfReports(db, aged))]);
}

/** Takes the events of a report out of their happenings, before they are deleted. */
export async function unmergeReport(db: Kysely<Tables>, report: number): Promise<void> {
  const rows = await db.selectFrom('events').select('key').where('report', '=', report).execute();
  const kept = await loadTellings(
    db,
    rows.map(({ key }) => key),
  );
  const surroundings = new StoredSurroundings(db, []);
  surroundings.know(kept);
  const gone = kept.map(({ telling }) => telling);
  const touched = await replace(db, [], gone, surroundings);
  await db
    .deleteFrom('tellings')
    .where(
      'event',
      'in',
      rows.map(({ key }) => key),
    )
    .execute();
  await chooseLeads(db, touched);
}

/** Places tellings anew after something was decided of them. */
export async function mergeAgain(db: Kysely<Tables>, handles: readonly string[]): Promise<void> {
  const kept = await loadByHandles(db, handles);
  const surroundings = new StoredSurroundings(db, []);
  surroundings.know(kept);
  await chooseLeads(
    db,
    await replace(
      db,
      kept.map(({ telling }) => telling),
      [],
      surroundings,
    ),
  );
}

/** Places tellings and writes what changed. Gives the happenings that gained or lost one. */
async function replace(
  db: Kysely<Tables>,
  changed: readonly Telling[],
  gone: readonly Telling[],
  surroundings: StoredSurroundings,
): Promise<readonly number[]> {
  const decided = decidedBy(await decisionsIn(db));
  const placements = await placeTellings(changed, gone, surroundings, decided);
  const touched = new Set<number>();
  for (const [id, first] of placements) {
    const before = surroundings.placeOf(id);
    for (const happening of [before, first]) if (happening !== null) touched.add(Number(happening));
  }
  await writePlacements(db, placements);
  return [...touched];
}

async function writePlacements(db: Kysely<Tables>, placements: Placements): Promise<void> {
  for (const [id, first] of placements) {
    if (first === null) continue;
    await db
      .updateTable('tellings')
      .set({ happening: Number(first) })
      .where('event', '=', Number(id))
      .execute();
  }
}

/** Chooses anew which telling stands for each of these happenings in lists. */
async function chooseLeads(db: Kysely<Tables>, firsts: readonly number[]): Promise<void> {
  const byHappening = new Map<number, KeptTelling[]>();
  for (const kept of await loadHappenings(db, [...new Set(firsts)])) {
    byHappening.set(kept.happening, [...(byHappening.get(kept.happening) ?? []), kept]);
  }
  for (const members of byHappening.values()) {
    const lead = leadOf(members);
    for (const member of members) await followLead(db, member, member.isCounted ? lead : null);
  }
}

/** Puts an event where its happening stands in lists; one that is not counted stands for itself. */
async function followLead(
  db: Kysely<Tables>,
  { telling: { id, event }, lead: before }: KeptTelling,
  telling: Telling | null,
): Promise<void> {
  const lead = telling === null ? null : Number(telling.id);
  if (lead === before) return;
  const place = { lead, ...placeInLists(telling?.event ?? event) };
  await db.updateTable('tellings').set({ lead }).where('event', '=', Number(id)).execute();
  await db.updateTable('event_lists').set(place).where('event', '=', Number(id)).execute();
}

async function happeningsOfReports(db: Kysely<Tables>, reports: readonly number[]): Promise<readonly number[]> {
  if (reports.length === 0) return [];
  const rows = await db
    .selectFrom('tellings')
    .innerJoin('events', 'events.key', 'tellings.event')
    .select('tellings.happening')
    .where('events.report', 'in', reports)
    .execute();
  return rows.map(({ happening }) => happening);
}
