import { CompiledQuery, type KyselyPlugin, type RootOperationNode } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Filter, type PageRequest, timeline } from '../../src/ask/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore(':memory:', { mode: 'write' });
});
afterAll(() => store.close());

it.each<[Filter, PageRequest]>([
  [{}, {}],
  [{}, { newestFirst: true }],
  [{ between: ['CHN', 'RUS'] }, {}],
  [{ between: ['CHN', 'RUS'] }, { newestFirst: true }],
  [{ between: ['CHN', 'RUS'], types: ['AID'], since: '2023-01-01' }, { newestFirst: true }],
  [{ actors: ['CHN'] }, { newestFirst: true, after: '2023-03-17~r_1~1' }],
])('a page of %j, %j is read from its list in order, without sorting all of it', async (filter, page) => {
  const steps = await planOf((asked) => timeline(asked, filter, page));
  expect(steps[0]).toMatch(/^SEARCH found USING/);
  expect(steps).toContain('USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY');
});

/** How SQLite goes about the first query on lists that a question asks. */
async function planOf(ask: (store: Store) => Promise<unknown>): Promise<readonly string[]> {
  const nodes: RootOperationNode[] = [];
  const listening: KyselyPlugin = {
    transformQuery: ({ node }) => {
      nodes.push(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await ask({ ...store, db: store.db.withPlugin(listening) });
  const executor = store.db.getExecutor();
  const queries = nodes.map((node) => executor.compileQuery(node, { queryId: 'plan' }));
  const { sql, parameters } = queries.find((query) => query.sql.includes('event_lists AS found'))!;
  const { rows } = await store.db.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`EXPLAIN QUERY PLAN ${sql}`, [...parameters]),
  );
  return rows.map(({ detail }) => detail);
}
