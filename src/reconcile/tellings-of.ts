import type { Actor, Event, Explanation, Interval, ReportRecord } from '../record/index.ts';
import { daysBetween } from '../text/days.ts';
import { type Signature, signatureOf } from './signature.ts';
import { daysOfEvent, handleOf, type Party, type Telling, type Turn, type Wording, wordingOf } from './telling.ts';

/** The events of a report as tellings. `explanations` say how plans changed; without them nothing is known of that. */
export function tellingsOf(record: ReportRecord, explanations: readonly Explanation[]): readonly Telling[] {
  const signature = signatureOf(record.report.text);
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const turns = turnsOf(record, explanations);
  const seen = new Map<string, number>();
  return record.events.map((event) => {
    const words = `${event.type} ${event.trigger.start} ${event.trigger.end}`;
    const nth = seen.get(words) ?? 0;
    seen.set(words, nth + 1);
    return makeTelling(event, {
      id: `${record.report.id}/${event.id}`,
      handle: handleOf(record.report.id, event, nth),
      report: reportOf(record, signature),
      partyOf: (id) => ({ id, country: actors.get(id)?.country ?? null }),
      wording: wordingIn(record, event, actors),
      isPlaceState: isState(event.place, actors),
      turn: turns.get(event.id) ?? null,
    });
  });
}

/** What a telling is made of beside the event. */
export interface TellingContext {
  readonly id: string;
  readonly handle: string;
  readonly report: Telling['report'];
  readonly partyOf: (actor: string) => Party;
  readonly wording: Wording;
  readonly isPlaceState: boolean;
  readonly turn: Turn | null;
}

/** One event of a report as merging sees it. */
export function makeTelling(event: Event, context: TellingContext): Telling {
  return {
    id: context.id,
    handle: context.handle,
    event,
    report: context.report,
    actors: event.actors.map(context.partyOf),
    recipients: [...new Set([...event.recipients, ...event.hosts])].map(context.partyOf),
    days: daysOfEvent(event),
    ...context.wording,
    isPlaceState: context.isPlaceState,
    turn: context.turn,
  };
}

function reportOf({ report }: ReportRecord, signature: Signature | null): Telling['report'] {
  const { id, outlet, published } = report;
  return { id, outlet, published: published.value ?? published.from, signature };
}

/** What the sentences of an event say beside who takes part and when. */
function wordingIn({ times }: ReportRecord, event: Event, actors: ReadonlyMap<string, Actor>): Wording {
  const named = [...event.actors, ...event.recipients, ...event.hosts].flatMap((id) => actors.get(id) ?? []);
  const parties = named.flatMap(({ name, mentions }) => [name, ...mentions.map(({ text }) => text)]);
  const dates = times.filter(({ start, end }) => event.evidence.some((span) => span.start <= start && end <= span.end));
  return wordingOf(
    event.evidence.map(({ text }) => text),
    [...parties, ...dates.map(({ text }) => text)],
  );
}

function isState(place: Event['place'], actors: ReadonlyMap<string, Actor>): boolean {
  return place !== null && place.country !== null && actors.get(place.country)?.name === place.name;
}

const OPERATOR = /\((postponement|cancellation)\)/;

/** How the text says that plans changed, by event. */
export function turnsOf(record: ReportRecord, explanations: readonly Explanation[]): ReadonlyMap<string, Turn> {
  const turns = new Map<string, Turn>();
  for (const { event: id, status } of explanations) {
    const event = record.events.find((other) => other.id === id);
    const operator = status.map((step) => OPERATOR.exec(step)?.[1]).find((kind) => kind !== undefined);
    if (event && operator) {
      turns.set(id, { kind: operator === 'postponement' ? 'postponed' : 'cancelled', days: daysNamed(record, event) });
    }
  }
  return turns;
}

/** The days that an event's own sentences name; one without a year is the nearest to the report, for plans are made for soon. */
function daysNamed({ times, report }: ReportRecord, event: Event): readonly Interval[] {
  const published = report.published.value ?? report.published.from;
  return times
    .filter(({ start, end }) => event.evidence.some((span) => span.start <= start && end <= span.end))
    .filter(({ type, from, to }) => (type === 'DATE' || type === 'TIME') && from !== null && to !== null)
    .map(({ from, to, text }) => {
      const years = published === null || /\d{4}/.test(text) ? 0 : Math.round(daysBetween(from!, published) / 365.25);
      return { from: laterYear(from!, years), to: laterYear(to!, years) };
    });
}

function laterYear(day: string, years: number): string {
  return years === 0 ? day : `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}
