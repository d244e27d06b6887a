import { expect, it } from 'vitest';
import { createApp } from '../../src/serve/index.ts';
import { onEachStore } from '../store/stores.ts';

onEachStore('the API over a store', ({ exampleStore }) => {
  it.each([
    ['/overview', { reports: 2, events: 5 }],
    ['/reports?outlet=harbour%20radio', { total: 1 }],
    ['/actors?name=holm', { total: 1 }],
    ['/actors?country=SUD&limit=1', { total: 2 }],
    ['/timeline?between=NOR,SUD', { total: 4 }],
    ['/events?q=telephoned', { total: 1 }],
    ['/quotations?by=SUD', { total: 1 }],
    ['/search?q=sanctions', { total: 1 }],
    ['/contacts?between=NOR,SUD&today=2025-05-15', { total: 1 }],
    ['/events/r_ca11/e1', { id: 'r_ca11/e1' }],
    ['/healthz', { status: 'ok' }],
  ])('answers %s', async (path, expected) => {
    const response = await createApp({ store: await exampleStore() }).request(path);
    expect(await response.json()).toMatchObject(expected);
    expect(response.status).toBe(200);
  });
});
