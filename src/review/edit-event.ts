import { ChanceryError } from '../problems.ts';
import {
  type Actor,
  type Count,
  type Event,
  eventTypeSchema,
  type ReportRecord,
  type Span,
  STATUSES,
  stanceSchema,
} from '../record/index.ts';
import type { SeenEvent } from './decision.ts';
import { placesOf } from './quote-anchor.ts';
import { partiesOf, seeEvent } from './seen.ts';

/** One field with what it becomes, as `status=planned` says it. */
export interface Setting {
  readonly field: string;
  readonly value: string;
}

/** What an edit needs to know besides the report. */
export interface EditHelp {
  /** Everybody who is named, by the words that name him. */
  readonly parties: ReadonlyMap<string, Actor>;
  /** The codes that go with a type and mode. Throws when there is no such type or mode. */
  readonly codes: (type: string, mode: string | null) => Pick<Event, 'cameo' | 'quad'>;
}

const PARTY_FIELDS = ['actors', 'recipients', 'hosts', 'mediators'] as const;
const STANCES = stanceSchema.options;
const OTHER_FIELDS = ['type', 'mode', 'status', 'from', 'to', 'place', 'count', 'evidence', 'trigger'] as const;

/** The fields of an event that a person can set. */
export const EVENT_FIELDS: readonly string[] = [...OTHER_FIELDS, ...PARTY_FIELDS, ...STANCES];

/** Reads `field=value`. Throws when that is not what it is. */
export function parseSetting(text: string): Setting {
  const [, field, value] = /^([a-z]+)=(.*)$/s.exec(text) ?? [];
  if (field !== undefined && value !== undefined) return { field, value: value.trim() };
  throw new ChanceryError('review/no-setting', `'${text}' sets nothing.`, { expected: ['field=value'] });
}

/** The words in settings that name somebody, to be looked up before. */
export function partyWords(settings: readonly Setting[]): readonly string[] {
  const fields: readonly string[] = [...PARTY_FIELDS, ...STANCES, 'speaker', 'addressee'];
  return settings.filter(({ field }) => fields.includes(field)).flatMap(({ value }) => listOf(value));
}

