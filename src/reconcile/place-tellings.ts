import { compareTellings, isOneHappening } from './compare-tellings.ts';
import { isPrecise } from './compare-times.ts';
import type { Decided } from './decision.ts';
import { byRank } from './rank.ts';
import type { Telling } from './telling.ts';

/** What is known of other tellings while some are placed. */
export interface Surroundings {
  /** Every telling that may be one happening with this one: those that share a block, and more than that does no harm. */
  neighbours(telling: Telling): Promise<readonly Telling[]>;
  /** The tellings of a happening as it stood before, by the id of its first; empty when there is none. */
  membersOf(first: string): Promise<readonly Telling[]>;
  /** The first of the happening that a telling was placed in before; null when it is in none yet. */
  placeOf(id: string): string | null;
  /** Tellings by handle, for what somebody decided; those that are not there any more are left out. */
  byHandles(handles: readonly string[]): Promise<readonly Telling[]>;
}

/** What changed: for each telling, the id of the first telling of its happening; null when it is gone. */
export type Placements = ReadonlyMap<string, string | null>;

/** When two happenings fit a vague telling as well as each other by this much, it joins neither. */
const MARGIN = 0.03;

/**
 * Places tellings in happenings. Each telling, in the one order of `byRank`, joins the best happening whose first telling it is like
 * and none of whose earlier tellings it contradicts, or else begins one. So the result depends on the set of tellings alone, and
 * a new one moves only what comes after it and depends on it: what is like a first telling that came or went, and what contradicts a
 * telling that came or went. These are placed anew, in order, until nothing changes.
 */
export async function placeTellings(
  changed: readonly Telling[],
  gone: readonly Telling[],
  surroundings: Surroundings,
  decided: Decided,
): Promise<Placements> {
  const work = new Placing(surroundings, decided, new Set(gone.map(({ id }) => id)));
  for (const telling of gone) await work.remove(telling);
  for (const telling of changed) work.enqueue(telling);
  await work.run();
  return work.placements;
}

class Placing {
  readonly placements = new Map<string, string | null>();
  readonly #queue: Telling[] = [];
  readonly #queued = new Set<string>();
  readonly #neighbours = new Map<string, readonly Telling[]>();
  readonly #surroundings: Surroundings;
  readonly #decided: Decided;
  readonly #gone: ReadonlySet<string>;
  readonly #moved = new Map<string, Telling>();
  /** Those that were placed anew in this run, by the first of their happening. */
  readonly #newMembers = new Map<string, Map<string, Telling>>();

  constructor(surroundings: Surroundings, decided: Decided, gone: ReadonlySet<string>) {
    this.#surroundings = surroundings;
    this.#decided = decided;
    this.#gone = gone;
  }

  enqueue(telling: Telling): void {
    if (this.#queued.has(telling.id) || this.#gone.has(telling.id)) return;
    this.#queued.add(telling.id);
    const at = lowerBound(this.#queue, telling);
    this.#queue.splice(at, 0, telling);
  }

  async run(): Promise<void> {
    for (let telling = this.#queue.shift(); telling; telling = this.#queue.shift()) {
      this.#queued.delete(telling.id);
      const before = this.#placeOf(telling.id);
      const now = await this.#place(telling);
      if (now !== before) await this.#move(telling, before, now);
    }
  }

  /** Takes a telling out, and has looked at anew whoever it stood before. */
  async remove(telling: Telling): Promise<void> {
    const before = this.#placeOf(telling.id);
    await this.#move(telling, before, null);
  }

  async #move(telling: Telling, before: string | null, now: string | null): Promise<void> {
    this.placements.set(telling.id, now);
    this.#moved.set(telling.id, telling);
    if (before !== null) this.#newMembers.get(before)?.delete(telling.id);
    if (now !== null) this.#newMembers.set(now, (this.#newMembers.get(now) ?? new Map()).set(telling.id, telling));
    const joined = await this.#surroundings.byHandles(this.#decided.joinedTo(telling.handle));
    this.#enqueueLater(joined, telling);
    const wasOrIsFirst = before === telling.id || now === telling.id;
    if (wasOrIsFirst || this.#isLink(telling)) this.#enqueueLater(await this.#likeOnes(telling), telling);
    for (const first of [before, now]) {
      if (first !== null && first !== telling.id) await this.#enqueueContradicted(first, telling);
    }
  }

  /** Has looked at anew whoever may join a happening, or may not any more, because of one in it that it contradicts. */
  async #enqueueContradicted(first: string, by: Telling): Promise<void> {
    const members = await this.#surroundings.membersOf(first);
    const moved = this.#moved.get(first);
    const centers = [
      ...members.filter((member) => member.id === first || this.#isLink(member)),
      ...(moved ? [moved] : []),
    ];
    for (const center of centers) {
      const near = await this.#neighboursOf(center);
      this.#enqueueLater(
        near.filter((telling) => this.#isLink(by) || !this.#goTogether(telling, by)),
        by,
      );
    }
  }

  #goTogether(one: Telling, other: Telling): boolean {
    return this.#decided.between(one.handle, other.handle) === undefined && compareTellings(one, other).score !== null;
  }

  async #likeOnes(telling: Telling): Promise<readonly Telling[]> {
    const near = await this.#neighboursOf(telling);
    return near.filter((other) => isOneHappening(compareTellings(telling, other)));
  }

