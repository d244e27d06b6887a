import { openStore } from '../../src/store/index.ts';
import { numberedReading } from './readings.ts';

/** Ingests so many numbered readings from a first one on: `ingest-readings.ts STORE FIRST COUNT`. Killed by the crash test. */
const [path = '', first = '0', count = '0'] = process.argv.slice(2);
const store = await openStore(path, { mode: 'write' });
process.stdout.write('open\n');
for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
  await store.ingest(numberedReading(number), 'v1');
}
await store.close();
