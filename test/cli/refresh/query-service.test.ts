import { describe, expect, it } from 'vitest';
import { answerCache } from '../../../src/cli/refresh/answer-cache.ts';
import { openQueryService } from '../../../src/cli/refresh/query-service.ts';
import { anAnswer } from '../../knowledge/refresh/answers.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { type Reply, stubService } from './stub-service.ts';

async function opened(replies: readonly Reply[], folder = temporaryFolder(), today = '2026-11-24T12:00:00Z') {
  const stub = await stubService(replies);
  const waits: number[] = [];
  let clock = Date.parse(today);
  const service = openQueryService({
    endpoint: stub.endpoint,
    userAgent: 'chancery/test (ann@example.org)',
    cache: answerCache(folder, new Date(Date.parse(today) - 86_400_000)),
    now: () => new Date(clock),
    wait: async (ms) => {
      waits.push(ms);
      clock += ms;
    },
    rowsAPage: 2,
  });
  return { ...stub, service, waits };
}

const ROW = { iso: 'NOR' };
const PAGE = { text: anAnswer([ROW, ROW]) };
const LAST = { text: anAnswer([ROW]) };

describe('a query service', () => {
  it('is asked page by page, once a second, by a user agent with a contact', async () => {
    const { service, asked, waits } = await opened([PAGE, PAGE, LAST]);
    expect(await service.askAll('SELECT 1')).toMatchObject({ rows: Array(5).fill(ROW), asof: '2026-11-24' });
    expect(asked.map(({ query }) => query.replaceAll('\n', ' ').trim())).toEqual([
      'SELECT 1 LIMIT 2 OFFSET 0',
      'SELECT 1 LIMIT 2 OFFSET 2',
      'SELECT 1 LIMIT 2 OFFSET 4',
    ]);
    expect(asked[0]!.userAgent).toBe('chancery/test (ann@example.org)');
    expect(waits).toEqual([1000, 1000]);
  });

  it('is not asked twice within a day, and the day of the answer stays', async () => {
    const folder = temporaryFolder();
    const first = await opened([LAST], folder);
    await first.service.askAll('SELECT 1');
    const stored = { ...first, ...(await sameEndpoint(first.endpoint, folder, '2026-11-25T08:00:00Z')) };
    expect(await stored.service.askAll('SELECT 1')).toMatchObject({ asof: '2026-11-24' });
    expect(stored.service.sent).toBe(0);
  });

  it.each([
    ['as long as it says', { status: 429, headers: { 'retry-after': '7' } }, 7_000],
    ['until the time it says', { status: 503, headers: { 'retry-after': 'Tue, 24 Nov 2026 12:00:30 GMT' } }, 30_000],
    ['two seconds when it does not say', { status: 500 }, 2_000],
    ['two seconds when the answer breaks off', { text: '{"results": {"bindings": [' }, 2_000],
  ])('is waited for %s, then asked again', async (_what, reply, ms) => {
    const { service, waits, asked } = await opened([reply, LAST]);
    expect((await service.askAll('SELECT 1')).rows).toHaveLength(1);
    expect(waits[0]).toBe(ms);
    expect(asked).toHaveLength(2);
  });

  it('is given up after five tries, each twice as late', async () => {
    const { service, waits } = await opened(Array(5).fill({ status: 502 }));
    await expect(service.askAll('SELECT 1')).rejects.toMatchObject({ code: 'refresh/unavailable' });
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000]);
  });

  it('is not asked again when it wants an hour, or refuses the query', async () => {
    const busy = await opened([{ status: 429, headers: { 'retry-after': '3600' } }]);
    await expect(busy.service.askAll('SELECT 1')).rejects.toThrow(/status 429/);
    const wrong = await opened([{ status: 400 }]);
    await expect(wrong.service.askAll('SELEC')).rejects.toMatchObject({ code: 'refresh/refused' });
    expect(wrong.asked).toHaveLength(1);
  });

  it('that cannot be reached is told as such', async () => {
    const { service } = await sameEndpoint('http://127.0.0.1:1/sparql', temporaryFolder(), '2026-11-24T12:00:00Z');
    await expect(service.askAll('SELECT 1')).rejects.toMatchObject({
      code: 'refresh/no-network',
      message: expect.stringMatching(/Cannot reach the service/),
    });
  });
});

async function sameEndpoint(endpoint: string, folder: string, today: string) {
  const now = new Date(today);
  const cache = answerCache(folder, new Date(now.getTime() - 86_400_000));
  return {
    service: openQueryService({ endpoint, userAgent: 'x', cache, now: () => now, wait: async () => {}, rowsAPage: 2 }),
  };
}
