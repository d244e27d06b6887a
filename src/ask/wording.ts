import type { CodebookType, Count, Event, EventType, Stance, Status } from '../record/index.ts';

/** How lists, tables and pages put the record into words. These are labels of the program, not words that it looks for. */

export const STATUS_GLYPHS: Readonly<Record<Status, string>> = {
  occurred: '●',
  ongoing: '◐',
  planned: '○',
  possible: '◌',
  negated: '✕',
};

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  asserts: 'says',
  denies: 'denied by',
  alleges: 'alleged by',
  doubts: 'doubted by',
};

const TYPE_WORDS: Readonly<Record<CodebookType, string>> = {
  AGREE: 'agreement',
  CONSULT: 'talks',
  SUPPORT: 'support',
  CONCEDE: 'concession',
  COOPERATE: 'cooperation',
  AID: 'aid',
  RETREAT: 'retreat',
  REQUEST: 'request',
  ACCUSE: 'accusation',
  REJECT: 'rejection',
  THREATEN: 'threat',
  PROTEST: 'protest',
  SANCTION: 'sanction',
  MOBILIZE: 'mobilization',
  COERCE: 'coercion',
  ASSAULT: 'assault',
  STATEMENT: 'statement',
};

/** Modes that say more than "type: mode" would. */
const MODE_WORDS: Readonly<Record<string, string>> = {
  'CONSULT visit': 'visit',
  'CONSULT meeting': 'meeting',
  'CONSULT phone': 'phone call',
  'CONSULT video': 'video call',
  'CONSULT multilateral': 'multilateral meeting',
  'CONSULT third-party': 'mediated talks',
  'CONSULT negotiation': 'negotiation',
  'CONSULT letter': 'letter',
  'AGREE sign': 'signing',
  'AGREE announce': 'announced agreement',
  'AGREE pledge': 'pledge',
  'AGREE invite': 'invitation',
  'ACCUSE disapprove': 'criticism',
  'ACCUSE investigate': 'investigation',
  'ACCUSE allege': 'allegation',
  'STATEMENT comment': 'comment',
  'STATEMENT claim': 'claim',
  'STATEMENT deny': 'denial',
  'STATEMENT confirm': 'confirmation',
  'STATEMENT no-comment': 'no comment',
  'STATEMENT announce': 'announcement',
  'STATEMENT congratulate': 'congratulation',
  'STATEMENT condole': 'condolence',
};

/** What happened, in a few words: "phone call", "military aid", "sanction: discontinue". */
export function whatWords({ type, mode }: Pick<Event, 'type' | 'mode'>): string {
  const words = typeWords(type);
  if (mode === null) return words;
  const known = MODE_WORDS[`${type} ${mode}`];
  if (known) return known;
  const isKindOf = type === 'AID' || type === 'COOPERATE';
  return isKindOf ? `${mode} ${words}` : `${words}: ${mode}`;
}

/** A type of somebody's own lexicon names itself: X-HOSTAGE-SWAP is a "hostage swap". */
function typeWords(type: EventType): string {
  return isInCodebook(type) ? TYPE_WORDS[type] : type.slice(2).replaceAll('-', ' ').toLowerCase();
}

function isInCodebook(type: EventType): type is CodebookType {
  return Object.hasOwn(TYPE_WORDS, type);
}

/** "39 times", "at least 2 times", "2 to 4 times". */
export function countWords({ min, max }: Count): string {
  if (max === null) return `at least ${min} times`;
  return min === max ? `${min} times` : `${min} to ${max} times`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The days of an event, with a sign before those that the text does not state. */
export function whenWords({ time: { from, to, basis } }: Pick<Event, 'time'>): string {
  const isStated = basis === 'stated' || (from === null && to === null);
  return isStated ? daysWords(from, to) : `≈ ${daysWords(from, to)}`;
}

/** An interval as people write it: "20–22 Mar 2023", "Feb 2022", "2021", "since 24 Feb 2022", "undated". */
export function daysWords(from: string | null, to: string | null): string {
  if (from === null && to === null) return 'undated';
  if (from === null) return `until ${dayWords(to!)}`;
  if (to === null) return `since ${dayWords(from)}`;
  return from === to ? dayWords(from) : intervalWords(from, to);
}

function intervalWords(from: string, to: string): string {
  const [year, month, day] = from.split('-');
  const [lastYear, lastMonth] = to.split('-');
  if (year !== lastYear) return `${dayWords(from)} – ${dayWords(to)}`;
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return year!;
  if (month !== lastMonth) return `${dayWords(from).slice(0, -5)} – ${dayWords(to)}`;
  const isWholeMonth = day === '01' && isLastOfMonth(to);
  return isWholeMonth ? dayWords(from).slice(2) : `${Number(day)}–${dayWords(to)}`;
}

function isLastOfMonth(day: string): boolean {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;
}

/** "20 Mar 2023". */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}
