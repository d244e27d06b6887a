import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createApp } from '../../src/serve/index.ts';
import { openFixtureStore } from './fixtures/open-fixture-store.ts';

const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');

test('docs/api.md lists every path of the API, and no other', async () => {
  const store = await openFixtureStore([]);
  const document = (await (await createApp({ store }).request('/openapi.json')).json()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  const served = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const listed = [...page.matchAll(/^\| `((?:GET|POST) [^`]+)` \|/gm)].map(([, path]) => path);
  expect(listed.toSorted()).toEqual(served.toSorted());
  await store.close();
});
