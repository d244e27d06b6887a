import type { QuoteEntry } from '../ask/index.ts';
import { QUOTE_COLUMNS } from '../export/index.ts';
import type { TableOf } from './downloads.ts';
import type { ActorEntry, ReportEntry } from './wire.ts';

export const REPORT_TABLE: TableOf<ReportEntry> = {
  name: 'reports',
  columns: {
    id: ({ id }) => id,
    published: ({ published }) => published,
    outlet: ({ outlet }) => outlet,
    title: ({ title }) => title,
    source: ({ source }) => source,
    opening: ({ opening }) => opening,
    events: ({ events }) => events,
    quotations: ({ quotations }) => quotations,
    actors: ({ actors }) => actors,
  },
};

export const ACTOR_TABLE: TableOf<ActorEntry> = {
  name: 'actors',
  columns: {
    id: ({ id }) => id,
    type: ({ type }) => type,
    name: ({ name }) => name,
    country: ({ country }) => country,
    sector: ({ sector }) => sector,
    wikidata: ({ wikidata }) => wikidata,
    reports: ({ reports }) => reports,
    events: ({ events }) => events,
  },
};

export const QUOTATION_TABLE: TableOf<QuoteEntry> = { name: 'quotations', columns: QUOTE_COLUMNS };
