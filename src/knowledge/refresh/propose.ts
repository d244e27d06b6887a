import { daysBetween } from '../../text/days.ts';
import { foldName } from '../../text/fold.ts';
import { qidOf } from '../compile-bodies.ts';
import { firstDay, intervalsMeet, lastDay } from '../dates.ts';
import { isHandWritten } from '../offices.ts';
import type { OverlayEntry } from '../overlay.ts';
import type { Row, SourceTables } from '../tables.ts';
import { type AnswerRow, dateOf, entityOf } from './answer.ts';
import type { RefreshSubject } from './subjects.ts';

/** What an answer says that the base does not: something to take, or, without an entry, a contradiction that a person has to decide. */
export interface Proposal {
  readonly kind: 'new' | 'ended' | 'moved' | 'confirmed' | 'spelling' | 'conflict';
  readonly about: string;
  readonly words: string;
  readonly entry: OverlayEntry | null;
}

/** What all answers say beside the base, and how many of their rows could not be used (no start, no English name). */
export interface Proposals {
  readonly proposals: readonly Proposal[];
  readonly unused: number;
}

/** The rows that one query brought. */
export interface Answered {
  readonly subject: RefreshSubject;
  readonly rows: readonly AnswerRow[];
}

/** A fact with dates, from either side. */
interface Spell {
  readonly from: string;
  readonly to: string;
}

interface Held extends Spell {
  readonly iso3: string;
  readonly role: string;
  readonly holder: string;
  readonly qid: string;
  readonly position: string;
}

interface Joined extends Spell {
  readonly igo: string;
  readonly iso3: string;
}

const SOURCE = 'wikidata';
/** Statements of one person that lie no further apart are one term: re-appointments. */
const REAPPOINTED_DAYS = 40;
/** Election, oath and handover lie within days of one another: sources that differ by less agree. */
const SAME_DAYS = 3;

/** Holds answers against the base. `asof` is the day on which they were given. */
export function propose(answers: readonly Answered[], tables: SourceTables, asof: string): Proposals {
  const rowsOf = (...subjects: readonly RefreshSubject[]) =>
    answers.filter(({ subject }) => subjects.includes(subject)).flatMap(({ rows }) => rows);
  const termRows = rowsOf('heads', 'foreign-ministers', 'defence-ministers');
  const memberRows = rowsOf('memberships');
  const terms = termRows.flatMap(termIn);
  const joined = memberRows.flatMap((row) => membershipIn(row, tables));
  const held = joinSpells(terms, ({ iso3, role, qid }) => `${iso3} ${role} ${qid}`);
  return {
    proposals: [
      ...held.flatMap((term) => proposeTerm(term, tables, asof)),
      ...proposeEnds(held, tables, asof),
      ...joinSpells(joined, ({ igo, iso3 }) => `${igo} ${iso3}`).flatMap((spell) => proposeMembership(spell, tables)),
      ...proposeNames(rowsOf('names'), tables),
    ],
    unused: termRows.length - terms.length + (memberRows.length - joined.length),
  };
}

function termIn(row: AnswerRow): readonly Held[] {
  const qid = entityOf(row.person);
  const from = dateOf(row.start, row.startPrecision);
  const { iso, role, personLabel: holder } = row;
  if (!qid || !iso || !role || !holder || holder === qid || from === '') return [];
  return [{ iso3: iso, role, holder, qid, position: row.postLabel ?? '', from, to: dateOf(row.end, row.endPrecision) }];
}

function membershipIn(row: AnswerRow, tables: SourceTables): readonly Joined[] {
  const qid = entityOf(row.org);
  const igo = tables['igos.csv'].find((known) => qid !== null && qidOf(known.qid) === qid)?.id;
  const from = dateOf(row.start, row.startPrecision);
  return igo && row.iso && from !== '' ? [{ igo, iso3: row.iso, from, to: dateOf(row.end, row.endPrecision) }] : [];
}

