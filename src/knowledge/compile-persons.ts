import { foldName } from '../text/fold.ts';
import { qidOf } from './compile-bodies.ts';
import { type Located, nameOf } from './csv.ts';
import type { ActorCues } from './cues.ts';
import type { Pack, RoleNoun } from './pack.ts';
import { genderOfName, spellingsOf, surnamesOf } from './person-names.ts';
import type { SourceTables, TableName } from './tables.ts';

interface Draft {
  name: string;
  qid: string | null;
  gender: 'm' | 'f' | null;
  sector: string | null;
  readonly names: Set<string>;
  readonly surnames: Set<string>;
  /** Weight of each state by the offices held there. */
  readonly countries: Map<string, number>;
  fixedCountry: string | null;
  rank: number;
}

interface Holding {
  readonly file: TermFile;
  readonly role: string;
  readonly seat: string;
  readonly position: string;
  readonly names: readonly string[];
  readonly surnames: readonly string[];
  readonly qid: string | null;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly asof: string;
}

type TermFile = Pack['termFiles'][number];
const OFFICE_TABLES = ['offices.csv', 'offices-ministers.csv', 'offices-ambassadors.csv'] as const;
/** How well known an office makes its holder. */
const RANKS: Readonly<Record<string, number>> = {
  head_of_state: 5,
  head_of_government: 5,
  foreign_minister: 4,
  igo_head: 4,
  high_representative: 4,
  crown_prince: 4,
  defence_minister: 3,
  spokesperson: 3,
  vice_president: 3,
  national_security_adviser: 3,
  other: 4,
  deputy_head_of_government: 2,
  finance_minister: 2,
  un_permrep: 2,
  minister: 1,
  ambassador: 1,
};

/** Gathers the rows of all office tables by person: by Wikidata id, else by state and name. */
export function compilePersons(
  tables: SourceTables,
  cues: ActorCues,
  roleNouns: readonly RoleNoun[],
): {
  persons: Pack['persons'];
  terms: Pack['terms'];
  files: Pack['termFiles'];
  names: readonly (readonly [person: string, name: string])[];
} {
  const gathering = new Gathering();
  seedPeople(gathering, tables);
  const holdings = [...holdingsOf(tables, roleNouns)];
  const holders = holdings.map((holding) => gathering.take(holding));
  const given = {
    m: new Set(tables['given-names.csv'].filter((row) => row.gender === 'm').map((row) => row.name)),
    f: new Set(tables['given-names.csv'].filter((row) => row.gender === 'f').map((row) => row.name)),
  };
  const ids = idsOf(gathering.drafts);
  const position = new Map(gathering.drafts.map((draft, i) => [draft, i]));
  const persons = gathering.drafts.map((draft) => {
    const country = countryOf(draft);
    const own = new Set([...draft.surnames, ...surnamesOf(draft.name, country, cues, given)]);
    const surnames = new Set([...own, ...otherSurnames(draft, own, (name) => surnamesOf(name, country, cues, given))]);
    const gender = draft.gender ?? genderOfName(draft.name, country, cues, given);
    return [
      ids.get(draft)!,
      draft.name,
      draft.qid,
      country,
      draft.sector,
      gender,
      draft.rank,
      [...new Set([...surnames].map(foldName))],
    ] as const;
  });
  const files = [...new Map(holdings.map(({ file }) => [file[0], file])).values()];
  const fileNames = files.map(([name]) => name);
  const terms = holdings.map(
    (holding, i) =>
      [
        position.get(holders[i]!)!,
        holding.role,
        holding.seat,
        holding.position,
        holding.from,
        holding.to,
        holding.source,
        holding.asof,
        fileNames.indexOf(holding.file[0]),
      ] as const,
  );
  const names = gathering.drafts.flatMap((draft) =>
    [...draft.names]
      .flatMap((name) => spellingsOf(name, countryOf(draft), cues, given))
      .map((name) => [ids.get(draft)!, name] as const),
  );
  return { persons, terms, files, names };
}

/** Rank from which somebody is named by his family name alone. */
const WELL_KNOWN = 4;

