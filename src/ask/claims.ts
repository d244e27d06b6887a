import type { EventType, Stance } from '../record/index.ts';
import type { Store } from '../store/index.ts';
import type { ActorCard, TimelineEntry } from './entry.ts';
import type { Filter } from './filter.ts';
import { wholeTimeline } from './timeline.ts';

/** Somebody's stand on an event. */
export interface Claim {
  readonly entry: TimelineEntry;
  readonly speaker: ActorCard;
  readonly stance: Stance;
}

/** What is claimed of the same parties under the same type, with who stands for it and who against it. */
export interface Dispute {
  readonly type: EventType;
  /** The parties: country codes, or ids of those who have none; sorted. */
  readonly parties: readonly string[];
  /** Asserted or alleged, by date. */
  readonly claimed: readonly Claim[];
  /** Denied or doubted, by date. */
  readonly denied: readonly Claim[];
}

/** Claims and denials side by side, those of one happening by one speaker once, by the date of the first. Without `everything`, only what somebody denies or doubts. */
export async function claims(store: Store, filter: Filter, everything = false): Promise<readonly Dispute[]> {
  const entries: TimelineEntry[] = [];
  for await (const entry of wholeTimeline(store, filter, 'tellings')) entries.push(entry);
  return disputesIn(entries).filter(({ denied }) => everything || denied.length > 0);
}

/** Groups attributed events by type and parties. */
export function disputesIn(entries: readonly TimelineEntry[]): readonly Dispute[] {
  const groups = new Map<string, { type: EventType; parties: readonly string[]; all: Claim[] }>();
  for (const entry of entries) {
    const { type } = entry.event;
    const parties = partiesOf(entry);
    const key = [type, ...parties].join(' ');
    const group = groups.get(key) ?? { type, parties, all: [] };
    groups.set(key, group);
    group.all.push(...claimsIn(entry));
  }
  return [...groups.values()]
    .filter(({ all }) => all.length > 0)
    .map(({ type, parties, all }) => ({
      type,
      parties,
      claimed: onceEach(all.filter((claim) => !isAgainst(claim))),
      denied: onceEach(all.filter(isAgainst)),
    }));
}

/** The same stand of the same speaker on one happening, in however many reports, is one claim. */
function onceEach(claims: readonly Claim[]): readonly Claim[] {
  const keyOf = ({ entry, speaker, stance }: Claim) => `${entry.happening?.id ?? entry.id} ${speaker.id} ${stance}`;
  return claims.filter((claim, index) => claims.findIndex((other) => keyOf(other) === keyOf(claim)) === index);
}

function partiesOf({ event, actors }: TimelineEntry): readonly string[] {
  const keys = [...event.actors, ...event.recipients].map(
    (id) => actors.find((actor) => actor.id === id)?.country ?? id,
  );
  return [...new Set(keys)].sort();
}

function claimsIn(entry: TimelineEntry): readonly Claim[] {
  return entry.event.attribution.flatMap(({ actor, stance }) => {
    const speaker = entry.actors.find(({ id }) => id === actor);
    return speaker ? [{ entry, speaker, stance }] : [];
  });
}

function isAgainst({ stance }: Claim): boolean {
  return stance === 'denies' || stance === 'doubts';
}
