import type { Attribution, Count, Span } from '../record/index.ts';
import type { Coding } from './assign-parties.ts';
import type { StatedPlace } from './event-places.ts';
import type { ComposedStatus } from './event-status.ts';
import type { DatedTime } from './event-times.ts';

/** One mention of a happening with everything that its own sentence says of it; joined with others into an event. */
export interface Candidate extends Coding {
  readonly status: ComposedStatus;
  readonly dated: DatedTime | null;
  readonly place: StatedPlace | null;
  readonly count: Count | null;
  readonly attribution: readonly Attribution[];
  readonly attributionSteps: readonly string[];
  readonly evidence: Span;
}

/** Mentions of one happening: the leading one gives the type and trigger, the others add evidence, time and place. */
export interface Happening {
  readonly lead: Candidate;
  readonly others: readonly Candidate[];
}
