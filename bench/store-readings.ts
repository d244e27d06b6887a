import { type Actor, EVENT_TYPES, type Event, RECORD_SCHEMA, type Report, STATUSES } from '../src/record/index.ts';
import type { Reading } from '../src/store/index.ts';

/** Makes readings for the store's bench: a few states in most events, many in few; twenty years; sentences of made-up words. */

const STATES = 190;
const PEOPLE_PER_STATE = 4;
const EVENTS_PER_REPORT = 10;
const FIRST_DAY = Date.UTC(2005, 0, 1);
const DAYS = 20 * 365;
const SYLLABLES = ['ka', 'lo', 'mi', 'ter', 'son', 'vel', 'dra', 'pen', 'ou', 'ris', 'ast', 'bel'];
const WORDS = Array.from({ length: 4_000 }, (_, index) => wordOf(index + 12));

/** The reading of that number: the same number, the same reading. */
export function benchReading(number: number): Reading {
  const random = randomFrom(number + 1);
  const published = dayOf(Math.floor(random() * DAYS));
  const sentences = Array.from({ length: EVENTS_PER_REPORT }, () => sentenceOf(random));
  const report = reportOf(number, published, sentences.join(' '));
  const actors = new Map<string, Actor>();
  const events = sentences.map((sentence, index) => eventOf(random, index, report, sentence, actors));
  const record = {
    schema: RECORD_SCHEMA,
    report,
    actors: [...actors.values()],
    times: [],
    quotations: [],
    events,
    problems: [],
  } as const;
  return {
    record: { ...record, times: [], quotations: [], problems: [], actors: [...record.actors], events },
    explanations: [],
  };
}

/** The code of a state: `AAA` is in most events. */
export function stateCode(rank: number): string {
  const letter = (index: number) => String.fromCharCode(65 + (index % 26));
  return letter(rank / 676) + letter(rank / 26) + letter(rank);
}

/** A word that reports hold: those of low rank in most of them. */
export function benchWord(rank: number): string {
  return WORDS[rank]!;
}

function reportOf(number: number, published: string, text: string): Report {
  const id = `r_${number.toString(16).padStart(16, '0')}`;
  return {
    id,
    source: `${id}.txt`,
    url: null,
    outlet: `Outlet ${number % 40}`,
    title: null,
    byline: null,
    language: 'en',
    dateline: null,
    published: { value: published, basis: 'given', from: published, to: published, reasons: [] },
    text,
  };
}

function eventOf(
  random: () => number,
  index: number,
  report: Report,
  sentence: string,
  actors: Map<string, Actor>,
): Event {
  const start = report.text.indexOf(sentence);
  const evidence = { start, end: start + sentence.length, text: sentence };
  const actor = partyOf(random, actors);
  const recipient = partyOf(random, actors);
  const day = dayOf((Date.parse(report.published.value!) - FIRST_DAY) / 86_400_000 - Math.floor(random() ** 3 * 400));
  return {
    id: `e${index + 1}`,
    type: EVENT_TYPES[skewed(random, EVENT_TYPES.length)]!,
    mode: null,
    status: STATUSES[skewed(random, STATUSES.length)]!,
    actors: [actor.id],
    recipients: [recipient.id],
    hosts: [],
    mediators: [],
    time: random() < 0.1 ? { from: null, to: null, basis: 'unknown' } : { from: day, to: day, basis: 'stated' },
    place: null,
    contexts: ['diplomatic'],
    count: null,
    attribution: random() < 0.3 ? [{ actor: actor.id, stance: 'asserts' }] : [],
    trigger: { start, end: start + 4, text: sentence.slice(0, 4) },
    evidence: [evidence],
    rule: 'bench',
    cameo: '040',
    quad: 1,
    confidence: 0.9,
  };
}

function partyOf(random: () => number, actors: Map<string, Actor>): Actor {
  const country = stateCode(skewed(random, STATES));
  const person = Math.floor(random() * (PEOPLE_PER_STATE + 1));
  const id = person === 0 ? country : `per:${country.toLowerCase()}-${person}`;
  const known = actors.get(id);
  if (known) return known;
  const mentions = [{ start: 0, end: 4, text: 'word', kind: 'name' as const }];
  const type = person === 0 ? 'state' : 'person';
  const actor: Actor = { id, type, name: id, wikidata: null, country, sector: 'GOV', office: null, mentions };
  actors.set(id, actor);
  return actor;
}

function sentenceOf(random: () => number): string {
  return `${Array.from({ length: 22 }, () => WORDS[skewed(random, WORDS.length)]).join(' ')}.`;
}

/** A rank below `count`; the first ones come up far more often than the last. */
function skewed(random: () => number, count: number): number {
  return Math.floor(count ** random()) - 1;
}

function wordOf(index: number): string {
  const syllable = SYLLABLES[index % SYLLABLES.length]!;
  return index < SYLLABLES.length ? syllable : wordOf(Math.floor(index / SYLLABLES.length)) + syllable;
}

function dayOf(day: number): string {
  return new Date(FIRST_DAY + Math.floor(day) * 86_400_000).toISOString().slice(0, 10);
}

/** The mulberry32 generator: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
