import type { ReportRecord } from '../../src/record/index.ts';

/** What parties are compared by: a country where both have one, else a name or the words that mention it. */
export interface PartyKey {
  readonly name: string;
  readonly country: string;
  readonly also: readonly string[];
}

/** Lower case, without diacritics and punctuation. */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, ' ').trim();
}

/** The key of a gold entry, `NAME|ISO3`, `|ISO3` or `NAME|`. */
export function goldKey(entry: string): PartyKey {
  const [name = '', country = ''] = entry.split('|');
  return { name: fold(name), country, also: [] };
}

/** The key of an actor of a record. */
export function actorKey(record: ReportRecord, id: string): PartyKey {
  const actor = record.actors.find((other) => other.id === id);
  if (!actor) return { name: fold(id), country: '', also: [] };
  const also = actor.mentions.filter((mention) => mention.kind !== 'pronoun').map((mention) => fold(mention.text));
  return { name: fold(actor.name), country: actor.country ?? '', also };
}

/** Each party once: by country, or by name where there is none. */
export function distinctKeys(keys: readonly PartyKey[]): readonly PartyKey[] {
  return keys.filter(
    (key, position) =>
      keys.findIndex((other) => other.country === key.country && (key.country || other.name === key.name)) === position,
  );
}

/** Whether two sets of parties are the same, each having its like on the other side. */
export function sameParties(gold: readonly PartyKey[], read: readonly PartyKey[]): boolean {
  return (
    gold.every((key) => read.some((other) => sameParty(key, other))) &&
    read.every((key) => gold.some((other) => sameParty(other, key)))
  );
}

function sameParty(gold: PartyKey, read: PartyKey): boolean {
  if (gold.country && read.country) return gold.country === read.country;
  return [read.name, ...read.also].some((name) => sameName(gold.name, name));
}

function sameName(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  return a.includes(b) || b.includes(a) || a.split(' ').at(-1) === b.split(' ').at(-1);
}
