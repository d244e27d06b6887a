import { ChanceryError } from '../problems.ts';
import { EVENT_TYPES, type EventType, eventTypeSchema, STATUSES } from '../record/index.ts';
import { bothFilters, type Filter } from './filter.ts';

/** What may stand before the colon in a query, and what it asks for. */
const FIELDS: Readonly<Record<string, (value: string) => Filter>> = {
  actor: (value) => ({ actors: [value] }),
  counterpart: (value) => ({ actors: [value] }),
  by: (value) => ({ saidBy: value }),
  type: (value) => ({ types: [eventType(value.toUpperCase())] }),
  mode: (value) => ({ modes: [value.toLowerCase()] }),
  status: (value) => ({ statuses: [oneOf(STATUSES, value.toLowerCase(), 'status')] }),
  place: (value) => ({ places: [value] }),
  outlet: (value) => ({ outlets: [value] }),
  since: (value) => ({ since: daysOf(value).from }),
  until: (value) => ({ until: daysOf(value).to }),
  date: (value) => between(value),
};

export const FILTER_FIELDS: readonly string[] = Object.keys(FIELDS);

/** A field with its value, quoted or not; a quoted phrase; or a word. */
const PART = /([a-z]+):(?:"([^"]*)"|(\S+))|"([^"]+)"|(\S+)/gi;

/** Reads a query such as `ceasefire "peace talks" actor:CHN status:planned date:2023-03`. Throws when a field or value is not known. */
export function parseFilter(query: string): Filter {
  return [...query.matchAll(PART)].map(partFilter).reduce(bothFilters, {});
}

function partFilter([whole, field, quoted, plain, phrase, word]: RegExpMatchArray): Filter {
  if (field === undefined) return { words: [phrase ?? word ?? whole] };
  return fieldFilter(field, quoted ?? plain ?? '');
}

/** The filter of one field, as in `fieldFilter('status', 'planned')`. */
export function fieldFilter(field: string, value: string): Filter {
  const read = FIELDS[field.toLowerCase()];
  if (read) return read(value);
  throw new ChanceryError('ask/unknown-field', `There is no field '${field}' to ask for.`, {
    expected: FILTER_FIELDS,
    hint: 'Put quotation marks around words that hold a colon.',
  });
}

/** A type of the codebook, or one of somebody's own lexicon (`X-…`). */
function eventType(value: string): EventType {
  const known = eventTypeSchema.safeParse(value);
  return known.success ? known.data : oneOf(EVENT_TYPES, value, 'type');
}

function oneOf<Value extends string>(values: readonly Value[], value: string, field: string): Value {
  const known = values.find((candidate) => candidate === value);
  if (known) return known;
  throw new ChanceryError(`ask/unknown-${field}`, `'${value}' is no ${field} of events.`, { expected: values });
}

function between(value: string): Filter {
  const [first, last] = value.split('..');
  const since = first ? daysOf(first).from : null;
  const until = last === undefined ? daysOf(first ?? '').to : last ? daysOf(last).to : null;
  return { ...(since && { since }), ...(until && { until }) };
}

/** The first and last day of a year, month or day: `2023`, `2023-03`, `2023-03-17`. */
export function daysOf(value: string): { readonly from: string; readonly to: string } {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value) ?? [];
  const from = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const to = day ? from : lastDay(year ?? '', month ?? '12');
  if (year && isDay(from) && isDay(to)) return { from, to };
  throw new ChanceryError('ask/unknown-date', `'${value}' is no date.`, {
    expected: ['2023-03-17', '2023-03', '2023'],
  });
}

function lastDay(year: string, month: string): string {
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${String(days).padStart(2, '0')}`;
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}
