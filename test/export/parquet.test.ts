import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { EVENT_COLUMNS } from '../../src/export/index.ts';
import { callReading, numberedReading, sanctionReading } from '../store/readings.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { bytesOf } from './text-of.ts';

async function asked(parquet: Buffer, query: string) {
  const file = join(temporaryFolder(), 'events.parquet');
  writeFileSync(file, parquet);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const result = await connection.runAndReadAll(query.replace('EVENTS', `'${file}'`));
  return result.getRowObjectsJson();
}

const FILE = () => bytesOf('parquet', callReading().record, sanctionReading().record);

describe('parquet', () => {
  it('can be read by DuckDB, with the columns of the table of events', async () => {
    const columns = await asked(await FILE(), 'DESCRIBE SELECT * FROM EVENTS');
    expect(columns.map(({ column_name }) => column_name)).toEqual(EVENT_COLUMNS.map(({ name }) => name));
    const types = Object.fromEntries(columns.map(({ column_name, column_type }) => [column_name, column_type]));
    expect(types).toMatchObject({
      from: 'DATE',
      actors: 'VARCHAR[]',
      count_min: 'INTEGER',
      confidence: 'DOUBLE',
      status: 'VARCHAR',
    });
  });

  it('keeps values, lists, days and what is not known', async () => {
    const rows = await asked(await FILE(), 'SELECT * FROM EVENTS ORDER BY "from" NULLS LAST');
    expect(rows.map(({ id }) => id)).toEqual(['r_5a4c/e2', 'r_ca11/e1', 'r_ca11/e2', 'r_5a4c/e1', 'r_ca11/e3']);
    expect(rows[4]).toMatchObject({
      from: null,
      actors: ['SUD'],
      attribution: ['NOR alleges', 'SUD denies'],
      hosts: [],
      outlet: 'The Courier 🗞',
      count_min: null,
    });
    expect(rows[0]).toMatchObject({ from: '2021-05-21', count_min: 39 });
  });

  it('can be asked', async () => {
    const query = "SELECT count(*)::INTEGER AS n FROM EVENTS WHERE list_contains(actors, 'NOR') AND quad = 4";
    expect(await asked(await FILE(), query)).toEqual([{ n: 1 }]);
  });

  it('keeps every row when there are many', async () => {
    const records = Array.from({ length: 7_000 }, (_, number) => numberedReading(number).record);
    const query = 'SELECT count(*)::INTEGER AS n, count(DISTINCT id)::INTEGER AS ids FROM EVENTS';
    expect(await asked(await bytesOf('parquet', ...records), query)).toEqual([{ n: 21_000, ids: 21_000 }]);
  });

  it('is a file without rows where nothing happened', async () => {
    expect(await asked(await bytesOf('parquet'), 'SELECT count(*)::INTEGER AS n FROM EVENTS')).toEqual([{ n: 0 }]);
  });
});
