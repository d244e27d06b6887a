import type { ReportRecord } from '../../src/record/index.ts';
import { actorKey, goldKey, type PartyKey, sameParties } from './match-parties.ts';
import type { GoldMatch } from './score-gold.ts';

/** Who vouches for found events and who denies them: pairs of a speaker and a stance. */
export interface AttributionTally {
  /** Pairs that the gold names on events that were found, and those of them that were read. */
  gold: number;
  right: number;
  /** Pairs read on found events, and those that the gold does not name; a doer on his own act is in neither. */
  read: number;
  wrong: number;
  /** Found events that the gold gives in the outlet's own voice, and those of them read so. */
  ownVoice: number;
  ownVoiceRight: number;
}

/** An empty tally. */
export function newAttributionTally(): AttributionTally {
  return { gold: 0, right: 0, read: 0, wrong: 0, ownVoice: 0, ownVoiceRight: 0 };
}

interface Stand {
  readonly key: PartyKey;
  readonly isDenial: boolean;
}

/** Adds the attribution of one report's found events to a tally; returns what was read otherwise, in words. */
export function scoreAttribution(
  matches: readonly GoldMatch[],
  record: ReportRecord,
  tally: AttributionTally,
): readonly string[] {
  return matches.flatMap(({ wanted, event }) => {
    if (!event) return [];
    const named = [...standsOf(wanted.says, false), ...standsOf(wanted.denies, true)];
    const read = event.attribution.map(({ actor, stance }) => ({
      key: actorKey(record, actor),
      isDenial: stance === 'denies',
      isOwn: event.actors.includes(actor),
    }));
    const missed = named.filter((stand) => !read.some((other) => isSame(stand, other)));
    const wrong = read.filter((stand) => !stand.isOwn && !named.some((other) => isSame(other, stand)));
    tally.gold += named.length;
    tally.right += named.length - missed.length;
    tally.read += read.length;
    tally.wrong += wrong.length;
    if (named.length === 0) tally.ownVoice += 1;
    if (named.length === 0 && wrong.length === 0) tally.ownVoiceRight += 1;
    const words = [wanted.in].flat()[0];
    return [
      ...missed.map((stand) => `speaker missed, ${nameOf(stand)}: ${words}`),
      ...wrong.map((stand) => `speaker wrong, ${nameOf(stand)}: ${words}`),
    ];
  });
}

function standsOf(entries: readonly string[] | undefined, isDenial: boolean): readonly Stand[] {
  return (entries ?? []).map((entry) => ({ key: goldKey(entry), isDenial }));
}

function isSame(gold: Stand, read: Stand): boolean {
  return gold.isDenial === read.isDenial && sameParties([gold.key], [read.key]);
}

function nameOf({ key, isDenial }: Stand): string {
  return `${key.name || key.country}${isDenial ? ' (denies)' : ''}`;
}
