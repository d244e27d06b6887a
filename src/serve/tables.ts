import type { TableOf } from './downloads.ts';
import type { ActorEntry, QuotationEntry, ReportEntry } from './wire.ts';

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

export const QUOTATION_TABLE: TableOf<QuotationEntry> = {
  name: 'quotations',
  columns: {
    id: ({ id }) => id,
    kind: ({ quotation }) => quotation.kind,
    speaker: ({ quotation }) => quotation.speaker,
    speaker_name: ({ speaker }) => speaker?.name ?? null,
    addressee: ({ quotation }) => quotation.addressee,
    addressee_name: ({ addressee }) => addressee?.name ?? null,
    cue: ({ quotation }) => quotation.cue?.text ?? null,
    channel: ({ quotation }) => quotation.channel,
    from: ({ quotation }) => quotation.time?.from ?? null,
    to: ({ quotation }) => quotation.time?.to ?? null,
    text: ({ quotation }) => quotation.text,
    outlet: ({ report }) => report.outlet,
    source: ({ report }) => report.source,
    published: ({ report }) => report.published,
  },
};
