import { type Block, blocksOf, lookupsOf } from './blocks.ts';
import type { Decided } from './decision.ts';
import { type Placements, placeTellings, type Surroundings } from './place-tellings.ts';
import type { Telling } from './telling.ts';

/** Tellings held in memory, with the happenings that they stand in; grows and shrinks as reports come and go. */
export class Reconciled {
  readonly #tellings = new Map<string, Telling>();
  readonly #places = new Map<string, string>();
  readonly #members = new Map<string, Set<string>>();
  readonly #byKey = new Map<string, Map<string, readonly Block[]>>();
  readonly #byHandle = new Map<string, Telling>();

  /** Takes in tellings, lets others go, and moves whatever follows from it. `again` are those of whom something was decided anew. */
  async change(
    added: readonly Telling[],
    gone: readonly Telling[],
    decided: Decided,
    again: readonly Telling[] = [],
  ): Promise<Placements> {
    for (const telling of added) this.#keep(telling);
    const placements = await placeTellings([...added, ...again], gone, this.#surroundings(), decided);
    for (const [id, first] of placements) this.#put(id, first);
    for (const telling of gone) this.#drop(telling);
    return placements;
  }

  /** The happenings: the ids of their tellings, each sorted, by the first of them. */
  happenings(): readonly (readonly string[])[] {
    const all = [...this.#members.values()].filter((members) => members.size > 0).map((members) => [...members].sort());
    return all.sort((one, other) => (one[0]! < other[0]! ? -1 : 1));
  }

  #surroundings(): Surroundings {
    const present = (ids: Iterable<string>) => [...ids].flatMap((id) => this.#tellings.get(id) ?? []);
    return {
      neighbours: async (telling) => present(this.#near(telling)),
      membersOf: async (first) => present(this.#members.get(first) ?? []),
      placeOf: (id) => this.#places.get(id) ?? null,
      byHandles: async (handles) => handles.flatMap((handle) => this.#byHandle.get(handle) ?? []),
    };
  }

  #near(telling: Telling): ReadonlySet<string> {
    const near = new Set<string>();
    for (const { key, from, to } of lookupsOf(telling)) {
      for (const [id, blocks] of this.#byKey.get(key) ?? []) {
        if (blocks.some((block) => block.key === key && block.from <= to && block.to >= from)) near.add(id);
      }
    }
    return near;
  }

  #keep(telling: Telling): void {
    this.#tellings.set(telling.id, telling);
    this.#byHandle.set(telling.handle, telling);
    const blocks = blocksOf(telling);
    for (const { key } of blocks) this.#byKey.set(key, (this.#byKey.get(key) ?? new Map()).set(telling.id, blocks));
  }

  #drop(telling: Telling): void {
    this.#tellings.delete(telling.id);
    this.#byHandle.delete(telling.handle);
    for (const { key } of blocksOf(telling)) this.#byKey.get(key)?.delete(telling.id);
  }

  #put(id: string, first: string | null): void {
    const before = this.#places.get(id);
    if (before !== undefined) this.#members.get(before)?.delete(id);
    if (first === null) this.#places.delete(id);
    else {
      this.#places.set(id, first);
      this.#members.set(first, (this.#members.get(first) ?? new Set()).add(id));
    }
  }
}
