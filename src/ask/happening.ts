import { ChanceryError } from '../problems.ts';
import {
  byPublication,
  compareTellings,
  disagreements,
  isLaterVersion,
  lifeCycle,
  likeReports,
  type Reason,
  signatureOf,
  type Telling,
  type TextDifference,
  textDifference,
} from '../reconcile/index.ts';
import type { DisputedField, Stage } from '../record/index.ts';
import { type KeptTelling, loadByHandles, type NotedDecision, notedDecisions, type Store } from '../store/index.ts';
import type { TimelineEntry } from './entry.ts';
import { cardOf, firstOf, type HappeningCard, happeningsOf } from './happening-card.ts';
import { entriesByIds } from './timeline.ts';

/** A happening with every event that tells of it, and why they are taken for one. */
export interface Happening {
  readonly card: HappeningCard;
  /** The event that stands for it in lists; null when later versions of their reports took all of them back. */
  readonly lead: string | null;
  /** Those published first come first. */
  readonly tellings: readonly HappeningTelling[];
  readonly steps: readonly {
    readonly stage: Stage;
    readonly since: string | null;
    readonly events: readonly string[];
  }[];
  readonly disagreements: readonly {
    readonly field: DisputedField;
    readonly versions: readonly { readonly value: string; readonly events: readonly string[] }[];
  }[];
  /** Its reports that have nearly the same text. */
  readonly likeReports: readonly LikeTexts[];
  /** What people decided of it, and holds. */
  readonly decisions: readonly NotedDecision[];
}

export interface HappeningTelling {
  readonly entry: TimelineEntry;
  readonly handle: string;
  /** Whether its report is the latest version of its text. */
  readonly isCounted: boolean;
  /** How like it is to the telling that it was joined to, and why; null for the first. */
  readonly joined: { readonly to: string; readonly score: number | null; readonly reasons: readonly Reason[] } | null;
}

/** Two reports of nearly the same text; `difference` is what a revision changed. */
export interface LikeTexts {
  readonly kind: 'revised' | 'syndicated';
  readonly earlier: string;
  readonly later: string;
  readonly likeness: number;
  readonly difference: TextDifference | null;
}

/** The happening of an id (`h_…`), or the one that an event (`r_5f0c/e1`) tells of. Throws when there is none. */
export async function happening(store: Store, id: string): Promise<Happening> {
  const eventId = id.startsWith('h_') ? await eventOf(store, id) : id;
  const [members] = (await happeningsOf(store.db, [eventId])).values();
  if (!members) throw unknownHappening(id);
  const idOf = new Map(members.map(({ telling, eventId: event }) => [telling.id, event]));
  const entries = new Map((await entriesByIds(store, [...idOf.values()])).map((entry) => [entry.id, entry]));
  const counted = members.filter(({ isCounted }) => isCounted).map(({ telling }) => telling);
  const idsOf = (tellings: readonly Telling[]) => tellings.map((telling) => idOf.get(telling.id)!);
  const sorted = [...members].sort((one, other) => byPublication(one.telling, other.telling));
  const handles = new Set(members.map(({ telling }) => telling.handle));
  return {
    card: cardOf(members),
    lead: members.find(({ telling, lead }) => telling.id === String(lead))?.eventId ?? null,
    tellings: sorted.map((member) => ({
      entry: entries.get(member.eventId)!,
      handle: member.telling.handle,
      isCounted: member.isCounted,
      joined: joinedTo(member, members),
    })),
    steps: lifeCycle(counted).map(({ stage, since, tellings }) => ({ stage, since, events: idsOf(tellings) })),
    disagreements: disagreements(counted).map(({ field, versions }) => ({
      field,
      versions: versions.map(({ value, tellings }) => ({ value, events: idsOf(tellings) })),
    })),
    likeReports: await likeTexts(store, [...new Set(sorted.map(({ telling }) => telling.report.id))]),
    decisions: (await notedDecisions(store.db)).filter(
      ({ groups, isRevoked }) => !isRevoked && groups.flat().some((handle) => handles.has(handle)),
    ),
  };
}

async function eventOf(store: Store, handle: string): Promise<string> {
  const [kept] = await loadByHandles(store.db, [handle]);
  if (!kept) throw unknownHappening(handle);
  return kept.eventId;
}

/** A telling is joined to the first, or else (when a plan moved, or somebody joined them) to the one that it is most like. */
function joinedTo(member: KeptTelling, members: readonly KeptTelling[]): HappeningTelling['joined'] {
  const first = firstOf(members);
  if (member === first) return null;
  const others = [first, ...members.filter((other) => other !== first && other !== member)];
  const compared = others.map((other) => ({ to: other.eventId, ...compareTellings(other.telling, member.telling) }));
  const [toFirst] = compared;
  return toFirst!.score !== null ? toFirst! : (compared.find(({ score }) => score !== null) ?? toFirst!);
}

async function likeTexts(store: Store, ids: readonly string[]): Promise<readonly LikeTexts[]> {
  const records = await Promise.all(ids.map((id) => store.record(id)));
  const reports = records.flatMap((record) => record?.report ?? []);
  const outlines = reports.map((report) => ({
    ...report,
    published: report.published.value ?? report.published.from,
    length: report.text.length,
    signature: signatureOf(report.text),
  }));
  return outlines.flatMap((one, index) =>
    outlines.slice(index + 1).flatMap((other) => {
      const like = likeReports(one, other);
      if (!like) return [];
      const [earlier, later] = isLaterVersion(other, one) ? [one, other] : [other, one];
      const difference = like.kind === 'revised' ? textDifference(earlier.text, later.text) : null;
      return [{ kind: like.kind, earlier: earlier.id, later: later.id, likeness: like.likeness, difference }];
    }),
  );
}

function unknownHappening(id: string): ChanceryError {
  return new ChanceryError('ask/unknown-happening', `There is no happening '${id}' in the record.`, {
    hint: "'chancery merge list' prints their ids; the id of an event, such as r_5f0c…/e1, does as well.",
  });
}
