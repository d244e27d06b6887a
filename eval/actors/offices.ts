import { readFileSync } from 'node:fs';
import { parseCsv } from '../../src/knowledge/csv.ts';
import { type DatedTerm, loadKnowledge, type RoleNoun } from '../../src/knowledge/index.ts';
import type { Report } from '../../src/record/index.ts';
import { addDays } from '../../src/text/days.ts';
import { openReader } from '../quotes/open-reader.ts';

/**
 * Asks for the holders of offices in many ways of saying it, each way over a sample of all terms of the base. The base itself is the
 * answer: this shows which ways of saying are read wrongly, not whether the base is right.
 * `tsx eval/actors/offices.ts [--every 40] [--verbose]`
 */
interface Way {
  readonly name: string;
  /** The mention asked for stands in brackets. A adjective, S state, R role, T role as a title, N name, F family name, Y year. */
  readonly text: string;
  /** The report's day: inside the term, its second, its last but one, or years after it. */
  readonly day: 'inside' | 'second' | 'last' | 'years later';
  /** Only of offices that one person at a time holds: several might be meant else. */
  readonly isSingle?: boolean;
}

const WAYS: readonly Way[] = [
  { name: 'adjective', text: '[The {A} {R}] arrived in Geneva on Tuesday.', day: 'inside' },
  { name: 'adjective, quoted', text: '"We will wait," [the {A} {R}] told reporters.', day: 'inside' },
  { name: 'possessive', text: "[{S}'s {R}] rejected the proposal.", day: 'inside' },
  { name: 'state as adjective', text: '[{S} {R}] rejected the proposal.', day: 'inside' },
  { name: 'of', text: '[The {R} of {S}] left for Geneva.', day: 'inside' },
  { name: 'object', text: 'Switzerland thanked [the {A} {R}] for the visit.', day: 'inside' },
  { name: 'with', text: 'Swiss diplomats held talks with [the {A} {R}] in Geneva.', day: 'inside' },
  { name: 'by', text: "The plan was rejected by [{S}'s {R}] on Monday.", day: 'inside' },
  { name: 'owner', text: "[The {A} {R}]'s visit to Geneva was postponed.", day: 'inside' },
  { name: 'visit by', text: 'A visit by [the {A} {R}] to Geneva was postponed.', day: 'inside' },
  { name: 'in capitals', text: '[{A} {T}] Visits Geneva', day: 'inside' },
  { name: 'second day', text: '[The {A} {R}] arrived in Geneva.', day: 'second' },
  { name: 'new', text: '[The new {A} {R}] arrived in Geneva.', day: 'second' },
  { name: 'outgoing', text: '[The outgoing {A} {R}] arrived in Geneva.', day: 'last' },
  { name: 'last day but one', text: "[{S}'s {R}] arrived in Geneva.", day: 'last' },
  { name: 'title', text: '{A} {T} [{N}] arrived in Geneva on Tuesday.', day: 'inside' },
  { name: 'short title', text: '{A} {T} [{F}] arrived in Geneva on Tuesday.', day: 'inside' },
  { name: 'state and title', text: "{S}'s {R} [{N}] arrived in Geneva on Tuesday.", day: 'inside' },
  { name: 'title of', text: '{T} [{N}] of {S} arrived in Geneva on Tuesday.', day: 'inside' },
  { name: 'in front', text: "[{S}'s {R}], {N}, spoke by phone with the Swiss side.", day: 'inside' },
  { name: 'behind', text: '{N}, [the {A} {R}], spoke by phone with the Swiss side.', day: 'inside' },
  { name: 'behind, no article', text: "{N}, [{S}'s {R}], spoke by phone with the Swiss side.", day: 'inside' },
  { name: 'later', text: '{A} {T} {N} arrived in Geneva. [The {R}] will stay until Friday.', day: 'inside' },
  { name: 'only state', text: '{S} recalled its envoy. "We wait," [the {R}] said.', day: 'inside', isSingle: true },
  { name: 'its', text: '{S} rejected the plan, and [its {R}] left Geneva.', day: 'inside' },
  { name: "country's", text: "{S} rejected the plan. [The country's {R}] left Geneva.", day: 'inside' },
  { name: 'then', text: 'In {Y}, [the then {A} {R}] visited Geneva.', day: 'years later' },
  { name: 'looking back', text: 'In {Y}, [the {A} {R}] visited Geneva.', day: 'years later' },
  { name: 'looking back, of', text: '[The {R} of {S}] visited Geneva in {Y}.', day: 'years later' },
  { name: 'looking back, met', text: 'Swiss officials met [the {A} {R}] in {Y}.', day: 'years later' },
  { name: 'then and name', text: 'The then {A} {R}, [{N}], visited Geneva.', day: 'years later' },
  { name: 'former', text: 'Former {A} {T} [{N}] visited Geneva.', day: 'years later' },
];

interface Holder {
  readonly iso3: string;
  readonly noun: Pick<RoleNoun, 'role' | 'lemma'>;
  readonly term: DatedTerm;
  readonly surname: string;
}

interface Case {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly date: string;
  readonly person: string;
}

const every = Number(process.argv[process.argv.indexOf('--every') + 1]) || 40;
const isVerbose = process.argv.includes('--verbose');
const [read, knowledge] = await Promise.all([openReader(), loadKnowledge()]);
const states = statesByCode();
const holders = allHolders();
const tallies = new Map<string, { right: number; all: number }>();

