import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPORTERS } from '../../src/export/index.ts';
import { createApp } from '../../src/serve/index.ts';
import { type EventEntry, type HappeningWire, happeningSchema } from '../../src/serve/wire.ts';
import type { Store } from '../../src/store/index.ts';
import { openFixtureStore } from './fixtures/open-fixture-store.ts';
import { planned } from './fixtures/records.ts';

let store: Store;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  store = await openFixtureStore();
  app = createApp({ store });
});
afterAll(() => store.close());

// biome-ignore lint/suspicious/noExplicitAny: the tests state the shape themselves
async function get(path: string, status = 200): Promise<any> {
  const response = await app.request(path);
  expect(response.status).toBe(status);
  return response.json();
}

describe('the record over HTTP', () => {
  test('says what the store holds, counting each pair of states once', async () => {
    const overview = await get('/overview');
    expect(overview).toMatchObject({ reports: 3, events: 10, quotations: 3, can: { read: false, write: false } });
    expect(overview.published).toEqual({ from: '2023-03-17', to: '2023-04-04' });
    expect(overview.pairs[0]).toMatchObject({ ids: ['CHN', 'RUS'], names: ['China', 'Russia'], events: 4 });
    expect(overview.byStatus.map(({ status }: { status: string }) => status)).toEqual([
      'occurred',
      'ongoing',
      'planned',
      'possible',
      'negated',
    ]);
  });

  test('counts anew when a report has come', async () => {
    const grown = await openFixtureStore([planned]);
    const over = createApp({ store: grown });
    expect(await (await over.request('/overview')).json()).toMatchObject({ reports: 1 });
    const another = { ...planned, report: { ...planned.report, id: 'r_other' } };
    await grown.ingest({ record: another, explanations: [] }, 'fixture');
    expect(await (await over.request('/overview')).json()).toMatchObject({ reports: 2, events: 12 });
    await grown.close();
  });

  test('lists reports, the newest first, page by page', async () => {
    const first = await get('/reports?limit=2');
    expect(first.entries.map(({ id }: { id: string }) => id)).toEqual(['r_hostile', 'r_visit']);
    expect(first.total).toBe(3);
    const second = await get(`/reports?limit=2&cursor=${encodeURIComponent(first.next)}`);
    expect(second.entries.map(({ id }: { id: string }) => id)).toEqual(['r_plan']);
    expect(second.next).toBeNull();
  });

  test('opens a report with its first words after the title', async () => {
    const report = await get('/reports/r_plan');
    expect(report).toMatchObject({ events: 6, quotations: 2, actors: 9 });
    expect(report.opening).toMatch(/^BEIJING — President Xi Jinping of China will travel/);
  });

  test('returns a record just as it was ingested', async () => {
    expect(await get('/reports/r_plan/record')).toEqual(planned);
  });

  test.each([
    ['/timeline?between=CHN&between=RUS', ['r_plan/e5', 'r_plan/e3', 'r_visit/e1']],
    ['/timeline?between=CHN,RUS&status=planned', []],
    ['/timeline?actor=Zelensky', ['r_plan/e4']],
    ['/timeline?status=planned&status=negated', ['r_plan/e4']],
    ['/timeline?q=type:AID', ['r_plan/e3']],
    ['/timeline?q=shelling', ['r_visit/e2', 'r_visit/e3']],
    ['/timeline?since=2023-04&until=2023-04', ['r_plan/e6', 'r_visit/e2', 'r_hostile/e1']],
    ['/timeline?by=USA', ['r_plan/e3']],
    ['/events?type=CONSULT&outlet=Wire%20of%20the%20Coast', ['r_visit/e1']],
    ['/timeline?type=', undefined],
  ])('%s finds %j', async (path, ids) => {
    const { entries, total } = await get(path);
    if (ids === undefined) expect(total).toBe(9);
    else expect(entries.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  test('gives each event its report and the names of everybody in it', async () => {
    const entry = await get('/events/r_plan/e3');
    expect(entry.report).toMatchObject({ id: 'r_plan', outlet: 'The Harbour Gazette', published: '2023-03-17' });
    expect(entry.actors.map(({ name }: { name: string }) => name)).toEqual([
      'China',
      'Russia',
      'United States',
      'Wang Wenbin',
    ]);
  });

  test('explains an event', async () => {
    const { entry, explanation } = await get('/events/r_plan/e1/explain');
    expect(entry.id).toBe('r_plan/e1');
    expect(explanation).toMatchObject({ event: 'e1', rule: { id: 'consult.visit.travel-to' } });
  });

  test('finds quotations by who says them', async () => {
    const { entries } = await get('/quotations?by=per:wang-wenbin');
    expect(entries.map(({ id }: { id: string }) => id)).toEqual(['r_plan/q1', 'r_plan/q2']);
    expect(entries[0].speaker.name).toBe('Wang Wenbin');
  });

  test('finds actors by part of a name or by the words of a mention', async () => {
    expect((await get('/actors?name=zelen')).entries.map(({ id }: { id: string }) => id)).toEqual(['per:zelensky']);
    expect((await get('/actors?name=Washington')).entries.map(({ id }: { id: string }) => id)).toEqual(['USA']);
    expect(await get('/actors/CHN')).toMatchObject({ name: 'China', reports: 2, events: 3 });
    const first = await get('/actors?limit=4');
    const second = await get(`/actors?limit=10&cursor=${encodeURIComponent(first.next)}`);
    expect(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size).toBe(11);
  });

  test('finds reports by their words, with the place where they stand', async () => {
    const { hits, total, facets } = await get('/search?q=shelling');
    expect(total).toBe(1);
    const { snippet, marks } = hits[0];
    expect(hits[0].report.id).toBe('r_visit');
    expect(snippet.slice(marks[0].start, marks[0].end)).toBe('shelling');
    expect(facets.type).toContainEqual({ value: 'ASSAULT', count: 1 });
  });

  test('counts the contacts of two, with the last and the next', async () => {
    const found = await get('/contacts?between=CHN&between=RUS&today=2023-03-18');
    expect(found).toMatchObject({ total: 2, first: { from: '2022-09-01' }, last: { from: '2023-03-20' } });
    expect(found.next).toMatchObject({ mode: 'meeting', from: '2023-03-20' });
    expect((await get('/contacts?actor=CHN', 400)).code).toBe('serve/two-parties');
  });

  test('sums what two did by month, with the filter of every list, as JSON or a table', async () => {
    const sums = await get('/stats?between=CHN,RUS&status=planned&status=occurred');
    expect(sums.between).toEqual(['CHN', 'RUS']);
    expect(sums.total.events).toBe(
      sums.months.reduce((total: number, { events }: { events: number }) => total + events, 0),
    );
    expect(sums.total.byType.CONSULT).toBeGreaterThan(0);
    const fewer = await get('/stats?between=CHN,RUS&status=planned');
    expect(fewer.total.events).toBeLessThan(sums.total.events);
    const table = await app.request('/stats?between=CHN&between=RUS&format=csv');
    expect(table.headers.get('content-type')).toContain('text/csv');
    expect((await table.text()).split('\r\n')[0]).toMatch(/^month,one,other,events/);
    expect((await get('/stats?actor=CHN', 400)).code).toBe('serve/two-parties');
  });

  test('gives every account of a happening, by its own id and by those of its accounts', async () => {
    const { entries } = await get('/timeline');
    const [{ happening: card }] = entries.filter((entry: EventEntry) => (entry.happening?.tellings ?? 0) > 1);
    const found: HappeningWire = await get(`/happenings/${card.id}`);
    expect(happeningSchema.parse(found)).toEqual(found);
    expect(found.card).toEqual(card);
    expect(found.tellings).toHaveLength(card.tellings);
    const ids = found.tellings.map(({ entry }) => entry.id);
    expect(found.tellings.filter(({ joined }) => joined === null)).toHaveLength(1);
    for (const { joined } of found.tellings) if (joined) expect(ids).toContain(joined.to);
    expect(found.steps.map(({ stage }) => stage)).toEqual(card.stages.map(({ stage }: { stage: string }) => stage));
    for (const { handle } of found.tellings) expect(await get(`/happenings/${handle}`)).toEqual(found);
  });

  test('sets claims and denials side by side', async () => {
    const { disputes } = await get('/claims');
    expect(disputes).toHaveLength(1);
    expect(disputes[0]).toMatchObject({ type: 'AID', parties: ['CHN', 'RUS'] });
    expect(disputes[0].claimed[0]).toMatchObject({ stance: 'alleges', speaker: { id: 'USA' } });
    expect(disputes[0].denied[0]).toMatchObject({ stance: 'denies', speaker: { id: 'per:wang-wenbin' } });
  });

  test('describes all of it in OpenAPI 3.1', async () => {
    const document = await get('/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual([
      '/overview',
      '/healthz',
      '/reports',
      '/reports/{id}',
      '/reports/{id}/record',
      '/timeline',
      '/events',
      '/events/{report}/{event}',
      '/events/{report}/{event}/explain',
      '/happenings/{id}',
      '/quotations',
      '/search',
      '/contacts',
      '/stats',
      '/claims',
      '/actors',
      '/actors/{id}',
      '/read',
    ]);
    expect(document.paths['/reports'].post.summary).toContain('--allow-write');
  });

  test('is well', async () => {
    expect(await get('/healthz')).toEqual({ status: 'ok' });
  });
});

describe('errors', () => {
  test.each([
    ['/nothing', 404, 'serve/unknown-address'],
    ['/reports/r_none', 404, 'serve/unknown-report'],
    ['/reports/r_none/record', 404, 'serve/unknown-report'],
    ['/events/r_plan/e99', 404, 'ask/unknown-event'],
    ['/happenings/h_000000000000', 404, 'ask/unknown-happening'],
    ['/actors/nobody', 404, 'serve/unknown-actor'],
    ['/timeline?actor=Nobody', 400, 'ask/unknown-actor'],
    ['/timeline?type=PARTY', 400, 'ask/unknown-type'],
    ['/timeline?tpye=AID', 400, 'serve/extra-field'],
    ['/timeline?limit=0', 400, 'serve/bad-field'],
    ['/timeline?limit=x', 400, 'serve/bad-field'],
    ['/timeline?format=xls', 400, 'serve/bad-field'],
    ['/timeline?between=CHN', 400, 'serve/two-parties'],
    ['/timeline?since=yesterday', 400, 'ask/unknown-date'],
    ['/timeline?cursor=x', 400, 'ask/unknown-page'],
    ['/reports?cursor=x', 400, 'serve/bad-cursor'],
    ['/page/assets/none.js', 404, 'serve/unknown-file'],
  ])('%s is refused with %i %s', async (path, status, code) => {
    const error = await get(path, status);
    expect(error.code).toBe(code);
    expect(error.message).not.toBe('');
    expect(Object.keys(error).filter((key) => !['code', 'message', 'expected', 'hint'].includes(key))).toEqual([]);
  });

  test('name what was expected', async () => {
    expect((await get('/timeline?format=xls', 400)).expected).toEqual(['json', ...EXPORTERS.map(({ name }) => name)]);
    expect((await get('/timeline?status=done', 400)).expected).toContain('planned');
  });

  test('say nothing of the inside when the program is at fault, and tell the server', async () => {
    const faults: unknown[] = [];
    const broken = createApp({
      store: { ...store, record: () => Promise.reject(new Error('secret path')) } as Store,
      onFault: (error) => faults.push(error),
    });
    const response = await broken.request('/reports/r_plan/record');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(faults).toHaveLength(1);
  });
});
