import { expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { storyReadings } from './happening-readings.ts';
import { onEachStore } from './stores.ts';

const AS_BEFORE = ['reports', 'report_sources', 'actors', 'events', 'event_parties', 'explanations'] as const;

onEachStore('a store from before there were lists', ({ newPlace, storeOf }) => {
  it('finds its events in the same lists as one of today, under the same happenings', async () => {
    const today = await storeOf(...storyReadings());
    const place = await newPlace();
    const before = await openStore(place, { mode: 'write', migrations: MIGRATIONS.slice(0, 3) });
    await fillFrom(today, before);
    await before.close();
    const after = await openStore(place, { mode: 'write' });
    expect(await listsOf(after)).toEqual(await listsOf(today));
    await after.close();
  });
});

function listsOf({ db }: Store) {
  return db.selectFrom('event_lists').selectAll().orderBy('list').orderBy('event').execute();
}

/** Fills the tables of version 3 with what a store of today holds. */
async function fillFrom(today: Store, before: Store): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: tables that are gone have no type
  const old = before.db as any;
  for (const table of AS_BEFORE) {
    await old
      .insertInto(table)
      .values(await today.db.selectFrom(table).selectAll().execute())
      .execute();
  }
  const lists = (await listsOf(today)).map(({ list, event, direction, listed_first_day, listed_last_day }) => {
    return { list, event, direction, first_day: listed_first_day, last_day: listed_last_day };
  });
  for (const { list, direction, ...row } of lists) {
    const [one, other] = list.split(' ');
    if (list === '') continue;
    if (other === undefined)
      await old
        .insertInto('event_sides')
        .values({ side: list, ...row })
        .execute();
    else
      await old
        .insertInto('event_pairs')
        .values({ one, other, direction, ...row })
        .execute();
  }
}
