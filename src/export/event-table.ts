import type { TimelineEntry } from '../ask/index.ts';
import type { Column } from './columns.ts';

/** The columns of the table of events, as CSV and Parquet have it. */
export const EVENT_COLUMNS: readonly Column<TimelineEntry>[] = [
  { name: 'id', type: 'string', describes: 'id of the event: of its report, and within it', cell: ({ id }) => id },
  { name: 'type', type: 'string', describes: 'PLOVER event type, or STATEMENT', cell: ({ event }) => event.type },
  {
    name: 'mode',
    type: 'string',
    describes: 'mode of the type, see docs/codebook.md',
    cell: ({ event }) => event.mode,
  },
  {
    name: 'status',
    type: 'string',
    describes: 'occurred, ongoing, planned, possible or negated: whether it happened, as the report has it',
    cell: ({ event }) => event.status,
  },
  {
    name: 'from',
    type: 'date',
    describes: 'first day, inclusive; empty where nothing bounds it',
    cell: ({ event }) => event.time.from,
  },
  {
    name: 'to',
    type: 'date',
    describes: 'last day, inclusive; empty where nothing bounds it',
    cell: ({ event }) => event.time.to,
  },
  {
    name: 'date_basis',
    type: 'string',
    describes: 'where the days come from: stated, report (its date stands in), inferred or unknown',
    cell: ({ event }) => event.time.basis,
  },
  { name: 'actors', type: 'strings', describes: 'ids of who acts', cell: ({ event }) => event.actors },
  {
    name: 'actor_names',
    type: 'strings',
    describes: 'names of who acts',
    cell: (entry) => names(entry, entry.event.actors),
  },
  {
    name: 'actor_countries',
    type: 'strings',
    describes: 'ISO 3166-1 alpha-3 codes of who acts, each once',
    cell: (entry) => countries(entry, entry.event.actors),
  },
  {
    name: 'recipients',
    type: 'strings',
    describes: 'ids of whom it is done to, or of the other side',
    cell: ({ event }) => event.recipients,
  },
  {
    name: 'recipient_names',
    type: 'strings',
    describes: 'names of the recipients',
    cell: (entry) => names(entry, entry.event.recipients),
  },
  {
    name: 'recipient_countries',
    type: 'strings',
    describes: 'ISO 3166-1 alpha-3 codes of the recipients, each once',
    cell: (entry) => countries(entry, entry.event.recipients),
  },
  { name: 'hosts', type: 'strings', describes: 'ids of the hosts', cell: ({ event }) => event.hosts },
  { name: 'mediators', type: 'strings', describes: 'ids of who mediates', cell: ({ event }) => event.mediators },
  {
    name: 'attribution',
    type: 'strings',
    describes: 'who asserts, denies, alleges or doubts it; empty where the outlet says so in its own voice',
    cell: ({ event }) => event.attribution.map(({ actor, stance }) => `${actor} ${stance}`),
  },
  { name: 'place', type: 'string', describes: 'name of the place', cell: ({ event }) => event.place?.name ?? null },
  {
    name: 'place_country',
    type: 'string',
    describes: 'ISO 3166-1 alpha-3 code of the place',
    cell: ({ event }) => event.place?.country ?? null,
  },
  {
    name: 'count_min',
    type: 'integer',
    describes: 'how many times it is said to have been, at least',
    cell: ({ event }) => event.count?.min ?? null,
  },
  {
    name: 'count_max',
    type: 'integer',
    describes: 'how many times, at most; empty where that is open',
    cell: ({ event }) => event.count?.max ?? null,
  },
  { name: 'contexts', type: 'strings', describes: 'PLOVER contexts', cell: ({ event }) => event.contexts },
  { name: 'cameo', type: 'string', describes: 'CAMEO code of type and mode', cell: ({ event }) => event.cameo },
  {
    name: 'quad',
    type: 'integer',
    describes: '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict',
    cell: ({ event }) => event.quad,
  },
  {
    name: 'evidence',
    type: 'strings',
    describes: 'the words of the report that it rests on',
    cell: ({ event }) => event.evidence.map(({ text }) => text.replace(/\s+/g, ' ')),
  },
  { name: 'outlet', type: 'string', describes: 'who published the report', cell: ({ report }) => report.outlet },
  {
    name: 'source',
    type: 'string',
    describes: 'the file or address that the report was read from',
    cell: ({ report }) => report.source,
  },
  {
    name: 'published',
    type: 'date',
    describes: 'publication date of the report, where known',
    cell: ({ report }) => report.published,
  },
  { name: 'rule', type: 'string', describes: 'rule of the lexicon that coded it', cell: ({ event }) => event.rule },
  {
    name: 'confidence',
    type: 'number',
    describes: 'confidence of the coding, 0 to 1',
    cell: ({ event }) => event.confidence,
  },
];

function names({ actors }: TimelineEntry, ids: readonly string[]): readonly string[] {
  return ids.map((id) => actors.find((actor) => actor.id === id)?.name ?? id);
}

function countries({ actors }: TimelineEntry, ids: readonly string[]): readonly string[] {
  const codes = ids.map((id) => actors.find((actor) => actor.id === id)?.country ?? '');
  return [...new Set(codes)].filter((code) => code !== '');
}
