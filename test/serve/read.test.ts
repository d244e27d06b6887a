import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '../../src/problems.ts';
import { RECORD_SCHEMA, type Report } from '../../src/record/index.ts';
import { createApp, type Reader } from '../../src/serve/index.ts';
import type { Store } from '../../src/store/index.ts';
import { openFixtureStore } from './fixtures/open-fixture-store.ts';

let store: Store;

beforeEach(async () => {
  store = await openFixtureStore([]);
});
afterEach(() => store.close());

/** A reader that finds nothing in a report, so that these tests are about what comes and goes. */
const plainReader: Reader = {
  version: 'plain',
  read: async (report: Report, problems: readonly Problem[]) => ({
    record: {
      schema: RECORD_SCHEMA,
      report,
      actors: [],
      times: [],
      quotations: [],
      events: [],
      problems: [...problems],
    },
    explanations: [],
  }),
};

const TEXT = 'Minister lands in Oslo\n\nOSLO — The minister landed in Oslo on Monday and spoke with her host.';

function post(app: ReturnType<typeof createApp>, path: string, body: unknown, headers: Record<string, string> = {}) {
  return app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

// biome-ignore lint/suspicious/noExplicitAny: the tests state the shape themselves
const json = (response: Response): Promise<any> => response.json();

describe('POST /read', () => {
  test('makes a report of a pasted text as the command line would, and keeps nothing', async () => {
    const app = createApp({ store, loadReader: async () => plainReader });
    const response = await post(app, '/read', { text: TEXT, published: '2024-05-06', outlet: 'The Harbour Gazette' });
    expect(response.status).toBe(200);
    const { record } = await json(response);
    expect(record.report).toMatchObject({
      title: 'Minister lands in Oslo',
      outlet: 'The Harbour Gazette',
      source: 'pasted',
      published: { value: '2024-05-06', basis: 'given' },
    });
    expect(await json(await app.request('/overview'))).toMatchObject({
      reports: 0,
      can: { read: true, write: false },
    });
  });

  test('takes a title and an address that it is given', async () => {
    const app = createApp({ store, loadReader: async () => plainReader });
    const url = 'https://gazette.example/oslo';
    const { record } = await json(await post(app, '/read', { text: 'She landed.', title: 'In Oslo', url }));
    expect(record.report).toMatchObject({ title: 'In Oslo', text: 'In Oslo\n\nShe landed.', url, source: url });
  });

  test('opens the reader once, when it is first needed', async () => {
    let opened = 0;
    const loadReader = async () => {
      opened += 1;
      return plainReader;
    };
    const app = createApp({ store, loadReader });
    expect(opened).toBe(0);
    await Promise.all([1, 2, 3].map(() => post(app, '/read', { text: TEXT })));
    expect(opened).toBe(1);
  });

  test('tries to open the reader again after it failed', async () => {
    let calls = 0;
    const loadReader = async () => {
      calls += 1;
      if (calls === 1) throw new Error('no model');
      return plainReader;
    };
    const app = createApp({ store, loadReader });
    expect((await post(app, '/read', { text: TEXT })).status).toBe(500);
    expect((await post(app, '/read', { text: TEXT })).status).toBe(200);
  });

  test.each([
    ['an empty text', { text: '' }, 400, 'serve/bad-field'],
    ['a text of blanks', { text: ' \n ' }, 422, 'read/empty'],
    ['no text', { title: 'x' }, 400, 'serve/bad-field'],
    ['an unknown field', { text: TEXT, publised: '2024-05-06' }, 400, 'serve/extra-field'],
    ['a date that is none', { text: TEXT, published: 'next week' }, 422, 'read/bad-date'],
    ['an address that is a script', { text: TEXT, url: 'javascript:alert(1)' }, 400, 'serve/bad-field'],
    ['several reports at once', { text: '{"text":"One thing."}\n{"text":"Another."}' }, 400, 'serve/one-report'],
    ['five megabytes', { text: 'a'.repeat(5 * 1024 * 1024) }, 413, 'serve/too-large'],
  ])('refuses %s', async (_, body, status, code) => {
    const app = createApp({ store, loadReader: async () => plainReader });
    const response = await post(app, '/read', body);
    expect(response.status).toBe(status);
    expect(await json(response)).toMatchObject({ code });
  });

  test('refuses what is not JSON, by its type or by its content', async () => {
    const app = createApp({ store, loadReader: async () => plainReader });
    const typed = await post(app, '/read', JSON.stringify({ text: TEXT }), { 'content-type': 'text/plain' });
    expect([typed.status, (await json(typed)).code]).toEqual([415, 'serve/not-json']);
    const broken = await post(app, '/read', '{"text":');
    expect([broken.status, (await json(broken)).code]).toEqual([400, 'serve/broken-json']);
  });

  test('refuses a page of another origin', async () => {
    const app = createApp({ store, loadReader: async () => plainReader });
    const response = await post(app, '/read', { text: TEXT }, { origin: 'https://evil.example' });
    expect([response.status, (await json(response)).code]).toEqual([403, 'serve/forbidden-origin']);
    expect((await post(app, '/read', { text: TEXT }, { origin: 'http://localhost:4780' })).status).toBe(200);
  });

  test('says so where nothing can be read', async () => {
    const response = await post(createApp({ store }), '/read', { text: TEXT });
    expect([response.status, (await json(response)).code]).toEqual([501, 'serve/no-reader']);
  });

  test('refuses a ninth report while eight wait', async () => {
    const slow: Reader = {
      ...plainReader,
      read: async (...given) => {
        await new Promise((done) => setTimeout(done, 60));
        return plainReader.read(...given);
      },
    };
    const app = createApp({ store, loadReader: async () => slow });
    const answers = await Promise.all(Array.from({ length: 12 }, () => post(app, '/read', { text: TEXT })));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(8);
    expect(statuses.filter((status) => status === 503)).toHaveLength(4);
  });
});

describe('POST /reports', () => {
  test('is refused by default', async () => {
    const response = await post(createApp({ store, loadReader: async () => plainReader }), '/reports', { text: TEXT });
    expect([response.status, (await json(response)).code]).toEqual([403, 'serve/read-only']);
  });

  test('keeps a report where that is allowed, once', async () => {
    const app = createApp({ store, loadReader: async () => plainReader, allowWrite: true });
    const first = await json(await post(app, '/reports', { text: TEXT, published: '2024-05-06' }));
    expect(first.outcome).toBe('added');
    expect(await json(await post(app, '/reports', { text: TEXT, published: '2024-05-06' }))).toEqual({
      id: first.id,
      outcome: 'unchanged',
    });
    expect((await app.request(`/reports/${first.id}`)).status).toBe(200);
  });
});
