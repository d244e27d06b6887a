import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/serve/index.ts';
import type { Store } from '../../src/store/index.ts';
import { openFixtureStore } from './fixtures/open-fixture-store.ts';

let store: Store;

beforeAll(async () => {
  store = await openFixtureStore();
});
afterAll(() => store.close());

describe('a server on loopback', () => {
  test.each([
    ['localhost:4780', 200],
    ['127.0.0.1:4780', 200],
    ['[::1]:4780', 200],
    ['LOCALHOST', 200],
    ['evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['localhost.evil.example:4780', 403],
    ['user@evil.example', 403],
    ['', 403],
  ])('asked as %j answers %i', async (host, status) => {
    const response = await createApp({ store }).request('/overview', { headers: { host } });
    expect(response.status).toBe(status);
  });

  test('answers to a name it was given', async () => {
    const app = createApp({ store, hosts: ['desk.newsroom.example'] });
    expect((await app.request('/healthz', { headers: { host: 'desk.newsroom.example:80' } })).status).toBe(200);
  });

  test.each(['/overview', '/page/', '/nothing', '/timeline?format=csv'])(
    'sends strict headers with %s',
    async (path) => {
      const { headers } = await createApp({ store }).request(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  test.each(['/page/../app.ts', '/page/%2e%2e/app.js', '/page/..%2f..%2fpackage.json', '/page/assets/..%5c..%5cx.js'])(
    'gives no file outside the page for %s',
    async (path) => {
      const response = await createApp({ store }).request(path);
      expect(await response.text()).not.toMatch(/createApp|"name": "chancery"/);
    },
  );

  test('sends what a report says as JSON, never as HTML', async () => {
    const response = await createApp({ store }).request('/reports/r_hostile/record');
    expect(response.headers.get('content-type')).toBe('application/json');
  });
});
