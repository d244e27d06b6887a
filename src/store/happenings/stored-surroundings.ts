import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Block, earliestStart, lookupsOf, type Surroundings, type Telling } from '../../reconcile/index.ts';
import type { Tables } from '../tables.ts';
import { type KeptTelling, loadByHandles, loadHappenings, loadTellings } from './load-tellings.ts';

/** The tellings of a store as placing sees them. What is read once is kept, for nothing else writes meanwhile. */
export class StoredSurroundings implements Surroundings {
  readonly #db: Kysely<Tables>;
  readonly #known = new Map<string, KeptTelling>();
  readonly #members = new Map<string, readonly Telling[]>();
  /** Those that have not been placed yet, whatever their rows say. */
  readonly #unplaced: ReadonlySet<string>;

  constructor(db: Kysely<Tables>, unplaced: readonly Telling[]) {
    this.#db = db;
    this.#unplaced = new Set(unplaced.map(({ id }) => id));
  }

  async neighbours(telling: Telling): Promise<readonly Telling[]> {
    const keys = await this.#keysIn(lookupsOf(telling));
    const unknown = keys.filter((key) => !this.#known.has(String(key)));
    this.#keep(await loadTellings(this.#db, unknown));
    return keys.flatMap((key) => this.#known.get(String(key))?.telling ?? []);
  }

  async membersOf(first: string): Promise<readonly Telling[]> {
    const known = this.#members.get(first);
    if (known) return known;
    const members = this.#keep(await loadHappenings(this.#db, [Number(first)]));
    const placed = members.filter(({ id }) => !this.#unplaced.has(id));
    this.#members.set(first, placed);
    return placed;
  }

  placeOf(id: string): string | null {
    const kept = this.#known.get(id);
    return kept && !this.#unplaced.has(id) ? String(kept.happening) : null;
  }

  async byHandles(handles: readonly string[]): Promise<readonly Telling[]> {
    return this.#keep(await loadByHandles(this.#db, handles));
  }

  /** Notes tellings that were read, so that their places are known. */
  #keep(tellings: readonly KeptTelling[]): readonly Telling[] {
    for (const kept of tellings) if (!this.#known.has(kept.telling.id)) this.#known.set(kept.telling.id, kept);
    return tellings.map(({ telling }) => telling);
  }

  /** Has the places of tellings that come from elsewhere known too. */
  know(tellings: readonly KeptTelling[]): void {
    this.#keep(tellings);
  }

  async #keysIn(lookups: readonly Block[]): Promise<readonly number[]> {
    if (lookups.length === 0) return [];
    const { rows } = await sql<{ event: number }>`
      SELECT DISTINCT event FROM telling_blocks WHERE ${sql.join(lookups.map(meets), sql` OR `)} ORDER BY event`.execute(
      this.#db,
    );
    return rows.map(({ event }) => event);
  }
}

/** Blocks of the same key that share a day. None is longer than the longest interval that is linked, so that few rows are looked at. */
function meets({ key, from, to }: Block): RawBuilder<SqlBool> {
  return sql`(block = ${key} AND day_from >= ${earliestStart(from)} AND day_from <= ${to} AND day_to >= ${from})`;
}
