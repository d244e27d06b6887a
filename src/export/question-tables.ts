import {
  type Contacts,
  type Dispute,
  type DyadStats,
  type DyadSums,
  type QuoteEntry,
  type SearchHit,
  type TimelineEntry,
  whatWords,
} from '../ask/index.ts';
import { EVENT_TYPES } from '../record/index.ts';
import { csvLine } from './csv-cell.ts';

type Cell = string | number | null;
type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** Answers to questions as CSV, one row a thing, with a line of names above. */

/** One row a contact, planned ones, claimed counts and negated ones too; `kind` tells them apart. */
export function contactsCsv({ contacts, planned, claimed, negated }: Contacts): string {
  const asRow = (kind: string) => (entry: TimelineEntry) => ({ kind, entry, reports: 1 });
  const best = (kind: string) => (contact: Contacts['contacts'][number]) => ({
    kind,
    entry: contact.entries[0]!,
    reports: new Set(contact.entries.map(({ report }) => report.id)).size,
  });
  return csvOf(CONTACT_COLUMNS, [
    ...contacts.map(best('contact')),
    ...planned.map(best('planned')),
    ...claimed.map(asRow('claimed')),
    ...negated.map(asRow('negated')),
  ]);
}

const CONTACT_COLUMNS: Columns<{ readonly kind: string; readonly entry: TimelineEntry; readonly reports: number }> = {
  kind: ({ kind }) => kind,
  id: ({ entry }) => entry.id,
  what: ({ entry }) => whatWords(entry.event),
  mode: ({ entry }) => entry.event.mode,
  from: ({ entry }) => entry.event.time.from,
  to: ({ entry }) => entry.event.time.to,
  place: ({ entry }) => entry.event.place?.name ?? null,
  actors: ({ entry }) => entry.event.actors.join('; '),
  recipients: ({ entry }) => entry.event.recipients.join('; '),
  count_min: ({ entry }) => entry.event.count?.min ?? null,
  count_max: ({ entry }) => entry.event.count?.max ?? null,
  reports: ({ reports }) => reports,
  evidence: ({ entry }) => evidenceOf(entry),
  source: ({ entry }) => entry.report.source,
};

/** One row a claim or denial; those of one dispute have one `dispute` number. */
export function claimsCsv(disputes: readonly Dispute[]): string {
  const rows = disputes.flatMap((dispute, index) =>
    [...dispute.claimed, ...dispute.denied].map((claim) => ({ dispute, claim, number: index + 1 })),
  );
  return csvOf(CLAIM_COLUMNS, rows);
}

const CLAIM_COLUMNS: Columns<{
  readonly dispute: Dispute;
  readonly claim: Dispute['claimed'][number];
  readonly number: number;
}> = {
  dispute: ({ number }) => number,
  type: ({ dispute }) => dispute.type,
  parties: ({ dispute }) => dispute.parties.join('; '),
  stance: ({ claim }) => claim.stance,
  speaker: ({ claim }) => claim.speaker.id,
  speaker_name: ({ claim }) => claim.speaker.name,
  id: ({ claim }) => claim.entry.id,
  status: ({ claim }) => claim.entry.event.status,
  from: ({ claim }) => claim.entry.event.time.from,
  to: ({ claim }) => claim.entry.event.time.to,
  evidence: ({ claim }) => evidenceOf(claim.entry),
  outlet: ({ claim }) => claim.entry.report.outlet,
  published: ({ claim }) => claim.entry.report.published,
  source: ({ claim }) => claim.entry.report.source,
};

/** One row a quotation. */
export function quotesCsv(quotes: readonly QuoteEntry[]): string {
  return csvOf(QUOTE_COLUMNS, quotes);
}

/** What a table of quotations has beside each. */
export const QUOTE_COLUMNS: Columns<QuoteEntry> = {
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
};

/** One row a report that was found. */
export function searchCsv(hits: readonly SearchHit[]): string {
  return csvOf(HIT_COLUMNS, hits);
}

const HIT_COLUMNS: Columns<SearchHit> = {
  id: ({ report }) => report.id,
  published: ({ report }) => report.published,
  outlet: ({ report }) => report.outlet,
  title: ({ report }) => report.title,
  source: ({ report }) => report.source,
  snippet: ({ snippet }) => snippet.replace(/\s+/g, ' '),
};

/** One row a month. */
export function statsCsv({ between: [one, other], months }: DyadStats): string {
  return csvOf(
    { month: ({ month }) => month, one: () => one, other: () => other, ...SUM_COLUMNS } as Columns<
      DyadStats['months'][number]
    >,
    months,
  );
}

const SUM_COLUMNS: Columns<DyadSums> = {
  events: ({ events }) => events,
  verbal_cooperation: ({ byQuad }) => byQuad[0],
  material_cooperation: ({ byQuad }) => byQuad[1],
  verbal_conflict: ({ byQuad }) => byQuad[2],
  material_conflict: ({ byQuad }) => byQuad[3],
  cooperation: ({ cooperation }) => cooperation,
  conflict: ({ conflict }) => conflict,
  balance: ({ balance }) => balance,
  one_to_other: ({ there }) => there.events,
  one_to_other_balance: ({ there }) => there.balance,
  other_to_one: ({ back }) => back.events,
  other_to_one_balance: ({ back }) => back.balance,
  ...Object.fromEntries(EVENT_TYPES.map((type) => [type, ({ byType }: DyadSums) => byType[type] ?? 0])),
};

function csvOf<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const cells = Object.values(columns);
  return [csvLine(Object.keys(columns)), ...rows.map((row) => csvLine(cells.map((cell) => cell(row))))].join('');
}

function evidenceOf({ event }: TimelineEntry): string {
  return event.evidence.map(({ text }) => text.replace(/\s+/g, ' ')).join(' … ');
}
