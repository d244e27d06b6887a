import type { TimelineEntry } from '../ask/index.ts';
import { csvLine } from './csv-cell.ts';
import type { TimelineExporter } from './exporter.ts';

type Cell = (entry: TimelineEntry) => string | number | null;

/** Several values in one cell stand apart by this. */
const BETWEEN = '; ';

const COLUMNS: Readonly<Record<string, Cell>> = {
  id: ({ id }) => id,
  type: ({ event }) => event.type,
  mode: ({ event }) => event.mode,
  status: ({ event }) => event.status,
  from: ({ event }) => event.time.from,
  to: ({ event }) => event.time.to,
  date_basis: ({ event }) => event.time.basis,
  actors: ({ event }) => event.actors.join(BETWEEN),
  actor_names: (entry) => names(entry, entry.event.actors),
  actor_countries: (entry) => countries(entry, entry.event.actors),
  recipients: ({ event }) => event.recipients.join(BETWEEN),
  recipient_names: (entry) => names(entry, entry.event.recipients),
  recipient_countries: (entry) => countries(entry, entry.event.recipients),
  hosts: ({ event }) => event.hosts.join(BETWEEN),
  mediators: ({ event }) => event.mediators.join(BETWEEN),
  attribution: ({ event }) => event.attribution.map(({ actor, stance }) => `${actor} ${stance}`).join(BETWEEN),
  place: ({ event }) => event.place?.name ?? null,
  place_country: ({ event }) => event.place?.country ?? null,
  count_min: ({ event }) => event.count?.min ?? null,
  count_max: ({ event }) => event.count?.max ?? null,
  contexts: ({ event }) => event.contexts.join(BETWEEN),
  cameo: ({ event }) => event.cameo,
  quad: ({ event }) => event.quad,
  evidence: ({ event }) => event.evidence.map(({ text }) => text.replace(/\s+/g, ' ')).join(' … '),
  outlet: ({ report }) => report.outlet,
  source: ({ report }) => report.source,
  published: ({ report }) => report.published,
  rule: ({ event }) => event.rule,
  confidence: ({ event }) => event.confidence,
};

/** The names of the columns, in order. */
export const CSV_COLUMNS: readonly string[] = Object.keys(COLUMNS);

export const csv: TimelineExporter = {
  over: 'timeline',
  name: 'csv',
  describes: 'events as a table for spreadsheets and statistics, by date',
  loses: 'quotations, time expressions, where in the text everything stands',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  async *write(entries) {
    yield csvLine(CSV_COLUMNS);
    for await (const entry of entries) yield csvLine(Object.values(COLUMNS).map((cell) => cell(entry)));
  },
};

function names({ actors }: TimelineEntry, ids: readonly string[]): string {
  return ids.map((id) => actors.find((actor) => actor.id === id)?.name ?? id).join(BETWEEN);
}

function countries({ actors }: TimelineEntry, ids: readonly string[]): string {
  const codes = ids.map((id) => actors.find((actor) => actor.id === id)?.country ?? '');
  return [...new Set(codes)].filter((code) => code !== '').join(BETWEEN);
}
