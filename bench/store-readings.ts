import {
  type Actor,
  EVENT_TYPES,
  type Event,
  type Explanation,
  type Quotation,
  RECORD_SCHEMA,
  type Report,
  STATUSES,
  type TimeExpression,
} from '../src/record/index.ts';
import type { Reading } from '../src/store/index.ts';

/**
 * Makes readings for the store's bench: a few states in most events, many in few (by Zipf's law, as in the news); twenty years, more
 * news in the later ones; sentences of made-up words, common and rare; mentions, times, quotations and reasons as a real reading has.
 */

const STATES = 190;
const PEOPLE_PER_STATE = 4;
const EVENTS_PER_REPORT = 10;
const QUOTATIONS_PER_REPORT = 3;
const MENTIONS_PER_ACTOR = 4;
const FIRST_DAY = Date.UTC(2005, 0, 1);
const DAYS = 20 * 365;
const SYLLABLES = ['ka', 'lo', 'mi', 'ter', 'son', 'vel', 'dra', 'pen', 'ou', 'ris', 'ast', 'bel'];
const WORDS = Array.from({ length: 4_000 }, (_, index) => wordOf(index + 12));

/** The reading of that number: the same number, the same reading. */
export function benchReading(number: number): Reading {
  const random = randomFrom(number + 1);
  const published = dayOf(Math.floor(Math.sqrt(random()) * DAYS));
  const sentences = Array.from({ length: EVENTS_PER_REPORT }, () => sentenceOf(random));
  const report = reportOf(number, published, sentences.join(' '));
  const actors = new Map<string, Actor>();
  const events = sentences.map((sentence, index) => eventOf(random, index, report, sentence, actors));
  return {
    record: {
      schema: RECORD_SCHEMA,
      report,
      actors: [...actors.values()],
      times: events.map(timeOf),
      quotations: events.slice(0, QUOTATIONS_PER_REPORT).map(quotationOf),
      events,
      problems: [],
    },
    explanations: events.map(explanationOf),
  };
}

function timeOf({ trigger, time: { from, to } }: Event): TimeExpression {
  return { ...trigger, type: 'DATE', value: from ?? 'PRESENT_REF', mod: null, from, to };
}

function quotationOf({ evidence: [words], actors: [speaker], trigger }: Event, index: number): Quotation {
  return {
    ...words!,
    id: `q${index + 1}`,
    kind: 'indirect',
    speaker: speaker!,
    speakerMention: trigger,
    cue: trigger,
    addressee: null,
    channel: null,
    time: null,
  };
}

function explanationOf({ id, evidence: [sentence], rule, actors, recipients, trigger }: Event): Explanation {
  const words = sentence!.text.split(' ');
  return {
    event: id,
    sentence: sentence!,
    parse: words.map((word, index) => `${index + 1}\t${word}\t${word}\tNOUN\t${index}\tnmod`).join('\n'),
    predication: { lemma: words[0]!, kind: 'verb', form: 'past', roles: [{ relation: 'nsubj', text: words[1]! }] },
    rule: { id: rule, because: 'the bench says so', file: 'bench/store-readings.ts' },
    parties: [...actors, ...recipients].map((actor, index) => ({
      actor,
      role: index === 0 ? 'actor' : 'recipient',
      mention: trigger,
      how: 'name',
      facts: ['a name of the bench'],
      candidates: [{ actor, score: 0.97 }],
    })),
    status: ['past tense: occurred'],
    time: 'stated',
    place: null,
    attribution: [],
    confidence: ['rule 0.90'],
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
  const mention = { start: 0, end: id.length, text: id, kind: 'name' as const };
  const mentions = Array.from({ length: MENTIONS_PER_ACTOR }, () => mention);
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