/** "Lukashenka", of another spelling of a well-known name: a family name with the first letter of his usual one. */
function otherSurnames(
  draft: Draft,
  own: ReadonlySet<string>,
  surnamesIn: (name: string) => Iterable<string>,
): readonly string[] {
  if (draft.rank < WELL_KNOWN) return [];
  const initials = new Set([...own].map((surname) => foldName(surname)[0]));
  return [...draft.names].flatMap((name) => [...surnamesIn(name)].filter((found) => initials.has(foldName(found)[0])));
}

/** Finds the person of each row, or begins a new one. */
class Gathering {
  readonly drafts: Draft[] = [];
  readonly #byQid = new Map<string, Draft>();
  readonly #byName = new Map<string, Draft[]>();

  take(holding: Holding): Draft {
    const country = holding.seat.includes(':') ? null : holding.seat;
    const draft =
      this.find(holding.qid, country, holding.names) ??
      (holding.role === 'head_of_state' ? this.findSovereign(holding.names) : undefined) ??
      this.begin(holding.names[0]!);
    draft.qid ??= holding.qid;
    if (draft.qid) this.#byQid.set(draft.qid, draft);
    this.name(draft, country, holding.names);
    for (const surname of holding.surnames) draft.surnames.add(surname);
    const rank = RANKS[holding.role] ?? 2;
    draft.rank = Math.max(draft.rank, rank);
    if (country) draft.countries.set(country, (draft.countries.get(country) ?? 0) + rank * rank);
    return draft;
  }

  find(qid: string | null, country: string | null, names: readonly string[]): Draft | undefined {
    const known = qid ? this.#byQid.get(qid) : undefined;
    if (known) return known;
    for (const name of names) {
      const same = (this.#byName.get(foldName(name)) ?? []).filter(
        (draft) =>
          (!qid || !draft.qid || draft.qid === qid) &&
          (country === null ||
            draft.countries.size === 0 ||
            draft.countries.has(country) ||
            draft.fixedCountry === country),
      );
      if (same.length === 1) return same[0];
    }
    return undefined;
  }

