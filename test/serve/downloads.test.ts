import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/serve/index.ts';
import type { Store } from '../../src/store/index.ts';
import { openFixtureStore } from './fixtures/open-fixture-store.ts';

let store: Store;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  store = await openFixtureStore();
  app = createApp({ store });
});
afterAll(() => store.close());

const FORMULA = /^[=+\-@\t\r]/;

// biome-ignore lint/suspicious/noExplicitAny: the tests state the shape themselves
const json = (response: Response): Promise<any> => response.json();

describe('downloads', () => {
  test.each([
    ['/reports', 3],
    ['/actors', 11],
    ['/quotations', 3],
    ['/timeline', 9],
    ['/events', 9],
    ['/timeline?status=negated', 1],
  ])('%s as CSV has %i rows, and no cell that a spreadsheet would run', async (path, rows) => {
    const response = await app.request(`${path}${path.includes('?') ? '&' : '?'}format=csv`);
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="chancery-\w+\.csv"$/);
    const table: Record<string, string>[] = parse(await response.text(), { columns: true });
    expect(table).toHaveLength(rows);
    const cells = table.flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => FORMULA.test(cell) && !Number.isFinite(Number(cell)))).toEqual([]);
  });

  test('keep a would-be formula as words', async () => {
    const table: Record<string, string>[] = parse(await (await app.request('/reports?format=csv')).text(), {
      columns: true,
    });
    expect(table[0]?.outlet).toBe("'=1+1<b>Outlet</b>");
  });

  test.each(['/reports', '/actors', '/quotations', '/timeline'])(
    '%s as JSON lines is the list itself',
    async (path) => {
      const lines = (await (await app.request(`${path}?format=jsonl`)).text()).trimEnd().split('\n');
      const list = await json(await app.request(path));
      expect(lines.map((line) => JSON.parse(line))).toEqual(list.entries);
    },
  );

  test.each([
    ['md', '# Chronology'],
    ['plover', '"event":"AGREE"'],
    ['ics', 'BEGIN:VCALENDAR'],
    ['parquet', 'PAR1'],
  ])('events come as %s too', async (format, words) => {
    expect(await (await app.request(`/timeline?format=${format}`)).text()).toContain(words);
  });
});
