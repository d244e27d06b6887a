import { ChanceryError } from '../problems.ts';
import type { IngestOutcome, Reading, Store } from '../store/index.ts';
import type { Progress } from './progress.ts';

/** A reading that contradicts itself is a failure of its report; whatever else the store says ends the command. */
export async function keepReading(
  store: Store,
  { record, explanations }: Reading,
  version: string,
  progress: Progress,
): Promise<IngestOutcome | null> {
  try {
    return await store.ingest({ record, explanations }, version);
  } catch (error) {
    if (!(error instanceof ChanceryError) || error.code !== 'store/unlisted-actor') throw error;
    await progress.fail(error);
    return null;
  }
}