for (const [shift, way] of WAYS.entries()) {
  for (let at = shift; at < holders.length; at += every) {
    const asked = caseOf(way, holders[at]!);
    if (asked === null) continue;
    const got = await personIn(asked);
    const isRight = got === asked.person;
    for (const key of ['all', way.name, `role ${holders[at]!.noun.role}`]) count(key, isRight);
    if (isVerbose && !isRight)
      process.stdout.write(`${way.name} ${asked.date}: ${asked.text}\n   ${asked.person} ≠ ${got}\n`);
  }
}
for (const [key, { right, all }] of tallies)
  process.stdout.write(`${key.padEnd(32)} ${right}/${all} ${((100 * right) / all).toFixed(1)} %\n`);

function count(key: string, isRight: boolean): void {
  const { right, all } = tallies.get(key) ?? { right: 0, all: 0 };
  tallies.set(key, { right: right + Number(isRight), all: all + 1 });
}

async function personIn({ text, start, end, date }: Case): Promise<string> {
  const { mentions } = await read(reportOf(text, date));
  const exact = mentions.filter((mention) => mention.start === start && mention.end === end);
  const found = exact.find(({ actors }) => actors.length > 0) ?? exact[0];
  return found ? found.actors.join(' + ') : 'no mention';
}

/** The sentence of a way over a term; null where the base gives no holder, or several, for that day (or, looking back, that year). */
function caseOf(way: Way, { iso3, noun, term, surname }: Holder): Case | null {
  const state = states.get(iso3);
  const date = surname === '' && way.text.includes('{F}') ? null : dayOf(way, term);
  if (!state || date === null || (way.isSingle && !knowledge.cues.titles.single.includes(noun.role))) return null;
  const isPast = way.day === 'years later';
  const year = middleOf(term).slice(0, 4);
  const asked = isPast ? { from: `${year}-01-01`, to: `${year}-12-31` } : { from: date, to: date };
  const holding = knowledge.holdersOf(noun, iso3, asked);
  if (holding.length !== 1 || holding[0]!.standing !== 'held' || holding[0]!.person !== term.person) return null;
  const filled = way.text
    .replaceAll('{A}', state.adjective)
    .replaceAll('{S}', state.name)
    .replaceAll('{R}', noun.lemma)
    .replaceAll('{T}', titleOf(noun.lemma))
    .replaceAll('{N}', knowledge.personById(term.person)!.name)
    .replaceAll('{F}', surname)
    .replaceAll('{Y}', year);
  const [start, end] = [filled.indexOf('['), filled.indexOf(']') - 1];
  return { text: filled.replace(/[[\]]/gu, ''), start, end, date, person: term.person };
}

function titleOf(noun: string): string {
  return noun.replaceAll(/(?<=^|[ -])(?!of |the )\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** Null where the term is too short or its days are not known. */
function dayOf({ day }: Way, term: DatedTerm): string | null {
  const { from, to, asof } = term;
  if (from.length < 10 || (to || asof).length < 10 || addDays(from, 60) > (to || asof)) return null;
  if (day === 'inside') return middleOf(term);
  if (day === 'second') return addDays(from, 1);
  if (to === '') return null;
  return addDays(to, day === 'last' ? -1 : 1200);
}

function middleOf({ from, to, asof }: DatedTerm): string {
  const days = (Date.parse(to || asof) - Date.parse(from)) / 86_400_000;
  return addDays(from, Math.floor(days / 2));
}

/**
 * The terms of offices.csv with a noun of the base for each: one that the office's own words hold, else, in turn, any of its role.
 * Spokespersons are left out: they stand for whom they speak for.
 */
function allHolders(): Holder[] {
  const nouns = [...knowledge.roleNouns.values()].filter(
    ({ kind, isPlural, implies, role }) =>
      kind === 'office' && !isPlural && implies === null && role !== 'spokesperson',
  );
  return rowsOf('offices.csv').flatMap((fields, i) => {
    const [iso3 = '', role = '', position = '', , surname = '', , from = ''] = fields;
    const words = position.toLowerCase();
    const ofRole = nouns.filter((noun) => noun.role === role);
    const worded = ofRole.filter(({ term }) => words.includes(term)).sort((a, b) => b.term.length - a.term.length);
    const isHead = role.startsWith('head_of');
    const noun = worded[0] && (isHead || i % 2 === 0) ? worded[0] : isHead ? undefined : ofRole[i % ofRole.length];
    const term = knowledge.holderOf(role, iso3, from).find((held) => held.from === from);
    return noun && term ? [{ iso3, noun, term, surname }] : [];
  });
}

function statesByCode(): Map<string, { name: string; adjective: string }> {
  return new Map(
    rowsOf('states.csv').flatMap(([iso3 = '', , , kind, name = '', , , adjectives = '']) => {
      const adjective = adjectives.split('|')[0]!;
      return kind === 'state' && adjective ? [[iso3, { name, adjective }] as const] : [];
    }),
  );
}

function rowsOf(file: string): (readonly string[])[] {
  const text = readFileSync(new URL(`../../knowledge/${file}`, import.meta.url), 'utf8');
  return parseCsv(text)
    .slice(1)
    .map(({ fields }) => fields);
}

function reportOf(text: string, date: string): Report {
  return {
    ...{ id: 'r_offices', source: 'offices', url: null, outlet: null, title: null, byline: null, language: 'en' },
    dateline: null,
    published: { value: date, basis: 'given', from: date, to: date, reasons: [] },
    text,
  };
}
