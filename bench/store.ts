import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contacts, parseFilter, search, stats, timeline } from '../src/ask/index.ts';
import { openStore, type Store } from '../src/store/index.ts';
import { readingDigest } from '../src/store/rows.ts';
import { writeReading } from '../src/store/write-reading.ts';
import { benchReading, benchWord, stateCode } from './store-readings.ts';

/** Times the store: `tsx bench/store.ts [REPORTS] [STORE]`. Ten events a report; a STORE that holds as many already is only asked. */
const [reports = '2000', kept] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'chancery-bench-'));
const place = kept ?? join(folder, 'bench.sqlite');
/** So many reports are kept one by one, as `ingest` does; the others, to save time, so many in one transaction. */
const ONE_BY_ONE = 500;
const AT_ONCE = 500;

const store = await openStore(place, { mode: 'write' });
const held = await countIn(store, 'reports');
await fill(store, held, Math.min(ONE_BY_ONE, Number(reports)), 1);
await fill(store, Math.max(held, ONE_BY_ONE), Number(reports), AT_ONCE);
const events = await countIn(store, 'events');
const size = await store.dialect.size(store.db);
console.log(`${events} events, ${(size / 2 ** 20).toFixed(0)} MiB, ${(size / events / 1000).toFixed(1)} kB an event`);
for (const [name, ask] of questions(store)) await time(name, ask);
await store.close();
await rm(folder, { recursive: true });

async function countIn({ db }: Store, table: 'reports' | 'events'): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

async function fill(store: Store, from: number, to: number, atOnce: number): Promise<void> {
  if (from >= to) return;
  const start = process.cpuUsage();
  for (let number = from; number < to; number += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, to - number) }, (_, index) => benchReading(number + index));
    await store.write(async (trx) => {
      for (const reading of some)
        await writeReading(trx, store.dialect, reading, {
          reader: 'bench',
          digest: readingDigest(reading),
          storedAt: '2025-01-01T00:00:00Z',
        });
    });
  }
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1_000_000;
  const speed = ((to - from) / seconds).toFixed(0);
  console.log(
    `${to - from} reports in ${seconds.toFixed(1)} s of processor time, ${speed} a second, ${atOnce} at once`,
  );
}

type Ask = (round: number) => Promise<unknown>;

function questions(store: Store): readonly (readonly [string, Ask])[] {
  const pair = (round: number) => [stateCode(round % 5), stateCode(5 + ((round * 7) % 100))] as const;
  const common: readonly [string, string] = [stateCode(0), stateCode(1)];
  return [
    ['timeline, first page', () => timeline(store, {})],
    ['timeline --between, the commonest pair', () => timeline(store, { between: common })],
    ['timeline --between, its newest', () => timeline(store, { between: common }, { newestFirst: true })],
    [
      'timeline --between --type --since, the commonest pair',
      () => timeline(store, { ...parseFilter('type:RETREAT since:2023'), between: common }),
    ],
    [
      'timeline --between --status --since, the commonest pair, its newest',
      () => timeline(store, { ...parseFilter('status:negated since:2010'), between: common }, { newestFirst: true }),
    ],
    ['timeline --between, any pair', (round) => timeline(store, { between: pair(round) })],
    [
      'timeline --between, two rare ones',
      (round) => timeline(store, { between: [stateCode(100 + round), stateCode(150)] }),
    ],
    [
      'timeline --actor --type --since',
      (round) => timeline(store, parseFilter(`actor:${stateCode(round)} type:CONSULT since:2015`)),
    ],
    ['timeline --type --since', () => timeline(store, parseFilter('type:RETREAT since:2023'))],
    ['timeline, words', (round) => timeline(store, { words: [benchWord(50 + round * 13)] })],
    ['search, a word', (round) => search(store, { words: [benchWord(50 + round * 13)] })],
    ['search, two words', (round) => search(store, { words: [benchWord(20 + round), benchWord(40 + round)] })],
    [
      'search, a word, actor and date',
      (round) => search(store, parseFilter(`${benchWord(50 + round * 13)} actor:${stateCode(round)} date:2020`)),
    ],
    ['stats, the commonest pair', () => stats(store, common)],
    ['stats, any pair', (round) => stats(store, pair(round))],
    ['contacts of a pair', (round) => contacts(store, ...pair(round), '2025-01-01')],
  ];
}

/**
 * Warm (the first three rounds do not count): in processor time, which other programs on the machine do not stretch, and by the clock,
 * which a database server's own time counts in.
 */
async function time(name: string, ask: Ask): Promise<void> {
  const rounds: { readonly busy: number; readonly clock: number }[] = [];
  for (let round = 0; round < 33; round += 1) {
    const [start, started] = [process.cpuUsage(), performance.now()];
    await ask(round);
    const { user, system } = process.cpuUsage(start);
    if (round >= 3) rounds.push({ busy: (user + system) / 1_000, clock: performance.now() - started });
  }
  const words = (kind: 'busy' | 'clock') => {
    const times = rounds.map((round) => round[kind]).sort((one, other) => one - other);
    const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1);
    return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
  };
  console.log(`${name}: ${words('busy')}; by the clock ${words('clock')}`);
}
