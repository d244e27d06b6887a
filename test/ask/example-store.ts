import { join } from 'node:path';
import { openStore, type Reading, type Store } from '../../src/store/index.ts';
import { callReading, sanctionReading } from '../store/readings.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

/** A new store that holds these readings. */
export async function storeOf(...readings: readonly Reading[]): Promise<Store> {
  const store = await openStore(join(temporaryFolder(), 'test.sqlite'), { mode: 'write' });
  for (const reading of readings) await store.ingest(reading, 'v1');
  return store;
}

/** A store that holds the two readings of our own wording. */
export function exampleStore(): Promise<Store> {
  return storeOf(callReading(), sanctionReading());
}
