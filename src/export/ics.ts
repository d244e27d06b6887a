import ical, { type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { STANCE_WORDS, type TimelineEntry, whatWords } from '../ask/index.ts';
import type { Event, Status } from '../record/index.ts';
import { daysBetween } from '../text/days.ts';
import { nameOf, partiesWords } from './entry-words.ts';
import type { TimelineExporter } from './exporter.ts';

/** A calendar: what is planned or possible is tentative, what did not happen cancelled. Source: RFC 5545. */
export const ics: TimelineExporter = {
  over: 'timeline',
  name: 'ics',
  describes: 'a calendar: days that are planned or possible are tentative, what did not happen is cancelled',
  loses:
    'events without a date or dated to more than a month, open ends of intervals, rules and codes, ids of actors, where in the text everything stands',
  extension: 'ics',
  mediaType: 'text/calendar; charset=utf-8',
  async *write(timeline) {
    yield calendarOf([]).slice(0, -END.length);
    for await (const entry of timeline()) {
      const event = calendarEvent(entry);
      if (event) yield eventText(event);
    }
    yield `${END}\r\n`;
  },
};

const END = 'END:VCALENDAR';
const EVENT = 'BEGIN:VEVENT';
const DAY_MS = 86_400_000;
/** More days than a month has bound an event rather than date it: no calendar shows a meeting for twenty years. */
const MOST_DAYS = 31;

function calendarOf(events: ICalEventData[]): string {
  return ical({ prodId: { company: 'Chancery', product: 'Chancery' }, events }).toString();
}

/** The library writes whole calendars only; the lines of one event are cut out of one that holds it alone. */
function eventText(event: ICalEventData): string {
  const text = calendarOf([event]);
  return text.slice(text.indexOf(EVENT), -END.length);
}

const STATUSES: Readonly<Record<Status, ICalEventStatus>> = {
  occurred: ICalEventStatus.CONFIRMED,
  ongoing: ICalEventStatus.CONFIRMED,
  planned: ICalEventStatus.TENTATIVE,
  possible: ICalEventStatus.TENTATIVE,
  negated: ICalEventStatus.CANCELLED,
};

function calendarEvent(entry: TimelineEntry): ICalEventData | null {
  const { event, report } = entry;
  const first = event.time.from ?? event.time.to;
  const last = event.time.to ?? event.time.from;
  if (first === null || last === null || daysBetween(first, last) >= MOST_DAYS) return null;
  return {
    id: `${entry.id}@chancery`,
    // Nothing of the clock: the same record gives the same calendar.
    stamp: midnight(report.published ?? first),
    start: midnight(first),
    end: new Date(midnight(last).getTime() + DAY_MS),
    allDay: true,
    summary: `${partiesWords(entry)}: ${whatWords(event)}`,
    description: description(entry),
    location: event.place?.name ?? null,
    status: STATUSES[event.status],
    transparency: ICalEventTransparency.TRANSPARENT,
    categories: [{ name: event.type }],
    url: report.url,
  };
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function description(entry: TimelineEntry): string {
  const { event, report } = entry;
  const says = event.attribution.map(({ actor, stance }) => `${STANCE_WORDS[stance]} ${nameOf(entry, actor)}`);
  const standing = [event.status, ...says, ...openEnd(event)].join(', ');
  const words = event.evidence.map(({ text }) => `“${text.replace(/\s+/g, ' ')}”`);
  const source = [report.outlet, report.published, report.source].filter((part) => part !== null).join(', ');
  return [standing, ...words, source].join('\n');
}

function openEnd({ time: { from, to } }: Event): readonly string[] {
  if (to === null) return [`since ${from}`];
  return from === null ? [`until ${to}`] : [];
}
