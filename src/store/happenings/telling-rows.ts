import type { Insertable } from 'kysely';
import { blocksOf, makeTelling, type Signature, type Telling } from '../../reconcile/index.ts';
import type { Event } from '../../record/index.ts';
import type { Tables } from '../tables.ts';

/** What a telling has beside its event, as the store keeps it. */
interface Details {
  readonly words: readonly string[];
  readonly names: readonly string[];
  readonly isPlaceState: boolean;
  readonly turn: Telling['turn'];
}

/** The row of a telling that is placed nowhere yet, and so is its own happening. */
export function tellingRow(event: number, telling: Telling): Insertable<Tables['tellings']> {
  const { handle, words, names, isPlaceState, turn } = telling;
  const details: Details = { words: [...words], names: [...names], isPlaceState, turn };
  return { event, handle, happening: event, lead: event, details: JSON.stringify(details) };
}

/** Where a telling is found; the same place is named once. */
export function blockRows(event: number, telling: Telling): readonly Insertable<Tables['telling_blocks']>[] {
  const blocks = blocksOf(telling).map(({ key, from, to }) => ({ block: key, day_from: from, day_to: to, event }));
  return [...new Map(blocks.map((block) => [`${block.block} ${block.day_from} ${block.day_to}`, block])).values()];
}

/** What a telling is put together from. */
export interface StoredTelling {
  readonly key: number;
  readonly event: string;
  readonly handle: string;
  readonly details: string;
  readonly report: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly signature: string | null;
}

/** Puts a telling together; `countries` are those of the parties, by actor. */
export function tellingFromRow(row: StoredTelling, countries: ReadonlyMap<string, string | null>): Telling {
  const { words, names, isPlaceState, turn } = JSON.parse(row.details) as Details;
  return makeTelling(JSON.parse(row.event) as Event, {
    id: String(row.key),
    handle: row.handle,
    report: {
      id: row.report,
      outlet: row.outlet,
      published: row.published,
      signature: row.signature === null ? null : signatureFromText(row.signature),
    },
    partyOf: (id) => ({ id, country: countries.get(id) ?? null }),
    wording: { words: new Set(words), names: new Set(names) },
    isPlaceState,
    turn,
  });
}

const DIGITS = 8;

/** A signature as text: eight hexadecimal digits a number. */
export function signatureText(signature: Signature): string {
  return signature.map((least) => least.toString(16).padStart(DIGITS, '0')).join('');
}

export function signatureFromText(text: string): Signature {
  return Array.from({ length: text.length / DIGITS }, (_, index) =>
    Number.parseInt(text.slice(index * DIGITS, (index + 1) * DIGITS), 16),
  );
}
