import { sql } from 'kysely';
import { ChanceryError } from '../../problems.ts';
import type { AnyDatabase, Write } from '../dialect.ts';
import { standingReading } from '../reviews.ts';
import type { Store } from '../store.ts';
import { COUNTED_KEYS, TABLE_PARTS, type Tables } from '../tables.ts';
import { indexWords } from '../write-reading.ts';

type Table = keyof Tables;
type Row = Readonly<Record<string, unknown>>;

const ROWS_AT_ONCE = 2_000;
/** SQLite takes at most 32,766 values in one statement. */
const VALUES_AT_ONCE = 30_000;

/**
 * Copies everything that a store holds, as it stands at one moment, into an empty one of either kind: all of it or nothing.
 * Keys, ids and the times of storing stay what they were. Gives back how many reports were copied.
 */
export async function copyStore(from: Store, to: Store): Promise<number> {
  return from.snapshot((source) =>
    to.write(async (trx) => {
      await refuseUnlessEmpty(trx, to.path);
      for (const table of Object.keys(TABLE_PARTS) as Table[]) await copyTable(source.db, trx, table);
      for (const [table, column] of Object.entries(COUNTED_KEYS)) await to.dialect.continueKeys(trx, table, column);
      return indexReports(trx, to);
    }),
  );
}

async function refuseUnlessEmpty(trx: Write, path: string): Promise<void> {
  const report = await trx.selectFrom('reports').select('id').limit(1).executeTakeFirst();
  if (!report) return;
  throw new ChanceryError('store/not-empty', 'The store to copy to holds reports already.', {
    at: { file: path },
    hint: 'Name one that is not there yet; reports from several places go into one store by chancery ingest.',
  });
}

async function copyTable(from: AnyDatabase, trx: AnyDatabase, table: Table): Promise<void> {
  for await (const rows of parts(from, table, TABLE_PARTS[table])) {
    const atOnce = Math.floor(VALUES_AT_ONCE / Object.keys(rows[0]!).length);
    for (let at = 0; at < rows.length; at += atOnce)
      await trx
        .insertInto(table)
        .values(rows.slice(at, at + atOnce))
        .execute();
  }
}

/** All rows of a table in the order of a column. Those that have one value there come in one part. */
async function* parts(db: AnyDatabase, table: Table, column: string): AsyncGenerator<readonly Row[]> {
  let after: unknown = null;
  let limit = ROWS_AT_ONCE;
  for (;;) {
    const beyond = after === null ? sql`true` : sql`${sql.ref(column)} > ${after}`;
    const { rows } = await sql<Row>`SELECT * FROM ${sql.table(table)} WHERE ${beyond}
      ORDER BY ${sql.ref(column)} LIMIT ${limit}`.execute(db);
    const isLast = rows.length < limit;
    const end = rows.at(-1)?.[column];
    const whole = isLast ? rows : rows.filter((row) => row[column] !== end);
    if (whole.length > 0) yield whole;
    if (isLast) return;
    if (whole.length === 0) limit *= 2;
    else after = whole.at(-1)![column];
  }
}

/** Enters the words of all reports into the full-text indexes, which no two kinds of store have alike. */
async function indexReports(trx: Write, { dialect }: Store): Promise<number> {
  let count = 0;
  let after = 0;
  for (;;) {
    const reports = await trx
      .selectFrom('reports')
      .select(['key', 'id'])
      .where('key', '>', after)
      .orderBy('key')
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const { key, id } of reports) await indexWords(trx, dialect, key, (await standingReading(trx, id))!.record);
    count += reports.length;
    const last = reports.at(-1);
    if (!last) return count;
    after = last.key;
  }
}