  /** A head of state of several states is one person: the king of Denmark also reigns in Greenland. */
  findSovereign(names: readonly string[]): Draft | undefined {
    const same = names.flatMap((name) => this.#byName.get(foldName(name)) ?? []).filter((draft) => draft.rank >= 3);
    return same[0];
  }

  begin(name: string): Draft {
    const draft: Draft = {
      name,
      qid: null,
      gender: null,
      sector: 'GOV',
      names: new Set(),
      surnames: new Set(),
      countries: new Map(),
      fixedCountry: null,
      rank: 0,
    };
    this.drafts.push(draft);
    return draft;
  }

  name(draft: Draft, _country: string | null, names: readonly string[]): void {
    for (const name of names) {
      if (draft.names.has(name)) continue;
      draft.names.add(name);
      const key = foldName(name);
      const list = this.#byName.get(key) ?? [];
      if (!list.includes(draft)) this.#byName.set(key, [...list, draft]);
    }
  }

  fixQid(draft: Draft, qid: string): void {
    draft.qid = qid;
    this.#byQid.set(qid, draft);
  }
}

/** people.csv comes first: it gives usual names, genders and persons without an office in the tables. */
function seedPeople(gathering: Gathering, tables: SourceTables): void {
  for (const row of tables['people.csv']) {
    const draft = gathering.begin(row.name);
    draft.gender = row.gender || null;
    draft.sector = row.sector || null;
    draft.fixedCountry = row.iso3 || null;
    draft.rank = 3;
    const qid = qidOf(row.qid);
    if (qid) gathering.fixQid(draft, qid);
    gathering.name(draft, row.iso3 || null, [row.name, ...row.aliases]);
    for (const surname of row.surname) draft.surnames.add(surname);
  }
}

function* holdingsOf(tables: SourceTables, roleNouns: readonly RoleNoun[]): Iterable<Holding> {
  for (const name of OFFICE_TABLES) {
    for (const row of tables[name]) {
      const names = [row.holder, ...row.aliases, ...shorterNames(row)].filter((spelling) =>
        /\p{Script=Latin}/u.test(spelling),
      );
      yield {
        file: fileOf(name, row),
        role: row.role,
        seat: row.iso3,
        position: row.position,
        names: names.length === 0 ? [row.holder] : names,
        surnames: row.surname === '' ? [] : [row.surname],
        qid: qidOf(row.qid),
        from: row.from,
        to: row.to,
        source: row.source,
        asof: row.asof,
      };
    }
  }
  for (const row of tables['igo-heads.csv']) {
    const role = /^high representative$/iu.test(row.position) ? 'high_representative' : igoRole(row.position);
    yield {
      file: fileOf('igo-heads.csv', row),
      role,
      seat: row.igo,
      position: row.position,
      names: [row.holder],
      surnames: [],
      qid: qidOf(row.qid),
      from: row.from,
      to: row.to,
      source: row.source,
      asof: row.asof,
    };
  }
  for (const row of tables['people.csv'].filter((person) => person.what !== '')) {
    yield {
      file: fileOf('people.csv', row),
      ...describedOffice(row.what, row.iso3, tables, roleNouns),
      position: row.what,
      names: [row.name],
      surnames: [],
      qid: qidOf(row.qid),
      from: row.from,
      to: row.to,
      source: row.source,
      asof: '2025-12',
    };
  }
}

/** A source that marks the family name says what may be left out: "Javier Gerardo MILEI" is Javier Milei, "Michelle BACHELET Jeria" Michelle Bachelet. */
function shorterNames({ holder, surname }: { readonly holder: string; readonly surname: string }): readonly string[] {
  const words = holder.split(' ');
  const family = surname.split(' ');
  const start = words.findIndex((_, i) => family.every((word, k) => foldName(words[i + k] ?? '') === foldName(word)));
  if (surname === '' || start < 1) return [];
  const end = start + family.length;
  return [words.slice(0, end).join(' '), [words[0], ...words.slice(start, end)].join(' ')];
}

function fileOf(table: TableName, row: Located<unknown>): TermFile {
  return row.file === undefined ? [table, false] : [nameOf(row.file), true];
}

function igoRole(position: string): string {
  if (/spokes/iu.test(position)) return 'spokesperson';
  return /deputy/iu.test(position) ? 'deputy_igo_head' : 'igo_head';
}

/** "president of Iraq" → head of state of IRQ; what names no office of the tables is `other`. */
function describedOffice(
  what: string,
  country: string,
  tables: SourceTables,
  roleNouns: readonly RoleNoun[],
): { role: string; seat: string } {
  const [, noun = '', stateName = ''] = /^([a-z ]+?) of (?:the )?(.+)$/u.exec(what) ?? [];
  const role = roleNouns.find((entry) => entry.term === noun && entry.kind === 'office')?.role;
  const state = tables['states.csv'].find((row) => row.names.includes(stateName));
  return role && state ? { role, seat: state.iso3 } : { role: 'other', seat: country };
}

function countryOf(draft: Draft): string | null {
  if (draft.fixedCountry) return draft.fixedCountry;
  const ranked = [...draft.countries].sort((a, b) => b[1] - a[1]);
  return ranked[0]?.[0] ?? null;
}

/** Readable and stable ids: `per:xi-jinping`; namesakes are told apart by state, then by Wikidata id. */
function idsOf(drafts: readonly Draft[]): Map<Draft, string> {
  const slugs = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const slug = foldName(draft.name).replaceAll(' ', '-') || (draft.qid ?? 'unnamed').toLowerCase();
    slugs.set(slug, [...(slugs.get(slug) ?? []), draft]);
  }
  const ids = new Map<Draft, string>();
  const taken = new Set<string>();
  for (const [slug, namesakes] of slugs) {
    const ranked = namesakes.toSorted((a, b) => b.rank - a.rank);
    for (const [i, draft] of ranked.entries()) {
      const stated = `per:${slug}-${(countryOf(draft) ?? 'x').toLowerCase()}`;
      const id =
        i === 0 ? `per:${slug}` : taken.has(stated) ? `${stated}-${(draft.qid ?? String(i)).toLowerCase()}` : stated;
      taken.add(id);
      ids.set(draft, id);
    }
  }
  return ids;
}
