import { expect, it } from 'vitest';
import { claims, contacts, countEvents, happening, parseFilter, search, stats, timeline } from '../../src/ask/index.ts';
import { readingOf, storyReadings, versionReadings } from '../store/happening-readings.ts';
import { onEachStore } from '../store/stores.ts';

onEachStore('happenings in several reports', ({ storeOf }) => {
  it('stand once in a timeline, with who published first, their life and what is disputed', async () => {
    const { entries } = await timeline(await storeOf(...storyReadings()), {});
    expect(entries.map(({ id }) => id)).toEqual(['r_a1/e1', 'r_e5/e1', 'r_f6/e1', 'r_d4/e1']);
    expect(entries[0]!.happening).toMatchObject({
      tellings: 2,
      reports: 2,
      outlets: ['Northport Gazette', 'Sudburg Post'],
      first: { report: 'r_a1', outlet: 'Northport Gazette', published: '2025-05-12' },
      disputed: ['date', 'initiator'],
    });
    expect(entries[3]!.happening?.stages).toEqual([
      { stage: 'planned', since: '2025-05-11' },
      { stage: 'confirmed', since: '2025-05-13' },
      { stage: 'occurred', since: '2025-05-21' },
    ]);
  });

  it('are found by the outlet and the words of any of their reports', async () => {
    const store = await storeOf(...storyReadings());
    const ids = async (query: string) => (await timeline(store, parseFilter(query))).entries.map(({ id }) => id);
    expect(await ids('outlet:"Sudburg Post"')).toEqual(['r_a1/e1', 'r_f6/e1', 'r_d4/e1']);
    expect(await ids('early')).toEqual(['r_a1/e1']);
    expect(await ids('status:planned')).toEqual([]);
    const { entries } = await timeline(store, { isToldAgain: true });
    expect(entries.map(({ id }) => id)).toEqual(['r_a1/e1', 'r_d4/e1']);
  });

  it.each([
    ['what only another account names', 'type:COOPERATE'],
    ['its mode', 'mode:economic'],
    ['its place', 'place:linden'],
    ['its day', 'date:2025-05-10'],
    ['who takes part', 'actor:per:bo-lind'],
    ['two of its parties', 'actor:per:ada-holm counterpart:per:bo-lind'],
    ['who says so', 'by:SUD'],
  ])('are found by %s (%s), and listed by the account that says most', async (_what, query) => {
    const deal = { type: 'AGREE' as const, mode: 'sign', actors: ['per:ada-holm'], recipients: ['SUD'] };
    const store = await storeOf(
      readingOf('r_1', 'Northport Gazette', '2025-05-12', [
        {
          ...deal,
          says: 'Holm signed a fishing deal.',
          time: { from: '2025-05-10', to: '2025-05-11', basis: 'stated' },
        },
      ]),
      readingOf('r_2', 'Sudburg Post', '2025-05-12', [
        {
          ...deal,
          type: 'COOPERATE',
          mode: 'economic',
          recipients: ['per:bo-lind'],
          says: 'Holm and Lind agreed to share the fish.',
          time: { from: '2025-05-10', to: '2025-05-12', basis: 'stated' },
          place: { name: 'Linden', country: 'SUD', lat: null, lon: null },
          attribution: [{ actor: 'SUD', stance: 'asserts' }],
        },
      ]),
    );
    const listed = await timeline(store, {});
    expect(listed.entries).toHaveLength(1);
    const asked = await timeline(store, parseFilter(query));
    expect(asked).toEqual(listed);
    expect(await countEvents(store, parseFilter(query))).toBe(1);
    const newest = await timeline(store, parseFilter(query), { newestFirst: true });
    expect(newest).toEqual(listed);
  });

  it('are not found by what two accounts say between them, nor by a version that another took the place of', async () => {
    const store = await storeOf(...storyReadings(), ...versionReadings().slice(0, 2));
    const ids = async (query: string) => (await timeline(store, parseFilter(query))).entries.map(({ id }) => id);
    expect(await ids('date:2025-05-12 outlet:"Sudburg Post"')).toEqual([]);
    expect(await ids('"linden on sunday"')).toEqual(['r_v2/e1']);
    expect(await ids('"linden on monday"')).toEqual([]);
    const { entries } = await timeline(store, parseFilter('"linden on monday"'), {}, 'tellings');
    expect(entries.map(({ id }) => id)).toEqual(['r_v1/e1']);
  });

  it('come page by page, each once, however many accounts fit', async () => {
    const store = await storeOf(...storyReadings());
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof timeline>> = await timeline(
        store,
        { between: ['NOR', 'SUD'] },
        { limit: 1, ...(after && { after }) },
      );
      ids.push(...page.entries.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(ids).toEqual(['r_a1/e1', 'r_e5/e1', 'r_f6/e1', 'r_d4/e1']);
    expect((await stats(store, ['NOR', 'SUD'])).total.events).toBe(4);
  });

  it('count once as contacts, with every account of each', async () => {
    const found = await contacts(await storeOf(...storyReadings()), 'NOR', 'SUD', '2025-06-01');
    expect(found).toMatchObject({ total: 2, planned: [], next: null });
    expect(found.contacts.map(({ entries }) => entries.map(({ id }) => id).sort())).toEqual([
      ['r_a1/e1', 'r_b2/e1'],
      ['r_b2/e2', 'r_c3/e1', 'r_d4/e1'],
    ]);
  });

  it('are counted for what a report claims of the same time', async () => {
    const claim = readingOf('r_z9', 'Harbour Radio', '2025-06-01', [
      {
        says: 'Holm visited Sudmark 39 times this year.',
        mode: 'visit',
        actors: ['per:ada-holm'],
        recipients: ['SUD'],
        time: { from: '2025-01-01', to: '2025-06-01', basis: 'stated' },
        count: { min: 39, max: 39 },
      },
    ]);
    const found = await contacts(await storeOf(...storyReadings(), claim), 'NOR', 'SUD', '2025-06-01');
    expect(found.total).toBe(2);
    expect(found.besideClaims).toEqual([{ claim: 'r_z9/e1', count: { min: 39, max: 39 }, inRecord: 1 }]);
  });

  it('count once in the facets of a search', async () => {
    const { total, facets } = await search(await storeOf(...storyReadings()), { words: ['holm'] });
    expect(total).toBe(4);
    expect(facets.type).toEqual([{ value: 'CONSULT', count: 2 }]);
  });

  it('give one claim for one speaker, in however many reports', async () => {
    const said = { says: 'Norland gave arms to Sudmark, Lind claimed.', type: 'AID' as const, mode: 'military' };
    const event = {
      ...said,
      actors: ['NOR'],
      recipients: ['SUD'],
      time: { from: '2025-05-12', to: '2025-05-12', basis: 'stated' as const },
      attribution: [{ actor: 'per:bo-lind', stance: 'alleges' as const }],
    };
    const store = await storeOf(
      readingOf('r_1', 'Northport Gazette', '2025-05-12', [event]),
      readingOf('r_2', 'Harbour Radio', '2025-05-13', [
        { ...event, says: 'Lind claimed that Norland gave arms to Sudmark.' },
      ]),
    );
    const [dispute] = await claims(store, {}, true);
    expect(dispute?.claimed).toHaveLength(1);
  });

  it('show every account with its score, and stay reachable by the id of each', async () => {
    const store = await storeOf(...storyReadings());
    const call = await happening(store, 'r_b2/e1');
    expect(call.tellings.map(({ entry, joined }) => [entry.id, joined?.to ?? null, joined?.score ?? null])).toEqual([
      ['r_a1/e1', null, null],
      ['r_b2/e1', 'r_a1/e1', 0.76],
    ]);
    expect(call.disagreements).toEqual([
      {
        field: 'date',
        versions: [
          { value: '2025-05-12', events: ['r_a1/e1'] },
          { value: '2025-05-13', events: ['r_b2/e1'] },
        ],
      },
      {
        field: 'initiator',
        versions: [
          { value: 'per:ada-holm', events: ['r_a1/e1'] },
          { value: 'per:bo-lind', events: ['r_b2/e1'] },
        ],
      },
    ]);
    for (const { handle } of call.tellings) expect((await happening(store, handle)).card.id).toBe(call.card.id);
    await expect(happening(store, 'h_000000000000')).rejects.toMatchObject({ code: 'ask/unknown-happening' });
  });

  it('tell which reports are one text, and what a revision changed', async () => {
    const store = await storeOf(...versionReadings());
    const { likeReports, tellings } = await happening(store, 'r_v1/e1');
    expect(likeReports.map(({ kind, earlier, later }) => [kind, earlier, later])).toEqual([
      ['revised', 'r_v1', 'r_v2'],
      ['syndicated', 'r_v1', 'r_v3'],
      ['syndicated', 'r_v2', 'r_v3'],
    ]);
    expect(likeReports[0]!.difference).toEqual({
      removed: ['Holm met Lind in Linden on Monday.'],
      added: ['Holm met Lind in Linden on Sunday.'],
    });
    expect(tellings.filter(({ isCounted }) => !isCounted).map(({ entry }) => entry.id)).toEqual(['r_v1/e1']);
  });
});
