import type { Event, Report, ReportRecord } from '../record/index.ts';
import { foldName } from '../text/fold.ts';
import type { Dialect, Write } from './dialect.ts';
import { mergeReport, unmergeReport } from './happenings/merge-report.ts';
import { chunks, insertAll } from './insert-all.ts';
import * as rows from './rows.ts';
import type { Reading } from './store.ts';

type FoundAt = Pick<Report, 'source' | 'outlet' | 'url'>;

/** Writes all rows of a reading; an earlier reading of the same report goes, with everything that hung on it. */
export async function writeReading(trx: Write, dialect: Dialect, reading: Reading, read: rows.ReadBy): Promise<void> {
  const { record } = reading;
  const sources = await removeReport(trx, record.report.id);
  const { key } = await trx
    .insertInto('reports')
    .values(rows.reportRow(reading, read))
    .returning('key')
    .executeTakeFirstOrThrow();
  for (const from of [...sources, record.report]) await addReportSource(trx, key, from);
  await writeActors(trx, key, record);
  await insertAll(trx, 'times', rows.timeRows(key, record));
  await insertAll(trx, 'quotations', rows.quotationRows(key, record));
  await insertAll(trx, 'problems', rows.problemRows(key, record));
  await writeEvents(trx, key, reading);
  await indexWords(trx, dialect, key, record);
  await mergeReport(trx, key, reading);
}

/** Enters the words of a report, its events and its quotations into the full-text indexes. */
export async function indexWords(trx: Write, dialect: Dialect, report: number, record: ReportRecord): Promise<void> {
  await dialect.indexReport(trx, report, record.report.text);
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const wordsOfEvent = new Map(record.events.map((event) => [event.id, rows.eventWords(event, actors)]));
  for (const { key, local_id } of await keysIn(trx, 'events', report))
    await dialect.addWords(trx, 'event_text', key, wordsOfEvent.get(local_id)!);
  const wordsOfQuotation = new Map(record.quotations.map(({ id, text }) => [id, text]));
  for (const { key, local_id } of await keysIn(trx, 'quotations', report))
    await dialect.addWords(trx, 'quotation_text', key, wordsOfQuotation.get(local_id)!);
}

function keysIn(trx: Write, table: 'events' | 'quotations', report: number) {
  return trx.selectFrom(table).select(['key', 'local_id']).where('report', '=', report).orderBy('key').execute();
}

async function removeReport(trx: Write, id: string): Promise<readonly FoundAt[]> {
  const sources = await trx
    .selectFrom('report_sources')
    .innerJoin('reports', 'reports.key', 'report_sources.report')
    .select(['report_sources.source', 'report_sources.outlet', 'report_sources.url'])
    .where('reports.id', '=', id)
    .execute();
  const stored = await trx.selectFrom('reports').select('key').where('id', '=', id).executeTakeFirst();
  if (stored) await unmergeReport(trx, stored.key);
  await trx.deleteFrom('reports').where('id', '=', id).execute();
  return sources;
}

/** Notes where a report was read; the same place twice is noted once. */
export async function addReportSource(trx: Write, report: number, from: FoundAt): Promise<void> {
  const { source, outlet, url } = from;
  await trx
    .insertInto('report_sources')
    .values({ report, source, outlet, outlet_folded: outlet === null ? null : foldName(outlet), url })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function writeActors(trx: Write, report: number, { actors }: ReportRecord): Promise<void> {
  for (const actor of actors) {
    const { id, ...known } = rows.actorRow(actor);
    await trx
      .insertInto('actors')
      .values({ id, ...known })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(known))
      .execute();
  }
  const offices = actors.map(({ id, office }) => ({ report, actor: id, office }));
  await insertAll(trx, 'report_actors', offices);
  const mentions = actors.flatMap((actor) => rows.mentionRows(report, actor));
  await insertAll(trx, 'actor_mentions', mentions);
}

async function writeEvents(trx: Write, report: number, { record, explanations }: Reading): Promise<void> {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const keys = await insertEvents(trx, report, record.events);
  const keyOf = (event: Event) => keys.get(event.id)!;
  const { events } = record;
  const sided = events.map((event) => ({ event, key: keyOf(event), sides: rows.sidesOf(event, actors) }));
  await insertAll(
    trx,
    'event_parties',
    sided.flatMap(({ key, sides }) => rows.partyRows(key, sides, actors)),
  );
  await insertAll(
    trx,
    'event_lists',
    sided.flatMap(({ key, event, sides }) => rows.listRows(key, event, sides)),
  );
  await insertAll(
    trx,
    'attribution',
    events.flatMap((event) => rows.attributionRows(keyOf(event), event, actors)),
  );
  await insertAll(
    trx,
    'evidence',
    events.flatMap((event) => rows.evidenceRows(keyOf(event), event)),
  );
  const explained = explanations.filter(({ event }) => keys.has(event));
  await insertAll(
    trx,
    'explanations',
    explained.map((explanation) => ({ event: keys.get(explanation.event)!, explanation: JSON.stringify(explanation) })),
  );
}

async function insertEvents(
  trx: Write,
  report: number,
  events: readonly Event[],
): Promise<ReadonlyMap<string, number>> {
  const keys = new Map<string, number>();
  const all = events.map((event, ordinal) => rows.eventRow(report, event, ordinal));
  for (const some of chunks(all)) {
    const added = await trx.insertInto('events').values(some).returning(['key', 'local_id']).execute();
    for (const { key, local_id } of added) keys.set(local_id, key);
  }
  return keys;
}
