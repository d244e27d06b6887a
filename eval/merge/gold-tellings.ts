import { type Telling, tellingsOf } from '../../src/reconcile/index.ts';
import {
  type Actor,
  type Event,
  type EventType,
  type Explanation,
  RECORD_SCHEMA,
  type ReportRecord,
  type Span,
} from '../../src/record/index.ts';
import type { Label, Story } from './stories.ts';

/**
 * The tellings of a story as its labels have them: what merging is given when nothing is misread. Our own reading lends only what
 * states are called, and which words are dates.
 */
export function goldTellings({ report, events: labels }: Story, own: ReportRecord): readonly Telling[] {
  const events = labels.map((label, index) => eventOf(label, index, report.text));
  const named = labels.flatMap(({ who = [], whom = [], says = [], denies = [] }) => [
    ...who,
    ...whom,
    ...says,
    ...denies,
  ]);
  const record: ReportRecord = {
    schema: RECORD_SCHEMA,
    report,
    actors: [...new Map(named.map(actorOf).map((actor) => [actor.id, withMentions(actor, own)])).values()],
    times: [...own.times, ...labels.flatMap((label, index) => daysNamed(label, events[index]!))],
    quotations: [],
    events,
    problems: [],
  };
  return tellingsOf(
    record,
    labels.flatMap((label, index) => turnOf(label, events[index]!)),
  );
}

function eventOf(label: Label, index: number, text: string): Event {
  const [type = '', mode = null] = label.is.split(' ');
  const [from = null, to = from] = label.on?.split('/') ?? [];
  const trigger = spanOf(text, label.in);
  return {
    id: `e${index + 1}`,
    type: type as EventType,
    mode,
    status: (label.status ?? 'occurred') as Event['status'],
    actors: (label.who ?? []).map((party) => actorOf(party).id),
    recipients: (label.whom ?? []).map((party) => actorOf(party).id),
    hosts: [],
    mediators: [],
    time: { from, to, basis: from === null ? 'unknown' : 'stated' },
    place: label.at ? { name: label.at, country: null, lat: null, lon: null } : null,
    contexts: [],
    count: label.count ? { min: label.count, max: label.count } : null,
    attribution: [
      ...(label.says ?? []).map((party) => ({ actor: actorOf(party).id, stance: 'asserts' as const })),
      ...(label.denies ?? []).map((party) => ({ actor: actorOf(party).id, stance: 'denies' as const })),
    ],
    trigger,
    evidence: [sentenceAround(text, trigger)],
    rule: 'gold',
    cameo: null,
    quad: null,
    confidence: 1,
  };
}

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`'${words}' is not in the text`);
  return { start, end: start + words.length, text: words };
}

function sentenceAround(text: string, { start, end }: Span): Span {
  const from = Math.max(text.lastIndexOf('\n', start) + 1, text.slice(0, start).search(/[.!?] [^.!?]*$/) + 1);
  const stop = text.slice(end).search(/[.!?](\s|$)|\n/);
  const to = stop < 0 ? text.length : end + stop;
  return { start: from, end: to, text: text.slice(from, to) };
}

/** `NAME|ISO3` for a person, `ISO3` for a state, `NAME|` for a body of no state. */
function actorOf(party: string): Actor {
  const [name = '', country] = party.split('|');
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const common = { name, wikidata: null, sector: null, office: null, mentions: [] };
  if (country === undefined) return { ...common, id: name, type: 'state', country: name };
  if (country === '') return { ...common, id: `org:${slug}`, type: 'organisation', country: null };
  return { ...common, id: `per:${slug}`, type: 'person', country };
}

/** The days that a sentence on a moved plan names. */
function withMentions(actor: Actor, { actors }: ReportRecord): Actor {
  const same = actors.filter(
    ({ id, country }) => id === actor.id || (actor.type === 'state' && country === actor.country),
  );
  return { ...actor, name: same[0]?.name ?? actor.name, mentions: same.flatMap(({ mentions }) => mentions) };
}

function daysNamed({ on, was }: Label, event: Event): ReportRecord['times'] {
  const { start } = event.trigger;
  return (was ? [on, was] : []).flatMap((day) =>
    day ? [{ start, end: start, text: '', type: 'DATE' as const, value: day, mod: null, from: day, to: day }] : [],
  );
}

function turnOf({ moved, off }: Label, event: Event): readonly Explanation[] {
  if (!moved && !off) return [];
  const status = [moved ? 'postpone (postponement): planned' : 'cancel (cancellation): negated'];
  return [{ event: event.id, status } as unknown as Explanation];
}