function listOf(value: string): readonly string[] {
  return value
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** An event with some of its fields set anew, and everybody whom it then names. */
export function editedEvent(
  record: ReportRecord,
  event: Event,
  settings: readonly Setting[],
  help: EditHelp,
): SeenEvent {
  let edited = withEvidence(record, event, settings);
  for (const setting of settings) edited = { ...edited, ...changeOf(setting, edited, help) };
  if (settings.some(({ field }) => (STANCES as readonly string[]).includes(field)))
    edited = { ...edited, attribution: attributionOf(edited, settings, help) };
  if (settings.some(({ field }) => field === 'type' || field === 'mode'))
    edited = { ...edited, ...help.codes(edited.type, edited.mode) };
  const named = new Map([...record.actors, ...help.parties.values()].map((actor) => [actor.id, actor]));
  const actors = partiesOf(edited).flatMap((id) => {
    const actor = named.get(id);
    return actor ? [{ ...actor, mentions: [] }] : [];
  });
  return { ...seeEvent(record, edited), actors };
}

/** What a person adds begins as this, under the rule `review`. */
export function blankEvent(): Event {
  const nowhere: Span = { start: 0, end: 0, text: '' };
  return {
    id: '',
    type: 'STATEMENT',
    mode: null,
    status: 'occurred',
    actors: [],
    recipients: [],
    hosts: [],
    mediators: [],
    time: { from: null, to: null, basis: 'unknown' },
    place: null,
    contexts: [],
    count: null,
    attribution: [],
    trigger: nowhere,
    evidence: [],
    rule: 'review',
    cameo: null,
    quad: null,
    confidence: 1,
  };
}

/** Evidence and trigger are words of the report; a trigger stands in the evidence, and is all of it when nobody says which words. */
function withEvidence({ report }: ReportRecord, event: Event, settings: readonly Setting[]): Event {
  const quoted = settings.filter(({ field }) => field === 'evidence').map(({ value }) => wordsIn(report.text, value));
  const evidence = quoted.length > 0 ? quoted : event.evidence;
  if (evidence.length === 0) throw noEvidence();
  const trigger = settings.findLast(({ field }) => field === 'trigger')?.value;
  if (trigger !== undefined) return { ...event, evidence, trigger: triggerIn(evidence, trigger) };
  const isInside = evidence.some(({ start, end }) => start <= event.trigger.start && event.trigger.end <= end);
  return { ...event, evidence, trigger: isInside ? event.trigger : evidence[0]! };
}

function noEvidence(): ChanceryError {
  return new ChanceryError('review/no-evidence', 'An event needs words of the report that state it.', {
    hint: 'Quote them with --set "evidence=…".',
  });
}

/** Where words stand in a text. Throws when they do not, or several times. */
export function wordsIn(text: string, words: string): Span {
  const [start, ...more] = placesOf(text, words);
  if (start === undefined) {
    throw new ChanceryError('review/no-such-words', `The report does not say '${words}'.`, {
      hint: 'Quote it letter by letter.',
    });
  }
  if (more.length > 0) {
    throw new ChanceryError('review/several-places', `'${words}' stands in ${more.length + 1} places of the report.`, {
      hint: 'Quote more of what stands around it.',
    });
  }
  return { start, end: start + words.length, text: words };
}

function triggerIn(evidence: readonly Span[], words: string): Span {
  const span = evidence.find(({ text }) => text.includes(words));
  if (span) {
    const start = span.start + span.text.indexOf(words);
    return { start, end: start + words.length, text: words };
  }
  throw new ChanceryError('review/no-such-words', `'${words}' does not stand in the evidence.`, {
    hint: 'The words of the act are a part of the sentence that states it.',
  });
}

function changeOf({ field, value }: Setting, event: Event, help: EditHelp): Partial<Event> {
  switch (field) {
    case 'type':
      return { type: typeOf(value) };
    case 'mode':
      return { mode: value || null };
    case 'status':
      return { status: oneOf(STATUSES, value, 'status') };
    case 'from':
    case 'to':
      return { time: timeOf({ ...event.time, [field]: value === '' ? null : dayOf(value) }) };
    case 'place':
      return { place: placeOf(value) };
    case 'count':
      return { count: countOf(value) };
    case 'actors':
    case 'recipients':
    case 'hosts':
    case 'mediators':
      return { [field]: listOf(value).map((words) => help.parties.get(words)!.id) };
    case 'evidence':
    case 'trigger':
    case 'asserts':
    case 'denies':
    case 'alleges':
    case 'doubts':
      return {};
    default:
      throw new ChanceryError('review/unknown-field', `An event has no field '${field}' to set.`, {
        expected: EVENT_FIELDS,
      });
  }
}

function typeOf(value: string): Event['type'] {
  const parsed = eventTypeSchema.safeParse(value.toUpperCase());
  if (parsed.success) return parsed.data;
  throw new ChanceryError('review/bad-value', `'${value}' is no type of events.`, {
    hint: 'docs/codebook.md lists them.',
  });
}

/** Throws when a value is none of those that a field takes. */
export function oneOf<Value extends string>(values: readonly Value[], value: string, field: string): Value {
  const known = values.find((candidate) => candidate === value.toLowerCase());
  if (known) return known;
  throw new ChanceryError('review/bad-value', `'${value}' is no ${field}.`, { expected: values });
}

function dayOf(value: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (Number.isFinite(time) && new Date(time).toISOString().startsWith(value)) return value;
  throw new ChanceryError('review/bad-value', `'${value}' is no day.`, {
    expected: ['2023-03-17', 'nothing, where it is open'],
  });
}

function timeOf({ from, to }: Event['time']): Event['time'] {
  return { from, to, basis: from === null && to === null ? 'unknown' : 'stated' };
}

function placeOf(value: string): Event['place'] {
  const [name = '', country = ''] = value.split('|').map((part) => part.trim());
  return name === '' ? null : { name, country: country || null, lat: null, lon: null };
}

function countOf(value: string): Count | null {
  if (value === '') return null;
  const [, least, most, plus] = /^(\d+)(?:-(\d+)|(\+))?$/.exec(value) ?? [];
  if (least !== undefined) return { min: Number(least), max: plus ? null : Number(most ?? least) };
  throw new ChanceryError('review/bad-value', `'${value}' is no count.`, { expected: ['39', '2-4', '2+'] });
}

/** Each stance that is set is set anew; the others stay. */
function attributionOf(event: Event, settings: readonly Setting[], { parties }: EditHelp): Event['attribution'] {
  return STANCES.flatMap((stance) => {
    const set = settings.findLast(({ field }) => field === stance);
    if (!set) return event.attribution.filter((entry) => entry.stance === stance);
    return listOf(set.value).map((words) => ({ actor: parties.get(words)!.id, stance }));
  });
}
