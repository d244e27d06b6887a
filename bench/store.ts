import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contacts, parseFilter, search, timeline } from '../src/ask/index.ts';
import { openStore, type Store } from '../src/store/index.ts';
import { benchReading, benchWord, stateCode } from './store-readings.ts';

/** Times the store: `tsx bench/store.ts [REPORTS] [STORE]`. Ten events a report; a STORE that is there already is only asked. */
const [reports = '2000', kept] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'chancery-bench-'));
const path = kept ?? join(folder, 'bench.sqlite');

const store = await openStore(path, { mode: 'write' });
await fill(store, Number(reports));
const { events } = await store.db
  .selectFrom('events')
  .select((eb) => eb.fn.countAll<number>().as('events'))
  .executeTakeFirstOrThrow();
console.log(`${events} events, ${(statSync(path).size / 2 ** 20).toFixed(0)} MiB`);
for (const [name, ask] of questions(store)) await time(name, ask);
await store.close();
await rm(folder, { recursive: true });

async function fill(store: Store, count: number): Promise<void> {
  const start = process.cpuUsage();
  let added = 0;
  for (let number = 0; number < count; number += 1) {
    if (await store.holds(benchReading(number).record.report.id, 'bench')) continue;
    await store.ingest(benchReading(number), 'bench');
    added += 1;
  }
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1_000_000;
  if (added > 0)
    console.log(
      `${added} reports kept in ${seconds.toFixed(1)} s, ${(added / seconds).toFixed(0)} a second of processor time`,
    );
}

type Ask = (round: number) => Promise<unknown>;

function questions(store: Store): readonly (readonly [string, Ask])[] {
  const pair = (round: number) => [stateCode(round % 5), stateCode(5 + ((round * 7) % 100))] as const;
  return [
    ['timeline, first page', () => timeline(store, {})],
    ['timeline --between, a common pair', () => timeline(store, { between: [stateCode(0), stateCode(1)] })],
    ['timeline --between, any pair', (round) => timeline(store, { between: pair(round) })],
    [
      'timeline --between, two rare ones',
      (round) => timeline(store, { between: [stateCode(100 + round), stateCode(150)] }),
    ],
    [
      'timeline --actor --type --since',
      (round) => timeline(store, parseFilter(`actor:${stateCode(round)} type:CONSULT since:2015`)),
    ],
    ['timeline, words', (round) => timeline(store, { words: [benchWord(50 + round * 13)] })],
    ['search, a word', (round) => search(store, { words: [benchWord(50 + round * 13)] })],
    ['search, two words', (round) => search(store, { words: [benchWord(20 + round), benchWord(40 + round)] })],
    ['contacts of a pair', (round) => contacts(store, ...pair(round), '2025-01-01')],
  ];
}

/** Warm (the first three rounds do not count), and in processor time, which other programs on the machine do not stretch. */
async function time(name: string, ask: Ask): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 33; round += 1) {
    const start = process.cpuUsage();
    await ask(round);
    const { user, system } = process.cpuUsage(start);
    if (round >= 3) times.push((user + system) / 1_000);
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1);
  console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}
