import type { Pack } from './pack.ts';

/** What a fact is of, in the order in which a person reads. */
export const FACT_KINDS = [
  'actor',
  'office',
  'membership',
  'leader',
  'landmark',
  'name',
  'person',
  'place',
  'noun',
  'outlet',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** One fact of a base: what it is about, what it says in words, and the fields in which it may change. */
interface Fact {
  readonly kind: FactKind;
  readonly key: string;
  readonly about: string;
  readonly words: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A fact that one base has and the other has not, or has otherwise. */
export interface FactChange {
  readonly change: 'gained' | 'lost' | 'changed';
  readonly kind: FactKind;
  /** State, organisation or person that it is about. */
  readonly about: string;
  readonly words: string;
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

/** What of one base another lacks, has besides, or has otherwise: by kind of fact, then by what it is about. */
export function compareBases(before: Pack, after: Pack): readonly FactChange[] {
  const [old, now] = [byKey(factsOf(before)), byKey(factsOf(after))];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  return keys.flatMap((key) => compareFacts(old.get(key) ?? [], now.get(key) ?? [])).sort(inReadingOrder);
}

/** Facts of one key: what is alike goes first, then what begins on the same day, then the others in their order. */
function compareFacts(before: readonly Fact[], after: readonly Fact[]): FactChange[] {
  const old = before.filter((fact) => !after.some((other) => areAlike(fact, other)));
  const now = after.filter((fact) => !before.some((other) => areAlike(fact, other)));
  const twins = new Map<Fact, Fact>();
  const pair = (fits: (one: Fact, other: Fact) => boolean) => {
    for (const fact of now.filter((one) => !twins.has(one))) {
      const place = old.findIndex((other) => fits(fact, other));
      if (place >= 0) twins.set(fact, old.splice(place, 1)[0]!);
    }
  };
  pair((one, other) => one.fields.from === other.fields.from);
  pair(() => true);
  const told = now.map((fact) => {
    const twin = twins.get(fact);
    return twin ? changed(twin, fact) : plain('gained', fact);
  });
  return [...told, ...old.map((fact) => plain('lost', fact))];
}

function areAlike(one: Fact, other: Fact): boolean {
  return Object.keys(one.fields).every((name) => one.fields[name] === other.fields[name]);
}

function plain(change: 'gained' | 'lost', { kind, about, words, fields }: Fact): FactChange {
  const stated = Object.entries(fields).filter(([, value]) => value !== '');
  const told = stated.map(([field, value]) => ({
    field,
    before: change === 'lost' ? value : '',
    after: change === 'lost' ? '' : value,
  }));
  return { change, kind, about, words, fields: told };
}

function changed(before: Fact, { kind, about, words, fields }: Fact): FactChange {
  const told = Object.entries(fields)
    .filter(([field, value]) => before.fields[field] !== value)
    .map(([field, value]) => ({ field, before: before.fields[field] ?? '', after: value }));
  return { change: 'changed', kind, about, words, fields: told };
}

function inReadingOrder(a: FactChange, b: FactChange): number {
  return (
    FACT_KINDS.indexOf(a.kind) - FACT_KINDS.indexOf(b.kind) ||
    compareWords(a.about, b.about) ||
    compareWords(a.words, b.words) ||
    compareWords(startOf(a), startOf(b))
  );
}

function startOf({ fields }: FactChange): string {
  const from = fields.find(({ field }) => field === 'from');
  return from ? from.after || from.before : '';
}

function compareWords(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byKey(facts: readonly Fact[]): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = `${fact.kind} ${fact.key}`;
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return groups;
}

function factsOf(pack: Pack): Fact[] {
  const names = new Map<string, string>([
    ...pack.actors.map(({ id, name }) => [id, name] as const),
    ...pack.persons.map(([id, name]) => [id, name] as const),
  ]);
  const nameOf = (id: string) => names.get(id) ?? id;
  return [
    ...actorsOf(pack),
    ...termsOf(pack, nameOf),
    ...groupsOf(pack, nameOf),
    ...landmarksOf(pack),
    ...namesOf(pack, nameOf),
    ...personsOf(pack, nameOf),
    ...wordsOf(pack),
  ];
}

function actorsOf(pack: Pack): Fact[] {
  const actors = pack.actors.map(({ id, name, type, country, sector, wikidata, source }) => ({
    kind: 'actor' as const,
    key: id,
    about: name,
    words: `${name} [${id}]`,
    fields: { type, country: country ?? '', sector: sector ?? '', wikidata: wikidata ?? '', source: unplaced(source) },
  }));
  const places = pack.regions.map(([id, country, lat, lon]) => ({
    kind: 'place' as const,
    key: id,
    about: id,
    words: id,
    fields: { country: country ?? '', at: lat === null ? '' : `${lat} ${lon}` },
  }));
  const cities = pack.cities.map(([, name, country, population, lat, lon]) => ({
    kind: 'place' as const,
    key: `${country} ${name}`,
    about: country,
    words: name,
    fields: { population: String(population), at: `${lat} ${lon}` },
  }));
  return [...actors, ...places, ...cities];
}

/** The line of a fact's source moves with every row before it, and is no part of the fact. */
function unplaced(source: string): string {
  return source.replace(/:\d+/u, '');
}

function termsOf(pack: Pack, nameOf: (id: string) => string): Fact[] {
  return pack.terms.map(([person, role, seat, position, from, to, source, asof]) => {
    const holder = pack.persons[person]![0];
    return {
      kind: 'office',
      key: `${seat} ${role} ${holder}`,
      about: nameOf(seat),
      words: `${nameOf(holder)}, ${role === 'other' ? position : role.replaceAll('_', ' ')}`,
      fields: { from, to, position, source, asof },
    };
  });
}

function groupsOf(pack: Pack, nameOf: (id: string) => string): Fact[] {
  const memberships = pack.memberships.map(([organisation, state, status, from, to, source]) => ({
    kind: 'membership' as const,
    key: `${organisation} ${state}`,
    about: nameOf(organisation),
    words: nameOf(state),
    fields: { status, from, to, source },
  }));
  const leaders = pack.leaders.map(([country, role, from, to]) => ({
    kind: 'leader' as const,
    key: `${country} ${role}`,
    about: nameOf(country),
    words: role.replaceAll('_', ' '),
    fields: { from, to },
  }));
  return [...memberships, ...leaders];
}

function landmarksOf(pack: Pack): Fact[] {
  return pack.landmarks.map(({ id, name, kind, phrases, words, from, to, actors, recipients, place }) => ({
    kind: 'landmark',
    key: id,
    about: name,
    words: name,
    fields: {
      kind,
      from: from ?? '',
      to: to ?? '',
      parties: [actors.join(' '), recipients.join(' ')].filter(Boolean).join(' > '),
      place: place ?? '',
      phrases: phrases.join(', '),
      words: words.map((group) => group.join('/')).join(' '),
    },
  }));
}

function namesOf(pack: Pack, nameOf: (id: string) => string): Fact[] {
  return pack.names.map(([, target, form, surface]) => ({
    kind: 'name',
    key: `${target} ${form} ${surface}`,
    about: nameOf(target),
    words: `“${surface}” (${form})`,
    fields: {},
  }));
}

function personsOf(pack: Pack, nameOf: (id: string) => string): Fact[] {
  return pack.persons.map(([id, name, wikidata, country, sector, gender, , surnames]) => ({
    kind: 'person',
    key: id,
    about: name,
    words: `${name} [${id}]`,
    fields: {
      country: country === null ? '' : nameOf(country),
      sector: sector ?? '',
      gender: gender ?? '',
      wikidata: wikidata ?? '',
      surnames: surnames.join(', '),
    },
  }));
}

function wordsOf(pack: Pack): Fact[] {
  const nouns = pack.roleNouns.map(({ term, role, sector, kind, gender, implies }) => ({
    kind: 'noun' as const,
    key: term,
    about: term,
    words: term,
    fields: { role, sector, kind, gender: gender ?? '', implies: implies ?? '' },
  }));
  const outlets = pack.outlets.map(({ id, names, speaksFor }) => ({
    kind: 'outlet' as const,
    key: id,
    about: names[0] ?? id,
    words: names[0] ?? id,
    fields: { names: names.join(', '), 'speaks for': speaksFor ?? '' },
  }));
  return [...nouns, ...outlets];
}