function joinSpells<S extends Spell>(spells: readonly S[], keyOf: (spell: S) => string): S[] {
  const last = new Map<string, number>();
  const joined: S[] = [];
  for (const spell of spells.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const place = last.get(keyOf(spell));
    const before = place === undefined ? undefined : joined[place];
    if (before && place !== undefined && isSoonAfter(before, spell)) {
      joined[place] = { ...before, to: before.to === '' || spell.to === '' ? '' : later(before.to, spell.to) };
    } else {
      last.set(keyOf(spell), joined.length);
      joined.push(spell);
    }
  }
  return joined;
}

function isSoonAfter(before: Spell, after: Spell): boolean {
  const [end, start] = [lastDay(before.to), firstDay(after.from)];
  return end === null || start === null || daysBetween(end, start) <= REAPPOINTED_DAYS;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

type OfficeRow = Row<'offices.csv'>;

function proposeTerm(term: Held, tables: SourceTables, asof: string): readonly Proposal[] {
  const seat = tables['offices.csv'].filter(({ iso3, role }) => iso3 === term.iso3 && role === term.role);
  const row = seat.find((other) => isSamePerson(other, term) && isNear(other, term));
  const words = `${term.holder}, ${term.role.replaceAll('_', ' ')}`;
  if (!row) {
    const rival = seat.find((other) => !isHandWritten(other.source) && other.to !== '' && covers(other, term));
    if (rival) {
      const said = `${words}, ${spellInWords(term)}; the base has ${rival.holder}, ${spellInWords(rival)} (${rival.source})`;
      return [{ kind: 'conflict', about: term.iso3, words: said, entry: null }];
    }
    const entry: OverlayEntry = { add: 'offices.csv', row: { ...term, asof }, source: SOURCE };
    return [{ kind: 'new', about: term.iso3, words: `${words}, ${spellInWords(term)}`, entry }];
  }
  const { iso3, role, holder, from } = row;
  return proposeSpell(term, row, term.iso3, words, (set, source) => ({
    patch: 'offices.csv',
    where: { iso3, role, holder, from },
    set: { ...set, asof },
    source,
  }));
}

function isSamePerson(row: OfficeRow, term: Held): boolean {
  const qid = qidOf(row.qid);
  if (qid) return qid === term.qid;
  return [row.holder, ...row.aliases].some((name) => foldName(name) === foldName(term.holder));
}

function isNear(row: Spell, spell: Spell): boolean {
  return intervalsMeet(daysOf(row), daysOf(spell)) || isSoonAfter(row, spell);
}

/** Whether one spell holds the middle of another. */
function covers(row: Spell, spell: Spell): boolean {
  const [from, to] = [firstDay(spell.from), lastDay(spell.to)];
  if (from === null || to === null) return false;
  const middle = new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString().slice(0, 10);
  return intervalsMeet(daysOf(row), { from: middle, to: middle });
}

function daysOf({ from, to }: Spell) {
  return { from: firstDay(from), to: lastDay(to) };
}

/** What an answer says of a spell that the base has too: a fact that only a hand has written yields, one with a source does not. */
function proposeSpell(
  spell: Spell,
  row: Spell & { readonly source: string },
  about: string,
  words: string,
  patch: (set: Readonly<Record<string, string>>, source: string) => OverlayEntry,
): readonly Proposal[] {
  const byHand = isHandWritten(row.source);
  const from = standing(row.from, spell.from, byHand);
  const to = row.to === '' ? spell.to : standing(row.to, spell.to, byHand);
  if (from === null || to === null) {
    const said = `${words}, ${spellInWords(spell)}; the base has ${spellInWords(row)} (${row.source})`;
    return [{ kind: 'conflict', about, words: said, entry: null }];
  }
  const set = { ...(from === row.from ? {} : { from }), ...(to === row.to ? {} : { to }) };
  const told = `${words}, ${spellInWords(row)} → ${spellInWords({ from, to })}`;
  if (Object.keys(set).length > 0) {
    const kind = row.to === '' && to !== '' && from === row.from ? 'ended' : 'moved';
    return [{ kind, about, words: told, entry: patch(set, SOURCE) }];
  }
  if (!byHand) return [];
  return [
    { kind: 'confirmed', about, words: `${words}, ${spellInWords(row)}`, entry: patch({}, `${row.source}+${SOURCE}`) },
  ];
}

/** Which of two dates is to stand: the base's where they agree, the more exact one, the answer's over a hand; null for a contradiction. */
function standing(base: string, answer: string, byHand: boolean): string | null {
  if (base === answer) return base;
  if (base !== '' && answer.startsWith(base)) return answer;
  if (answer !== '' && base.startsWith(answer)) return base;
  const [one, other] = [firstDay(base), firstDay(answer)];
  if (one !== null && other !== null && Math.abs(daysBetween(one, other)) <= SAME_DAYS) return base;
  return byHand ? answer : null;
}

function spellInWords({ from, to }: Spell): string {
  return `${from || '…'} to ${to || '…'}`;
}

/** A term that the base leaves open, whose holder has a successor in the answer and no open term there: it ended when he began. */
function proposeEnds(held: readonly Held[], tables: SourceTables, asof: string): readonly Proposal[] {
  const open = held.filter(({ to }) => to === '');
  return tables['offices.csv']
    .filter(({ to, flags }) => to === '' && !flags.includes('shared'))
    .flatMap((row) => {
      const seat = open.filter(({ iso3, role }) => iso3 === row.iso3 && role === row.role);
      const next = seat.find(({ from }) => row.from !== '' && from > row.from);
      const isKnown = held.some((term) => term.iso3 === row.iso3 && term.role === row.role && isSamePerson(row, term));
      if (!next || isKnown) return [];
      const { iso3, role, holder, from } = row;
      const words = `${holder}, ${role.replaceAll('_', ' ')}, ${spellInWords(row)} → ${spellInWords({ from, to: next.from })}, when ${next.holder} began`;
      const where = { iso3, role, holder, from };
      const entry: OverlayEntry = { patch: 'offices.csv', where, set: { to: next.from, asof }, source: SOURCE };
      return [{ kind: 'ended', about: iso3, words, entry }];
    });
}

function proposeMembership(spell: Joined, tables: SourceTables): readonly Proposal[] {
  const { igo, iso3 } = spell;
  const name = tables['igos.csv'].find(({ id }) => id === igo)?.name ?? igo;
  const row = tables['memberships.csv'].find(
    (other) => other.igo === igo && other.iso3 === iso3 && isNear(other, spell),
  );
  if (row) {
    return proposeSpell(spell, row, iso3, `in ${name}`, (set, source) => ({
      patch: 'memberships.csv',
      where: { igo, iso3, from: row.from },
      set,
      source,
    }));
  }
  const entry: OverlayEntry = { add: 'memberships.csv', row: { ...spell, status: 'member' }, source: SOURCE };
  return [{ kind: 'new', about: iso3, words: `in ${name}, ${spellInWords(spell)}`, entry }];
}

/** Spellings of persons of the base that it does not have; a person without a row of his own gets one. */
function proposeNames(rows: readonly AnswerRow[], tables: SourceTables): readonly Proposal[] {
  const persons = [...new Set(rows.map(({ person }) => entityOf(person)))];
  return persons.flatMap((qid) => {
    const some = rows.filter(({ person }) => entityOf(person) === qid);
    const terms = tables['offices.csv'].filter((row) => qid !== null && qidOf(row.qid) === qid);
    const known = tables['people.csv'].find((row) => qid !== null && qidOf(row.qid) === qid);
    const [term] = terms;
    if (qid === null || !term) return [];
    const held = [
      ...terms.flatMap((row) => [row.holder, ...row.aliases]),
      ...(known ? [known.name, ...known.aliases] : []),
    ];
    const folded = new Set(held.map(foldName));
    const names = [...new Set(some.flatMap(({ name }) => name ?? []))].filter(
      (name) => name.includes(' ') && !name.includes('|') && !folded.has(foldName(name)),
    );
    if (names.length === 0) return [];
    const entry: OverlayEntry = known
      ? {
          patch: 'people.csv',
          where: { name: known.name, iso3: known.iso3 },
          set: { aliases: { add: names, drop: [] } },
          source: SOURCE,
        }
      : {
          add: 'people.csv',
          row: { name: term.holder, aliases: names, iso3: term.iso3, sector: 'GOV', qid },
          source: SOURCE,
        };
    return [{ kind: 'spelling', about: term.iso3, words: `${term.holder}: ${names.join(', ')}`, entry }];
  });
}