  #enqueueLater(tellings: readonly Telling[], after: Telling): void {
    for (const telling of tellings) if (byRank(after, telling) < 0) this.enqueue(telling);
  }

  async #place(telling: Telling): Promise<string> {
    const joined = (await this.#surroundings.byHandles(this.#decided.joinedTo(telling.handle)))
      .filter((other) => this.#isPlacedBefore(other, telling))
      .sort(byRank);
    if (joined[0]) return this.#placeOf(joined[0].id)!;
    const [best, next] = (await this.#fitting(telling)).sort(byFit);
    const isVague = !isPrecise(telling.days) || telling.days.isGuess;
    return !best || (isVague && next && best.score - next.score < MARGIN) ? telling.id : best.first;
  }

  /** The happenings that a telling fits in: it must be like the first in it, or like one that says how the plan moved. */
  async #fitting(telling: Telling): Promise<Fit[]> {
    const fits = new Map<string, Fit>();
    for (const like of await this.#neighboursOf(telling)) {
      const first = this.#placeOf(like.id);
      if (first === null || !this.#isPlacedBefore(like, telling) || (first !== like.id && !this.#isLink(like)))
        continue;
      const comparison = compareTellings(telling, like);
      if (!isOneHappening(comparison) || !(await this.#isFree(telling, first))) continue;
      const fit = { first, like, score: comparison.score! };
      const other = fits.get(first);
      if (!other || byFit(fit, other) < 0) fits.set(first, fit);
    }
    return [...fits.values()];
  }

  /**
   * Whether nothing keeps a telling from a happening: no earlier telling in it that it contradicts, and nobody's decision.
   * What somebody joined to a happening keeps nobody out of it.
   */
  async #isFree(telling: Telling, first: string): Promise<boolean> {
    const members = (await this.#membersOf(first)).filter((member) => byRank(member, telling) < 0);
    const isBridged = members.some((member) => this.#isLink(member) && compareTellings(telling, member).score !== null);
    return members.every((member) => {
      const verdict = this.#decided.between(member.handle, telling.handle);
      if (verdict !== undefined) return verdict === 'join';
      if (this.#isJoined(member)) return true;
      const { score, reasons } = compareTellings(telling, member);
      return score !== null || (isBridged && reasons[0]!.aspect === 'time');
    });
  }

  /** A telling that a plan was moved holds its old and its new days together; one that somebody joined, what he joined. */
  #isLink(telling: Telling): boolean {
    return telling.turn?.kind === 'postponed' || this.#isJoined(telling);
  }

  #isJoined({ handle }: Telling): boolean {
    return this.#decided.joinedTo(handle).length > 0;
  }

  async #membersOf(first: string): Promise<readonly Telling[]> {
    const stored = (await this.#surroundings.membersOf(first)).filter(({ id }) => this.#placeOf(id) === first);
    const moved = this.#newMembers.get(first) ?? new Map<string, Telling>();
    return [...stored.filter(({ id }) => !moved.has(id)), ...moved.values()];
  }

  #isPlacedBefore(telling: Telling, other: Telling): boolean {
    return this.#placeOf(telling.id) !== null && byRank(telling, other) < 0;
  }

  #placeOf(id: string): string | null {
    if (this.#gone.has(id)) return this.placements.has(id) ? null : this.#surroundings.placeOf(id);
    return this.placements.has(id) ? this.placements.get(id)! : this.#surroundings.placeOf(id);
  }

  async #neighboursOf(telling: Telling): Promise<readonly Telling[]> {
    const known = this.#neighbours.get(telling.id);
    if (known) return known;
    const found = (await this.#surroundings.neighbours(telling)).filter(({ id }) => id !== telling.id);
    this.#neighbours.set(telling.id, found);
    return found;
  }
}

/** A happening by its first telling, and the telling in it that another is like. */
interface Fit {
  readonly first: string;
  readonly like: Telling;
  readonly score: number;
}

function byFit(one: Fit, other: Fit): number {
  return other.score - one.score || byRank(one.like, other.like);
}

function lowerBound(queue: readonly Telling[], telling: Telling): number {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byRank(queue[middle]!, telling) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
